import SaldoDomain

/// An arrangement is declared by one provider: the main contractor pays its subcontractors.
///
/// A line of another provider for the same client, product and days is possibly paid twice. Only a signal: the sender
/// cannot know the lines of others (OP095), and the finding tells nothing of them. A subcontractor without an
/// allocation of its own gets 9338 (TR338).
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K012ArrangementIsDeclaredByOneProvider: LineRule {
  static let metadata = RuleMetadata(
    signal: "K012", level: .contract, kinds: [.declaration], needs: [.region, .history],
    title: Bilingual(
      nl: "Een arrangement wordt door één aanbieder gedeclareerd.",
      en: "An arrangement is declared by one provider."),
    sentence: Bilingual(
      nl:
        "Product {category} {code} is voor deze cliënt en dagen ook aan een andere aanbieder toegekend: mogelijk "
        + "dubbel betaald.",
      en:
        "Product {category} {code} was granted to another provider for this client and days as well: possibly "
        + "paid twice."
    ),
    hint: Bilingual(
      nl: "Ga na wie hoofdaannemer is; alleen die declareert, tenzij een verdeling is vastgelegd.",
      en: "Find out who is the main contractor; only that one declares, unless shares were recorded."),
    facts: ["category", "code"], source: "Saldo, contract rule K012")
  static let element = DeliveryLine.Element.code
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { !context.history.linesElsewhere.isEmpty }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard subject.terms?.agreement.model == .arrangement, let known = context.known else { return .notApplicable }
    let isElsewhere = known.linesElsewhere[subject.bsn, default: []].contains {
      $0.product == line.product && $0.provider != subject.header.provider && $0.period.begin <= line.period.end
        && line.period.begin <= $0.period.end
    }
    guard isElsewhere else { return .pass }
    return .fail(["category": .code(line.product.category.rawValue), "code": .code(line.product.code.string)])
  }
}
