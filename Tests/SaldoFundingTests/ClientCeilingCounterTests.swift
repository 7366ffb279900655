import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct ClientCeilingCounterTests {
  private let ceiling = ClientCeiling(
    municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
    ceiling: Euros(cents: 600_000), setter: .referrer)

  private func raise(
    _ euros: Int64, valid: CalendarDate, known: CalendarDate, from: CalendarDate = "2025-01-01", bsn: Bsn = Sample.bsn
  ) -> CeilingRaise {
    CeilingRaise(
      municipality: Sample.municipality, bsn: bsn, ceilingBegin: from, validFrom: valid, knownOn: known,
      old: Euros(cents: 600_000), new: Euros(cents: euros * 100), by: "gemeente", reason: "zwaardere vraag")
  }

  /// The codes and facts of a line of so many euros, when € 5,900.00 was used before.
  private func count(
    _ euros: Int64, raises: [CeilingRaise] = [], asOf: CalendarDate = "2025-03-10", used: Int64 = 590_000,
    agreement: String? = "pxq", outside: Set<String> = []
  ) -> [Valuation.Remark] {
    var region = RegionContracts.sample.snapshot
    region.ceilings.raises = raises
    for index in region.agreements.indices where outside.contains(region.agreements[index].key) {
      region.agreements[index].countsForClientCeiling = false
    }
    var counter = ClientCeilingCounter(
      [CeilingUse(ceiling: ceiling, used: Euros(cents: used))], in: region, asOf: asOf)
    let line = DeliveryLine.sample(
      amount: euros < 0 ? .credit(-euros * 100) : .debit(euros * 100))
    return counter.count(line, of: Sample.bsn, agreement: agreement)
  }

  private func crossed(_ ceiling: Int64, _ used: Int64) -> Valuation.Remark {
    Valuation.Remark(
      rule: "IBP",
      facts: [
        "ceiling": .amount(Euros(cents: ceiling * 100)), "used": .amount(Euros(cents: used * 100)),
        "over": .amount(Euros(cents: (used - ceiling) * 100)),
      ])
  }

  @Test func `GA-1: 5,900 and 600 exceed 6,000 by 500; exactly 6,000 does not`() {
    #expect(count(600) == [crossed(6000, 6500)])
    #expect(count(100) == [])
    #expect(count(101) == [crossed(6000, 6001)])
    #expect(ClientCeilingCounter.metadata.allSatisfy { $0.severity == .signal && $0.returnCode == nil })
  }

  @Test func `GA-2: a raise counts from the day on which it is valid and known`() {
    let known = raise(7000, valid: "2025-03-01", known: "2025-03-10")
    #expect(count(600, raises: [known]) == [])
    #expect(count(600, raises: [known], asOf: "2025-03-09") == [crossed(6000, 6500)])
    let valid = raise(7000, valid: "2025-03-11", known: "2025-03-01")
    #expect(count(600, raises: [valid]) == [crossed(6000, 6500)])
    #expect(count(600, raises: [valid], asOf: "2025-03-11") == [])
    #expect(count(1101, raises: [known]) == [crossed(7000, 7001)])
  }

  @Test func `of several raises the last that became valid counts, then the last that became known`() {
    let first = raise(7000, valid: "2025-02-01", known: "2025-02-01")
    let correction = raise(7500, valid: "2025-02-01", known: "2025-03-01")
    let second = raise(8000, valid: "2025-03-01", known: "2025-03-01")
    for raises in [[first, correction], [correction, first]] {
      #expect(raises.height(of: ceiling, on: "2025-02-28") == Euros(cents: 700_000))
      #expect(raises.height(of: ceiling, on: "2025-03-01") == Euros(cents: 750_000))
    }
    for raises in [[first, correction, second], [second, correction, first]] {
      #expect(raises.height(of: ceiling, on: "2025-03-01") == Euros(cents: 800_000))
    }
    #expect([first].height(of: ceiling, on: "2025-01-31") == Euros(cents: 600_000))
  }

  @Test func `a raise of another client or another ceiling does not count`() {
    #expect(count(600, raises: [raise(7000, valid: "2025-01-01", known: "2025-01-01", bsn: Sample.otherBsn)]) != [])
    #expect(count(600, raises: [raise(7000, valid: "2025-01-01", known: "2025-01-01", from: "2024-01-01")]) != [])
  }

  @Test func `GA-8: care outside the ceiling is not counted`() {
    #expect(count(600, outside: ["pxq"]) == [])
    #expect(count(600, outside: ["month"]) == [crossed(6000, 6500)])
    #expect(count(600, agreement: nil, outside: ["pxq"]) == [crossed(6000, 6500)])
  }

  @Test func `a credit that brings the use back lifts the signal`() {
    let lifted = Valuation.Remark(
      rule: "IBP-lifted",
      facts: ["ceiling": .amount(Euros(cents: 600_000)), "used": .amount(Euros(cents: 600_000))])
    #expect(count(-500, used: 650_000) == [lifted])
    #expect(count(-499, used: 650_000) == [])
    #expect(count(-100, used: 600_000) == [])
  }

  @Test func `another client and another period do not count`() {
    var counter = ClientCeilingCounter(
      [CeilingUse(ceiling: ceiling, used: Euros(cents: 600_000))], in: nil, asOf: "2025-03-10")
    #expect(counter.count(.sample(), of: Sample.otherBsn, agreement: nil) == [])
    let later = DeliveryLine.sample(period: Period("2026-01-01", "2026-01-31"))
    #expect(counter.count(later, of: Sample.bsn, agreement: nil) == [])
    #expect(counter.uses.map(\.used) == [Euros(cents: 600_000)])
  }
}
