import SaldoTestSupport
import Testing

@testable import SaldoMessages

/// The form of a file, which is looked at in blocks, against a look at one character after the other.
struct TechnicalFormTests {
  private struct Seen: Equatable {
    var wrongLineEnd: Int32?
    var brokenLine: Int32?
    var hasZeroByte = false
    var isUTF8 = true
  }

  private func seen(_ bytes: [UInt8]) -> Seen {
    bytes.withUnsafeBufferPointer { buffer in
      let form = TechnicalForm(buffer)
      return Seen(
        wrongLineEnd: form.wrongLineEnd, brokenLine: form.brokenLine, hasZeroByte: form.hasZeroByte,
        isUTF8: form.isUTF8)
    }
  }

  /// The same, as plainly as can be: lines are counted by line feeds.
  private func plainly(_ bytes: [UInt8]) -> Seen {
    var seen = Seen()
    var line: Int32 = 1
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : nil
      let isWrongFeed = byte == 0x0A && (position == 0 || bytes[position - 1] != 0x0D)
      if isWrongFeed || (byte == 0x0D && next != 0x0A), seen.wrongLineEnd == nil { seen.wrongLineEnd = line }
      if byte == 0x0A { line += 1 }
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let character = bytes[position..<min(position + length, bytes.count)]
      if byte == 0 || String(validating: character, as: UTF8.self) == nil {
        seen.brokenLine = line
        seen.hasZeroByte = byte == 0
        seen.isUTF8 = byte == 0
        return seen
      }
      position += length
    }
    return seen
  }

  @Test(arguments: [
    (#"<?xml version="1.0" encoding="UTF-8"?>"#, true), ("<?xml version='1.0' encoding = 'utf8'?>", true),
    (#"<?xml version="1.0" encoding='ISO-8859-1'?>"#, false), (#"<?xml version="1.0" encoding="UTF-8'?>"#, false),
    // Nothing is named: no declaration, no name, no value, or after the end of the declaration.
    (#"<a encoding="latin1"/>"#, true), (#"<?xml version="1.0"?>"#, true), ("<?xml encoding?>", true),
    (#"<?xml version="1.0"?><a encoding="latin1"/>"#, true), ("<?xml", true), ("<?xml encodin", true),
  ])
  func `the encoding is the one that the declaration names`(text: String, isUTF8: Bool) {
    #expect(seen(Array(text.utf8)).isUTF8 == isUTF8)
    #expect(seen([0xEF, 0xBB, 0xBF] + text.utf8).isUTF8 == isUTF8)
  }

  @Test func `blocks see what single characters show`() {
    let pieces: [[UInt8]] = [
      [0x0D, 0x0A], [0x0D, 0x0A], [0x0D, 0x0A], [0x0A], [0x0D], [0x0D, 0x0D, 0x0A], Array("é".utf8), Array("€".utf8),
      Array("😀".utf8), [0], [0x80], [0x8D, 0x0A], [0xC3], [0xFF], [0x0D, 0x8A],
    ]
    var wrong: [UInt64] = []
    for seed in 0..<3_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      // Mostly text, with one to six pieces anywhere: at the borders of words and blocks as well.
      var bytes = [UInt8](repeating: 0x41, count: Int.random(in: 2...900, using: &random))
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let piece = pieces.randomElement(using: &random)!
        bytes.insert(contentsOf: piece, at: Int.random(in: 2...bytes.count, using: &random))
      }
      if seen(bytes) != plainly(bytes) { wrong.append(seed) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [[0x0A], [0x0D], [0], [0x80], [0xC3, 0xA9], [0x0D, 0x0A], [0xC3, 0xA9, 0x0A]] as [[UInt8]])
  func `each place in a block is looked at`(piece: [UInt8]) {
    // Two blocks, and a part of a third.
    for (count, place) in [512, 600].flatMap({ count in (2..<count).map { (count, $0) } }) {
      var bytes = [UInt8](repeating: 0x41, count: count)
      bytes.replaceSubrange(place..<min(count, place + piece.count), with: piece)
      #expect(seen(bytes) == plainly(bytes), "\(place) of \(count)")
    }
  }

  @Test(arguments: [0x0A, 0x0D] as [UInt8])
  func `lines are counted in blocks of nothing but line ends`(end: UInt8) {
    for count in [255, 256, 257, 512, 1_024, 1_025] {
      let bytes = [0x41, 0x41] + [UInt8](repeating: end, count: count) + [0]
      #expect(seen(bytes) == plainly(bytes), "\(count)")
    }
  }
}
