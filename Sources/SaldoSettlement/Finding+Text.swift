public import SaldoDomain

extension Finding {
  /// The finding in words: the sentence of its rule with the facts filled in.
  ///
  /// Codes that hold a citizen service number are masked.
  public func text(in language: Language) -> String {
    guard let metadata = RuleCatalogue.metadata(of: rule) else { return rule.rawValue }
    var text = metadata.sentence.text(in: language)
    for entry in facts.entries {
      text = text.replacing(Array("{\(entry.name)}".utf8), by: entry.fact.text(in: language))
    }
    return text
  }
}

extension String {
  /// The text with every occurrence of some bytes replaced. A check shows thousands of findings, and what the standard
  /// library has for this compares characters, at fifty times the cost.
  fileprivate func replacing(_ part: [UInt8], by other: String) -> String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position...].starts(with: part) {
        result += other.utf8
        position += part.count
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
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
