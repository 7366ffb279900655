import SaldoDomain

/// The tariff of a line is that of the contract; without a price row for the line the contract has none.
///
/// Minutes on an hourly price show the hourly price divided by sixty, rounded halves up (IV081). Lines in euros have no
/// tariff: K001 and K002 tell what the contract lacks for them. The rule judges a line without a known allocation too,
/// unless its price depends on the first day of the allocation.
///
/// Source: iStandaarden 3.2, TR418, at level 3 there although it needs the contract.
struct TR418TariffIsThatOfTheContract: LineRule {
  static let metadata = RuleMetadata(
    "TR418", level: .history, kinds: [.declaration], since: .v3_2, returnCode: ReturnCode(rawValue: "0611"),
    answerClass: .line,
    needs: .region,
    title: Bilingual(
      nl: "Het tarief van een regel is het tarief van het contract.",
      en: "The tariff of a line is that of the contract."),
    sentence: Bilingual(
      nl: "Het tarief van de regel is {found}; het contract heeft {expected}.",
      en: "The tariff of the line is {found}; the contract has {expected}."),
    hint: Bilingual(
      nl: "Neem het tarief van het contract over voor deze periode, of vraag na of dit product is afgesproken.",
      en: "Copy the tariff of the contract for this period, or ask whether this product is contracted."),
    facts: ["found", "expected"], source: "iStandaarden 3.2, TR418")
  static let element = DeliveryLine.Element.tariff
  static let sides: Set<DebitCredit> = [.debit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard subject.termsAreKnown, line.unit != .euro, let found = line.tariff else { return .notApplicable }
    guard let terms = subject.terms else {
      return .fail(["found": .amount(found), "expected": .phrase(Self.nothing)])
    }
    let expected = terms.hourlyPrice(for: line.unit).map { HourlyPrice($0).minuteTariff } ?? terms.price
    return found == expected ? .pass : .fail(["found": .amount(found), "expected": .amount(expected)])
  }

  private static let nothing = Bilingual(
    nl: "dan geen tarief voor dit product in deze eenheid", en: "no tariff for this product in this unit then")
}
