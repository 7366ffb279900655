import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR321Tests {
  let rule = TR321VolumeFitsTheProductPeriod()

  /// The verdict on a volume against one allocation.
  private func verdict(
    _ volume: Int64, _ unit: CareUnit = .hour, over period: Period, on product: AllocatedProduct,
    domain: Domain = .jw
  ) -> Verdict {
    var message = DeclarationMessage.sample(lines: [.sample(period: period, volume: volume, unit: unit)])
    message.header.standard = Standard(domain: domain, release: .v3_2)
    let context = RuleContext.sample(known: .sample(allocations: [.sample(product)]))
    let subject = LineSubject(at: 0, of: message, repeatsReference: false, in: context)
    let verdict = rule.verdict(on: subject, in: context)
    if case .fail(let facts) = verdict { expectListed(facts, by: rule.metadata) }
    return verdict
  }

  /// Whether a volume is the most that passes: it does, and one more does not.
  private func isBound(
    _ volume: Int64, _ unit: CareUnit = .hour, over period: Period, on product: AllocatedProduct,
    domain: Domain = .jw
  ) -> Bool {
    verdict(volume, unit, over: period, on: product, domain: domain) == .pass
      && verdict(volume + 1, unit, over: period, on: product, domain: domain).fails
  }

  private func allocation(
    _ begin: CalendarDate, _ end: CalendarDate?, _ volume: Int64, _ unit: CareUnit, _ frequency: Frequency,
    category: String = "45"
  ) -> AllocatedProduct {
    .sample(
      category: ProductCategory(rawValue: category), validity: OpenPeriod(begin, end),
      volume: AllocatedVolume(volume: volume, unit: unit, frequency: frequency))
  }

  private let january = Period("2025-01-13", "2025-01-31")

  // The rows of the conformance cases.

  @Test func `3 hours per week from 13 January: 9 hours in January, weeks 3 to 5`() {
    #expect(isBound(9, over: january, on: .sample()))
  }

  @Test func `3 hours per week declared in minutes: 540 in January`() {
    #expect(isBound(540, .minute, over: january, on: .sample()))
  }

  @Test func `300 euros per week until Friday 5 September: 180000 cents in August and nothing in September`() {
    let product = allocation("2025-07-07", "2025-09-05", 30_000, .euro, .perWeek)
    #expect(isBound(180_000, .euro, over: Period("2025-08-01", "2025-08-31"), on: product))
    #expect(isBound(0, .euro, over: Period("2025-09-01", "2025-09-05"), on: product))
  }

  @Test func `iWmo category 01, 1 hour per week: 6 in June; the same in iJw: 5`() {
    let june = Period("2022-06-01", "2022-06-30")
    let help = allocation("2022-05-01", "2022-07-31", 1, .hour, .perWeek, category: "01")
    #expect(isBound(6, over: june, on: help, domain: .wmo))
    #expect(isBound(5, over: june, on: allocation("2022-05-01", "2022-07-31", 1, .hour, .perWeek)))
  }

  @Test func `15 hours per month from 12 October: 15 in October, without pro rata`() {
    let product = allocation("2021-10-12", nil, 15, .hour, .perMonth)
    #expect(isBound(15, over: Period("2021-10-12", "2021-10-31"), on: product))
  }

  // Category 01.

  @Test func `category 01 is six weeks in a period of one day, in both variants, in minutes too`() {
    let day = Period("2022-05-31", "2022-05-31")
    #expect(isBound(6, over: day, on: allocation("2022-05-31", nil, 1, .hour, .perWeek, category: "01"), domain: .wmo))
    #expect(
      isBound(
        360, .minute, over: day, on: allocation("2022-05-31", nil, 1, .hour, .perWeek, category: "01"), domain: .wmo))
    #expect(
      isBound(
        6, .outputPiece, over: day, on: allocation("2022-05-31", nil, 1, .outputPiece, .perWeek, category: "01"),
        domain: .wmo))
  }

  @Test func `category 01 is ordinary per month, per day and in the Jeugdwet; so are other categories in the Wmo`() {
    let june = Period("2022-06-01", "2022-06-30")
    #expect(
      isBound(4, over: june, on: allocation("2022-06-01", nil, 4, .hour, .perMonth, category: "01"), domain: .wmo))
    #expect(isBound(30, over: june, on: allocation("2022-06-01", nil, 1, .hour, .perDay, category: "01"), domain: .wmo))
    #expect(isBound(5, over: june, on: allocation("2022-06-01", nil, 1, .hour, .perWeek, category: "01"), domain: .jw))
    #expect(isBound(5, over: june, on: allocation("2022-06-01", nil, 1, .hour, .perWeek, category: "02"), domain: .wmo))
  }

  // Frequencies.

  @Test func `per day goes by the days of the period, the leap day included`() {
    let product = allocation("2024-02-10", nil, 2, .minute, .perDay)
    #expect(isBound(40, .minute, over: Period("2024-02-10", "2024-02-29"), on: product))
  }

  @Test func `a total bounds each line by itself`() {
    #expect(isBound(10, .outputPiece, over: january, on: allocation("2025-01-13", nil, 10, .outputPiece, .total)))
  }

  @Test func `the largest volume per week of the last year does not overflow`() {
    let product = allocation("9999-12-01", "9999-12-31", 99_999_999, .hour, .perDay)
    #expect(
      isBound(31 * 60 * 99_999_999, .minute, over: Period("9999-12-01", "9999-12-31"), on: product))
  }

  // Facts.

  @Test func `a failure tells how to recompute the bound`() {
    let facts: Facts = [
      "found": .number(541), "period": .period(january), "bound": .number(540), "volume": .number(180),
      "per": .phrase(Bilingual(nl: "minuten per week", en: "minutes per week")), "count": .number(3),
      "spans": .phrase(Bilingual(nl: "week (weken), ook gebroken", en: "week(s), broken ones included")),
    ]
    #expect(verdict(541, .minute, over: january, on: .sample()) == .fail(facts))
  }

  @Test func `euros are told as money`() {
    let august = Period("2025-08-01", "2025-08-31")
    let product = allocation("2025-07-07", "2025-09-05", 30_000, .euro, .perWeek)
    guard case .fail(let facts) = verdict(180_001, .euro, over: august, on: product) else {
      Issue.record("one cent too much passed")
      return
    }
    #expect(facts["found"] == .amount(Euros(cents: 180_001)))
    #expect(facts["bound"] == .amount(Euros(cents: 180_000)))
    #expect(facts["volume"] == .amount(Euros(cents: 30_000)))
    #expect(facts["count"] == .number(6))
  }

  // Not its business.

  @Test func `an allocation without volume, of somebody else or in another unit is not its business`() {
    #expect(verdict(99, over: january, on: .sample(volume: nil, budget: Euros(cents: 1))) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002, volume: 99)) == .notApplicable)
    #expect(rule.judge(.sample(volume: 99), bsn: Sample.otherBsn) == .notApplicable)
    #expect(verdict(99, .daypart, over: january, on: .sample()) == .notApplicable)
    #expect(
      verdict(99, .hour, over: january, on: allocation("2025-01-13", nil, 1, .minute, .perWeek)) == .notApplicable)
    #expect(TR321VolumeFitsTheProductPeriod.sides == [.debit])
  }
}
