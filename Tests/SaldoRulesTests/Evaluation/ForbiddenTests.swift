import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

/// What the standard says must not be refused.
struct ForbiddenTests {
  private func judge(_ message: DeclarationMessage, in context: RuleContext) -> Judgement {
    var evaluator = DeclarationEvaluator(context)
    return evaluator.judge(message)
  }

  // IV085: a credit undoes what was approved, whatever became of the allocation, its volume, its budget or the price.
  @Test func `no credit is refused on volume, budget, tariff, amount, unit, period or allocation`() {
    let old = KnownLine.sample(.sample(reference: "OLD1", volume: 50, tariff: 123, amount: .debit(7)))
    let credit = old.line.credited(as: "C1")
    let products: [AllocatedProduct] = [
      .sample(volume: AllocatedVolume(volume: 0, unit: .hour, frequency: .total)),
      .sample(volume: AllocatedVolume(volume: 1, unit: .daypart, frequency: .perDay)),
      .sample(category: nil, code: nil, volume: nil, budget: Euros(cents: 0)),
      .sample(validity: OpenPeriod("2025-01-13", "2025-01-13"), changeReason: .removed),
      .sample(validity: OpenPeriod("2025-06-01", "2025-06-30")),
    ]
    for product in products {
      for region in [RegionContracts.sample, .sample(prices: [])] {
        let known = WorkingSet.sample(allocations: [.sample(product)], lines: [old])
        let judgement = judge(.sample(lines: [credit]), in: .sample(region: region, known: known))
        #expect(judgement == Judgement(stage: .lines))
      }
    }
  }

  @Test func `only rules on references and on the debit judge credits`() {
    let judging = (RuleBook.line + RuleBook.remainder).filter { type(of: $0).sides.contains(.credit) }
    #expect(judging.map(\.metadata.code) == ["TR314", "TR323", "TR390"])
  }

  // IV078: a broken month or week allows the full volume.
  @Test func `no day of a broken month is worth less than the month`() {
    for day in 1...28 {
      let begin = CalendarDate(year: 2025, month: 2, day: day)!
      for end in [CalendarDate(year: 2025, month: 2, day: 28)!, begin] {
        let known = WorkingSet.sample(allocations: [
          .sample(
            .sample(
              validity: OpenPeriod(begin, end), volume: AllocatedVolume(volume: 10, unit: .hour, frequency: .perMonth)))
        ])
        let line = DeliveryLine.sample(period: Period(begin, end))
        #expect(judge(.sample(lines: [line]), in: .sample(known: known)) == Judgement(stage: .lines), "\(begin)")
      }
    }
  }

  // OP364: a line is never refused because a start or stop is missing or differs. For a declaration they are not even
  // loaded, and no rule on it would see them.
  @Test func `starts and stops reject no line`() {
    #expect(!WorkingSetKeys(of: .declaration(.sample())).needsDeliveries)
    let histories: [[DeliveryNotice]] = [
      [], [.started("2025-02-20")], [.started(), .stopped("2025-02-10")], [.started(), .started(removed: true)],
    ]
    for notices in histories {
      #expect(judge(.sample(), in: .sample(known: .sample(after: notices))) == Judgement(stage: .lines))
    }
  }
}
