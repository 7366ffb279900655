import SaldoDomain
import SaldoFunding
import Testing

struct CoverageTests {
  @Test(arguments: [
    // Overrun, surplus of the Wmo, reserve; used of each, uncovered.
    (500, 350, 200, 350, 150, 0),
    (500, 350, 100, 350, 100, 50),
    (300, 350, 200, 300, 0, 0),
    (500, -50, 200, 0, 200, 300),
    (500, 350, -20, 350, 0, 150),
    (-40, 350, 200, 0, 0, 0),
  ])
  func `ZB-7: an overrun is covered by the Wmo, then by the reserve`(
    overrun: Int64, surplus: Int64, reserve: Int64, fromWmo: Int64, fromReserve: Int64, uncovered: Int64
  ) {
    let coverage = Coverage(
      overrun: Euros(cents: overrun), surplus: Euros(cents: surplus), reserve: Euros(cents: reserve))
    #expect(coverage.steps.map(\.source) == [.socialSupport, .reserve])
    #expect(coverage.steps.map(\.used.cents) == [fromWmo, fromReserve])
    #expect(coverage.steps.map(\.left.cents) == [max(0, surplus) - fromWmo, max(0, reserve) - fromReserve])
    #expect(coverage.uncovered.cents == uncovered)
  }
}
