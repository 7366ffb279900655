import SaldoDomain

/// An allocation number stands for one allocation: one client, provider, product and first day.
///
/// A later version may move the last day, the volume or the budget; anything else asks for a new number (IV066).
/// Source: iStandaarden 3.2, TR332.
struct TR332NumberIsThisAllocation: AllocationRule {
  static let metadata = RuleMetadata(
    "TR332", level: .history, kinds: [.allocation], returnCode: ReturnCode(rawValue: "9332"),
    answerClass: .allocatedProduct, needs: .history,
    title: Bilingual(
      nl: "Een toewijzingsnummer hoort bij één toewijzing.", en: "An allocation number belongs to one allocation."),
    sentence: Bilingual(
      nl: "Toewijzingsnummer {allocation} is al gebruikt voor een andere toewijzing: {reason}.",
      en: "Allocation number {allocation} is in use for another allocation: {reason}."),
    hint: Bilingual(
      nl: "Geef de toewijzing een nieuw nummer, of verwijs naar de cliënt en aanbieder van het oude nummer.",
      en: "Give the allocation a new number, or refer to the client and provider of the old one."),
    facts: ["allocation", "reason"], source: "iStandaarden 3.2, TR332")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard let known = context.known?.allocations[product.number] else { return .notApplicable }
    guard let reason = difference(product, message, known) else { return .pass }
    return .fail(["allocation": .code(product.number.description), "reason": .phrase(reason)])
  }

  /// The first of the fixed parts that differs, in words without data.
  private func difference(
    _ product: AllocatedProduct, _ message: AllocationMessage, _ known: KnownAllocation
  ) -> Bilingual? {
    if known.bsn != message.client.bsn { return Bilingual(nl: "een andere cliënt", en: "another client") }
    if known.provider != message.header.provider {
      return Bilingual(nl: "een andere aanbieder", en: "another provider")
    }
    if known.product.category != product.category || known.product.code != product.code {
      return Bilingual(nl: "een ander product", en: "another product")
    }
    if known.product.validity.begin != product.validity.begin {
      return Bilingual(nl: "een andere ingangsdatum", en: "another first day")
    }
    return nil
  }
}
