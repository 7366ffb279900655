import CXlsxWriter
import Foundation
import SaldoDomain

/// Writes tables as an Office Open XML workbook: one sheet per table, with a header row.
///
/// Amounts are numbers in euros with two decimals. A workbook holds binary floating point: an amount is the nearest such
/// number to cents ÷ 100, written by libxlsxwriter with 16 digits (0.07000000000000001) and read back as that same
/// number, which any program shows as the exact decimal up to 15 digits. A table that does not fit goes on in a next
/// sheet. The date of making is the as-of date, so that the bytes depend on the report alone.
struct XLSXWriter {
  /// The number of rows that a sheet holds, its header included.
  var rowsPerSheet = 1_048_576
  let language: Language

  /// The bytes of a workbook.
  ///
  /// - Throws: ``ReportError/spreadsheet(code:)``.
  func bytes(of tables: [ReportTable], title: String, asOf: CalendarDate) throws -> [UInt8] {
    var folder = Array((FileManager.default.temporaryDirectory.path + "/saldo-XXXXXX").utf8CString)
    guard mkdtemp(&folder) != nil else { throw ReportError.spreadsheet(code: -1) }
    let directory = URL(
      fileURLWithPath: String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "workbook.xlsx")
    guard let workbook = workbook_new(file.path) else { throw ReportError.spreadsheet(code: -1) }
    setProperties(of: workbook, title: title, asOf: asOf)
    let formats = Formats(workbook)
    var result = LXW_NO_ERROR
    for table in tables {
      for (part, rows) in parts(of: table).enumerated() where result == LXW_NO_ERROR {
        result = write(rows, of: table, part: part, to: workbook, formats)
      }
    }
    let closed = workbook_close(workbook)
    if result == LXW_NO_ERROR { result = closed }
    guard result == LXW_NO_ERROR else { throw ReportError.spreadsheet(code: Int(result.rawValue)) }
    guard let data = FileManager.default.contents(atPath: file.path) else { throw ReportError.spreadsheet(code: -1) }
    return Array(data)
  }

  private func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>, title: String, asOf: CalendarDate) {
    var properties = lxw_doc_properties()
    title.withCString { text in
      properties.title = UnsafeMutablePointer(mutating: text)
      properties.created = time_t(asOf.daysSince1970) * 86_400
      _ = workbook_set_properties(workbook, &properties)
    }
  }

  /// The rows of a table, cut to what a sheet holds below its header.
  private func parts(of table: ReportTable) -> [AnyRandomAccessCollection<[ReportTable.Cell]>] {
    let size = rowsPerSheet - 1
    guard table.rows.count > size else { return [table.rows] }
    return stride(from: 0, to: table.rows.count, by: size).map { table.rows.dropFirst($0).prefix(size) }
  }

  private struct Formats {
    let head: UnsafeMutablePointer<lxw_format>?
    let euros: UnsafeMutablePointer<lxw_format>?
    let count: UnsafeMutablePointer<lxw_format>?
    let share: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      func numbers(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        format_set_num_format(format, code)
        return format
      }
      head = workbook_add_format(workbook)
      format_set_bold(head)
      format_set_text_wrap(head)
      format_set_align(head, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      euros = numbers("#,##0.00")
      count = numbers("#,##0")
      share = numbers("0.0%")
      date = numbers("yyyy-mm-dd")
    }
  }

  private func write(
    _ rows: AnyRandomAccessCollection<[ReportTable.Cell]>, of table: ReportTable, part: Int,
    to workbook: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
  ) -> lxw_error {
    guard
      let sheet = workbook_add_worksheet(
        workbook, Self.sheetName((table.sheet ?? table.title).text(in: language), part: part))
    else { return LXW_ERROR_PARAMETER_VALIDATION }
    var column: lxw_col_t = 0
    for head in table.columns {
      for title in titles(of: head) {
        let width: Double = head.kind.isNumber ? 16 : 24
        worksheet_set_column(sheet, column, column, width, nil)
        let result = worksheet_write_string(sheet, 0, column, title, formats.head)
        guard result == LXW_NO_ERROR else { return result }
        column += 1
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    for (index, row) in rows.enumerated() {
      var place: lxw_col_t = 0
      for (head, cell) in zip(table.columns, row) {
        let result = write(cell, at: (lxw_row_t(index + 1), place), of: sheet, formats)
        guard result == LXW_NO_ERROR else { return result }
        place += head.kind == .party ? 2 : 1
      }
    }
    return LXW_NO_ERROR
  }

  private func titles(of column: ReportTable.Column) -> [String] {
    let title = column.title.text(in: language)
    return column.kind == .party ? [title, ReportText.nameOf(column.title).text(in: language)] : [title]
  }

  private func write(
    _ cell: ReportTable.Cell, at place: (row: lxw_row_t, column: lxw_col_t),
    of sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats
  ) -> lxw_error {
    let (row, column) = place
    switch cell {
    case .empty: return LXW_NO_ERROR
    case .text(let text): return worksheet_write_string(sheet, row, column, text, nil)
    case .word(_, let words): return worksheet_write_string(sheet, row, column, words.text(in: language), nil)
    case .party(let code, let name):
      let result = worksheet_write_string(sheet, row, column, code, nil)
      guard result == LXW_NO_ERROR, let name else { return result }
      return worksheet_write_string(sheet, row, column + 1, name, nil)
    case .count(let count): return worksheet_write_number(sheet, row, column, Double(count), formats.count)
    case .euros(let cents): return worksheet_write_number(sheet, row, column, Double(cents) / 100, formats.euros)
    case .month(let month): return worksheet_write_string(sheet, row, column, month.iso, nil)
    case .date(let date):
      let (year, month, day) = date.parts
      var moment = lxw_datetime(
        year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      return worksheet_write_datetime(sheet, row, column, &moment, formats.date)
    case .share(let permille, _):
      return worksheet_write_number(sheet, row, column, Double(permille) / 1000, formats.share)
    }
  }

  /// The name of a sheet: at most 31 characters, none of those that a name may not hold.
  static func sheetName(_ title: String, part: Int) -> String {
    let suffix = part == 0 ? "" : " (\(part + 1))"
    let allowed = String(title.map { "[]:*?/\\'".contains($0) ? " " : $0 })
    return allowed.prefix(31 - suffix.count) + suffix
  }
}
