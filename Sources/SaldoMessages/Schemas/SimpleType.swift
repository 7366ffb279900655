internal import SaldoDomain

/// A simple type of the basic schema, with the bounds that a finding shows (Standard: `LDT_…`).
struct SimpleType: Sendable {
  /// What the text of the element stands for.
  enum Base: String, Sendable {
    case text = "xs:string"
    case integer = "xs:integer"
    case date = "xs:date"
    case time = "xs:time"
  }

  var name: String
  var base: Base
  var minimumLength: Int?
  var maximumLength: Int?
  var minimum: Int64?
  var maximum: Int64?
  var pattern: String?
  /// The codes of an enumeration, in the order of the schema.
  var codes: [String] = []
  /// The code list of an enumeration, for instance `COD043`.
  var codeList: String?

  /// Sets one facet of a restriction.
  mutating func set(facet: String, _ value: String) {
    switch facet {
    case "minLength": minimumLength = Int(value)
    case "maxLength": maximumLength = Int(value)
    case "minInclusive": minimum = Int64(value)
    case "maxInclusive": maximum = Int64(value)
    case "pattern": pattern = value
    case "enumeration": codes.append(value)
    default: preconditionFailure("schema: facet \(facet) is not known")
    }
  }

  /// What the schema accepts, in words.
  var expectation: Bilingual {
    switch base {
    case .date:
      return Bilingual(
        nl: "een datum als JJJJ-MM-DD, zonder tijdzone", en: "a date as YYYY-MM-DD, without a time zone")
    case .time:
      return Bilingual(nl: "een tijd als UU:MM:SS, zonder tijdzone", en: "a time as HH:MM:SS, without a time zone")
    case .integer: return integerExpectation
    case .text: return codes.isEmpty ? textExpectation : codeExpectation
    }
  }

  private var integerExpectation: Bilingual {
    if let pattern { return Self.exactly(pattern) }
    guard let minimum, let maximum else { return Bilingual(nl: "een geheel getal", en: "a whole number") }
    return Bilingual(
      nl: "een geheel getal van \(minimum) tot en met \(maximum)",
      en: "a whole number from \(minimum) up to and including \(maximum)")
  }

  /// Lists of up to this many codes are written out.
  private static let shownCodes = 15

  private var codeExpectation: Bilingual {
    let list = codeList ?? name
    guard codes.count <= Self.shownCodes else {
      return Bilingual(nl: "een code uit codelijst \(list)", en: "a code of code list \(list)")
    }
    let shown = codes.joined(separator: ", ")
    return Bilingual(nl: "een code uit codelijst \(list): \(shown)", en: "a code of code list \(list): \(shown)")
  }

  private var textExpectation: Bilingual {
    switch pattern {
    case "[0-9]{9}": return Self.digits(9)
    case "[0-9]{8}": return Self.digits(8)
    case "[0-9]{4}": return Self.digits(4)
    case #"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"#:
      return Bilingual(
        nl: "drie getallen met punten ertussen, zoals 1.0.0", en: "three numbers separated by points, such as 1.0.0")
    case "[0-9]*": return sized(Bilingual(nl: "cijfers", en: "digits"))
    case "[a-zA-Z0-9]+": return sized(Bilingual(nl: "letters zonder accent en cijfers", en: "plain letters and digits"))
    case "[a-zA-ZÀ-ỳ]+": return sized(Bilingual(nl: "letters", en: "letters"))
    case #"[ \t]*[^\s].*"#:
      return sized(
        Bilingual(nl: "tekens op één regel, niet alleen spaties", en: "characters on one line, not only blanks"))
    case #"\s*\S[\s\S]*"#: return Bilingual(nl: "tekst, niet alleen spaties", en: "text, not only blanks")
    case nil: return sized(Bilingual(nl: "tekens", en: "characters"))
    case let pattern? where pattern.utf8.allSatisfy({ (0x30...0x39).contains($0) }): return Self.exactly(pattern)
    case _?: preconditionFailure("schema: type \(name) has a pattern without words")
    }
  }

  /// "1 to 12 letters", with the length bounds of the type.
  private func sized(_ what: Bilingual) -> Bilingual {
    let least = minimumLength ?? 0
    guard let maximumLength else {
      return Bilingual(nl: "ten minste \(least) \(what.dutch)", en: "at least \(least) \(what.english)")
    }
    return Bilingual(
      nl: "\(least) tot en met \(maximumLength) \(what.dutch)", en: "\(least) to \(maximumLength) \(what.english)")
  }

  private static func digits(_ count: Int) -> Bilingual {
    Bilingual(nl: "precies \(count) cijfers", en: "exactly \(count) digits")
  }

  private static func exactly(_ value: String) -> Bilingual {
    Bilingual(nl: "precies \(value)", en: "exactly \(value)")
  }
}
