import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD087Tests {
  let rule = CD087TariffUnlessInEuros()

  @Test func `euros without and hours with a tariff pass`() {
    let lines: [DeliveryLine] = [.sample(), .sample(reference: "R2", volume: 4000, unit: .euro, tariff: nil)]
    #expect(rule.places(in: .sample(lines: lines)) == [])
  }

  @Test func `euros with a tariff fail`() {
    let findings = rule.findings(in: .sample(lines: [.sample(volume: 4000, unit: .euro, tariff: 1)]))
    #expect(findings.map(\.facts["unit"]) == [.code("83")])
    #expect(findings.map(\.facts["found"]) == [.phrase(Bilingual(nl: "een tarief", en: "a tariff"))])
    #expect(findings.map(\.facts["expected"]) == [.phrase(Bilingual(nl: "geen tarief", en: "no tariff"))])
  }

  @Test(arguments: CareUnit.allCases.filter { $0 != .euro })
  func `any other unit without a tariff fails`(unit: CareUnit) {
    let findings = rule.findings(in: .sample(lines: [.sample(unit: unit, tariff: nil)]))
    #expect(findings.map(\.facts["found"]) == [.phrase(Bilingual(nl: "geen tarief", en: "no tariff"))])
    #expect(findings.map(\.facts["expected"]) == [.phrase(Bilingual(nl: "een tarief", en: "a tariff"))])
  }

  @Test func `a tariff of zero is a tariff`() {
    #expect(rule.places(in: .sample(lines: [.sample(tariff: 0, amount: .debit(0))])) == [])
  }
}
