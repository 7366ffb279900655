import Foundation
import SaldoDomain
import Testing

@testable import SaldoMessages

/// The fast check against the schema, on messages of every kind and their mutants: what the one accepts the other
/// accepts, with the same values.
///
/// `make soak` runs the mutants by the hundred thousand, with other seeds (Scripts/soak).
struct FastCheckTests {
  private let schema = MessageReader(checking: .schema)

  /// Messages of a kind in every standard: with every element, and with some by chance.
  private static func messages(_ kind: MessageKind) -> [Mutator] {
    StandardProfile.all.flatMap { profile in
      [SchemaDocument.Presence.all, .random, .random].enumerated().map { index, presence in
        var document = SchemaDocument(profile, kind, presence, seed: UInt64(index))
        return Mutator(document.text())
      }
    }
  }

  @Test(arguments: MessageKind.allCases)
  func `a valid message is read by the fast check alone, as the schema has it read`(kind: MessageKind) throws {
    for (index, message) in Self.messages(kind).enumerated() {
      for (name, bytes) in message.harmless(seed: UInt64(index)) {
        let fast = reader.fastReading(bytes)
        #expect(fast != nil, "\(name)")
        #expect(fast == schema.read(bytes), "\(name)")
      }
    }
  }

  @Test(arguments: MessageKind.allCases)
  func `both checks together read what each reads alone`(kind: MessageKind) throws {
    let both = MessageReader(checking: .both)
    let message = try #require(Self.messages(kind).first)
    for bytes in [message.original] + (0..<50).map({ message.mutant(seed: $0) }) {
      #expect(both.read(bytes) == reader.read(bytes))
      #expect(both.validate(bytes) == schema.validate(bytes))
    }
  }

  @Test func `two checks that disagree make a file unusable`() throws {
    let (one, other) = (reader.read(Draft.declaration.bytes), reader.read(Draft.declaration.with("Bedrag", "1").bytes))
    let refused = schema.read(Draft.declaration.with("Bedrag", "x").bytes)
    #expect(MessageReader.agreed(one, one) == one)
    for judged in [other, refused] {
      let reading = MessageReader.agreed(one, judged)
      #expect(reading.message == nil)
      #expect(reading.findings.map(\.rule) == ["XML"])
      #expect(
        reading.findings.first?.english("reason")
          == "the fast check and the schema disagree about the message; that is a fault in Saldo")
    }
    // Without a message to compare only the verdicts count.
    #expect(MessageReader.agreed(one, other, isJudgedOnly: true) == other)
    #expect(MessageReader.agreed(one, refused, isJudgedOnly: true).findings.map(\.rule) == ["XML"])
  }

  @Test(arguments: MessageKind.allCases)
  func `what the fast check accepts of a mutant the schema accepts, with the same values`(kind: MessageKind) throws {
    let count = Soak.current.mutants
    let messages = Self.messages(kind)
    var accepted = 0
    var wrong: [UInt64] = []
    for seed in Soak.current.firstSeed..<(Soak.current.firstSeed + UInt64(count)) {
      let bytes = messages[Int(seed % UInt64(messages.count))].mutant(seed: seed)
      guard let fast = reader.fastReading(bytes) else { continue }
      accepted += 1
      if fast != schema.read(bytes) { wrong.append(seed) }
    }
    #expect(wrong.isEmpty)
    // A check that accepts nothing is never wrong.
    #expect(accepted > count / 10, "\(accepted)")
    try Soak.current.record("\(kind.rawValue),\(count),\(accepted),\(wrong.count)")
  }
}

/// How many mutants there are: few in every run of the tests, many in a soak (Scripts/soak).
private struct Soak: Sendable {
  static let current = Soak(ProcessInfo.processInfo.environment)

  let mutants: Int
  let firstSeed: UInt64
  private let path: String?

  private init(_ environment: [String: String]) {
    mutants = environment["SALDO_MUTANTS"].flatMap(Int.init) ?? 5_000
    firstSeed = environment["SALDO_SEED"].flatMap(UInt64.init) ?? 0
    path = environment["SALDO_SOAK"]
  }

  /// Adds a line to the outcome of a soak.
  func record(_ line: String) throws {
    guard let path else { return }
    if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data((line + "\n").utf8))
    try file.close()
  }
}
