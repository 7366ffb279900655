import SaldoDomain
import SaldoLedger
import SaldoReports
import SaldoRuns
import SaldoSettlement
import SaldoStore

/// The reports that a settle run leaves in its folder, beside the answers.
///
/// The settlement and the ceilings are those of the booking month of the run; the payables and the summary are those of
/// its messages and of what fell due by date, so that running it again gives the same.
struct SettleOutput {
  let ledger: Ledger
  let region: RegionSnapshot
  let asOf: CalendarDate
  let language: Language

  /// The files that a run writes into its folder, besides the answers.
  static func paths(in folder: String) -> [String] {
    ["settlement", "overrun"].flatMap { name in ReportFormat.allCases.map { "\(folder)/\(name).\($0.rawValue)" } }
      + ["shortened.csv", "budgets.csv", "payables.csv", "summary.json"].map { "\(folder)/\($0)" }
  }

  /// The lines that their allocation no longer covers after a run.
  func shortened() throws -> [ShortenedLine] { try ledger.shortenedLines(under: region) }

  /// The summary of a run.
  func summary(
    of result: SettleResult, _ reception: Reception, shortened: [ShortenedLine]
  ) throws -> RunSummary {
    try RunSummary(
      ledger: ledger, entries: result.messages, days: try ledger.days(asOf: asOf), shortened: shortened,
      digests: RunSummary.Digests(
        inputs: reception.digest.hex, region: try ledger.lastRegionDigest()?.hex ?? "",
        rules: Ledger.digest(of: Array(RuleCatalogue.canonicalText.utf8)).hex, ledger: try ledger.digest().hex))
  }

  /// Writes every report of a run into its folder.
  ///
  /// The two large ones are made side by side, one on a connection of its own.
  ///
  /// - Precondition: the ledger is a file.
  func write(
    _ summary: RunSummary, of result: SettleResult, shortened: [ShortenedLine], to folder: String
  ) throws {
    guard let file = ledger.file else { preconditionFailure("a trial writes nothing") }
    let month = ReportPeriod(try ledger.bookingMonth(asOf: asOf))
    let (settled, overrun) = try Cores.sideBySide {
      let settlement = try SettlementReport(
        ledger: ledger, region: region, period: month, asOf: asOf, shortened: shortened,
        budgets: region.ceilings.budgets.isEmpty ? nil : try ledger.budgetFigures(of: region, asOf: asOf))
      let tables = settlement.csvTables().filter { ["shortened", "budgets"].contains($0.name) }
      return try Self.files(of: settlement, "settlement", in: language)
        + tables.map { (name: $0.name + ".csv", bytes: $0.bytes) }
    } _: { @Sendable [region, asOf, language] in
      let ledger = try Ledger(path: file, mode: .read)
      let overrun = try OverrunReport(ledger: ledger, region: region, period: month, asOf: asOf)
      return try Self.files(of: overrun, "overrun", in: language)
    }
    for file in settled + overrun { try OutputFile.write(file.bytes, to: "\(folder)/\(file.name)") }
    let payables = try PayablesReport(
      ledger: ledger, region: region, entries: result.messages, days: try ledger.days(asOf: asOf), asOf: asOf)
    try OutputFile.write(payables.csv(), to: folder + "/payables.csv")
    try OutputFile.write(summary.json(), to: folder + "/summary.json")
  }

  /// A report in every form.
  private static func files(
    of report: some TabularReport, _ name: String, in language: Language
  ) throws -> [(name: String, bytes: [UInt8])] {
    try ReportFormat.allCases.map { (name: "\(name).\($0.rawValue)", bytes: try $0.bytes(of: report, in: language)) }
  }
}

/// The forms in which a report is written.
enum ReportFormat: String, CaseIterable {
  case html, csv, xlsx, json

  /// The bytes of a report in this form.
  func bytes(of report: some TabularReport, in language: Language) throws -> [UInt8] {
    switch self {
    case .html: report.html(in: language)
    case .csv: report.csv()
    case .xlsx: try report.xlsx(in: language)
    case .json: try report.json()
    }
  }
}
