import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS318Tests {
  /// What a 301 breaks whose client has this use of names, with a partner name.
  private func broken(_ use: String, in domain: Domain) -> [String] {
    let message = Message.allocation(with(.sample()) { $0.client.name.nameUse = use })
    return SaldoRulesTests.broken(message.following(Standard(domain: domain, release: .v3_2)))
  }

  @Test func `a client is no organisation`() {
    #expect(broken("6", in: .jw) == ["CS318 Client/Naam/NaamGebruik"])
    #expect(broken("1", in: .jw) == [])
    #expect(!broken("5", in: .jw).contains { $0.hasPrefix("CS318") })
  }

  @Test func `in iWmo CS050 tells it`() {
    #expect(CS318ClientIsNaturalPerson.metadata.domains == [.jw])
    #expect(broken("6", in: .wmo) == ["CS050 Client/Naam/NaamGebruik"])
  }

  @Test func `a relation may be`() {
    let relation = with(Relation.sample()) { $0.name.nameUse = "6" }
    #expect(SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.relations = [relation] })) == [])
  }
}
