import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD067Tests {
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
  func `a doctor or institution without a code has a name`(kind: String) {
    #expect(broken(kind, name: nil, code: nil) == ["CD067 Verwijzer/Naam"])
    #expect(broken(kind, name: nil, code: nil, in: .iWmo(.v3_2)) == ["CD067 Verwijzer/Naam"])
    #expect(broken(kind, name: "Praktijk", code: nil) == [])
    #expect(broken(kind, name: nil, code: code) == [])
  }

  @Test(arguments: ["01", "06", "08"])
  func `another referrer needs neither`(kind: String) {
    #expect(broken(kind, name: nil, code: nil) == [])
  }
}
