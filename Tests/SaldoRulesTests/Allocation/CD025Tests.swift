import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD025Tests {
  @Test(
    arguments: [
      ("NL", true, []), ("NL", false, ["CD025 Adres/Huis"]), ("BE", false, []), ("BE", true, []), (nil, false, []),
    ] as [(String?, Bool, [String])])
  func `an address in the Netherlands has a house`(country: String?, hasHouse: Bool, expected: [String]) {
    let contact = with(Contact.sample("02")) {
      $0.telephones = [Telephone(number: "0201234567", country: "+31")]
      $0.address?.country = country
      if country == nil { $0.address?.postalCode = nil }
      if !hasHouse { $0.address?.house = nil }
    }
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts = [contact] })) == expected)
  }

  @Test func `without an address there is nothing to ask`() {
    let contact = with(Contact.sample("02")) {
      $0.address = nil
      $0.telephones = [Telephone(number: "0201234567", country: "+31")]
    }
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts = [contact] })) == [])
  }

  @Test func `the address of a relation is judged too`() {
    let relation = with(Relation.sample()) {
      $0.contact.telephones = [Telephone(number: "0201234567", country: "+31")]
      $0.contact.address?.house = nil
    }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [relation] })
    #expect(broken(message) == ["CD025 Contact/Adres/Huis"])
  }
}
