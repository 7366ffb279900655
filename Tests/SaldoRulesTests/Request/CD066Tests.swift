import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD066Tests {
  /// What a request breaks with this referrer.
  private func broken(_ kind: String, name: String?, code: ProviderCode?, in standard: Standard = .iJw(.v3_2))
    -> [String]
  {
    let message = Message.allocationRequest(
      with(.sample()) { $0.products[0].referrer = Referrer(kind: kind, name: name, code: code) })
    return SaldoRulesTests.broken(message.following(standard))
  }

  private let code = ProviderCode("01000001")

  @Test(arguments: ["02", "03", "04", "05"])
  func `a doctor or institution with a code has no name`(kind: String) {
    #expect(broken(kind, name: "Praktijk", code: code) == ["CD066 Verwijzer/Naam"])
    #expect(broken(kind, name: "Praktijk", code: code, in: .iWmo(.v3_2)) == ["CD066 Verwijzer/Naam"])
    #expect(broken(kind, name: nil, code: code) == [])
    #expect(broken(kind, name: "Praktijk", code: nil) == [])
  }

  @Test(arguments: ["01", "06", "08"])
  func `another referrer with a code is for CD068`(kind: String) {
    #expect(broken(kind, name: "Naam", code: code) == ["CD068 Verwijzer/ZorgverlenerCode"])
  }
}
