import SaldoDomain
import SaldoRuns

/// The answer to a declaration (325) as its provider reads it.
enum AnswerText {
  /// The totals, each refused line with its codes in words, and the lines that can be credited from now on.
  static func lines(of answer: AnswerReading, in language: Language) -> [String] {
    var lines = ["  " + totals(of: answer, language)]
    if !answer.codes.isEmpty {
      lines.append(
        "  "
          + Bilingual(
            nl: "De declaratie is als geheel afgewezen: \(words(of: answer.codes, .dutch)).",
            en: "The declaration was rejected as a whole: \(words(of: answer.codes, .english))."
          ).text(in: language))
    }
    for line in answer.refused {
      let amount = HumanText.euros(line.amount, in: language)
      lines.append("  [\(masked(line.reference))] \(amount): \(words(of: line.codes, language))")
    }
    if let creditable = answer.creditable, !creditable.isEmpty {
      let list = creditable.map(masked).joined(separator: " ")
      lines.append(
        "  "
          + Bilingual(
            nl: "Toegekend en voortaan te crediteren: \(list)", en: "Granted and creditable from now on: \(list)"
          )
          .text(in: language))
    }
    return lines
  }

  private static func totals(of answer: AnswerReading, _ language: Language) -> String {
    func euros(_ amount: Euros?) -> String { amount.map { HumanText.euros($0, in: language) } ?? "?" }
    // A declaration that was rejected as a whole returns no lines; its own sentence says so.
    let rejected =
      answer.refused.isEmpty && !answer.codes.isEmpty
      ? Bilingual(nl: "", en: "")
      : Bilingual(
        nl: ", \(Counted.lines(answer.refused.count).dutch) afgewezen",
        en: ", \(Counted.lines(answer.refused.count).english) rejected")
    let number = answer.declarationNumber.map { " " + masked($0) } ?? ""
    return Bilingual(
      nl: "Declaratie\(number): ingediend \(euros(answer.claimed)), toegekend \(euros(answer.granted))"
        + "\(rejected.dutch).",
      en: "Declaration\(number): claimed \(euros(answer.claimed)), granted \(euros(answer.granted))"
        + "\(rejected.english)."
    ).text(in: language)
  }

  /// Codes with what they mean: `9321 er is meer geleverd dan in de periode past`.
  private static func words(of codes: [ReturnCode], _ language: Language) -> String {
    codes.map { code in
      [code.rawValue, code.meaning?.text(in: language)].compactMap(\.self).joined(separator: " ")
    }.joined(separator: "; ")
  }

  private static func masked(_ text: ExactText) -> String { CitizenNumberMask.masked(text.string) }
}
