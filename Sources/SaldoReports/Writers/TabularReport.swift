public import SaldoDomain
import SaldoLedger

/// A report that is written as JSON, CSV, HTML and XLSX.
///
/// Every writer is deterministic: the same report gives the same bytes, whatever the clock, the locale or the path.
public protocol TabularReport: Codable, Sendable {
  /// The report as JSON: sorted keys, amounts in whole cents, a line feed at the end.
  func json() throws -> [UInt8]
  /// The main table as CSV.
  func csv(byteOrderMark: Bool) -> [UInt8]
  /// Every table as CSV with its name, such as `products`; the main table first.
  func csvTables(byteOrderMark: Bool) -> [(name: String, bytes: [UInt8])]
  /// One self-contained page.
  func html(in language: Language) -> [UInt8]
  /// A workbook with a sheet per table.
  func xlsx(in language: Language) throws -> [UInt8]
}

/// What the writers ask of a report.
protocol WrittenReport: TabularReport {
  var tables: [ReportTable] { get }
  func page(in language: Language) -> Page
  /// The name, the region and the period, for the properties of a workbook.
  func title(in language: Language) -> String
  var asOf: CalendarDate { get }
}

extension WrittenReport {
  /// The report as JSON.
  public func json() throws -> [UInt8] { try CanonicalJSON.encode(self, .lines) }

  /// The main table as CSV.
  public func csv(byteOrderMark: Bool) -> [UInt8] { CSVWriter.bytes(of: tables[0], byteOrderMark: byteOrderMark) }

  /// Every table as CSV with its name.
  public func csvTables(byteOrderMark: Bool) -> [(name: String, bytes: [UInt8])] {
    tables.map { ($0.name, CSVWriter.bytes(of: $0, byteOrderMark: byteOrderMark)) }
  }

  /// The page in a language.
  public func html(in language: Language) -> [UInt8] { PageTemplate.render(page(in: language)) }

  /// The workbook in a language.
  public func xlsx(in language: Language) throws -> [UInt8] {
    try XLSXWriter(language: language).bytes(of: tables, title: title(in: language), asOf: asOf)
  }
}

extension SettlementReport: WrittenReport {
  /// The day on which the report was asked for.
  public var asOf: CalendarDate { report.asOf }
}

extension OverrunReport: WrittenReport {
  /// The day on which the report was asked for.
  public var asOf: CalendarDate { report.asOf }
}

extension PayablesReport: WrittenReport {}

extension TabularReport {
  /// The main table as CSV, without byte-order mark.
  public func csv() -> [UInt8] { csv(byteOrderMark: false) }
  /// Every table as CSV with its name, without byte-order mark.
  public func csvTables() -> [(name: String, bytes: [UInt8])] { csvTables(byteOrderMark: false) }
  /// The page in Dutch.
  public func html() -> [UInt8] { html(in: .dutch) }
  /// The workbook in Dutch.
  public func xlsx() throws -> [UInt8] { try xlsx(in: .dutch) }
}
