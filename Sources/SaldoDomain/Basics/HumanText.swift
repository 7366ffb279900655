/// Amounts, dates and counts as people read them, in either language: our own formatter, so that output never depends
/// on a locale.
///
///     HumanText.euros(Euros(cents: 123_456), in: .dutch)    // "€ 1.234,56"
///     HumanText.euros(Euros(cents: 123_456), in: .english)  // "€1,234.56"
///
/// The blank after the euro sign is an ordinary one; a page that must not break there replaces it.
public enum HumanText {
  /// An amount with euro sign, thousands separators and two decimals; the minus of a negative amount stands before the
  /// digits in Dutch (`€ -12,50`) and before the sign in English (`-€12.50`).
  public static func euros(_ amount: Euros, in language: Language) -> String {
    let (whole, cents) = amount.cents.magnitude.quotientAndRemainder(dividingBy: 100)
    let fraction = cents < 10 ? "0\(cents)" : "\(cents)"
    let minus = amount.cents < 0 ? "-" : ""
    switch language {
    case .dutch: return "€ \(minus)\(grouped(whole, separator: ".")),\(fraction)"
    case .english: return "\(minus)€\(grouped(whole, separator: ",")).\(fraction)"
    }
  }

  /// A whole number with thousands separators, for instance `12.345` in Dutch and `12,345` in English.
  public static func number(_ value: Int64, in language: Language) -> String {
    (value < 0 ? "-" : "") + grouped(value.magnitude, separator: language == .dutch ? "." : ",")
  }

  /// A percentage with two decimals from hundredths of a percent, for instance `2,51 %` in Dutch and `2.51%` in English.
  public static func percent(hundredths: Int, in language: Language) -> String {
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let fraction = part < 10 ? "0\(part)" : "\(part)"
    let number = (hundredths < 0 ? "-" : "") + grouped(UInt64(whole), separator: language == .dutch ? "." : ",")
    switch language {
    case .dutch: return "\(number),\(fraction) %"
    case .english: return "\(number).\(fraction)%"
    }
  }

  /// A day with the month in words, for instance `1 januari 2026` and `1 January 2026`.
  public static func date(_ day: CalendarDate, in language: Language) -> String {
    "\(day.parts.day) \(month(day.month, in: language))"
  }

  /// A month in words, for instance `januari 2026` and `January 2026`.
  public static func month(_ month: CalendarMonth, in language: Language) -> String {
    "\(monthNames[month.number - 1].text(in: language)) \(month.year)"
  }

  /// A period in words, both ends included, for instance `van 1 januari 2026 tot en met 31 december 2026`.
  public static func period(_ period: OpenPeriod, in language: Language) -> String {
    let begin = date(period.begin, in: language)
    guard let end = period.end.map({ date($0, in: language) }) else {
      return Bilingual(nl: "vanaf \(begin)", en: "from \(begin) on").text(in: language)
    }
    return Bilingual(nl: "van \(begin) tot en met \(end)", en: "from \(begin) up to and including \(end)")
      .text(in: language)
  }

  private static let monthNames: [Bilingual] = [
    Bilingual(nl: "januari", en: "January"), Bilingual(nl: "februari", en: "February"),
    Bilingual(nl: "maart", en: "March"), Bilingual(nl: "april", en: "April"), Bilingual(nl: "mei", en: "May"),
    Bilingual(nl: "juni", en: "June"), Bilingual(nl: "juli", en: "July"), Bilingual(nl: "augustus", en: "August"),
    Bilingual(nl: "september", en: "September"), Bilingual(nl: "oktober", en: "October"),
    Bilingual(nl: "november", en: "November"), Bilingual(nl: "december", en: "December"),
  ]

  private static func grouped(_ value: UInt64, separator: String) -> String {
    let digits = Array(String(value).utf8)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}
