import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct BudgetRealisationTests {
  private let ambulant = ProductCategory(rawValue: "45")

  private func budget(
    _ group: String, _ cents: Int64, municipality: MunicipalityCode = Sample.municipality, domain: Domain = .jw,
    year: Int = 2025
  ) -> MunicipalBudget {
    MunicipalBudget(
      municipality: municipality, group: group, domain: domain, year: year, amount: Euros(cents: cents))
  }

  private func spent(
    _ code: ProductCode, _ cents: Int64, municipality: MunicipalityCode = Sample.municipality, domain: Domain = .jw,
    year: Int = 2025
  ) -> SpentAmount {
    SpentAmount(
      municipality: municipality, domain: domain, product: Product(category: ambulant, code: code), year: year,
      amount: Euros(cents: cents))
  }

  private func realise(_ budgets: [MunicipalBudget], _ spent: [SpentAmount]) -> BudgetRealisations {
    var records = CeilingRecords()
    records.budgets = budgets
    records.productGroups = [
      ProductGroup(group: "ambulant", category: ambulant),
      ProductGroup(group: "dyslexie", category: ambulant, code: "45D01"),
    ]
    return BudgetRealisations(of: spent, in: records)
  }

  @Test func `PM-6: a code counts for its own group, other codes for that of their category`() {
    let result = realise(
      [budget("ambulant", 100_000), budget("dyslexie", 10_000)],
      [spent("45A48", 70_000), spent("45A49", 41_400), spent("45D01", 9_999)])
    #expect(result.budgets.map(\.realised.cents) == [111_400, 9_999])
    #expect(result.budgets.map(\.over.cents) == [11_400, 0])
    #expect(result.budgets.map(\.overrunPermille) == [114, 0])
    #expect(result.budgets.map(\.band) == [.above100, .upTo100])
    #expect(result.uncovered == [])
  }

  @Test func `credits, other years, other municipalities and the other law`() {
    let amounts = [
      spent("45A48", 500), spent("45A48", -200), spent("45A48", 1, year: 2024),
      spent("45A48", 2, municipality: Sample.otherMunicipality), spent("45A48", 4, domain: .wmo),
    ]
    let result = realise([budget("ambulant", 1_000)], amounts)
    #expect(result.budgets.map(\.realised.cents) == [300])
    #expect(result.uncovered == Array(amounts[2...]))
  }

  @Test func `a product without a group is not lost`() {
    let other = SpentAmount(
      municipality: Sample.municipality, domain: .jw,
      product: Product(category: ProductCategory(rawValue: "44"), code: "44A09"), year: 2025, amount: Euros(cents: 7))
    #expect(realise([budget("ambulant", 1)], [other]).uncovered == [other])
  }

  // € 5.00 of € 1,000.00 is 0.5 ‰, a half, away from zero: 1 ‰ above, and −1 ‰ below.
  @Test func `halves of thousandths round away from zero, and a budget of nothing has no share`() {
    #expect(realise([budget("ambulant", 100_000)], [spent("45A48", 100_050)]).budgets[0].overrunPermille == 1)
    #expect(realise([budget("ambulant", 100_000)], [spent("45A48", 100_049)]).budgets[0].overrunPermille == 0)
    #expect(realise([budget("ambulant", 100_000)], [spent("45A48", 99_950)]).budgets[0].overrunPermille == -1)
    #expect(realise([budget("ambulant", 0)], [spent("45A48", 1)]).budgets[0].overrunPermille == nil)
  }

  @Test func `ten thousand random lists lose no cent`() {
    var random = SeededGenerator(seed: 11)
    var misses: [Int] = []
    for attempt in 0..<10_000 {
      let amounts = (0..<8).map { _ in
        spent(
          ["45A48", "45D01", "45X"].randomElement(using: &random)!, Int64.random(in: -9_999...9_999, using: &random),
          municipality: Bool.random(using: &random) ? Sample.municipality : Sample.otherMunicipality,
          year: Int.random(in: 2024...2026, using: &random))
      }
      let result = realise([budget("ambulant", 5_000), budget("dyslexie", 5_000, year: 2026)], amounts)
      let total = amounts.reduce(Int64(0)) { $0 + $1.amount.cents }
      let counted =
        result.budgets.reduce(Int64(0)) { $0 + $1.realised.cents }
        + result.uncovered.reduce(Int64(0)) { $0 + $1.amount.cents }
      if total != counted { misses.append(attempt) }
    }
    #expect(misses == [])
  }
}
