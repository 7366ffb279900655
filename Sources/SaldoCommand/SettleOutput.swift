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

  /// Writes every report of a run into its folder, once all of them are made, and closes the ledger.
  ///
  /// The figures of the two large ones are read side by side, one on a connection of its own; then every form of both is a
  /// piece of work by itself. Meanwhile the ledger is closed, which waits for the disk.
  ///
  /// - Precondition: the ledger is a file.
  func write(
    _ summary: RunSummary, of result: SettleResult, shortened: [ShortenedLine], to folder: String
  ) throws {
    guard let file = ledger.file else { preconditionFailure("a trial writes nothing") }
    let month = ReportPeriod(try ledger.bookingMonth(asOf: asOf))
    let ((settlement, payables), overrun) = try Cores.sideBySide {
      let settlement = try SettlementReport(
        ledger: ledger, region: region, period: month, asOf: asOf, shortened: shortened,
        budgets: region.ceilings.budgets.isEmpty ? nil : try ledger.budgetFigures(of: region, asOf: asOf))
      let payables = try PayablesReport(
        ledger: ledger, region: region, entries: result.messages, days: try ledger.days(asOf: asOf), asOf: asOf)
      return (settlement, payables)
    } _: { @Sendable [region, asOf] in
      let ledger = try Ledger(path: file, mode: .read)
      return try OverrunReport(ledger: ledger, region: region, period: month, asOf: asOf)
    }
    let works =
      forms(of: overrun, "overrun") + forms(of: settlement, "settlement") + [
        {
          settlement.csvTables().filter { ["shortened", "budgets"].contains($0.name) }
            .map { File(name: $0.name + ".csv", bytes: $0.bytes) }
            + [
              File(name: "payables.csv", bytes: payables.csv()), File(name: "summary.json", bytes: try summary.json()),
            ]
        }
      ]
    let (_, files) = try Cores.sideBySide({ try ledger.close() }, { try Cores.each(works) })
    for file in files.joined() { try OutputFile.write(file.bytes, to: "\(folder)/\(file.name)") }
  }

  /// A file in the folder of a run.
  private struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  /// The pieces of work that make a report in every form.
  private func forms(of report: some TabularReport, _ name: String) -> [@Sendable () throws -> [File]] {
    ReportFormat.allCases.map { form in
      { [language] in [File(name: "\(name).\(form.rawValue)", bytes: try form.bytes(of: report, in: language))] }
    }
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
