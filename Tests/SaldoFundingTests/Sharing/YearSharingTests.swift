import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

/// A year of a region with a merger, from its tables.
struct YearSharingTests {
  static let municipalities = [
    Municipality(code: Region.first, name: "A", validUntil: "2025-12-31", successor: Region.third),
    Municipality(code: Region.second, name: "B"), Municipality(code: Region.third, name: "C"),
  ]
  static let outside = MunicipalityCode("0014")!

  static let records = {
    var records = SharingRecords()
    records.keys = [
      KeyShare(key: "vast", municipality: Region.first, weight: 1),
      KeyShare(key: "vast", municipality: Region.second, weight: 2),
      KeyShare(key: "vast", municipality: Region.third, weight: 1),
    ]
    records.groupKeys = [GroupKey(group: "verblijf", key: "vast")]
    records.overheads = [
      Overhead(name: "Bureau", year: 2026, amount: Euros(cents: 41), key: "vast"),
      Overhead(name: "Bureau", year: 2025, amount: Euros(cents: 40), key: "vast"),
    ]
    records.solidarityReports = [
      SolidarityReport(municipality: Region.first, domain: .jw, year: 2026, received: "2027-02-01")
    ]
    return records
  }()

  static let use: [String: [MunicipalityCode: Euros]] = [
    "verblijf": [Region.first: Euros(cents: 100)],
    "ambulant": [Region.first: Euros(cents: 7), Region.third: Euros(cents: 3), outside: Euros(cents: 5)],
  ]

  @Test func `PM-2, GC-2, GC-3: from the year after the merger its successor pays`() {
    let cost = CostDistribution(of: Self.use, in: 2026, under: Self.records, municipalities: Self.municipalities)
    #expect(cost.municipalities == [Region.second, Region.third, Self.outside])
    #expect(
      cost.lines.map(\.subject) == [
        .care(group: "ambulant"), .care(group: "verblijf"), .overhead(name: "Bureau"),
      ])
    // Ambulant by own use; verblijf and 41 by 2 : 2, the cent to the earlier.
    #expect(cost.lines.map(\.shares) == [Euros.all([0, 10, 5]), Euros.all([50, 50, 0]), Euros.all([21, 20, 0])])
  }

  @Test func `until its last day a municipality pays itself`() {
    let cost = CostDistribution(of: Self.use, in: 2025, under: Self.records, municipalities: Self.municipalities)
    #expect(cost.municipalities == [Region.first, Region.second, Region.third, Self.outside])
    #expect(
      cost.lines.map(\.shares) == [
        Euros.all([7, 0, 3, 5]), Euros.all([25, 50, 25, 0]), Euros.all([10, 20, 10, 0]),
      ])
  }

  @Test func `budgets, cost and reports of a year`() {
    let amounts = [Region.first: Euros(cents: 100), Region.third: Euros(cents: 50)]
    func years(_ domain: Domain, _ year: Int, asOf: CalendarDate) -> [Solidarity.Year] {
      Solidarity.Year.all(
        domain, in: year, budgets: amounts, actuals: [Region.first: Euros(cents: 9)], under: Self.records,
        municipalities: Self.municipalities, asOf: asOf)
    }
    let merged = years(.jw, 2026, asOf: "2027-02-01")
    #expect(merged.map(\.municipality) == [Region.second, Region.third])
    #expect(merged.map(\.budget.cents) == [0, 150])
    #expect(merged.map(\.actual.cents) == [0, 9])
    #expect(merged.map(\.hasReport) == [false, true])
    #expect(years(.jw, 2026, asOf: "2027-01-31").allSatisfy { !$0.hasReport })
    #expect(years(.wmo, 2026, asOf: "2027-02-01").allSatisfy { !$0.hasReport })
    #expect(years(.jw, 2025, asOf: "2027-02-01").map(\.budget.cents) == [100, 0, 50])
  }
}
