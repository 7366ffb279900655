import SaldoDomain
import Testing

@testable import SaldoMessages

/// Reading block by block against reading as a whole: the same messages, findings and signals, whatever the blocks are.
struct BlockReadingTests {
  /// The bytes of a source, handed out so many at a time; it fails, or has another begin, when that is asked for.
  private struct Source {
    struct Broken: Error {}

    let bytes: [UInt8]
    var portion = 64
    var failsAt = Int.max
    private(set) var position = 0

    init(_ bytes: [UInt8], by portion: Int = 64, failsAt: Int = .max) {
      (self.bytes, self.portion, self.failsAt) = (bytes, portion, failsAt)
    }

    mutating func next(_ buffer: UnsafeMutableRawBufferPointer) throws(Broken) -> Int {
      if position >= failsAt { throw Broken() }
      let part = bytes[position...].prefix(min(portion, buffer.count))
      buffer.copyBytes(from: part)
      position += part.count
      return part.count
    }
  }

  private func blockwise(_ bytes: [UInt8], blocks: Int, portion: Int) -> MessageReading? {
    var source = Source(bytes, by: portion)
    return try? reader.fastReading(inBlocksOf: blocks) { buffer throws(Source.Broken) in try source.next(buffer) }
  }

  private func read(_ bytes: [UInt8], by portion: Int) -> MessageReading? {
    var source = Source(bytes, by: portion)
    return try? reader.read(
      filling: { buffer throws(Source.Broken) in try source.next(buffer) },
      orWhole: { () throws(Source.Broken) in bytes })
  }

  /// Bytes with what blocks may cut: a mark, wrong line ends, characters of two to four bytes, damage, space at the end.
  private static func forms(of bytes: [UInt8]) -> [[UInt8]] {
    let text = String(decoding: bytes, as: UTF8.self)
    let accents = text.replacing("</", with: "<!-- é € 😀\r\n\r\n -->\n</", maxReplacements: 9)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return [
      bytes, mark + bytes, mark + mark + bytes, Array(accents.utf8), Array(text.replacing("\r\n", with: "\n").utf8),
      Array(text.replacing("\r\n", with: "").utf8), bytes + [0x0D], bytes + [0x0A], bytes + [0xC3], bytes + [0],
      bytes + [0xE2, 0x82], Array(text.replacing("UTF-8", with: "ISO-8859-1").utf8), bytes.dropLast(40) + [],
      bytes + Array(repeating: 0x20, count: 9_000), bytes + Array("<!-- end -->".utf8), bytes + bytes,
    ]
  }

  @Test(arguments: MessageKind.allCases)
  func `blocks of any size give what the whole gives`(kind: MessageKind) throws {
    var accepted = 0
    for profile in StandardProfile.all {
      var document = SchemaDocument(profile, kind, .random, seed: 3)
      let mutator = Mutator(document.text())
      let mutants = (0..<30).map { mutator.mutant(seed: $0) }
      for bytes in Self.forms(of: mutator.original) + mutator.harmless(seed: 1).map(\.bytes) + mutants {
        let whole = reader.fastReading(bytes)
        if whole != nil { accepted += 1 }
        for (blocks, portion) in [(1, 1), (7, 3), (64, 64), (65_536, 1_000)] {
          #expect(blockwise(bytes, blocks: blocks, portion: portion) == whole, "\(blocks)")
        }
        #expect(read(bytes, by: 700) == reader.read(bytes))
      }
    }
    // What accepts nothing is never wrong.
    #expect(accepted > 50)
  }

  @Test func `an empty source is an empty file`() {
    #expect(read([], by: 1) == reader.read([]))
  }

  @Test func `a wrong line end is told with its line wherever it stands`() throws {
    // Some 130 kB, so that two borders of blocks lie in it; line ends of two bytes fall on them by chance.
    let padding = "<!--" + String(repeating: "01234<6789\r\n", count: 11_000) + "-->"
    let text = Draft.declaration.text.replacing("<jw323:Declaratie>", with: padding + "<jw323:Declaratie>")
    let bytes = Array(text.utf8)
    for position in [30_000, 65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536, 65_537, 65_538, 131_000] {
      let end = try #require(bytes[position...].firstIndex(of: 0x0D))
      var wrong = bytes
      wrong.remove(at: end)
      let reading = try #require(blockwise(wrong, blocks: 65_536, portion: 65_536))
      let line = 1 + wrong[..<end].count { $0 == 0x0A }
      #expect(reading.signals.map(\.place.sourceLine) == [Int32(line)])
      #expect(reading == reader.read(wrong))
    }
    #expect(blockwise(bytes, blocks: 65_536, portion: 65_536)?.signals == [])
  }

  @Test(arguments: [0, 1, 100, 1_023, 1_024, 5_000])
  func `a source that fails while it is read is told by its own error`(position: Int) throws {
    let bytes = Draft.declaration.bytes + [UInt8](repeating: 0x20, count: 5_000)
    var source = Source(bytes, by: 50, failsAt: position)
    #expect(throws: Source.Broken.self) {
      try reader.read(
        filling: { buffer throws(Source.Broken) in try source.next(buffer) },
        orWhole: { () throws(Source.Broken) in
          Issue.record("what cannot be read is not asked for as a whole")
          return bytes
        })
    }
  }

  @Test func `a whole that cannot be read is told by its own error`() {
    var source = Source(Array("<a/>".utf8))
    #expect(throws: Source.Broken.self) {
      try reader.read(
        filling: { buffer throws(Source.Broken) in try source.next(buffer) },
        orWhole: { () throws(Source.Broken) in throw Source.Broken() })
    }
  }

  @Test func `of a message that the fast check refuses only the whole counts`() throws {
    // As a file that is exchanged between the two.
    var source = Source(Draft.declaration.with("Bedrag", "x").bytes)
    let reading = try reader.read(
      filling: { buffer throws(Source.Broken) in try source.next(buffer) },
      orWhole: { () throws(Source.Broken) in Draft.start.bytes })
    #expect(reading == reader.read(Draft.start.bytes))
  }

  @Test func `a message of which all was accepted is not asked for as a whole`() throws {
    var source = Source(Draft.declaration.bytes)
    let reading = try reader.read(
      filling: { buffer throws(Source.Broken) in try source.next(buffer) },
      orWhole: { () throws(Source.Broken) in
        Issue.record("it is valid")
        return []
      })
    #expect(reading == reader.read(Draft.declaration.bytes))
  }

  @Test(arguments: [MessageReader.Checking.schema, .both])
  func `a reader that asks the schema reads the whole`(checking: MessageReader.Checking) throws {
    let reading = try MessageReader(checking: checking).read(
      filling: { _ throws(Source.Broken) in
        Issue.record("blocks are for the fast check")
        return 0
      }, orWhole: { () throws(Source.Broken) in Draft.declaration.bytes })
    #expect(reading == reader.read(Draft.declaration.bytes))
  }

  @Test(arguments: [0, 1, 700, 32_000, 33_000, 64_000, 65_000])
  func `libxml2 is not handed a tag with far too many attributes`(offset: Int) {
    let padding = "<!--" + String(repeating: " ", count: offset) + "-->"
    // 200,000 attributes: libxml2 would compare each with all others, for minutes.
    let attributes = (0..<200_000).map { " a\($0)=''" }.joined()
    let text = Draft.declaration.text.replacing("<jw323:Declaratie>", with: padding + "<jw323:Declaratie\(attributes)>")
    let bytes = Array(text.utf8)
    #expect(blockwise(bytes, blocks: 65_536, portion: 65_536) == nil)
    #expect(read(bytes, by: 65_536) == reader.read(bytes))
  }

  @Test func `the distance of a tag is counted over blocks`() {
    // 65,536 bytes from one tag to the next are just not suspicious.
    for (length, isLong) in [(65_536, false), (65_537, true)] {
      let bytes = Array(("ab<" + String(repeating: "x", count: length - 1) + "<c").utf8)
      for block in [1, 7, 4_096, 65_536] {
        var distance = StartTags.Distance()
        let found = stride(from: 0, to: bytes.count, by: block).contains { begin in
          bytes[begin..<min(begin + block, bytes.count)].withUnsafeBufferPointer { distance.isTooLong(with: $0) }
        }
        #expect(found == isLong, "\(length) in blocks of \(block)")
      }
    }
  }
}
