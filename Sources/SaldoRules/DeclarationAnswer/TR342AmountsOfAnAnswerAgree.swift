import SaldoDomain

/// The amounts of an answer to a declaration agree: what is claimed and not granted is the sum of the returned lines.
///
/// Under a declaration that is rejected itself nothing is granted and no line returned. Under a rejected header there
/// is nothing to compare. The codes 0200 and 8001 reject nothing. Source: iStandaarden 3.2, TR342 and its notes.
struct TR342AmountsOfAnAnswerAgree: FormRule {
  static let metadata = RuleMetadata(
    form: "TR342", kinds: [.declarationAnswer],
    title: Bilingual(
      nl: "De teruggestuurde regels tellen op tot wat is ingediend en niet toegekend.",
      en: "The returned lines add up to what is claimed and not granted."),
    sentence: Bilingual(
      nl: "{what} is {found}; verwacht is {expected}.",
      en: "{what} is {found}; {expected} is expected."),
    hint: Bilingual(
      nl: "Vraag de gemeente om een antwoord waarvan de bedragen kloppen; een bericht hiervoor bestaat niet.",
      en: "Ask the municipality for an answer whose amounts agree; there is no message for this."),
    facts: ["what", "found", "expected"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    guard case .declarationAnswer(let answer) = message, let declaration = answer.declaration else { return }
    guard !Self.reject(answer.codes) else { return }
    let place = answer.place(of: .granted)
    if Self.reject(declaration.codes) {
      if declaration.granted.size != .zero {
        let granted = Fact.amount(declaration.granted.signed)
        report(place, ["what": .phrase(Self.granted), "found": granted, "expected": .amount(.zero)])
      }
      let count = declaration.clients.reduce(0) { $0 + $1.lines.count }
      if count > 0 {
        report(place, ["what": .phrase(Self.count), "found": .number(Int64(count)), "expected": .number(0)])
      }
    } else {
      let returned = declaration.clients.lazy.flatMap(\.lines).reduce(Euros.zero) { $0 + $1.line.amount.signed }
      let expected = declaration.claimed.signed - declaration.granted.signed
      if returned != expected {
        report(place, ["what": .phrase(Self.sum), "found": .amount(returned), "expected": .amount(expected)])
      }
    }
  }

  private static func reject(_ codes: [ReturnCode]) -> Bool {
    codes.contains { $0 != .noRemark && $0 != .grantedInFull }
  }

  private static let granted = Bilingual(
    nl: "Het toegekende bedrag van de afgewezen declaratie", en: "The granted amount of the rejected declaration")
  private static let count = Bilingual(
    nl: "Het aantal regels van de afgewezen declaratie", en: "The number of lines of the rejected declaration")
  private static let sum = Bilingual(nl: "De som van de teruggestuurde regels", en: "The sum of the returned lines")
}
