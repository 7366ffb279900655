import SaldoDomain
import SaldoStore

/// Values as a page shows them.
enum PageText {
  /// An amount that does not break before its number.
  static func euros(_ cents: Int64, in language: Language) -> String {
    unbroken(HumanText.euros(Euros(cents: cents), in: language))
  }

  /// A share in per cent with one decimal: `69,9 %` in Dutch, `69.9%` in English.
  static func share(_ permille: Int64, in language: Language) -> String {
    let (whole, tenth) = permille.magnitude.quotientAndRemainder(dividingBy: 10)
    let sign = permille < 0 ? "-" : ""
    return Bilingual(
      nl: "\(sign)\(HumanText.number(Int64(whole), in: .dutch)),\(tenth)\u{A0}%",
      en: "\(sign)\(HumanText.number(Int64(whole), in: .english)).\(tenth)%"
    ).text(in: language)
  }

  /// The months of a report, for instance `april 2026` and `januari 2026 tot en met maart 2026`.
  static func months(of head: ReportHead, in language: Language) -> String {
    let (from, until) = (head.from, head.until)
    if from.year == until.year, from.number == 1, until.number == 12 { return String(from.year) }
    let first = HumanText.month(from, in: language)
    guard from != until else { return first }
    let last = HumanText.month(until, in: language)
    return Bilingual(nl: "\(first) tot en met \(last)", en: "\(first) up to and including \(last)").text(in: language)
  }

  /// A day in digits, for cells: `31-12-2026` in Dutch, `2026-12-31` in English.
  static func digits(of day: CalendarDate, in language: Language) -> String {
    let iso = day.iso
    return language == .dutch ? "\(iso.suffix(2))-\(iso.dropFirst(5).prefix(2))-\(iso.prefix(4))" : iso
  }

  /// A text that does not break at its blanks.
  static func unbroken(_ text: String) -> String {
    String(unsafeUninitializedCapacity: 2 * text.utf8.count) { bytes in
      var count = 0
      for byte in text.utf8 {
        // U+00A0 is C2 A0 in UTF-8.
        if byte == UInt8(ascii: " ") {
          bytes[count] = 0xC2
          count += 1
        }
        bytes[count] = byte == UInt8(ascii: " ") ? 0xA0 : byte
        count += 1
      }
      return count
    }
  }
}
