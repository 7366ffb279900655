import Foundation
import SaldoDomain
import Testing

@testable import SaldoMessages

/// The head of a declaration, read before the rest.
struct DeclarationHeadTests {
  private func head(of bytes: [UInt8], checking: MessageReader.Checking = .fast) -> DeclarationHead? {
    bytes.withUnsafeBufferPointer { MessageReader(checking: checking).declarationHead(of: $0) }
  }

  /// The bytes up to a text.
  private func bytes(upTo text: String) throws -> [UInt8] {
    let whole = Draft("jw323").text
    return Array(whole[..<(try #require(whole.range(of: text))).upperBound].utf8)
  }

  @Test func `the head is known as soon as its last element ends`() throws {
    let head = try #require(self.head(of: Draft("jw323").bytes))
    guard case .declaration(let declaration)? = reader.read(Draft("jw323").bytes).message else {
      Issue.record("the draft is a declaration")
      return
    }
    #expect(head.header == declaration.header && head.period == declaration.period)
    #expect(self.head(of: try bytes(upTo: "</ijw:Einddatum>")) != nil)
    #expect(self.head(of: try bytes(upTo: "</ijw:Begindatum>")) == nil)
    #expect(self.head(of: try bytes(upTo: "</jw323:Header>")) == nil)
  }

  @Test func `what follows the head is no matter`() throws {
    let start = try bytes(upTo: "</ijw:Einddatum>")
    for rest in ["", "<", "</jw323:Nonsense>", "\u{0}", String(repeating: " ", count: 200_000)] {
      #expect(head(of: start + Array(rest.utf8)) == head(of: Draft("jw323").bytes))
    }
  }

  @Test func `what takes a closer look has no head`() throws {
    let bytes = Draft("jw323").bytes
    let text = Draft("jw323").text
    #expect(head(of: [0xEF, 0xBB, 0xBF] + bytes) == head(of: bytes))
    #expect(head(of: [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + bytes) == nil)
    #expect(head(of: Array(text.replacing("UTF-8", with: "ISO-8859-1").utf8)) == nil)
    #expect(head(of: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == nil)
    #expect(head(of: Array(text.replacing("<jw323:Header>", with: "<jw323:Header a=\"b\">").utf8)) == nil)
    #expect(head(of: bytes, checking: .schema) == nil && head(of: bytes, checking: .both) == nil)
    #expect(head(of: Array(repeating: 0x20, count: MessageReader.headLength) + bytes) == nil)
    #expect(head(of: []) == nil)
  }

  @Test(arguments: MessageKind.allCases)
  func `only a declaration has one, that of its message`(kind: MessageKind) {
    var heads = 0
    for profile in StandardProfile.all {
      var document = SchemaDocument(profile, kind, .random, seed: 7)
      let mutator = Mutator(document.text())
      for seed in 0..<400 as Range<UInt64> {
        let bytes = mutator.mutant(seed: seed)
        guard let head = head(of: bytes) else { continue }
        heads += 1
        guard let message = reader.read(bytes).message else { continue }
        guard case .declaration(let declaration) = message else {
          Issue.record("\(seed)")
          continue
        }
        #expect(head.header == declaration.header && head.period == declaration.period, "\(seed)")
      }
    }
    #expect(kind == .declaration ? heads > 100 : heads == 0)
  }
}
