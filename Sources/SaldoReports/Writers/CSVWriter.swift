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
    text += table.columns.flatMap(headers).joined(separator: ";") + "\r\n"
    for row in table.rows {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { text += ";" }
        append(row[index], in: column.kind, to: &text)
      }
      text += "\r\n"
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

  private static func append(_ cell: ReportTable.Cell, in kind: ReportTable.Kind, to text: inout String) {
    switch cell {
    case .empty: if kind == .party || kind == .euros { text += ";" }
    case .text(let value): append(value, to: &text)
    case .word(let word, _): appendQuoted(word, to: &text)
    case .party(let code, let name):
      append(code, to: &text)
      text += ";"
      if let name { append(name, to: &text) }
    case .count(let count): text += String(count)
    case .euros(let cents):
      let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
      text += "\(cents);\(cents < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    case .month(let month): text += month.iso
    case .date(let date): text += date.iso
    case .share(let permille, _): text += String(permille)
    }
  }

  /// Adds a text so that no spreadsheet takes it for a formula.
  private static func append(_ value: String, to text: inout String) {
    let isFormula = value.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    appendQuoted(isFormula ? "'" + value : value, to: &text)
  }

  /// Adds a text, in quotes when it must be.
  private static func appendQuoted(_ value: String, to text: inout String) {
    guard value.utf8.contains(where: isSpecial) else { return text += value }
    text += "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// Whether a byte makes a cell need quotes.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
