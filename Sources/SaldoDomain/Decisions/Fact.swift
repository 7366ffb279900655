/// A value that a rule saw and that a sentence shows: the bound, the value found, the difference.
public enum Fact: Hashable, Sendable {
  /// Money in euro cents.
  case amount(Euros)
  /// A count, a volume or a number.
  case number(Int64)
  /// A day.
  case date(CalendarDate)
  /// A period of days.
  case period(Period)
  /// A code or number of the standard, as written in the message. Never a BSN, a name or a birth date.
  case code(String)
  /// Words in both languages.
  case phrase(Bilingual)
}

/// The named facts of a finding, in the order in which its sentence tells them.
public struct Facts: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// The names and values; a name occurs once.
  public var entries: [(name: String, fact: Fact)]

  /// Facts in the order of the literal.
  public init(dictionaryLiteral elements: (String, Fact)...) {
    entries = elements.map { (name: $0.0, fact: $0.1) }
  }

  /// The fact with a name, or nil.
  public subscript(name: String) -> Fact? { entries.first { $0.name == name }?.fact }

  /// The facts with one more at the end.
  public func adding(_ name: String, _ fact: Fact) -> Facts {
    var result = self
    result.entries.append((name: name, fact: fact))
    return result
  }

  /// Two lists are equal when they hold the same facts under the same names in the same order.
  public static func == (lhs: Facts, rhs: Facts) -> Bool {
    lhs.entries.elementsEqual(rhs.entries) { $0.name == $1.name && $0.fact == $1.fact }
  }

  /// Hashes names and facts, as equality compares them.
  public func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.name)
      hasher.combine(entry.fact)
    }
  }
}

extension Fact: Codable {
  private enum Key: String, CodingKey { case amount, number, date, from, until, code, nl, en }

  /// Reads an object with the kind of the fact as key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let cents = try container.decodeIfPresent(Euros.self, forKey: .amount) {
      self = .amount(cents)
    } else if let number = try container.decodeIfPresent(Int64.self, forKey: .number) {
      self = .number(number)
    } else if let date = try container.decodeIfPresent(CalendarDate.self, forKey: .date) {
      self = .date(date)
    } else if let begin = try container.decodeIfPresent(CalendarDate.self, forKey: .from) {
      self = .period(Period(begin: begin, end: try container.decode(CalendarDate.self, forKey: .until)))
    } else if let code = try container.decodeIfPresent(String.self, forKey: .code) {
      self = .code(code)
    } else {
      self = .phrase(
        Bilingual(
          nl: try container.decode(String.self, forKey: .nl), en: try container.decode(String.self, forKey: .en)))
    }
  }

  /// Writes an object with the kind of the fact as key; amounts are whole cents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .amount(let amount): try container.encode(amount, forKey: .amount)
    case .number(let number): try container.encode(number, forKey: .number)
    case .date(let date): try container.encode(date, forKey: .date)
    case .period(let period):
      try container.encode(period.begin, forKey: .from)
      try container.encode(period.end, forKey: .until)
    case .code(let code): try container.encode(code, forKey: .code)
    case .phrase(let text):
      try container.encode(text.dutch, forKey: .nl)
      try container.encode(text.english, forKey: .en)
    }
  }
}
