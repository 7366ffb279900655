import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD005Tests {
  @Test(
    arguments: [
      ("1011AB", "NL", []), (nil, nil, []), ("1011AB", nil, ["CD005 Adres/LandCode"]),
      (nil, "BE", ["CD005 Adres/LandCode"]),
    ] as [(String?, String?, [String])])
  func `a postal code and a country come together`(postalCode: String?, country: String?, expected: [String]) {
    let contact = with(Contact.sample("02")) {
      $0.address?.postalCode = postalCode
      $0.address?.country = country
      $0.telephones = [Telephone(number: "0201234567", country: "+31")]
    }
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts = [contact] })) == expected)
  }

  @Test func `without an address there is nothing to compare`() {
    let contact = with(Contact.sample("02")) {
      $0.address = nil
      $0.telephones = [Telephone(number: "0201234567", country: "+31")]
    }
    #expect(broken(.allocation(with(.sample()) { $0.client.contacts = [contact] })) == [])
  }

  @Test func `the address of a relation is judged too`() {
    let relation = with(Relation.sample("P2")) { $0.contact.address?.country = nil }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [.sample(), relation] })
    let findings = CD005CountryWithPostalCode().findings(in: message)
    #expect(findings.map(\.place.path) == ["/Bericht/Client/Relaties/Relatie[2]/Contact/Adres/LandCode"])
    #expect(findings.map(\.place.element) == ["Contact"])
  }
}
