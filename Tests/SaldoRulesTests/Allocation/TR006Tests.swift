import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR006Tests {
  private let telephone = Telephone(number: "0201234567", country: "+31")

  /// What a 301 breaks with a correspondence address of these parts.
  private func broken(telephone: Bool, house: Bool, postalCode: Bool) -> [String] {
    let contact = with(Contact.sample("02")) {
      $0.telephones = telephone ? [self.telephone] : []
      if !house { $0.address?.house = nil }
      $0.address?.country = postalCode ? "BE" : nil
      if !postalCode { $0.address?.postalCode = nil }
    }
    return SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.contacts = [contact] }))
  }

  @Test func `a telephone number is enough, and so is a house with a postal code`() {
    #expect(broken(telephone: true, house: false, postalCode: false) == [])
    #expect(broken(telephone: false, house: true, postalCode: true) == [])
    #expect(broken(telephone: true, house: true, postalCode: true) == [])
  }

  @Test func `half an address is not`() {
    #expect(broken(telephone: false, house: true, postalCode: false) == ["TR006 "])
    #expect(broken(telephone: false, house: false, postalCode: true) == ["TR006 "])
    #expect(broken(telephone: false, house: false, postalCode: false) == ["TR006 "])
  }

  @Test func `no address at all fails, at the contact`() {
    let contact = with(Contact.sample("02")) { $0.address = nil }
    let relation = with(Relation.sample()) { $0.contact = contact }
    let message = Message.allocation(
      with(.sample()) {
        $0.client.contacts = [.sample(), contact]
        $0.client.relations = [relation]
      })
    #expect(
      TR006ContactHasTelephoneOrAddress().findings(in: message).map(\.place.path) == [
        "/Bericht/Client/Contactgegevens/Contact[2]", "/Bericht/Client/Relaties/Relatie[1]/Contact",
      ])
  }
}
