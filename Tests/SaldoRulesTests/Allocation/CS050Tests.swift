import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS050Tests {
  private let partner = Surname(name: "Partner", prefix: nil)

  /// What a 301 breaks whose client has this use of names.
  private func broken(_ use: String?, partner: Surname?, in domain: Domain) -> [String] {
    let message = Message.allocation(
      with(.sample()) {
        $0.client.name.nameUse = use
        $0.client.name.partnerName = partner
      })
    return SaldoRulesTests.broken(message.following(Standard(domain: domain, release: .v3_2)))
  }

  @Test(arguments: Domain.allCases, ["1", "2", "3", "4"])
  func `with a partner name 1 up to and including 4 pass`(domain: Domain, use: String) {
    #expect(broken(use, partner: partner, in: domain) == [])
  }

  @Test(arguments: Domain.allCases)
  func `with a partner name 5 fails`(domain: Domain) {
    #expect(broken("5", partner: partner, in: domain) == ["CS050 Client/Naam/NaamGebruik"])
  }

  @Test(arguments: Domain.allCases)
  func `without a partner name 1 passes, and 2 up to and including 5 fail`(domain: Domain) {
    #expect(broken("1", partner: nil, in: domain) == [])
    for use in ["2", "3", "4", "5"] {
      #expect(broken(use, partner: nil, in: domain) == ["CS050 Client/Naam/NaamGebruik"])
    }
  }

  @Test func `6 of a client is for CS318 in iJw and for this rule in iWmo`() {
    #expect(broken("6", partner: nil, in: .jw) == ["CS318 Client/Naam/NaamGebruik"])
    #expect(broken("6", partner: nil, in: .wmo) == ["CS050 Client/Naam/NaamGebruik"])
  }

  @Test(arguments: [(.jw, []), (.wmo, ["CS050 Naam/NaamGebruik"])] as [(Domain, [String])])
  func `a relation may be an organisation in iJw only`(domain: Domain, expected: [String]) {
    let relation = with(Relation.sample()) { $0.name.nameUse = "6" }
    let message = Message.allocation(with(.sample()) { $0.client.relations = [relation] })
    #expect(SaldoRulesTests.broken(message.following(Standard(domain: domain, release: .v3_2))) == expected)
  }

  @Test func `the finding says what is expected`() {
    func expected(_ domain: Domain) -> [Fact?] {
      let message = Message.allocation(with(.sample()) { $0.client.name.nameUse = "3" })
      let standard = Standard(domain: domain, release: .v3_2)
      return CS050NameUseFitsPartnerName().findings(in: message.following(standard)).map(\.facts["expected"])
    }
    #expect(expected(.jw) == [.phrase(Bilingual(nl: "1 of 6", en: "1 or 6"))])
    #expect(expected(.wmo) == [.phrase(Bilingual(nl: "1", en: "1"))])
  }
}
