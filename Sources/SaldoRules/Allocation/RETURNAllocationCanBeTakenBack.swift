import SaldoDomain

/// An allocation message that its provider refuses is known, and nothing was approved on it.
///
/// The allocations of a 301 that comes back with codes are not in force from then on. Lines that were approved before
/// stay approved: an answered decision is not taken back. This only signals, so that the municipality repairs what is
/// wrong. Source: Saldo, 302.
struct RETURNAllocationCanBeTakenBack: ReturnRule {
  static let metadata = RuleMetadata(
    signal: "RETURN", level: .history, kinds: [.allocationReturn], needs: .history,
    title: Bilingual(
      nl: "Een toewijzing die de aanbieder weigert, is bekend en heeft geen goedgekeurde regels.",
      en: "An allocation that the provider refuses is known and has no approved lines."),
    sentence: Bilingual(
      nl: "De aanbieder weigert een toewijzingsbericht: {reason}.",
      en: "The provider refuses an allocation message: {reason}."),
    hint: Bilingual(
      nl: "Zoek de toewijzing op, verbeter haar en stuur een nieuw toewijzingsbericht.",
      en: "Look the allocation up, correct it and send a new allocation message."),
    facts: ["reason"], source: "Saldo, 302")

  func verdict(on message: ReturnMessage, in context: RuleContext) -> Verdict {
    guard !message.accepts, let known = context.known else { return .notApplicable }
    guard let allocations = known.returnedAllocations else {
      let unknown = Bilingual(
        nl: "dat bericht is hier niet bekend of was al niet van kracht",
        en: "that message is not known here or was not in force already")
      return .fail(["reason": .phrase(unknown)])
    }
    let lines = allocations.reduce(0) { $0 + (known.openDebits[$1]?.count ?? 0) }
    guard lines > 0 else { return .pass }
    let approved = Bilingual(
      nl: "er blijven \(lines) goedgekeurde, niet gecrediteerde regels op staan",
      en: "\(lines) approved lines that were not credited stay on it")
    return .fail(["reason": .phrase(approved)])
  }
}
