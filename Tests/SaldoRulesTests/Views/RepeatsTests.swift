import Testing

@testable import SaldoRules

struct RepeatsTests {
  private struct Repeat: Equatable {
    let position: Int
    let first: Int
  }

  private func repeats(in keys: [String]) -> [Repeat] {
    var repeats: [Repeat] = []
    forEachRepeat(in: keys) { repeats.append(Repeat(position: $0, first: $1)) }
    return repeats
  }

  @Test(arguments: [2, 8, 9, 100, 20_000])
  func `each key that occurred before is reported in order, with where it stood first`(count: Int) {
    let keys = (0..<count).map { "reference \($0)" }
    #expect(repeats(in: keys).isEmpty)
    #expect(
      repeats(in: keys + [keys[count - 1], keys[0], keys[0]]) == [
        Repeat(position: count, first: count - 1), Repeat(position: count + 1, first: 0),
        Repeat(position: count + 2, first: 0),
      ])
  }

  @Test func `all keys may be the same`() {
    #expect(
      repeats(in: Array(repeating: "a", count: 1_000)) == (1..<1_000).map { Repeat(position: $0, first: 0) })
  }
}
