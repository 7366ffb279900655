import Foundation
import SaldoDomain
import SaldoFunding
import Testing

/// Worked examples that stand outside the repository: a file named by `SALDO_VECTORS`, without which nothing is tested.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["SALDO_VECTORS"] != nil))
struct SharingVectorTests {
  struct Vectors: Decodable {
    var largestRemainder: [Split]
    var solidarity: [SolidarityCase]
    var indexation: [IndexationCase]

    struct Split: Decodable {
      var amount: Int64
      var weights: [Int64]
      var parts: [Int64]
    }
    struct SolidarityCase: Decodable {
      var budgets: [Int64]
      var actuals: [Int64]
      var thresholdPercent: Int
      var scope: SolidarityTerms.Claims.Scope
      var cap: SolidarityTerms.Claims.Cap
      var granted: [Int64]
      var contributions: [Int64]
    }
    struct IndexationCase: Decodable {
      var price: Int64
      var wageSharePercent: Int
      var wageForecast: Int
      var wageCorrection: Int
      var materialForecast: Int
      var materialCorrection: Int
      var newPrice: Int64
    }
  }

  let vectors: Vectors

  init() throws {
    let path = try #require(ProcessInfo.processInfo.environment["SALDO_VECTORS"])
    vectors = try JSONDecoder().decode(Vectors.self, from: try #require(FileManager.default.contents(atPath: path)))
  }

  @Test func largestRemainder() {
    for each in vectors.largestRemainder {
      #expect(LargestRemainder.split(Euros(cents: each.amount), by: each.weights) == Euros.all(each.parts))
    }
  }

  @Test func solidarity() {
    for each in vectors.solidarity {
      let years = SolidarityTests.years(zip(each.budgets, each.actuals).map { ($0, $1) })
      let terms = SolidarityTerms.Claims(thresholdPercent: each.thresholdPercent, scope: each.scope, cap: each.cap)
      let shares = Solidarity.shares(of: years, under: terms)
      #expect(shares.map(\.granted.cents) == each.granted)
      #expect(shares.map(\.contribution.cents) == each.contributions)
    }
  }

  @Test func indexation() {
    for each in vectors.indexation {
      let indexation = IndexationTests.indexation(
        (each.wageForecast, each.wageCorrection), (each.materialForecast, each.materialCorrection),
        share: each.wageSharePercent)
      #expect(indexation.price(from: Euros(cents: each.price)).cents == each.newPrice)
    }
  }
}
