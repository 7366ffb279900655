public import ArgumentParser
import SaldoDomain
import SaldoLedger
import SaldoReports
import SaldoRuns
public import SaldoStore

/// `saldo report`: a report from a ledger.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Maakt een rapport uit een grootboek: settlement of overrun.")

  enum Kind: String, ExpressibleByArgument, CaseIterable { case settlement, overrun }

  @OptionGroup var options: CommonOptions

  @Argument(help: "Het rapport: settlement (afrekening) of overrun (overschrijdingen).")
  var kind: Kind

  @Option(help: "Het grootboek.")
  var ledger: String

  @Option(help: ArgumentHelp("De maand, JJJJ-MM; standaard de laatste boekmaand.", valueName: "month"))
  var period: CalendarMonth?

  @Option(help: "Een heel jaar in plaats van een maand.")
  var year: Int?

  @Option(name: .customLong("by"), help: "Welke maand telt: booking, delivery of declaration.")
  var axis: ReportPeriod.Axis = .booking

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "Vorm: html, csv, xlsx of json; standaard die van de bestandsnaam, anders html.", valueName: "format"))
  var givenFormat: ReportFormat?

  @Option(name: .customLong("out"), help: "Het bestand; standaard, of met -, standaarduitvoer.")
  var output: String = "-"

  @Flag(help: "Toon burgerservicenummers in plaats van pseudoniemen.")
  var identified = false

  private var format: ReportFormat {
    givenFormat ?? output.split(separator: ".").last.flatMap { ReportFormat(rawValue: $0.lowercased()) } ?? .html
  }

  func validate() throws {
    if kind == .overrun, axis != .booking { throw ValidationError("overrun gaat altijd naar boekmaand.") }
    if kind == .settlement, identified {
      throw ValidationError("settlement toont geen cliënten; --identified kan niet.")
    }
    if period != nil, year != nil { throw ValidationError("--period en --year sluiten elkaar uit.") }
    if let year, !(2000...2999).contains(year) { throw ValidationError("--year is een jaar van vier cijfers.") }
  }

  func run() throws {
    try OutputFile.refuse([output], overLedger: ledger)
    let book = try Ledger(path: ledger, mode: .read)
    guard let last = try book.lastEntry()?.entry, let region = try book.region(at: last.number) else {
      Terminal.complain(
        Bilingual(nl: "\(ledger): dit grootboek is leeg.", en: "\(ledger): this ledger is empty.")
          .text(in: options.language))
      throw ExitCode(2)
    }
    let period =
      year.map { ReportPeriod(year: $0, by: axis) } ?? ReportPeriod(self.period ?? last.asOf.month, by: axis)
    // A report of the past is the same whenever it is asked for: its day is that of the ledger's last entry.
    let asOf = options.givenAsOf ?? last.asOf
    let bytes: [UInt8]
    switch kind {
    case .settlement:
      bytes = try format.bytes(
        of: SettlementReport(ledger: book, region: region, period: period, asOf: asOf), in: options.language)
    case .overrun:
      bytes = try format.bytes(
        of: OverrunReport(ledger: book, region: region, period: period, asOf: asOf, identified: identified),
        in: options.language)
    }
    if output == "-" {
      try Terminal.write(bytes)
    } else {
      try OutputFile.write(bytes, to: output, isPrivate: identified)
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension ReportPeriod.Axis: ExpressibleByArgument {}
