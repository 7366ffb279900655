import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD068Tests {
  /// What a request breaks with this referrer.
  private func broken(_ kind: String, name: String?, code: ProviderCode?, in standard: Standard = .iJw(.v3_2))
    -> [String]
  {
    let message = Message.allocationRequest(
      with(.sample()) { $0.products[0].referrer = Referrer(kind: kind, name: name, code: code) })
    return SaldoRulesTests.broken(message.following(standard))
  }

  private let code = ProviderCode("01000001")

  @Test(arguments: ["01", "06", "08"])
  func `another referrer has no code, whether it has a name or not`(kind: String) {
    #expect(broken(kind, name: nil, code: code) == ["CD068 Verwijzer/ZorgverlenerCode"])
    #expect(broken(kind, name: "Naam", code: code, in: .iWmo(.v3_2)) == ["CD068 Verwijzer/ZorgverlenerCode"])
    #expect(broken(kind, name: "Naam", code: nil) == [])
    #expect(broken(kind, name: nil, code: nil) == [])
  }

  @Test(arguments: ["02", "05"])
  func `a doctor or institution may have a code`(kind: String) {
    #expect(broken(kind, name: nil, code: code) == [])
  }
}
