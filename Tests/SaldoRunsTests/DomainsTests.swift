import SaldoDomain
import SaldoLedger
import SaldoReports
import SaldoRuns
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// Youth care and care under the Wmo between one municipality and one provider, for one client, with the same numbers in
/// both: nothing of one domain touches the other. All figures are by hand.
struct DomainsTests {
  // Youth care costs € 4.00 per hour, care under the Wmo € 5.00; the ceiling of the client is € 60.00.
  private static let wmoProduct = Product(category: ProductCategory(rawValue: "02"), code: "02A48")
  private static let region: RegionSnapshot = {
    var region = RegionContracts.sample(
      prices: [.sample(), .sample(product: wmoProduct, price: 500)],
      municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")]
    ).snapshot
    region.clientCeilings = [
      ClientCeiling(
        municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
        ceiling: Euros(cents: 6000), setter: .municipality)
    ]
    return region
  }()

  private static func product(of domain: Domain) -> Product { domain == .jw ? Sample.product : wmoProduct }

  /// Hours in a month at the price of the domain.
  private static func line(
    _ domain: Domain, _ reference: ExactText, hours: Int64, _ period: Period = Sample.period
  ) -> DeliveryLine {
    let price: Int64 = domain == .jw ? 400 : 500
    return .sample(
      reference: reference, product: product(of: domain), period: period, volume: hours, tariff: price,
      amount: .debit(hours * price))
  }

  private static func declaration(
    _ domain: Domain, _ number: ExactText, date: CalendarDate, _ month: Period, _ lines: [DeliveryLine]
  ) -> Message {
    Message.declaration(
      .sample(identification: number, messageDate: date, number: number, period: month, date: date, lines: lines)
    ).following(Standard(domain: domain, release: .v3_2))
  }

  /// The messages of March: allocation 1001, start S1 and declaration D1 with line R1 in both domains.
  private static let march: [Message] = Domain.allCases.flatMap { domain in
    let product = product(of: domain)
    let standard = Standard(domain: domain, release: .v3_2)
    return [
      Message.allocated("T1", [.sample(category: product.category, code: product.code)]).following(standard),
      Message.notices([.started(product: product)], identification: "S1", date: "2025-03-01").following(standard),
      declaration(domain, "D1", date: "2025-03-03", Sample.period, [line(domain, "R1", hours: 10)]),
    ]
  }

  private static let monthOfMarch = Period("2025-03-01", "2025-03-31")

  /// The messages of April. In youth care declaration D2 is over March: R2 is new, R3 is R1 again. In the Wmo it is over
  /// February again, credits R1 with R2 and declares less with R3.
  private static let april: [Message] = [
    declaration(
      .jw, "D2", date: "2025-04-02", monthOfMarch,
      [line(.jw, "R2", hours: 6, monthOfMarch), line(.jw, "R3", hours: 10)]),
    declaration(
      .wmo, "D2", date: "2025-04-03", Sample.period,
      [line(.wmo, "R1", hours: 10).credited(as: "R2"), line(.wmo, "R3", hours: 8)]),
  ]

  private func settled(
    _ uniqueness: RegionSettings.Uniqueness = .ledger, _ work: (CourseRun) throws -> Void
  ) throws {
    var region = Self.region
    region.settings.uniqueness = uniqueness
    try CourseRun.with(region: region) { run in
      var random = SeededGenerator(seed: 1)
      try run.settle(Self.march, asOf: "2025-03-10", &random)
      try run.settle(Self.april, asOf: "2025-04-10", &random)
      try work(run)
    }
  }

  @Test(arguments: RegionSettings.Uniqueness.allCases)
  func `the same numbers in both domains do not collide`(uniqueness: RegionSettings.Uniqueness) throws {
    try settled(uniqueness) { run in
      let march = try run.decisions(on: Self.march)
      #expect(march.flatMap { $0.codes + $0.lines.flatMap(\.codes) } == [])
      #expect(march.map(\.grantedCents) == [0, 0, 4000, 0, 0, 5000])
      let april = try run.decisions(on: Self.april)
      #expect(april.map { $0.lines.map { [$0.position: $0.codes.map(\.rawValue)] } } == [[[1: ["9389"]]], []])
      #expect(april.map(\.grantedCents) == [2400, -1000])
      #expect(try ReplayRun(of: run.ledger).replay().differences == [])
      #expect(try run.ledger.verify().faults == [])
    }
  }

  @Test func `answers are named after their domain`() throws {
    try settled { run in
      let names = try run.answers().keys.map { String($0.prefix { $0 != "-" }) }.sorted()
      #expect(names == ["JW306", "JW325", "JW325", "WMO306", "WMO325", "WMO325"])
    }
  }

  @Test func `a ceiling counts youth care alone`() throws {
    try settled { run in
      // € 40.00 and € 24.00 of youth care; with care under the Wmo € 60.00 would be crossed in March already.
      let signals = try run.decisions(on: Self.march + Self.april).map { $0.findings.filter { $0.rule == "IBP" } }
      #expect(signals.map(\.count) == [0, 0, 0, 0, 0, 0, 1, 0])
      #expect(signals[6][0].facts["over"] == .amount(Euros(cents: 400)))
      let report = try OverrunReport(
        ledger: run.ledger, region: Self.region, period: ReportPeriod(CalendarDate("2025-04-10").month),
        asOf: "2025-04-10")
      #expect(report.ceilings.map(\.usedCents) == [6400])
      #expect(report.ceilings.map(\.signals.count) == [1])
    }
  }

  @Test func `reports tell the domains apart`() throws {
    try settled { run in
      for (month, expected) in [("2025-03", ["jw 4000", "wmo 5000"]), ("2025-04", ["jw 2400", "wmo -1000"])] {
        let report = try SettlementReport(
          ledger: run.ledger, region: Self.region, period: ReportPeriod(CalendarMonth(iso: month)!), asOf: "2025-04-10")
        #expect(report.providers.map { "\($0.domain.rawValue) \($0.acceptedCents)" } == expected)
        #expect(report.products.map { "\($0.domain.rawValue) \($0.acceptedCents)" } == expected)
      }
      let payables = try PayablesReport(
        ledger: run.ledger, region: Self.region, entries: Array(1...10), asOf: "2025-04-10")
      #expect(
        payables.payables.map {
          "\($0.domain.rawValue) \($0.declarationNumber) \($0.amountCents) \($0.debitCredit.rawValue)"
        }.sorted() == ["jw D1 4000 D", "jw D2 2400 D", "wmo D1 5000 D", "wmo D2 1000 C"])
    }
  }
}
