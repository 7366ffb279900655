import SaldoDomain

/// The ceiling of a client (IBP) is set by the referrer or the municipality.
///
/// Told at an allocation for the client during the ceiling, to the municipality; the 301 stays in force and lines are
/// left alone.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K017CeilingIsNotSetByTheProvider: AllocationRule {
  static let metadata = RuleMetadata(
    signal: "K017", level: .contract, kinds: [.allocation], needs: .region,
    title: Bilingual(
      nl: "Het budgetplafond van een cliënt is gezet door de verwijzer of de gemeente.",
      en: "The ceiling of a client is set by the referrer or the municipality."),
    sentence: Bilingual(
      nl:
        "Bij toewijzing {allocation} hoort een budgetplafond van {ceiling} over {period} dat de aanbieder zelf "
        + "heeft gezet.",
      en: "Allocation {allocation} comes with a ceiling of {ceiling} over {period} that the provider set itself."),
    hint: Bilingual(
      nl: "Gemeente: stel het plafond zelf vast, of laat de verwijzer dat doen.",
      en: "Municipality: set the ceiling yourself, or let the referrer do so."),
    facts: ["allocation", "ceiling", "period"], source: "Saldo, contract rule K017")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard product.changeReason != .removed, let rules = context.region?.localRules,
      message.header.standard.domain == ClientCeiling.domain
    else { return .notApplicable }
    let ceilings = rules.ceilings(of: message.client.bsn, at: message.header.municipality, in: product.validity)
    guard !ceilings.isEmpty else { return .notApplicable }
    guard let ceiling = ceilings.first(where: { $0.setter == .provider }) else { return .pass }
    return .fail([
      "allocation": .code(product.number.description), "ceiling": .amount(ceiling.ceiling),
      "period": .period(ceiling.period),
    ])
  }
}
