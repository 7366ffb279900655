import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS339Tests {
  let rule = CS339EurosClaimedAreEurosDelivered()

  @Test func `4000 cents delivered and claimed pass, on both sides`() {
    let euros = DeliveryLine.sample(volume: 4000, unit: .euro, tariff: nil)
    #expect(rule.places(in: .sample(lines: [euros, euros.credited(as: "R2")])) == [])
  }

  @Test(arguments: [3999, 4001] as [Int64])
  func `a cent more or less than claimed fails`(volume: Int64) {
    let findings = rule.findings(in: .sample(lines: [.sample(volume: volume, unit: .euro, tariff: nil)]))
    let facts: Facts = ["found": .amount(Euros(cents: 4000)), "expected": .amount(Euros(cents: volume))]
    #expect(findings.map(\.facts) == [facts])
  }

  @Test func `a credit is judged too`() {
    let credit = DeliveryLine.sample(reference: "OLD1", volume: 4001, unit: .euro, tariff: nil).credited(as: "R1")
    #expect(rule.places(in: .sample(lines: [credit])) == ["Client[1]/Prestatie[1]/IngediendBedrag/Bedrag"])
  }

  @Test func `hours are not its business`() {
    #expect(rule.verdict(on: .sample(), in: .sample()) == .notApplicable)
  }
}
