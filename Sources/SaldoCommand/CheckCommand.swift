import ArgumentParser
import SaldoDomain
import SaldoRegion
import SaldoRuns
import SaldoStore

/// `saldo check`: judges files as their receiver would, and books nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Controleert berichten zoals de ontvanger dat doet; er wordt niets geboekt.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: CommonOptions

  @Argument(help: "Berichten, mappen met berichten, of - voor standaardinvoer.")
  var files: [String]

  @Option(help: "De regiomap, voor zover bekend: contracten en tarieven.")
  var region: String?

  @Option(parsing: .upToNextOption, help: "Eerdere berichten, zoals de 301's waarop wordt gedeclareerd.")
  var context: [String] = []

  @Option(help: "Een grootboek met eerdere berichten; het blijft onveranderd.")
  var ledger: String?

  @Option(help: "Vorm van de uitvoer: text of json.")
  var format: Format = .text

  func run() throws {
    let inbox = try Inbox(files)
    let snapshot = try region.map { try RegionFolderError.load($0).snapshot }
    let check = CheckRun(asOf: options.asOf, region: snapshot, history: try history())
    let (checked, unusableContext) = try check.check(
      inbox.files, after: context.isEmpty ? [] : Inbox(context).files)
    for file in unusableContext { Terminal.complain(CheckText.unusable(file, in: options.language)) }
    switch format {
    case .text:
      try Terminal.print(
        CheckText.text(
          of: checked, unjudged: checked.contains(where: \.isDeclaration) ? check.unjudged : [], in: options.language))
    case .json: try Terminal.write(JSONText.encode(CheckReport(checked, in: options.language)))
    }
    if checked.contains(where: { $0.verdict == .unusable }) { throw ExitCode(2) }
    if checked.contains(where: { $0.verdict != .accepted }) { throw ExitCode(1) }
  }

  /// What is known of earlier messages: a copy of a ledger, or an empty one that the context fills.
  private func history() throws -> Ledger? {
    if let ledger { return try Ledger(path: ledger, mode: .read).copyInMemory() }
    return context.isEmpty ? nil : try Ledger()
  }
}
