import SaldoDomain
import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Testing

/// The budgets of 2026 over the two months of ``TestLedger``: 45A48 € 1,040.00 at Merendam and € 800.00 at Waterkant,
/// 45A50 € 120.00 at Merendam, 45A49 € 250.00 and its credit at Merendam.
struct BudgetFiguresTests {
  private func figures(
    _ budgets: [(municipality: Int, group: String, cents: Int64, year: Int)], asOf: CalendarDate = "2026-03-06",
    _ change: (inout RegionSnapshot) -> Void = { _ in }
  ) throws -> [String] {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    let region = with(TestRegion.snapshot()) { region in
      region.ceilings.productGroups = [
        ProductGroup(group: "ambulant", category: TestRegion.hours.category, code: TestRegion.hours.code),
        ProductGroup(group: "maand", category: TestRegion.months.category, code: TestRegion.months.code),
      ]
      region.ceilings.budgets = budgets.map {
        MunicipalBudget(
          municipality: TestRegion.municipalities[$0.municipality], group: $0.group, domain: .jw, year: $0.year,
          amount: Euros(cents: $0.cents))
      }
      change(&region)
    }
    return try ledger.budgetFigures(of: region, asOf: asOf).map {
      "\($0.municipality) \($0.group ?? "-") \($0.year) \($0.budget.map { "\($0.cents)" } ?? "-") \($0.realised.cents)"
    }
  }

  @Test func `budgets of the year in the order of their table, and what they do not cover`() throws {
    #expect(
      try figures([(1, "ambulant", 70_000, 2026), (0, "maand", 1, 2026), (0, "ambulant", 200_000, 2025)])
        == [
          "0599 ambulant 2026 70000 80000", "0363 maand 2026 1 0",
          // € 1,040.00 without a budget of the year, and € 120.00 without a group.
          "0363 - 2026 - 116000",
        ])
    #expect(try figures([(0, "ambulant", 200_000, 2025)], asOf: "2025-12-31") == ["0363 ambulant 2025 200000 0"])
    #expect(try figures([(0, "ambulant", 200_000, 2027)], asOf: "2027-01-31") == ["0363 ambulant 2027 200000 0"])
  }

  @Test func `after a merger budget and care count for the successor, from its date on`() throws {
    let budgets = [(1, "ambulant", Int64(70_000), 2026), (0, "ambulant", Int64(200_000), 2026)]
    func merged(asOf: CalendarDate) throws -> [String] {
      try figures(budgets, asOf: asOf) {
        $0.municipalities[0].validUntil = "2026-06-30"
        $0.municipalities[0].successor = TestRegion.municipalities[1]
      }
    }
    #expect(
      try merged(asOf: "2026-06-30") == [
        "0599 ambulant 2026 70000 80000", "0363 ambulant 2026 200000 104000", "0363 - 2026 - 12000",
      ])
    #expect(try merged(asOf: "2026-07-01") == ["0599 ambulant 2026 270000 184000", "0599 - 2026 - 12000"])
  }
}
