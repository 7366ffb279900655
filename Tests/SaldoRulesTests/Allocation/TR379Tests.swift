import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR379Tests {
  let rule = TR379ReferenceIsOfAnOpenRequest()

  private func verdict(
    _ reference: ExactText?,
    requests: [ExactText: KnownRequest] = ["REF1": KnownRequest(bsn: Sample.bsn, isHonoured: false)],
    areKnown: Bool = true
  ) -> Verdict {
    var product = AllocatedProduct.sample()
    product.providerReference = reference
    var known = WorkingSet.sample
    known.requests = requests
    known.requestsAreKnown = areKnown
    let verdict = rule.verdict(on: product, of: .sample(products: [product]), in: .sample(known: known))
    if case .fail(let facts) = verdict { expectListed(facts, by: rule.metadata) }
    return verdict
  }

  private func failure(_ nl: String, _ en: String) -> Verdict {
    .fail(["allocation": .code("1001"), "reason": .phrase(Bilingual(nl: nl, en: en))])
  }

  @Test func `the reference of a request of the provider passes the first time`() {
    #expect(verdict("REF1") == .pass)
  }

  @Test func `an allocation without a reference is not its business`() {
    #expect(verdict(nil) == .notApplicable)
  }

  @Test func `a reference that was never asked fails`() {
    #expect(verdict("REF9") == failure("zo'n verzoek is niet ontvangen", "no such request was received"))
  }

  @Test func `a request that was honoured before fails`() {
    #expect(
      verdict("REF1", requests: ["REF1": KnownRequest(bsn: Sample.bsn, isHonoured: true)])
        == failure("dat verzoek is al eerder gehonoreerd", "that request was honoured before"))
  }

  @Test func `the request for another client fails`() {
    #expect(
      verdict("REF1", requests: ["REF1": KnownRequest(bsn: Sample.otherBsn, isHonoured: false)])
        == failure("dat verzoek gaat over een andere cliënt", "that request is about another client"))
  }

  @Test func `release 3.0 does not have it`() {
    #expect(rule.metadata.since == .v3_1)
    var message = AllocationMessage.sample()
    message.products[0].providerReference = "REF9"
    var known = WorkingSet.sample
    known.requestsAreKnown = true
    for release in Release.allCases {
      message.header.standard = .iJw(release)
      let codes = AllocationEvaluator(.sample(known: known)).findings(message).map(\.rule)
      #expect(codes == (release == .v3_0 ? [] : ["TR379"]))
    }
  }

  @Test func `a ledger that never took in a request of the provider cannot tell`() {
    #expect(verdict("REF9", requests: [:], areKnown: false) == .notApplicable)
  }
}
