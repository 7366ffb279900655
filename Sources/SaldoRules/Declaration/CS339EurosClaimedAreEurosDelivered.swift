import SaldoDomain

/// A line in euros claims as many euro cents as it delivers.
///
/// Source: iStandaarden 3.2, CS339. It holds for credits too: all of level 2 does.
struct CS339EurosClaimedAreEurosDelivered: LineFormRule {
  static let metadata = RuleMetadata(
    form: "CS339", kinds: [.declaration],
    title: Bilingual(
      nl: "Een regel in euro's dient het geleverde volume als bedrag in.",
      en: "A line in euros claims its delivered volume as its amount."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar het geleverde volume in euro's is {expected}.",
      en: "Claimed is {found}, but the delivered volume in euros is {expected}."),
    hint: Bilingual(
      nl: "Maak bedrag en volume in eurocenten gelijk.",
      en: "Make amount and volume in euro cents equal."),
    facts: ["found", "expected"])
  static let element = DeliveryLine.Element.amount

  func verdict(on line: DeliveryLine, in message: DeclarationMessage) -> Verdict {
    guard line.unit == .euro else { return .notApplicable }
    let (found, expected) = (line.amount.size, Euros(cents: line.volume))
    return found == expected ? .pass : .fail(["found": .amount(found), "expected": .amount(expected)])
  }
}
