import ArgumentParser
import Foundation
import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoStore

/// `saldo close`: closes a month of a ledger.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Sluit een maand af: wat later wordt geboekt, valt in de volgende maand.")

  @OptionGroup var options: CommonOptions

  @Option(help: "Het grootboek.")
  var ledger: String

  @Option(help: ArgumentHelp("De maand, JJJJ-MM; eerdere maanden sluiten mee.", valueName: "month"))
  var period: CalendarMonth

  func run() throws {
    guard FileManager.default.fileExists(atPath: ledger) else { throw LedgerError.missing(path: ledger) }
    let book = try Ledger(path: ledger, mode: .create)
    let isClosed = try CloseRun(of: book, asOf: options.asOf).close(period)
    let digest = try book.digest().hex
    try book.close()
    let next = period.adding(months: 1)
    let text =
      isClosed
      ? Bilingual(
        nl: "\(period) is afgesloten; wat nu wordt geboekt, valt in \(next) of later.\nKenmerk: \(digest)",
        en: "\(period) is closed; what is booked now falls in \(next) or later.\nDigest: \(digest)")
      : Bilingual(
        nl: "\(period) was al afgesloten; er verandert niets.", en: "\(period) was closed already; nothing changes.")
    try Terminal.print(text.text(in: options.language))
  }
}
