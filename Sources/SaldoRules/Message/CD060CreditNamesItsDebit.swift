import SaldoDomain

/// A credit line names the line that it undoes, and a debit line names none, in a declaration and in its answer.
///
/// Source: iStandaarden 3.2, CD060 and IV091.
struct CD060CreditNamesItsDebit: FormRule {
  static let metadata = RuleMetadata(
    form: "CD060", kinds: [.declaration, .declarationAnswer],
    title: Bilingual(
      nl: "Een creditregel noemt de regel die hij ongedaan maakt; een debetregel noemt er geen.",
      en: "A credit line names the line that it undoes; a debit line names none."),
    sentence: Bilingual(
      nl: "Gevonden is {found}; verwacht is {expected}.",
      en: "Found is {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Vul bij een credit het referentienummer van de debetregel in en haal het bij een debet weg.",
      en: "Fill in the reference of the debit line on a credit, and take it out on a debit."),
    facts: ["found", "expected"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    message.forEachLine({ ($0.amount.side, $0.previousReference) }) { line, place in
      let (isCredit, namesDebit) = (line.0 == .credit, line.1 != nil)
      guard isCredit != namesDebit else { return }
      let words = isCredit ? Self.credit : Self.debit
      report(
        place(.previousReference),
        [
          "found": .phrase(namesDebit ? words.with : words.without),
          "expected": .phrase(namesDebit ? words.without : words.with),
        ])
    }
  }

  private static let credit = (
    with: Bilingual(
      nl: "een creditregel met vorig referentienummer", en: "a credit line with a previous reference number"),
    without: Bilingual(
      nl: "een creditregel zonder vorig referentienummer", en: "a credit line without a previous reference number")
  )
  private static let debit = (
    with: Bilingual(
      nl: "een debetregel met vorig referentienummer", en: "a debit line with a previous reference number"),
    without: Bilingual(
      nl: "een debetregel zonder vorig referentienummer", en: "a debit line without a previous reference number")
  )
}
