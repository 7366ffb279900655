import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct CorridorTests {
  @Test(
    arguments: [
      // € 1,000.00, band 5 %: from € 950.00 up to and including € 1,050.00 nothing; half of the rest.
      (100_000, 105_000, 5, 50, 0), (100_000, 105_001, 5, 50, 1), (100_000, 105_003, 5, 50, 2),
      (100_000, 95_000, 5, 50, 0), (100_000, 94_999, 5, 50, -1), (100_000, 80_000, 5, 50, -7_500),
      (100_000, 120_000, 5, 50, 7_500), (100_000, 120_000, 0, 100, 20_000), (100_000, 0, 10, 30, -27_000),
      // 5 % of 101 is 5.05: 107 lies 0.95 beyond 106.05.
      (101, 107, 5, 100, 1), (101, 107, 5, 50, 0), (100_000, 120_000, 5, 0, 0),
    ] as [(Int64, Int64, Int, Int, Int64)])
  func `what lies beyond the band is shared`(
    amount: Int64, realised: Int64, band: Int, share: Int, settlement: Int64
  ) {
    let corridor = LumpSum.Corridor(bandPercent: band, riskSharePercent: share)
    #expect(
      Corridor.settlement(of: Euros(cents: amount), realised: Euros(cents: realised), under: corridor).cents
        == settlement)
  }
}
