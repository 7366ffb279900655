import Foundation
import SaldoDomain
import SaldoTestSupport
import Testing

struct LocalRulesTests {
  private let incidental = ContractPeriod(
    provider: Sample.provider, period: OpenPeriod("2025-02-10", "2025-04-05"), kind: .incidental(Sample.bsn))

  @Test func `GD-7: incidental contracts are counted per month`() {
    var records = ContractRuleRecords()
    records.contracts = [incidental, ContractPeriod(provider: Sample.provider, period: OpenPeriod("2020-01-01"))]
    let months = (1...5).map { records.incidentalContracts(in: CalendarMonth(year: 2025, month: $0)) }
    #expect(months == [0, 1, 1, 1, 0])
  }

  @Test func `the earliest access to long-term care counts`() {
    var region = RegionContracts.sample.snapshot
    region.contractRules.wlz = [
      WlzAccess(bsn: Sample.bsn, from: "2025-03-01"), WlzAccess(bsn: Sample.bsn, from: "2025-02-01"),
    ]
    #expect(LocalRules(region).wlz(of: Sample.bsn) == "2025-02-01")
    #expect(LocalRules(region).wlz(of: Sample.otherBsn) == nil)
  }

  @Test func `after a merger an exception stands under the municipality that granted`() {
    var region = RegionContracts.sample.snapshot
    region.contractRules.productRules = [
      ProductRule(category: Sample.product.category, limit: .age18, from: "2025-01-01")
    ]
    region.contractRules.exceptions = [
      RuleException(
        municipality: Sample.otherMunicipality, allocation: AllocationNumber(1001), rule: .age18, reason: "plan")
    ]
    func rule(_ grantor: MunicipalityCode?) -> ProductRule? {
      LocalRules(region).rule(
        .age18, on: Sample.product.category, Sample.product.code,
        of: ContractedCare(
          provider: Sample.provider, municipality: Sample.municipality, bsn: Sample.bsn, agreement: nil,
          allocation: AllocationNumber(1001), grantor: grantor, start: "2025-01-13"))
    }
    #expect(rule(Sample.otherMunicipality) == nil)
    #expect(rule(nil)?.limit.kind == .age18)
  }

  @Test func `tables without rows are not stored, and those with rows come back`() throws {
    let plain = RegionContracts.sample.snapshot
    let text = String(decoding: try JSONEncoder().encode(plain), as: UTF8.self)
    #expect(!text.contains("contractRules") && !text.contains("ceilings\":") && !text.contains("motive"))
    var full = plain
    full.contractRules.contracts = [
      incidental,
      ContractPeriod(
        provider: Sample.provider, municipality: Sample.municipality, agreement: "pxq",
        period: OpenPeriod("2025-01-01"), kind: .runOff(startedBefore: "2025-01-01")),
    ]
    full.contractRules.productRules = [
      ProductRule(category: Sample.product.category, limit: .maxDuration(.init(3, .months)), from: "2025-01-01"),
      ProductRule(
        category: Sample.product.category, code: "45A48", municipality: Sample.municipality, agreement: "pxq",
        limit: .maxVolume(AllocatedVolume(volume: 9, unit: .hour, frequency: .total)), from: "2025-01-01",
        action: .reject),
      ProductRule(category: Sample.product.category, limit: .age18, from: "2025-01-01", action: .none),
    ]
    full.contractRules.exceptions = [
      RuleException(municipality: Sample.municipality, allocation: AllocationNumber(1), rule: .age18, reason: "plan")
    ]
    full.contractRules.wlz = [WlzAccess(bsn: Sample.bsn, from: "2025-02-01")]
    full.ceilings.raises = [
      CeilingRaise(
        municipality: Sample.municipality, bsn: Sample.bsn, ceilingBegin: "2025-01-01", validFrom: "2025-02-01",
        knownOn: "2025-02-02", old: Euros(cents: 1), new: Euros(cents: 2), by: "gemeente", reason: "groei")
    ]
    full.ceilings.dispositions = [
      CeilingDisposition(
        municipality: Sample.municipality, bsn: Sample.bsn, ceilingBegin: "2025-01-01", date: "2025-02-01",
        outcome: .otherSupport, note: "via school")
    ]
    let cell = CeilingCell(childNature: "a", childSeverity: "b", systemNature: "c", systemSeverity: "d")
    full.ceilings.matrix = [CeilingMatrixRow(cell: cell, height: Euros(cents: 3), validFrom: "2025-01-01")]
    full.ceilings.spendingSpaces = [
      SpendingSpace(
        provider: Sample.provider, segment: "ambulant", domain: .wmo, year: 2025, amount: Euros(cents: 4))
    ]
    full.ceilings.budgets = [
      MunicipalBudget(
        municipality: Sample.municipality, group: "g", domain: .jw, year: 2025, amount: Euros(cents: 5))
    ]
    full.ceilings.productGroups = [ProductGroup(group: "g", category: Sample.product.category, code: "45A48")]
    var ceiling = ClientCeiling(
      municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
      ceiling: Euros(cents: 6), setter: .municipality)
    (ceiling.cell, ceiling.motive) = (cell, "gezin")
    full.clientCeilings = [ceiling]
    let stored = try JSONDecoder().decode(RegionSnapshot.self, from: JSONEncoder().encode(full))
    #expect(stored == full)
  }
}

struct EighteenthBirthdayTests {
  private func eighteenth(_ date: CalendarDate, _ use: BirthDate.Use? = nil) -> CalendarDate? {
    BirthDate(date: date, use: use).eighteenth
  }

  @Test func `the same day eighteen years later; 29 February becomes 1 March`() {
    #expect(eighteenth("2008-05-17") == "2026-05-17")
    #expect(eighteenth("2008-02-28") == "2026-02-28")
    #expect(eighteenth("2008-02-29") == "2026-03-01")
  }

  @Test func `a partial date is the latest day that it can be`() {
    #expect(eighteenth("2008-04-01", .dayUnknown) == "2026-04-30")
    #expect(eighteenth("2008-02-01", .dayUnknown) == "2026-03-01")
    #expect(eighteenth("2009-02-01", .dayUnknown) == "2027-02-28")
    #expect(eighteenth("2008-01-01", .dayAndMonthUnknown) == "2026-12-31")
    #expect(eighteenth("1900-01-01", .unknown) == nil)
  }
}
