import Foundation
import SaldoDomain
import SaldoMessages
import SaldoTestSupport
import Testing

/// Damaged messages, by the thousand, from named seeds.
struct MutationTests {
  @Test(arguments: ["jw301", "jw305", "jw307", "jw315", "jw317", "jw319", "jw323", "jw325-partly"])
  func `a damaged message is never a message that the schema rejects`(name: String) {
    let original = Draft(name).bytes
    var wrong: [UInt64] = []
    var accepted = 0
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = mutated(original, using: &random)
      let reading = reader.read(bytes)
      let isValid = reader.validate(bytes).isEmpty
      let isRead = reading.message != nil
      if isRead != isValid || (!isRead && reading.findings.isEmpty) { wrong.append(seed) }
      if isRead { accepted += 1 }
    }
    #expect(wrong.isEmpty)
    #expect(accepted < 500)
  }

  /// Changes one to four places: a byte flipped, dropped, doubled or replaced, or a stretch copied or cut.
  private func mutated(_ original: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(bytes[place], at: place)
      case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 4: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      default: bytes.removeSubrange(place..<end)
      }
    }
    return bytes
  }

  @Test func `awkward values in every field are judged alike by reading and by the schema alone`() {
    let values = [
      "", " ", "0", "-0", "+1", "-1", "00", "999999999999999999999", "1e5", "2025-02-29", "2024-02-29", "10000-01-01",
      "-2025-01-01", "0000-01-01", "24:00:00", "24:00:01", "00:00:60", "10:00:00.", "é", "\u{85}", "&amp;", "&#9;",
      "<![CDATA[1]]>", "1<!-- -->2", "true", "NaN",
    ]
    var wrong: [String] = []
    for name in ["jw301", "jw315", "jw317", "jw319", "jw323", "jw325-partly"] {
      let text = Draft(name).text
      for match in text.matches(of: #/>([^<\r\n]+)</#) {
        for value in values {
          let bytes = Array(
            text.replacingCharacters(in: match.output.1.startIndex..<match.output.1.endIndex, with: value).utf8)
          let reading = reader.read(bytes)
          let judged = reader.validate(bytes)
          if judged.isEmpty != (reading.message != nil) || judged != reading.findings { wrong.append(value) }
        }
      }
    }
    #expect(wrong.isEmpty)
  }
}
