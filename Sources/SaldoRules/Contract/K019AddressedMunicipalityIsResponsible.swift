import SaldoDomain

/// A line is addressed to the municipality that is responsible for the client (woonplaatsbeginsel).
///
/// Only a signal: the addressed municipality pays, and the sender cannot know the residence from the messages (OP095). It
/// names the first day on which another municipality is responsible, by `residences.csv`.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K019AddressedMunicipalityIsResponsible: LineRule {
  static let metadata = RuleMetadata(
    signal: "K019", level: .contract, kinds: [.declaration], needs: [.region],
    title: Bilingual(
      nl: "De aangeschreven gemeente is verantwoordelijk voor de cliënt.",
      en: "The addressed municipality is responsible for the client."),
    sentence: Bilingual(
      nl: "Op {date} is gemeente {municipality} verantwoordelijk; de aangeschreven gemeente betaalt.",
      en: "On {date} municipality {municipality} is responsible; the addressed municipality pays."),
    hint: Bilingual(
      nl: "De gemeenten verrekenen dit onderling; beëindig de toewijzing als de cliënt is verhuisd.",
      en: "The municipalities settle this between them; end the allocation when the client has moved."),
    facts: ["date", "municipality"], source: "Saldo, contract rule K019")
  static let element = DeliveryLine.Element.periodBegin
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.responsible.isEmpty == false }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let region = context.region else { return .notApplicable }
    let (header, turns) = (subject.header, region.responsible.turns(of: subject.bsn, in: subject.line.period))
    guard !turns.isEmpty else { return .notApplicable }
    for day in turns {
      guard
        let responsible = region.responsible.municipality(of: subject.bsn, header.standard.domain, on: day),
        region.succession.bearer(of: responsible, on: day) != region.succession.bearer(of: header.municipality, on: day)
      else { continue }
      return .fail(["date": .date(day), "municipality": .code(responsible.description)])
    }
    return .pass
  }
}
