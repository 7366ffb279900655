import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD009Tests {
  private let period = OptionalPeriod(begin: "2025-01-01", end: nil)

  @Test(
    arguments: [
      ("04", true, []), ("04", false, []), ("01", false, []), ("01", true, ["CD009 Periode"]),
      ("02", true, ["CD009 Periode"]), ("03", true, ["CD009 Periode"]),
    ] as [(String, Bool, [String])])
  func `a period comes with kind 04 only`(kind: String, hasPeriod: Bool, expected: [String]) {
    let contact = with(Contact.sample(kind)) { $0.period = hasPeriod ? period : nil }
    let home = Contact.sample(kind == "02" ? "03" : "02")
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts = [contact, home] })) == expected)
  }

  @Test func `the contact of a relation is judged too`() {
    let relation = with(Relation.sample()) { $0.contact.period = period }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [relation] })
    #expect(broken(message) == ["CD009 Contact/Periode"])
  }
}
