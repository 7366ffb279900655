import SaldoDomain

/// An allocation carries the reference of a request only when it honours that request, and only the first time.
///
/// The request is one of the same client and provider to this municipality. Several products of one message may carry
/// the same reference, because each product that answers a 317 does (IV097). A ledger that never took in a request of
/// the provider cannot tell, and is silent; it may have begun after the request was sent. Source: iStandaarden 3.2,
/// TR379; new in release 3.1.
struct TR379ReferenceIsOfAnOpenRequest: AllocationRule {
  static let metadata = RuleMetadata(
    "TR379", level: .history, kinds: [.allocation], since: .v3_1, returnCode: ReturnCode(rawValue: "9379"),
    answerClass: .allocatedProduct, needs: .history,
    title: Bilingual(
      nl: "Een toewijzing noemt alleen een verzoek dat met haar wordt gehonoreerd.",
      en: "An allocation names only a request that it honours."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} noemt een verzoek van de aanbieder: {reason}.",
      en: "Allocation {allocation} names a request of the provider: {reason}."),
    hint: Bilingual(
      nl: "Haal de referentie van het verzoek weg, of noem het verzoek dat deze toewijzing beantwoordt.",
      en: "Take the reference of the request out, or name the request that this allocation answers."),
    facts: ["allocation", "reason"], source: "iStandaarden 3.2, TR379")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard let reference = product.providerReference, let known = context.known, known.requestsAreKnown
    else { return .notApplicable }
    guard let reason = Self.objection(to: known.requests[reference], of: message.client.bsn) else { return .pass }
    return .fail(["allocation": .code(product.number.description), "reason": .phrase(reason)])
  }

  private static func objection(to request: KnownRequest?, of bsn: Bsn) -> Bilingual? {
    guard let request else {
      return Bilingual(nl: "zo'n verzoek is niet ontvangen", en: "no such request was received")
    }
    if request.bsn != bsn {
      return Bilingual(nl: "dat verzoek gaat over een andere cliënt", en: "that request is about another client")
    }
    guard request.isHonoured else { return nil }
    return Bilingual(nl: "dat verzoek is al eerder gehonoreerd", en: "that request was honoured before")
  }
}
