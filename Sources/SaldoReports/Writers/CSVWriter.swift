import SaldoDomain

/// Writes a table as CSV: UTF-8, semicolons, CR LF, English headers, a decimal point.
///
/// An amount takes two columns: whole cents (`…Cents`) and euros with two decimals (`…Euros`); a code with a name takes
/// two as well (`…`, `…Name`). A cell is quoted when it holds a semicolon, a quote or a line end. A text that a
/// spreadsheet would take for a formula, because it starts with `=`, `+`, `-`, `@`, a tab or a carriage return, gets an
/// apostrophe in front; numbers, months and dates are written by us and never do.
enum CSVWriter {
  /// The bytes of a table.
  ///
  /// - Parameter byteOrderMark: Whether to start with U+FEFF, for a spreadsheet that else takes UTF-8 for something
  ///   else.
  static func bytes(of table: ReportTable, byteOrderMark: Bool = false) -> [UInt8] {
    var text = byteOrderMark ? "\u{FEFF}" : ""
    text += line(table.columns.flatMap(headers))
    for row in table.rows {
      text += line(zip(table.columns, row).flatMap { fields($1, in: $0.kind) })
    }
    return Array(text.utf8)
  }

  private static func headers(_ column: ReportTable.Column) -> [String] {
    switch column.kind {
    case .party: [column.key, column.key + "Name"]
    case .euros: [column.key + "Cents", column.key + "Euros"]
    case .text, .word, .count, .month, .date, .share: [column.key]
    }
  }

  private static func fields(_ cell: ReportTable.Cell, in kind: ReportTable.Kind) -> [String] {
    switch cell {
    case .empty: kind == .party || kind == .euros ? ["", ""] : [""]
    case .text(let text): [guarded(text)]
    case .word(let word, _): [word]
    case .party(let code, let name): [guarded(code), guarded(name ?? "")]
    case .count(let count): [String(count)]
    case .euros(let cents): [String(cents), decimal(cents)]
    case .month(let month): [month.iso]
    case .date(let date): [date.iso]
    case .share(let permille, _): [String(permille)]
    }
  }

  /// Euros with two decimals and a decimal point.
  private static func decimal(_ cents: Int64) -> String {
    let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return (cents < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// A text that no spreadsheet takes for a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) else { return text }
    return "'" + text
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ";") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let special: Set<UInt8> = [UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    guard field.utf8.contains(where: special.contains) else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
