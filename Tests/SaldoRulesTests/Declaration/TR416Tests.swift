import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR416Tests {
  let rule = TR416OneDebitPerProductAndPeriod()

  @Test func `two months of one product pass`() {
    let lines: [DeliveryLine] = [
      .sample(), .sample(reference: "R2", period: Period("2025-01-13", "2025-01-31")),
      .sample(reference: "R3", allocation: 1002),
      .sample(reference: "R4", product: Product(category: Sample.product.category, code: "45A53")),
    ]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `two debits of one product and month fail at the second`() {
    let findings = rule.findings(in: .sample(lines: [.sample(), .sample(reference: "R2", volume: 1)]))
    #expect(findings.map(\.place.line) == [1])
    let facts: Facts = ["first": .number(1), "period": .period(Sample.period)]
    #expect(findings.map(\.facts) == [facts])
  }

  @Test func `a credit and a debit of one product and month pass`() {
    let lines = [DeliveryLine.sample(reference: "OLD1").credited(as: "C1"), .sample()]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `two credits are not its business`() {
    let lines = [
      DeliveryLine.sample(reference: "OLD1").credited(as: "C1"),
      DeliveryLine.sample(reference: "OLD2").credited(as: "C2"),
    ]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `two clients are not its business`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(), .sample(reference: "R2", client: 1)])
    #expect(rule.places(in: message) == [])
  }
}
