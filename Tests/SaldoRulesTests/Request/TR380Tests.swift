import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR380Tests {
  /// What a request of 3 March 2025 breaks with a new product from a day on.
  private func broken(_ begin: CalendarDate, in standard: Standard = .iJw(.v3_2)) -> [String] {
    let new = ChangeRequestMessage.NewProduct.sample(validity: OpenPeriod(begin, "2025-06-30"))
    return SaldoRulesTests.broken(.changeRequest(.sample(date: "2025-03-03", new: [new])).following(standard))
  }

  @Test func `a new product begins the day after the message at the earliest`() {
    #expect(broken("2025-03-04") == [])
    #expect(broken("2025-03-03") == ["TR380 GewensteIngangsdatum"])
    #expect(broken("2025-03-02") == ["TR380 GewensteIngangsdatum"])
    #expect(broken("2025-03-03", in: .iWmo(.v3_2)) == ["TR380 GewensteIngangsdatum"])
  }

  @Test func `a product that should change may have begun`() {
    let changed = ChangeRequestMessage.ChangedProduct.sample(validity: OpenPeriod("2025-03-03", "2025-06-30"))
    #expect(SaldoRulesTests.broken(.changeRequest(.sample(date: "2025-03-03", changed: [changed]))) == [])
  }

  @Test func `the facts tell the first day and the day of the message`() {
    let new = ChangeRequestMessage.NewProduct.sample(validity: OpenPeriod("2025-03-02", "2025-06-30"))
    let message = Message.changeRequest(.sample(date: "2025-03-03", new: [new]))
    #expect(
      TR380NewProductBeginsAfterMessage().findings(in: message).map(\.facts) == [
        ["found": .date("2025-03-02"), "messageDate": .date("2025-03-03")]
      ])
  }
}
