import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD034Tests {
  private let reachable = [Telephone(number: "0201234567", country: "+31")]

  @Test(
    arguments: [
      ("01", ["CD034 Adres/Postcode"]), ("02", []), ("03", ["CD034 Adres/Postcode"]), ("04", []),
    ] as [(String, [String])])
  func `kinds 01 and 03 need a postal code`(kind: String, expected: [String]) {
    let contact = with(Contact.sample(kind)) {
      $0.address?.postalCode = nil
      $0.address?.country = nil
      $0.telephones = reachable
    }
    let other = Contact.sample(kind == "02" ? "01" : "02")
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts = [contact, other] })) == expected)
  }

  @Test func `no address at all has no postal code either`() {
    let contact = with(Contact.sample("03")) {
      $0.address = nil
      $0.telephones = reachable
    }
    #expect(
      broken(.allocation(with(.sample()) { $0.client.contacts = [contact] })) == ["CD034 Adres/Postcode"])
  }

  @Test func `with a postal code it passes, also of a relation`() {
    #expect(broken(.allocation(with(.sample()) { $0.client.relations = [.sample()] })) == [])
    let relation = with(Relation.sample()) {
      $0.contact.address = nil
      $0.contact.telephones = reachable
    }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [relation] })
    #expect(broken(message) == ["CD034 Contact/Adres/Postcode"])
  }
}
