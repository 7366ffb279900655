import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR381Tests {
  let rule = TR381CodeBelongsToCategory()

  private func line(_ category: String, _ code: ProductCode) -> DeliveryLine {
    .sample(product: Product(category: ProductCategory(rawValue: category), code: code))
  }

  @Test func `a product of the catalogue passes`() {
    #expect(rule.judge(line("45", "45A48")) == .pass)
  }

  @Test func `a row for somebody else at another time is enough`() {
    let row = PriceRow.sample(
      unit: .euro, provider: Sample.otherProvider, municipality: Sample.otherMunicipality,
      validity: OpenPeriod("2021-01-01", "2021-12-31"))
    #expect(rule.judge(in: .sample(region: .sample(prices: [row]))) == .pass)
  }

  @Test func `a code of another category, and an unknown code, fail`() {
    #expect(rule.judge(line("43", "45A48")) == .fail(["code": .code("45A48"), "category": .code("43")]))
    #expect(rule.judge(line("45", "45A99")) == .fail(["code": .code("45A99"), "category": .code("45")]))
  }

  @Test func `it judges a line without a known allocation`() {
    #expect(rule.judge(line("43", "45A48"), in: .sample(known: nil)).fails)
  }

  @Test func `without a region, and for credits, it has nothing to say`() {
    #expect(rule.judge(line("43", "45A48"), in: .sample(region: nil)) == .notApplicable)
    #expect(TR381CodeBelongsToCategory.sides == [.debit])
  }
}
