import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS089Tests {
  /// What a 301 breaks with this postal code in a country.
  private func broken(_ postalCode: String, in country: String) -> [String] {
    let contact = with(Contact.sample()) {
      $0.address?.postalCode = postalCode
      $0.address?.country = country
    }
    return SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.contacts = [contact] }))
  }

  @Test(arguments: ["1011AB", "1000AA", "9999ZZ", "1011ab", "1011aZ"])
  func `four digits and two letters pass`(postalCode: String) {
    #expect(broken(postalCode, in: "NL") == [])
  }

  @Test(arguments: [
    "0111AB", "0999ZZ", "1011 AB", "1011A", "1011ABC", "101AB", "1011A1", "1011@B", "1011B[", "1011`a", "1011a{",
    "A011AB", ":011AB", "1/11AB", "1:11AB", "1011É",
  ])
  func `any other form fails without being shown`(postalCode: String) {
    #expect(broken(postalCode, in: "NL") == ["CS089 Adres/Postcode"])
    #expect(CS089DutchPostalCode.metadata.facts == [])
  }

  @Test func `a postal code abroad is not its business`() {
    #expect(broken("B-1000", in: "BE") == [])
  }

  @Test func `the address of a relation is judged too`() {
    let relation = with(Relation.sample()) { $0.contact.address?.postalCode = "0111AB" }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [relation] })
    #expect(SaldoRulesTests.broken(message) == ["CS089 Contact/Adres/Postcode"])
  }
}
