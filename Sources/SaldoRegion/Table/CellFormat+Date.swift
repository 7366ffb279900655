internal import SaldoDomain

extension CellFormat where Value == CalendarDate {
  /// A day from 1900 on, as `2026-01-31` or `31-01-2026`.
  static var date: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "een bestaande dag als 2026-01-31 of 31-01-2026", en: "an existing day such as 2026-01-31 or 31-01-2026")
    ) { text in
      DateText.parse(text).map { .value($0) } ?? .wrong(Bilingual(nl: "is geen datum", en: "is not a date"))
    }
  }
}

/// Days as spreadsheets write them.
enum DateText {
  /// The day written as `YYYY-MM-DD` or `DD-MM-YYYY`; nil for any other text and for days before 1900.
  static func parse(_ text: String) -> CalendarDate? {
    guard let day = CalendarDate(iso: text) ?? turned(text), day.year >= 1900 else { return nil }
    return day
  }

  /// The day written as `DD-MM-YYYY`.
  private static func turned(_ text: String) -> CalendarDate? {
    guard hasShape(text) else { return nil }
    return CalendarDate(iso: text.split(separator: "-").reversed().joined(separator: "-"))
  }

  /// Whether the text looks like a day in either order, existing or not.
  static func hasShape(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
    return [[4, 2, 2], [2, 2, 4]].contains(parts.map(\.count))
  }
}
