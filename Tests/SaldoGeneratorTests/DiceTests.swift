import SaldoDomain
import Testing

@testable import SaldoGenerator

struct DiceTests {
  /// The first numbers for 1234567, as other implementations of SplitMix64 publish them.
  @Test func `SplitMix64 gives the published numbers`() {
    var numbers = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in numbers.next() } == expected)
  }

  @Test func `a draw depends on seed, subject and keys, and on nothing else`() {
    func draw(_ seed: UInt64, _ subject: Dice.Subject, _ keys: Int...) -> [Int] {
      var dice = keys.count == 1 ? Dice(seed, subject, keys[0]) : Dice(seed, subject, keys[0], keys[1])
      return (0..<8).map { _ in dice.below(1_000_000) }
    }
    let first = draw(1, .line, 2, 3)
    #expect(draw(1, .line, 2, 3) == first)
    #expect(draw(2, .line, 2, 3) != first)
    #expect(draw(1, .fate, 2, 3) != first)
    #expect(draw(1, .line, 3, 2) != first)
    #expect(draw(1, .line, 2) != first)
  }

  @Test func `a range gives both its ends and nothing outside it`() {
    var dice = Dice(7, .line)
    var seen: Set<Int> = []
    for _ in 0..<1_000 { seen.insert(dice.within(3...6)) }
    #expect(seen == [3, 4, 5, 6])
  }

  @Test func `half of the sizes are below the median of 100, and one in 64 is eighteen times as large`() {
    var dice = Dice(7, .provider)
    let sizes = (0..<6_400).map { _ in dice.size() }
    #expect((3_000...3_400).contains(sizes.count { $0 < 100 }))
    #expect((60...140).contains(sizes.count { $0 == 1_819 }))
  }

  @Test func `the numbers for tests pass the eleven-test and lie in the range for tests`() {
    #expect(TestNumbers.all.first?.number == 999_900_006)
    #expect(TestNumbers.all.last?.number == 999_999_990)
    #expect(TestNumbers.all.allSatisfy { $0.passesElevenTest })
    // One of eleven numbers passes: 99,985 ÷ 11 is 9,089.5.
    #expect((9_089...9_091).contains(TestNumbers.all.count))
  }

  @Test func `the shares of the kinds of care are percentages`() {
    #expect(CareProduct.shares.count == CareProduct.catalogue.count)
    #expect(CareProduct.shares.reduce(0, +) == 100)
  }
}
