import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS003Tests {
  private let volume = AllocatedVolume(volume: 3, unit: .hour, frequency: .perMonth)

  @Test(arguments: ["2025-01-13", "2025-01-14"] as [CalendarDate])
  func `a product that ends on its first day or later passes`(end: CalendarDate) {
    let messages = careMessages(validity: OpenPeriod("2025-01-13", end))
    for message in [messages.allocation, messages.request, messages.new, messages.changed] {
      #expect(broken(message) == [])
    }
  }

  @Test func `a product that ends the day before fails`() {
    let messages = careMessages(validity: OpenPeriod("2025-01-13", "2025-01-12"))
    #expect(broken(messages.allocation) == ["CS003 Einddatum"])
    #expect(broken(messages.request) == ["CS003 ToewijzingEinddatum"])
    #expect(broken(messages.new) == ["CS003 Einddatum"])
    #expect(broken(messages.changed) == ["CS003 Einddatum"])
    #expect(broken(messages.changed.following(.iWmo(.v3_2))) == ["CS003 Einddatum"])
  }

  @Test func `a product without an end passes`() {
    let messages = careMessages(validity: OpenPeriod("2025-01-13"), volume: volume)
    for message in [messages.allocation, messages.request, messages.new, messages.changed] {
      #expect(broken(message) == [])
    }
  }

  @Test(
    arguments: [
      (OptionalPeriod(begin: "2025-02-01", end: "2025-02-01"), []),
      (OptionalPeriod(begin: "2025-02-01", end: "2025-01-31"), ["CS003 Periode/Einddatum"]),
      (OptionalPeriod(begin: nil, end: "2025-01-31"), []), (OptionalPeriod(begin: "2025-02-01", end: nil), []),
      (OptionalPeriod(begin: nil, end: nil), []), (nil, []),
    ] as [(OptionalPeriod?, [String])])
  func `the period of a contact is judged where both ends are there`(period: OptionalPeriod?, expected: [String]) {
    let contact = with(Contact.sample("04")) { $0.period = period }
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts.append(contact) })) == expected)
  }

  @Test func `so is that of a relation`() {
    let relation = with(Relation.sample()) {
      $0.contact = .sample("04")
      $0.contact.period = OptionalPeriod(begin: "2025-02-01", end: "2025-01-31")
    }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [relation] })
    #expect(broken(message) == ["CS003 Contact/Periode/Einddatum"])
  }
}
