import SaldoDomain

/// An allocation is not removed while lines on it stand approved and uncredited.
///
/// Source: iStandaarden 3.2, TR385.
struct TR385RemovedAllocationHasNoApprovedLines: AllocationRule {
  static let metadata = RuleMetadata(
    "TR385", level: .history, kinds: [.allocation], since: .v3_1, returnCode: ReturnCode(rawValue: "9385"),
    answerClass: .allocatedProduct, needs: .history,
    title: Bilingual(
      nl: "Een toewijzing met goedgekeurde regels wordt niet verwijderd.",
      en: "An allocation with approved lines is not removed."),
    sentence: Bilingual(
      nl: "Toewijzing {allocation} wordt verwijderd, maar heeft nog {lines} goedgekeurde, niet gecrediteerde regels.",
      en: "Allocation {allocation} is removed, but still has {lines} approved lines that were not credited."),
    hint: Bilingual(
      nl: "Laat de aanbieder eerst de toegekende regels crediteren, of beëindig de toewijzing.",
      en: "Let the provider credit the approved lines first, or end the allocation instead."),
    facts: ["allocation", "lines"], source: "iStandaarden 3.2, TR385")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard product.changeReason == .removed else { return .notApplicable }
    let named = ClientAllocation(product.number, of: message.client.bsn)
    guard let lines = context.known?.openDebits[named], !lines.isEmpty else { return .pass }
    return .fail(["allocation": .code(product.number.description), "lines": .number(Int64(lines.count))])
  }
}
