public import SaldoDomain

extension Finding {
  /// The finding in words: the sentence of its rule with the facts filled in.
  ///
  /// Codes that hold a citizen service number are masked.
  public func text(in language: Language) -> String {
    guard let metadata = RuleCatalogue.metadata(of: rule) else { return rule.rawValue }
    var text = metadata.sentence.text(in: language)
    for entry in facts.entries {
      text = text.replacing("{\(entry.name)}", with: entry.fact.text(in: language))
    }
    return text
  }
}

extension Fact {
  /// The fact as people read it.
  public func text(in language: Language) -> String {
    switch self {
    case .amount(let amount): HumanText.euros(amount, in: language)
    case .number(let number): HumanText.number(number, in: language)
    case .date(let date): HumanText.date(date, in: language)
    case .period(let period): HumanText.period(OpenPeriod(begin: period.begin, end: period.end), in: language)
    case .code(let code): CitizenNumberMask.masked(code)
    case .phrase(let phrase): phrase.text(in: language)
    }
  }
}
