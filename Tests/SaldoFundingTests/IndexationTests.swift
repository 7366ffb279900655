import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct IndexationTests {
  static func indexation(_ wage: (Int, Int), _ material: (Int, Int), share: Int = 90) -> Indexation {
    Indexation(
      year: 2027, wageSharePercent: share, forecast: .init(wage: wage.0, material: material.0),
      correction: .init(wage: wage.1, material: material.1))
  }

  @Test(arguments: [
    // 83.50 × (1 + 0.9 × 4.00 % + 0.1 × 2.00 %) = 83.50 × 1.038 = 86.673.
    (Int64(83_50), 350, 50, 220, -20, 90, Int64(86_67)),
    // 100.00 × (1 + 0.5 × 1.01 %) = 100.505: half a cent goes up.
    (100_00, 101, 0, 0, 0, 50, 100_51),
    // A fall: 100.00 × (1 − 2 %).
    (100_00, 0, -200, -200, 0, 90, 98_00),
    // 85 % and 15 %: 10,000.00 × (1 + 0.85 × 0.01 % + 0.15 × 1.00 %) = 10,000.85 + 15.
    (10_000_00, 1, 0, 100, 0, 85, 10_015_85),
  ])
  func `a price grows by wages and material`(
    old: Int64, wage: Int, wageCorrection: Int, material: Int, materialCorrection: Int, share: Int, new: Int64
  ) {
    let indexation = Self.indexation((wage, wageCorrection), (material, materialCorrection), share: share)
    #expect(indexation.price(from: Euros(cents: old)).cents == new)
  }

  static let figures = [
    IndexationFigures(
      domain: .jw, year: 2025, wageSharePercent: 90, wage: .init(forecast: 400, definitive: 450),
      material: .init(forecast: 200, definitive: 180), isFirstYear: true),
    IndexationFigures(
      domain: .jw, year: 2026, wageSharePercent: 90, wage: .init(forecast: 350), material: .init(forecast: 220)),
    IndexationFigures(
      domain: .jw, year: 2027, wageSharePercent: 90, wage: .init(forecast: 300), material: .init(forecast: 210)),
  ]

  @Test func `the correction is what the running year became less what was expected`() throws {
    let next = try #require(Indexation(Self.figures, .jw, year: 2026))
    #expect(next.forecast == .init(wage: 350, material: 220))
    #expect(next.correction == .init(wage: 50, material: -20))
    // Nothing is corrected in the first year; nothing can be while the running year is not definitive.
    #expect(Indexation(Self.figures, .jw, year: 2025)?.correction == Indexation.Growths.none)
    #expect(Indexation(Self.figures, .jw, year: 2027) == nil)
    #expect(Indexation(Self.figures, .jw, year: 2028) == nil)
    #expect(Indexation(Self.figures, .wmo, year: 2026) == nil)
  }

  @Test func `a row of the catalogue with its derivation`() throws {
    let row = PriceRow(
      product: Product(category: ProductCategory(rawValue: "45"), code: ProductCode("45A48")), unit: .hour,
      price: Euros(cents: 83_50), basis: .unit, validity: OpenPeriod(begin: "2025-01-01", end: "2025-12-31"),
      agreement: "amb")
    let indexation = try #require(Indexation(Self.figures, .jw, year: 2026))
    let next = indexation.next(after: row)
    var expected = row
    expected.price = Euros(cents: 86_67)
    expected.validity = OpenPeriod(begin: "2026-01-01", end: "2026-12-31")
    #expect(next.row == expected)
    #expect(
      next.derivation.dutch == "€ 83,50 × (1 + 90 % × (3,50 % + 0,50 %) + 10 % × (2,20 % − 0,20 %)) = € 86,67")
    #expect(next.derivation.english == "€83.50 × (1 + 90% × (3.50% + 0.50%) + 10% × (2.20% − 0.20%)) = €86.67")
    // The year after starts from the rounded price: 86.67 × 1.038 = 89.96346.
    #expect(indexation.next(after: next.row).row.price == Euros(cents: 89_96))
  }

  @Test func `a fall in words`() {
    let row = PriceRow(
      product: Product(category: ProductCategory(rawValue: "45"), code: ProductCode("45A48")), unit: .hour,
      price: Euros(cents: 100_00), basis: .unit, validity: OpenPeriod(begin: "2026-01-01", end: nil), agreement: "amb")
    #expect(
      Self.indexation((-105, 0), (0, 7)).next(after: row).derivation.dutch
        == "€ 100,00 × (1 + 90 % × (-1,05 % + 0,00 %) + 10 % × (0,00 % + 0,07 %)) = € 99,06")
  }
}
