import SaldoDomain

/// The use of names of the client and of each relation fits: 1 up to and including 4 with a name of a partner;
/// without one, 1 and in iJw also 6.
///
/// Source: iStandaarden 3.2, CS050 and its note: the style sheet of iWmo allows 1 only.
struct CS050NameUseFitsPartnerName: AllocationFormRule {
  static let metadata = RuleMetadata(
    form: "CS050", kinds: [.allocation],
    title: Bilingual(
      nl: "Het naamgebruik past bij het wel of niet vermelden van een partnernaam.",
      en: "The use of names fits a partner name that is given or not."),
    sentence: Bilingual(
      nl: "Het naamgebruik is {found} {partner}; verwacht is {expected}.",
      en: "The use of names is {found} {partner}; {expected} is expected."),
    hint: Bilingual(
      nl: "Pas het naamgebruik aan, of vul de partnernaam aan of haal hem weg.",
      en: "Change the use of names, or add the partner name or take it out."),
    facts: ["found", "partner", "expected"])

  func judge(_ message: AllocationMessage, report: (Finding.Place, Facts) -> Void) {
    judge(message.client.name, at: message.clientPlace, in: message.header.standard.domain, report: report)
    for (position, relation) in message.client.relations.enumerated() {
      let place = AllocationMessage.place(ofRelation: position, relation)
      judge(relation.name, at: place, in: message.header.standard.domain, report: report)
    }
  }

  private func judge(
    _ name: PersonName, at place: ClassPlace, in domain: Domain, report: (Finding.Place, Facts) -> Void
  ) {
    guard let use = name.nameUse else { return }
    let rule = name.partnerName != nil ? Self.withPartner : Self.withoutPartner(in: domain)
    guard !rule.allowed.contains(use) else { return }
    report(
      place.place(of: "Naam/NaamGebruik"),
      ["found": .code(use), "partner": .phrase(rule.partner), "expected": .phrase(rule.words)])
  }

  /// The uses that are allowed, in codes and in words.
  private typealias Uses = (allowed: [String], partner: Bilingual, words: Bilingual)

  private static let withPartner: Uses = (
    ["1", "2", "3", "4"], Bilingual(nl: "met een partnernaam", en: "with a partner name"),
    Bilingual(nl: "1, 2, 3 of 4", en: "1, 2, 3 or 4")
  )

  private static func withoutPartner(in domain: Domain) -> Uses {
    let partner = Bilingual(nl: "zonder partnernaam", en: "without a partner name")
    return switch domain {
    case .jw: (["1", "6"], partner, Bilingual(nl: "1 of 6", en: "1 or 6"))
    case .wmo: (["1"], partner, Bilingual(nl: "1", en: "1"))
    }
  }
}
