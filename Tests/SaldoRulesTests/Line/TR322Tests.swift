import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR322Tests {
  let rule = TR322VolumeFitsTheWholeAllocation()

  private func allocation(
    _ begin: CalendarDate, _ end: CalendarDate?, _ volume: Int64, _ unit: CareUnit, _ frequency: Frequency,
    category: String = "45"
  ) -> AllocatedProduct {
    .sample(
      category: ProductCategory(rawValue: category), validity: OpenPeriod(begin, end),
      volume: AllocatedVolume(volume: volume, unit: unit, frequency: frequency))
  }

  /// The verdict on a volume after earlier, approved ones.
  private func verdict(
    _ volume: Int64, _ unit: CareUnit = .hour, after earlier: [(Int64, CareUnit)] = [], on product: AllocatedProduct
  ) -> Verdict {
    let lines = earlier.enumerated().map { index, line in
      KnownLine.sample(
        .sample(reference: ExactText("OLD\(index)"), volume: line.0, unit: line.1), id: Int64(index + 1) << 20)
    }
    return rule.judge(
      .sample(volume: volume, unit: unit), in: .sample(known: .sample(allocations: [.sample(product)], lines: lines)))
  }

  private func isRest(
    _ volume: Int64, _ unit: CareUnit = .hour, after earlier: [(Int64, CareUnit)] = [], of product: AllocatedProduct
  ) -> Bool {
    verdict(volume, unit, after: earlier, on: product) == .pass
      && verdict(volume + 1, unit, after: earlier, on: product).fails
  }

  // Conformance case: 3 hours per week, 11 October to 28 December 2022: 12 weeks, 36 hours.
  @Test func `12 and 12 and 12 hours fit in 36, 12 and 15 and 10 do not`() {
    let product = allocation("2022-10-11", "2022-12-28", 3, .hour, .perWeek)
    #expect(isRest(12, after: [(12, .hour), (12, .hour)], of: product))
    #expect(verdict(10, after: [(12, .hour), (15, .hour)], on: product).fails)
  }

  // Conformance case: a total of 10 pieces, 6 approved of which 2 credited.
  @Test func `of 10 pieces 6 remain after 6 approved and 2 of them credited`() {
    let product = allocation("2025-01-13", "2025-06-30", 10, .outputPiece, .total)
    let lines = [
      KnownLine.sample(.sample(reference: "OLD1", volume: 4, unit: .outputPiece), id: 1 << 20),
      KnownLine.sample(.sample(reference: "OLD2", volume: 2, unit: .outputPiece), id: 2 << 20, creditedBy: 3 << 20),
    ]
    let context = RuleContext.sample(known: .sample(allocations: [.sample(product)], lines: lines))
    #expect(rule.judge(.sample(volume: 6, unit: .outputPiece), in: context) == .pass)
    #expect(rule.judge(.sample(volume: 7, unit: .outputPiece), in: context).fails)
  }

  @Test func `rejected lines count nowhere`() {
    let product = allocation("2025-01-13", "2025-06-30", 10, .hour, .total)
    let rejected = KnownLine.sample(.sample(reference: "OLD1", volume: 10), isApproved: false)
    let context = RuleContext.sample(known: .sample(allocations: [.sample(product)], lines: [rejected]))
    #expect(rule.judge(.sample(volume: 10), in: context) == .pass)
  }

  // Minutes and hours: 10 hours are 600 minutes.

  @Test func `minutes and hours on one allocation are added in minutes`() {
    let product = allocation("2025-01-13", "2025-06-30", 10, .hour, .total)
    #expect(isRest(600, .minute, of: product))
    #expect(isRest(150, .minute, after: [(5, .hour), (150, .minute)], of: product))
    #expect(isRest(7, after: [(150, .minute)], of: product))  // 450 minutes are left: 7 hours and a half
    #expect(isRest(8, after: [(120, .minute)], of: product))
  }

  @Test func `a failure in hours after minutes tells all in minutes`() {
    let product = allocation("2025-01-13", "2025-06-30", 10, .hour, .total)
    let facts: Facts = [
      "found": .number(480), "approved": .number(150), "sum": .number(630), "bound": .number(600),
      "volume": .number(600), "per": .phrase(Bilingual(nl: "minuten in totaal", en: "minutes in total")),
      "count": .number(1), "spans": .phrase(Bilingual(nl: "toewijzing", en: "allocation")),
    ]
    #expect(verdict(8, after: [(150, .minute)], on: product) == .fail(facts))
  }

  @Test func `a failure in hours alone stays in hours`() {
    let product = allocation("2022-10-11", "2022-12-28", 3, .hour, .perWeek)
    let facts: Facts = [
      "found": .number(10), "approved": .number(27), "sum": .number(37), "bound": .number(36), "volume": .number(3),
      "per": .phrase(Bilingual(nl: "uur per week", en: "hours per week")), "count": .number(12),
      "spans": .phrase(Bilingual(nl: "week (weken), ook gebroken", en: "week(s), broken ones included")),
    ]
    #expect(verdict(10, after: [(12, .hour), (15, .hour)], on: product) == .fail(facts))
  }

  // Frequencies over the duration.

  @Test func `per month goes by the calendar months that the allocation touches`() {
    #expect(isRest(60, of: allocation("2021-10-31", "2022-01-01", 15, .hour, .perMonth)))
    #expect(isRest(15, of: allocation("2021-10-31", "2021-10-31", 15, .hour, .perMonth)))
  }

  @Test func `per day goes by days`() {
    #expect(isRest(366, .minute, of: allocation("2024-01-01", "2024-12-31", 1, .minute, .perDay)))
  }

  @Test func `category 01 has no exception over the duration`() {
    let product = allocation("2022-05-01", "2022-07-31", 1, .hour, .perWeek, category: "01")  // V13: 14 weeks
    #expect(isRest(14, of: product))
  }

  @Test(arguments: [Frequency.perDay, .perWeek, .perMonth])
  func `an allocation without end has no total`(frequency: Frequency) {
    let product = allocation("2025-01-13", nil, 1, .hour, frequency)
    #expect(verdict(99_999_999, after: [(99_999_999, .hour)], on: product) == .notApplicable)
  }

  @Test func `unless its volume is one`() {
    #expect(isRest(4, after: [(6, .hour)], of: allocation("2025-01-13", nil, 10, .hour, .total)))
  }

  @Test func `the largest volume until the end of the calendar does not overflow`() {
    let product = allocation("2025-01-01", "9999-12-31", 99_999_999, .hour, .perDay)
    #expect(verdict(99_999_999, .minute, after: [(99_999_999, .minute)], on: product) == .pass)
  }

  @Test func `an allocation without volume, of somebody else or in another unit is not its business`() {
    #expect(verdict(99, on: .sample(volume: nil, budget: Euros(cents: 1))) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002, volume: 99)) == .notApplicable)
    #expect(rule.judge(.sample(volume: 999), provider: Sample.otherProvider) == .notApplicable)
    #expect(verdict(999, .daypart, on: .sample()) == .notApplicable)
    #expect(TR322VolumeFitsTheWholeAllocation.sides == [.debit])
  }

  @Test func `hours on an allocation in minutes are for TR341`() {
    let product = allocation("2025-01-13", "2025-06-30", 600, .minute, .total)
    #expect(verdict(99, after: [(150, .minute)], on: product) == .notApplicable)
  }
}
