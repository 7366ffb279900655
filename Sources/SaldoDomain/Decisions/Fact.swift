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

  public static func == (lhs: Facts, rhs: Facts) -> Bool {
    lhs.entries.elementsEqual(rhs.entries) { $0.name == $1.name && $0.fact == $1.fact }
  }

  public func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.name)
      hasher.combine(entry.fact)
    }
  }
}
