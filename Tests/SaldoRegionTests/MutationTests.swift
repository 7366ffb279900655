import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRegion

/// A good folder with random damage: it loads or it gives errors, and never crashes or shows a BSN.
struct MutationTests {
  @Test func `a thousand damaged folders end in values or in errors with a place`() {
    let original = SampleFolder.full
    let names = original.files.keys.sorted()
    var loaded = 0
    var counterexamples: [String] = []
    for seed in 0..<1000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var folder = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let name = names.randomElement(using: &random) ?? ""
        folder.files[name] = Self.damaged(folder.files[name] ?? [], using: &random)
      }
      do throws(RegionLoadError) {
        let region = try folder.load()
        loaded += 1
        let texts = Language.allCases.map { RegionDescription(region).text(in: $0) }
        if texts.contains(where: \.isEmpty) { counterexamples.append("\(seed): empty description") }
        if texts.contains(where: Self.showsBsn) { counterexamples.append("\(seed): BSN in description") }
      } catch {
        if error.problems.isEmpty || error.problems != error.problems.sorted() {
          counterexamples.append("\(seed): no problems, or unsorted")
        }
        let text = error.text(in: .dutch) + error.text(in: .english)
        if Self.showsBsn(text) { counterexamples.append("\(seed): BSN in error: \(text)") }
        if text.unicodeScalars.contains(where: { $0 != "\n" && QuotedText.isControl($0) }) {
          counterexamples.append("\(seed): control character in error")
        }
      }
    }
    #expect(counterexamples == [])
    // Most damage must be noticed; some is harmless, such as another letter in a name or a comment.
    #expect((1..<500).contains(loaded), "\(loaded) of 1000 loaded")
  }

  private static func showsBsn(_ text: String) -> Bool { text.contains("999900006") || text.contains("999900018") }

  private static func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    let interesting: [UInt8] = Array(";,\"\n\r\t#*-0129.:&[{é".utf8) + [0, 0x1B, 0xFF, 0xC3, 0x80]
    let index = Int.random(in: 0...max(0, result.count - 1), using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: result.removeSubrange(index..<min(result.count, index + Int.random(in: 1...20, using: &random)))
    case 1, 2: result.insert(interesting.randomElement(using: &random) ?? 0, at: min(index, result.count))
    case 3, 4: if !result.isEmpty { result[index] = interesting.randomElement(using: &random) ?? 0 }
    case 5: result.insert(contentsOf: result[index..<min(result.count, index + 60)], at: min(index, result.count))
    case 6: result.removeSubrange(index...)
    default:
      let lines = result.split(separator: 0x0A, omittingEmptySubsequences: false).shuffled(using: &random)
      result = Array(lines.joined(separator: [0x0A]))
    }
    return result
  }

  @Test func `random bytes are errors and no crash`() {
    var random = SeededGenerator(seed: 7)
    var loaded = 0
    for name in SampleFolder.full.files.keys.sorted() {
      for _ in 0..<100 {
        var folder = SampleFolder.full
        folder.files[name] = (0..<Int.random(in: 0...200, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
        if folder.problems().isEmpty { loaded += 1 }
      }
    }
    #expect(loaded == 0)
  }
}
