internal import SaldoDomain

/// The namespace of a message, taken apart: domain, release and message name.
struct MessageNamespace {
  static let root = "http://www.istandaarden.nl/"

  let domain: Domain
  /// The release with a point, for instance `3.1`; at most two digits on each side, so that it is safe to show.
  let release: String
  /// The number of the message, for instance `302`.
  let number: String

  /// Reads for instance `http://www.istandaarden.nl/ijw/3_1/jw301/schema`; nil for any other namespace.
  init?(_ namespace: String) {
    guard namespace.hasPrefix(Self.root) else { return nil }
    let parts = namespace.dropFirst(Self.root.count).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[3] == "schema" else { return nil }
    let names: [Substring: (Domain, String)] = ["ijw": (.jw, "jw"), "iwmo": (.wmo, "wmo")]
    let version = parts[1].split(separator: "_", omittingEmptySubsequences: false)
    guard let (domain, prefix) = names[parts[0]], version.count == 2, parts[2].hasPrefix(prefix) else { return nil }
    let digits = parts[2].dropFirst(prefix.count)
    guard version.allSatisfy({ Self.isNumber($0, digits: 1...2) }), Self.isNumber(digits, digits: 3...3) else {
      return nil
    }
    self.domain = domain
    release = version.joined(separator: ".")
    number = String(digits)
  }

  /// Why a message in this namespace is not read, when the library does not have it.
  var refusal: UnusableReason {
    if Release(rawValue: release) == nil { return .release(release) }
    return MessageKind(rawValue: number) == nil ? .kind(number) : .notStandard
  }

  private static func isNumber(_ text: Substring, digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
