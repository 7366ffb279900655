import SaldoDomain
import SaldoMessages
import Testing

/// No value of a message reaches a finding, however broken the message is.
struct PrivacyTests {
  @Test(arguments: ["jw301", "jw305", "jw307", "jw315", "jw317", "jw319", "jw323", "jw325-partly"])
  func `a broken message does not leak into its findings`(name: String) {
    let secret = "GEHEIM7"
    let text = Draft(name).text
    var leaks: [String] = []
    func check(_ changed: String, _ what: String) {
      let reading = Draft(text: changed).reading
      let shown = (reading.findings + reading.signals).map { String(reflecting: $0) }.joined()
      for word in [secret, "999900"] where shown.contains(word) { leaks.append(what) }
    }
    for match in text.matches(of: #/<(\w+:)(\w+)>([^<]+)</\w+:\w+>/#) {
      let element = String(match.output.2)
      let open = "<\(match.output.1)\(element)>"
      let close = "</\(match.output.1)\(element)>"
      let value = match.output.3
      let broken = [
        "\(open)\(value)-\(secret)\(close)", "\(open)\(secret)\(close)", "\(open)\(secret)</x>",
        "\(open)\(value)&\(secret);\(close)", "<\(secret)>\(value)</\(secret)>",
        "<\(match.output.1)\(element) \(secret)=\"\(value)\">\(value)\(close)",
        "\(open)\(value)\(close)<\(secret):x/>", "\(open)<\(secret)/>\(value)\(close)", "\(secret)\(value)",
        "<x xmlns=\"\(secret)\"/>", "\(open)\u{1}\(secret)\(close)",
      ]
      for replacement in broken {
        var changed = text
        changed.replaceSubrange(match.range, with: replacement)
        check(changed, "\(element): \(replacement.prefix(20))")
      }
    }
    #expect(leaks.isEmpty)
  }
}
