import ArgumentParser
import Foundation
import SaldoDomain
import SaldoRegion
import SaldoRuns
import SaldoSettlement
import SaldoStore

/// `saldo settle`: settles messages into a ledger, answers them, and reports.
struct SettleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Handelt berichten af: beoordelen, boeken, beantwoorden en verantwoorden.")

  @OptionGroup var options: CommonOptions

  @Argument(
    help: "Berichten, mappen of ZIP-bestanden met berichten; wat daarin met een punt begint, telt niet mee.")
  var paths: [String]

  @Option(help: "De regiomap met gemeenten, aanbieders, overeenkomsten en tarieven.")
  var region: String

  @Option(help: "Het grootboek; een nieuw wordt gemaakt.")
  var ledger: String

  @Option(name: .customLong("out"), help: "De map voor antwoorden en rapporten.")
  var output: String

  @Flag(name: .customLong("dry-run"), help: "Reken alles door, maar schrijf niets.")
  var isDryRun = false

  func validate() throws {
    for (name, value) in [("--ledger", ledger), ("--out", output), ("--region", region)] where value.isEmpty {
      throw ValidationError(
        Bilingual(nl: "De waarde van \(name) is leeg.", en: "The value of \(name) is empty.")
          .text(in: options.language))
    }
  }

  func run() throws {
    let asOf = options.asOf
    try OutputFile.refuse(SettleOutput.paths(in: output), overLedger: ledger)
    let snapshot = try RegionFolderError.load(region).snapshot
    let isNew = isNewLedger()
    var reception = try Reception(
      Inbox(paths, mayBeEmpty: !isNew).files, for: snapshot, takes: SettleRun.takes, keeping: Self.keptMemory,
      progress: Terminal.progress(Bilingual(nl: "Lezen     ", en: "Reading ").text(in: options.language)))
    complain(of: reception.unusable)
    var told = reception.unusable.count
    if isNew {
      try reception.findUsable()
      complain(of: reception.unusable[told...])
      told = reception.unusable.count
    }
    guard !isNew || reception.count > 0 else { throw ExitCode(1) }
    let answers = isDryRun ? nil : AnswerFolder(path: output + "/answers")
    try answers?.prepare()
    let book = try openLedger()
    let run = try SettleRun(into: book, region: snapshot, asOf: asOf, answers: answers)
    var leftOut: [UnusableFile] = []
    let result: SettleResult
    do {
      result = try run.settle(
        reception,
        progress: Terminal.progress(
          Bilingual(nl: "Afhandelen", en: "Settling").text(in: options.language), unit: .kilobytes)
      ) { leftOut.append($0) }
    } catch {
      complain(of: leftOut)
      throw error
    }
    reception.release()
    ProcessSettings.giveBackFreedMemory()
    reception.leaveOut(leftOut)
    complain(of: reception.unusable[told...])
    let reports = SettleOutput(ledger: book, region: snapshot, asOf: asOf, language: options.language)
    let shortened = try reports.shortened()
    let summary = try reports.summary(of: result, reception, shortened: shortened)
    if isDryRun {
      try book.close()
    } else {
      try reports.write(summary, of: result, shortened: shortened, to: output)
    }
    try Terminal.print(SettleText.text(of: result, summary, reception, asOf: asOf, in: options.language))
    if !reception.unusable.isEmpty { throw ExitCode(1) }
  }

  /// How many bytes of memory messages may take between reading and settling: as much as the declarations of two national
  /// months, packed. What comes after them is read twice.
  private static let keptMemory = 128 << 20

  private func complain(of files: some Sequence<UnusableFile>) {
    for file in files { Terminal.complain(CheckText.unusable(file, in: options.language)) }
  }

  /// Whether there is no ledger yet in which something can have fallen due; a broken one is told when it is opened.
  private func isNewLedger() -> Bool {
    var file = stat()
    guard lstat(ledger, &file) == 0, file.st_size > 0 else { return true }
    guard let book = try? Ledger(path: ledger, mode: .read) else { return false }
    defer { try? book.close() }
    return (try? book.lastEntry()) == nil
  }

  /// The ledger of the run; a dry run works on a copy in memory.
  private func openLedger() throws -> Ledger {
    guard isDryRun else { return try Ledger(path: ledger, mode: .create) }
    guard FileManager.default.fileExists(atPath: ledger) else { return try Ledger() }
    return try Ledger(path: ledger, mode: .read).copyInMemory()
  }
}
