import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct ClosedCarePoolTests {
  static func pool(_ agreed: Int64, _ use: [Int64], _ institutions: [Int64], _ percent: Int) -> ClosedCarePool {
    ClosedCarePool(
      agreed: Euros(cents: agreed), use: Euros.all(use), institutions: institutions, riskSharePercent: percent)
  }

  @Test func `PM-4: institutions carry their part of an overrun`() {
    // 1,200 used where 1,000 was agreed: 25 % of 200 is 50, over three institutions 17, 17, 16; off the regions 2 : 1.
    let pool = Self.pool(1000, [800, 400], [1, 1, 1], 25)
    #expect(pool.institutions == Euros.all([17, 17, 16]))
    #expect(pool.regions == Euros.all([767, 383]))
  }

  @Test func `PM-4: institutions keep their part of what was not used`() {
    // 900 where 1,000 was agreed: 25 % of −100 is −25.
    let pool = Self.pool(1000, [900, 0], [3, 2], 25)
    #expect(pool.institutions == Euros.all([-15, -10]))
    #expect(pool.regions == Euros.all([925, 0]))
  }

  @Test func `PM-4: half a cent of risk goes away from zero, and without use or weights all share alike`() {
    #expect(Self.pool(0, [1], [0], 50).institutions == Euros.all([1]))
    let idle = Self.pool(100, [0, 0], [0, 0], 10)
    #expect(idle.institutions == Euros.all([-5, -5]))
    #expect(idle.regions == Euros.all([5, 5]))
  }

  @Test func `PM-4: regions and institutions pay the use together, seed 6`() {
    var random = SeededGenerator(seed: 6)
    var wrong = 0
    for _ in 0..<10_000 {
      let use = (0..<10).map { _ in Int64.random(in: 0...999_999_999, using: &random) }
      let pool = Self.pool(
        Int64.random(in: 0...9_999_999_999, using: &random), use,
        (0..<4).map { _ in Int64.random(in: 0...100, using: &random) }, Int.random(in: 0...100, using: &random))
      let paid = (pool.regions + pool.institutions).reduce(Int64(0)) { $0 + $1.cents }
      if paid != use.reduce(0, +) { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}
