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
    var csv: [UInt8] = byteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    csv += "\(table.columns.flatMap(headers).joined(separator: ";"))\r\n".utf8
    for row in table.rows {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { csv += ";".utf8 }
        append(row[index], in: column.kind, to: &csv)
      }
      csv += "\r\n".utf8
    }
    return csv
  }

  private static func headers(_ column: ReportTable.Column) -> [String] {
    switch column.kind {
    case .party: [column.key, column.key + "Name"]
    case .euros: [column.key + "Cents", column.key + "Euros"]
    case .text, .word, .count, .month, .date, .share: [column.key]
    }
  }

  private static func append(_ cell: ReportTable.Cell, in kind: ReportTable.Kind, to csv: inout [UInt8]) {
    switch cell {
    case .empty: if kind == .party || kind == .euros { csv += ";".utf8 }
    case .text(let value): append(value, to: &csv)
    case .word(let word, _): appendQuoted(word, to: &csv)
    case .party(let code, let name):
      append(code, to: &csv)
      csv += ";".utf8
      if let name { append(name, to: &csv) }
    case .count(let count): csv += String(count).utf8
    case .euros(let cents):
      let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
      csv += String(cents).utf8
      csv += (cents < 0 ? ";-" : ";").utf8
      csv += String(whole).utf8
      csv += (rest < 10 ? ".0" : ".").utf8
      csv += String(rest).utf8
    case .month(let month): csv += month.iso.utf8
    case .date(let date): csv += date.iso.utf8
    case .share(let permille, _): csv += String(permille).utf8
    }
  }

  /// Adds a text so that no spreadsheet takes it for a formula.
  private static func append(_ value: String, to csv: inout [UInt8]) {
    let isFormula = value.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    appendQuoted(isFormula ? "'" + value : value, to: &csv)
  }

  /// Adds a text, in quotes when it must be.
  private static func appendQuoted(_ value: String, to csv: inout [UInt8]) {
    guard value.utf8.contains(where: isSpecial) else { return csv += value.utf8 }
    let quote = UInt8(ascii: "\"")
    csv.append(quote)
    for byte in value.utf8 {
      if byte == quote { csv.append(quote) }
      csv.append(byte)
    }
    csv.append(quote)
  }

  /// Whether a byte makes a cell need quotes.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
