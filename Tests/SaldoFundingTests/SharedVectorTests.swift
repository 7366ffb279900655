import Foundation
import SaldoDomain
import SaldoFunding
import Testing

/// Worked examples that stand outside the repository: a file named by `SALDO_VECTORS`, without which nothing is tested.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["SALDO_VECTORS"] != nil))
struct SharedVectorTests {
  struct Vectors: Decodable {
    var instalments: [Instalments]
    var largestRemainder: [Split]
    var corridor: [CorridorCase]
    var advance: [AdvanceCase]

    struct Instalments: Decodable {
      var amount: Int64
      var sharesPercent: [Int64]
      var parts: [Int64]
    }
    struct Split: Decodable {
      var amount: Int64
      var weights: [Int64]
      var parts: [Int64]
    }
    struct CorridorCase: Decodable {
      var annual: Int64
      var realised: Int64
      var bandPercent: Int
      var riskSharePercent: Int
      var settlement: Int64
    }
    struct AdvanceCase: Decodable {
      var yearly: Int64
      var percent: Int
      var entitlements: [Int64]
      var advances: [Int64]
      var balance: Int64
    }
  }

  let vectors: Vectors

  init() throws {
    let path = try #require(ProcessInfo.processInfo.environment["SALDO_VECTORS"])
    vectors = try JSONDecoder().decode(Vectors.self, from: try #require(FileManager.default.contents(atPath: path)))
  }

  @Test func instalments() {
    for each in vectors.instalments {
      #expect(
        LumpSumCalendar.parts(of: Euros(cents: each.amount), shares: each.sharesPercent).map(\.cents) == each.parts)
    }
  }

  @Test func largestRemainder() {
    for each in vectors.largestRemainder {
      #expect(LargestRemainder.split(Euros(cents: each.amount), by: each.weights).map(\.cents) == each.parts)
    }
  }

  @Test func corridor() {
    for each in vectors.corridor {
      let corridor = LumpSum.Corridor(bandPercent: each.bandPercent, riskSharePercent: each.riskSharePercent)
      let found = Corridor.settlement(
        of: Euros(cents: each.annual), realised: Euros(cents: each.realised), under: corridor)
      #expect(found.cents == each.settlement)
    }
  }

  @Test func advance() throws {
    for each in vectors.advance {
      let months = AdvanceScheme.months(of: try AdvanceSchemeTests.advance(each.yearly, .percent(each.percent)))
      #expect(months.map(\.cents) == each.advances)
      let balance = AdvanceScheme.Balance(
        entitlement: Euros(cents: each.entitlements.reduce(0, +)), advances: months.reduce(.zero, +))
      #expect(balance.payable(isFinal: true).cents == each.balance)
      #expect(balance.payable(isFinal: false).cents == max(0, each.balance))
    }
  }
}
