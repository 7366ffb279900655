import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K015Tests {
  let rule = K015AllocationIsWithinTheMaximumVolume()

  private func verdict(
    _ volume: Int64, _ unit: CareUnit, _ frequency: Frequency, product: AllocatedProduct = .sample(),
    exceptions: [RuleException] = []
  ) -> Verdict {
    let limit = ProductRule.Limit.maxVolume(AllocatedVolume(volume: volume, unit: unit, frequency: frequency))
    return rule.judge(
      product, in: .sample(rules: [.sample(limit, agreement: nil, action: .signal)], exceptions: exceptions))
  }

  @Test func `ZB-5: hours per week above the maximum per week`() {
    #expect(verdict(3, .hour, .perWeek) == .pass)
    #expect(
      verdict(2, .hour, .perWeek)
        == .fail([
          "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"), "found": .number(3),
          "maximum": .number(2), "unit": .code("04"),
        ]))
    #expect(verdict(2, .hour, .perMonth) == .notApplicable)
  }

  // 13 January up to 30 June 2025 touches 25 ISO weeks (3 up to 27), so 3 hours a week are 75 hours.
  @Test func `ZB-5: what fits the whole allocation above the maximum in total`() {
    #expect(verdict(75, .hour, .total) == .pass)
    #expect(
      verdict(74, .hour, .total)
        == .fail([
          "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"), "found": .number(75),
          "maximum": .number(74), "unit": .code("04"),
        ]))
  }

  @Test func `minutes and hours are compared in minutes`() {
    let minutes = AllocatedProduct.sample(volume: AllocatedVolume(volume: 121, unit: .minute, frequency: .perWeek))
    #expect(
      verdict(2, .hour, .perWeek, product: minutes)
        == .fail([
          "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"), "found": .number(121),
          "maximum": .number(120), "unit": .code("01"),
        ]))
    #expect(verdict(180, .minute, .perWeek) == .pass)
    #expect(verdict(179, .minute, .perWeek).fails)
  }

  @Test func `euros are told as money`() {
    let month = AllocatedProduct.sample(volume: AllocatedVolume(volume: 4000, unit: .euro, frequency: .perMonth))
    #expect(
      verdict(3999, .euro, .perMonth, product: month)
        == .fail([
          "allocation": .code("1001"), "category": .code("45"), "code": .code("45A48"),
          "found": .amount(Euros(cents: 4000)), "maximum": .amount(Euros(cents: 3999)), "unit": .code("83"),
        ]))
  }

  @Test func `other units, no volume, exceptions and removals are not its business`() {
    #expect(verdict(1, .fullDay, .perWeek) == .notApplicable)
    #expect(verdict(1, .hour, .total, product: .sample(volume: nil)) == .notApplicable)
    #expect(verdict(1, .hour, .total, exceptions: [.sample(.maxVolume)]) == .notApplicable)
    #expect(verdict(1, .hour, .total, product: .sample(changeReason: .removed)) == .notApplicable)
    #expect(rule.judge(in: .sample(rules: [.sample(.age18)])) == .notApplicable)
  }

  @Test func `an allocation without end has no total unless its volume is one`() {
    #expect(verdict(1, .hour, .total, product: .sample(validity: OpenPeriod("2025-01-13"))) == .notApplicable)
    let total = AllocatedProduct.sample(
      validity: OpenPeriod("2025-01-13"), volume: AllocatedVolume(volume: 2, unit: .hour, frequency: .total))
    #expect(verdict(1, .hour, .total, product: total).fails)
  }
}
