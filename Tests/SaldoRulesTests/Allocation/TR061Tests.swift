import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR061Tests {
  /// What a 301 breaks whose client has contacts of these kinds.
  private func broken(_ kinds: [String]) -> [String] {
    SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.contacts = kinds.map { .sample($0) } }))
  }

  @Test(arguments: [["01"], ["02"], ["03"], ["04", "02"], ["01", "02", "03", "04"]])
  func `one lasting address is enough`(kinds: [String]) {
    #expect(broken(kinds) == [])
  }

  @Test func `a temporary address only is not`() {
    #expect(broken(["04"]) == ["TR061 Client/Contactgegevens"])
  }

  @Test func `a relation may have a temporary address only, and does not count for the client`() {
    let temporary = with(Relation.sample()) { $0.contact = .sample("04") }
    #expect(SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.relations = [temporary] })) == [])
    let message = Message.allocation(
      with(.sample()) {
        $0.client.contacts = [.sample("04")]
        $0.client.relations = [.sample()]
      })
    #expect(SaldoRulesTests.broken(message) == ["TR061 Client/Contactgegevens"])
  }
}
