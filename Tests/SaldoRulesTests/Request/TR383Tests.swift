import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR383Tests {
  private let other = RequestedProduct.sample(reference: "REF2", code: "45A53")

  @Test func `references of their own pass`() {
    #expect(broken(.allocationRequest(.sample(products: [.sample(), other]))) == [])
  }

  @Test func `the same reference twice fails, with TR101`() {
    let message = Message.allocationRequest(
      .sample(products: [.sample(), other, .sample(category: ProductCategory(rawValue: "41"), code: "41A03")]))
    let expected = ["TR101 ReferentieAanbieder", "TR383 ReferentieAanbieder"]
    #expect(broken(message) == expected)
    #expect(broken(message.following(.iWmo(.v3_2))) == expected)
    let findings = TR383ReferenceOccursOnce().findings(in: message)
    #expect(findings.map(\.facts["first"]) == [.number(1)])
    #expect(
      findings.map(\.place.path) == [
        "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[3]/ReferentieAanbieder"
      ])
  }

  @Test func `capitals make another reference`() {
    let lower = with(other) { $0.providerReference = "ref1" }
    #expect(broken(.allocationRequest(.sample(products: [.sample(), lower]))) == [])
  }
}
