import SaldoDomain
import Testing

@testable import SaldoMessages

/// Reading and writing lose nothing: what one makes, the other takes back.
struct RoundTripTests {
  private let writer = MessageWriter()

  /// What is wrong with a round trip of canonical bytes; nil when nothing is.
  private func fault(_ text: String, _ subject: MessageSubject) -> String? {
    let bytes = Array(text.utf8)
    let reading = reader.read(bytes)
    guard let message = reading.message else { return "not read: \(reading.findings.map(\.place.path))" }
    guard reading.signals.isEmpty else { return "signals" }
    guard message.header.standard == subject.profile.standard, message.header.kind == subject.kind else {
      return "another message"
    }
    let written = writer.encode(message)
    if written != bytes {
      let (old, new) = (
        text.split(separator: "\r\n"), String(decoding: written, as: UTF8.self).split(separator: "\r\n")
      )
      return "differs: \(zip(old, new).first { $0 != $1 } ?? ("", "")), \(old.count) and \(new.count) lines"
    }
    return reader.read(written).message == message ? nil : "other values"
  }

  @Test(arguments: MessageSubject.all)
  func `every element of a message survives reading and writing`(subject: MessageSubject) {
    for presence in [SchemaDocument.Presence.all, .least] {
      var document = SchemaDocument(subject.profile, subject.kind, presence, seed: 1)
      #expect(fault(document.text(), subject) == nil)
    }
  }

  @Test(arguments: MessageSubject.latest)
  func `three hundred messages of chance survive reading and writing`(subject: MessageSubject) throws {
    var faults: [String] = []
    var optional: [String: Int] = [:]
    let layout = try #require(SchemaLibrary.shared[subject.profile.message(subject.kind).namespace]?.layout)
    for node in layout.nodes where node.isOptional { optional[":\(node.element.rawValue)>"] = 0 }
    for seed in 0..<300 as Range<UInt64> {
      var document = SchemaDocument(subject.profile, subject.kind, .random, seed: seed)
      let text = document.text()
      if let fault = fault(text, subject) { faults.append("seed \(seed): \(fault)") }
      for name in optional.keys where text.contains(name) { optional[name, default: 0] += 1 }
    }
    #expect(faults.isEmpty)
    #expect(optional.filter { $0.value < 20 }.isEmpty, "every optional element was there, again and again")
  }
}
