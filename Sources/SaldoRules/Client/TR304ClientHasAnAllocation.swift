import SaldoDomain

/// The provider has an allocation of the municipality for the client.
///
/// The lines of a client who fails are not assessed and get 0233. The finding never shows the BSN. Source: iStandaarden
/// 3.2, TR304.
struct TR304ClientHasAnAllocation: ClientRule {
  static let metadata = RuleMetadata(
    "TR304", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "8187"), answerClass: .client,
    needs: .history,
    title: Bilingual(
      nl: "De aanbieder heeft een toewijzing voor de cliënt.",
      en: "The provider has an allocation for the client."),
    sentence: Bilingual(
      nl: "Voor deze cliënt is geen toewijzing van deze gemeente aan deze aanbieder bekend.",
      en: "No allocation of this municipality to this provider is known for this client."),
    facts: [], source: "iStandaarden 3.2, TR304")
  func verdict(on client: DeclaredClient, of message: DeclarationMessage, in context: RuleContext) -> Verdict {
    guard let known = context.known else { return .notApplicable }
    return known.clientsWithAllocation.contains(client.bsn) ? .pass : .fail([:])
  }
}
