import SaldoDomain

/// The stated total is the sum of the lines, debit positive and credit negative.
///
/// Amounts are compared as numbers; the reference style sheet compares text, so that leading zeros fail there.
/// Source: iStandaarden 3.2, TR358.
struct TR358TotalIsTheSumOfItsLines: DeclarationFormRule {
  static let metadata = RuleMetadata(
    form: "TR358", kinds: [.declaration],
    title: Bilingual(
      nl: "Het totaalbedrag is de som van de ingediende bedragen.",
      en: "The total is the sum of the claimed amounts."),
    sentence: Bilingual(
      nl: "Het totaalbedrag is {found}, maar de regels tellen op tot {expected}.",
      en: "The total is {found}, but the lines add up to {expected}."),
    hint: Bilingual(
      nl: "Tel de regels opnieuw op, credits min, en vul die som in als totaal.",
      en: "Add the lines up again, credits minus, and fill in that sum as the total."),
    facts: ["expected", "found"])

  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    let (sum, stated) = (message.sumOfLines, message.total.signed)
    guard stated != sum else { return }
    report(message.place(of: .total), ["expected": .amount(sum), "found": .amount(stated)])
  }
}
