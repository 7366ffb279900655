import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K007Tests {
  let rule = K007VolumeIsWithinTheMaximum()

  private static func limit(
    _ volume: Int64, _ unit: CareUnit = .hour, _ frequency: Frequency = .total
  ) -> ProductRule.Limit { .maxVolume(AllocatedVolume(volume: volume, unit: unit, frequency: frequency)) }

  private func verdict(
    _ limit: ProductRule.Limit, line: DeliveryLine = .sample(), before: [KnownLine] = [],
    action: ProductRule.Action = .reject
  ) -> Verdict {
    rule.judge(line, in: .sample(rules: [.sample(limit, action: action)], known: .sample(lines: before)))
  }

  @Test func `ten hours fit ten hours and not nine`() {
    #expect(verdict(Self.limit(10)) == .pass)
    #expect(
      verdict(Self.limit(9))
        == .fail([
          "found": .number(10), "approved": .number(0), "sum": .number(10), "category": .code("45"),
          "code": .code("45A48"), "maximum": .number(9),
        ]))
  }

  @Test func `what was granted before counts`() {
    let before = KnownLine.sample(.sample(reference: "OLD1", volume: 5))
    #expect(verdict(Self.limit(15), before: [before]) == .pass)
    #expect(
      verdict(Self.limit(14), before: [before])
        == .fail([
          "found": .number(10), "approved": .number(5), "sum": .number(15), "category": .code("45"),
          "code": .code("45A48"), "maximum": .number(14),
        ]))
  }

  // 10 hours are 600 minutes; with 30 minutes before, 630 minutes against 10 hours, 600 minutes.
  @Test func `minutes and hours are compared in minutes`() {
    let minutes = DeliveryLine.sample(volume: 600, unit: .minute)
    #expect(verdict(Self.limit(10), line: minutes) == .pass)
    #expect(verdict(Self.limit(10), line: .sample(volume: 601, unit: .minute)).fails)
    let before = KnownLine.sample(.sample(reference: "OLD1", volume: 30, unit: .minute))
    #expect(
      verdict(Self.limit(10), before: [before])
        == .fail([
          "found": .number(600), "approved": .number(30), "sum": .number(630), "category": .code("45"),
          "code": .code("45A48"), "maximum": .number(600),
        ]))
    #expect(verdict(Self.limit(600, .minute)) == .pass)
    #expect(verdict(Self.limit(599, .minute)).fails)
  }

  @Test func `full days beside minutes are not compared with hours`() {
    let before = KnownLine.sample(.sample(reference: "OLD1", volume: 30, unit: .minute))
    #expect(verdict(Self.limit(10), line: .sample(volume: 1, unit: .fullDay), before: [before]) == .notApplicable)
  }

  @Test func `euros are told as money`() {
    let euros = DeliveryLine.sample(volume: 4000, unit: .euro, tariff: nil)
    let context = RuleContext.sample(region: {
      $0.prices = [.sample(unit: .euro, basis: .month)]
      $0.contractRules.productRules = [.sample(Self.limit(3999, .euro))]
    })
    #expect(
      rule.judge(euros, in: context)
        == .fail([
          "found": .amount(Euros(cents: 4000)), "approved": .amount(.zero), "sum": .amount(Euros(cents: 4000)),
          "category": .code("45"), "code": .code("45A48"), "maximum": .amount(Euros(cents: 3999)),
        ]))
  }

  @Test func `minutes before do not keep days from being counted`() {
    let before = KnownLine.sample(.sample(reference: "OLD1", volume: 30, unit: .minute))
    func verdict(of maximum: Int64) -> Verdict {
      rule.judge(
        .sample(volume: 2, unit: .fullDay),
        in: .sample(known: .sample(lines: [before])) {
          $0.prices = [.sample(unit: .fullDay)]
          $0.contractRules.productRules = [.sample(Self.limit(maximum, .fullDay))]
        })
    }
    #expect(verdict(of: 2) == .pass)
    #expect(verdict(of: 1).fails)
  }

  @Test func `a maximum per week, a signal and another unit are not its business`() {
    #expect(verdict(Self.limit(1, .hour, .perWeek)) == .notApplicable)
    #expect(verdict(Self.limit(1), action: .signal) == .notApplicable)
    #expect(verdict(Self.limit(1, .fullDay)) == .notApplicable)
    #expect(verdict(.age18) == .notApplicable)
    #expect(K007VolumeIsWithinTheMaximum.sides == [.debit])
  }
}
