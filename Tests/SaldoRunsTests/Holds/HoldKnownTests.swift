import SaldoDomain
import SaldoLedger
import SaldoReports
import SaldoRuns
import SaldoSettlement
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// From when the lines of a declaration that had waited are known, to all that asks what was known on a day: from the
/// decision, not from the receipt.
struct HoldKnownTests {
  @Test func `what advances are settled with is known from the decision`() throws {
    let care = try HeldCare()
    care.run.region.lumpSums.advances = [
      Advance(
        agreement: "arr", provider: Sample.provider, municipality: Sample.municipality, domain: .jw, year: 2025,
        yearlyAmount: Euros(cents: 800_000), height: .percent(50), settled: .yearly, isFinal: true)
    ]
    try care.settle([HeldCare.allocation, HeldCare.start, HeldCare.result], asOf: "2025-06-27")
    let region = RegionContracts(care.run.region)
    #expect(
      try care.ledger.dayKnowledge(for: region, asOf: "2025-06-30").entitlements.map(\.deliveryMonth.iso)
        == ["2025-01"])
    care.recordOutcome()
    try care.settle(asOf: "2025-07-01")
    let known = try care.ledger.dayKnowledge(for: region, asOf: "2025-07-01").entitlements
      .sorted { $0.deliveryMonth < $1.deliveryMonth }
    #expect(known.map(\.known) == ["2025-06-27", "2025-07-01"])
    #expect(known.map(\.amount) == [Euros(cents: 400_000), Euros(cents: 400_000)])
    // The credit of a line that had waited comes back from where its debit was booked.
    let credit = HeldCare.declared([HeldCare.line("B", month: 5).credited(as: "X")], over: 6)
    try care.settle([credit], asOf: "2025-07-02")
    let sum = try care.ledger.dayKnowledge(for: region, asOf: "2025-07-02").entitlements
      .reduce(Euros.zero) { $0 + $1.amount }
    #expect(sum == Euros(cents: 400_000))
    #expect(try care.faults() == [])
  }

  private static let group = Product(category: ProductCategory(rawValue: "45"), code: "45A53")

  /// Five hours under a yearly amount in the message that waits, or their credit, received on Wednesday 28 January 2026. The
  /// corridor of 2025 is settled on 31 January with what was known before it.
  @Test(arguments: [
    (CalendarDate(iso: "2026-01-30")!, false, 1), (CalendarDate(iso: "2026-01-31")!, false, 0),
    (CalendarDate(iso: "2026-01-30")!, true, 0), (CalendarDate(iso: "2026-01-31")!, true, 1),
  ])
  func `production, and its credit, are known from the decision`(
    decided: CalendarDate, isCredit: Bool, items: Int
  ) throws {
    let care = try HeldCare()
    care.run.region.agreements.append(Agreement(key: "lump", name: "Groep", model: .unitPrice))
    care.run.region.prices.append(.sample(product: Self.group, agreement: "lump"))
    let both = Message.allocated(
      "T1", [HeldCare.product(1001), .sample(number: 1003, category: Self.group.category, code: Self.group.code)])
    // What is credited was declared at a price, before the agreement became a yearly amount.
    let hours = DeliveryLine.sample(
      reference: "H", allocation: 1003, product: Self.group, period: Period("2025-05-01", "2025-05-31"), volume: 5,
      tariff: isCredit ? 400 : 0, amount: .debit(isCredit ? 2000 : 0))
    let start = HeldCare.declared([HeldCare.line("A", month: 1)] + (isCredit ? [hours] : []), over: 11)
    try care.settle([both, start], asOf: "2026-01-27")
    care.run.region.agreements[1].model = .lumpSum
    care.run.region.lumpSums.lumpSums = [
      LumpSum(
        agreement: "lump", provider: Sample.provider, domain: .jw,
        shares: [LumpSum.Share(municipality: Sample.municipality, weight: 1)], year: 2025,
        amount: Euros(cents: 100_000), instalments: .quarterly,
        corridor: LumpSum.Corridor(bandPercent: 10, riskSharePercent: 50))
    ]
    let waiting = isCredit ? hours.credited(as: "C") : hours
    let mixed = HeldCare.declared([HeldCare.line("B", month: 5), waiting], over: 12)
    #expect(try care.settle([mixed], asOf: "2026-01-28").held.map(\.lines) == [2])
    care.recordOutcome()
    try care.settle(asOf: decided)
    #expect(try care.rules(on: mixed) == [])
    let knowledge = try care.ledger.dayKnowledge(for: RegionContracts(care.run.region), asOf: "2026-02-02")
    #expect(knowledge.production.map(\.agreement) == Array(repeating: "lump", count: items))
    #expect(try care.faults() == [])
  }

  @Test func `refused as a whole after its hold, it leaves its lines, its number and its credit as if it never came`()
    throws
  {
    let care = try HeldCare()
    let mixed = HeldCare.declared(
      [HeldCare.line("A", month: 1).credited(as: "C"), HeldCare.line("D", 800_000, month: 5)], over: 5)
    try care.settle([HeldCare.allocation, HeldCare.start, mixed], asOf: "2025-06-27")
    // The region tells that it does not use the code of the municipality any more.
    care.run.region.municipalities[0].validUntil = "2024-12-31"
    try care.settle(asOf: "2025-07-01")
    let payload = try care.decision(on: mixed)
    #expect(payload.outcome == .header && payload.codes.map(\.rawValue) == ["S300"] && payload.decides == 4)
    let report = try SettlementReport(
      ledger: care.ledger, region: care.run.region, period: ReportPeriod(CalendarMonth(year: 2025, month: 7)),
      asOf: "2025-07-31")
    #expect(report.refused?.messages == 1 && report.refused?.lines == 2 && report.totals.linesDeclared == 0)
    #expect(report.refused?.declaredCents == 400_000)
    #expect(try care.faults() == [])
    // With the code back, all of it can be sent again, under the same numbers but for the identification.
    care.run.region.municipalities[0].validUntil = nil
    care.recordOutcome()
    let again = HeldCare.declared(
      [HeldCare.line("A", month: 1).credited(as: "C"), HeldCare.line("D", 800_000, month: 5)], over: 5,
      identification: "Z")
    try care.settle([again], asOf: "2025-07-02")
    #expect(try care.decision(on: again).grantedCents == 400_000)
    #expect(try care.faults() == [])
  }
}
