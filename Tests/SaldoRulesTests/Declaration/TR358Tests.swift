import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR358Tests {
  let rule = TR358TotalIsTheSumOfItsLines()

  private func places(_ total: StatedAmount, _ amounts: [StatedAmount]) -> [String] {
    let lines = amounts.enumerated().map { DeliveryLine.sample(reference: ExactText("R\($0)"), amount: $1) }
    return rule.places(in: .sample(total: total, lines: lines))
  }

  @Test func `debit minus credit passes`() {
    #expect(places(.debit(2500), [.debit(4000), .credit(1500)]) == [])
    #expect(places(.credit(4000), [.credit(4000)]) == [])
    #expect(places(.debit(0), [.debit(4000), .credit(4000)]) == [])
  }

  @Test func `another size or side fails`() {
    #expect(places(.debit(5500), [.debit(4000), .credit(1500)]) == ["TotaalIngediendBedrag"])
    #expect(places(.debit(4000), [.credit(4000)]) == ["TotaalIngediendBedrag"])
    #expect(places(.debit(2499), [.debit(4000), .credit(1500)]) == ["TotaalIngediendBedrag"])
    #expect(places(.debit(2501), [.debit(4000), .credit(1500)]) == ["TotaalIngediendBedrag"])
  }

  @Test func `zero as credit is not its business`() {
    #expect(places(.credit(0), [.debit(4000), .credit(4000)]) == [])
  }
}
