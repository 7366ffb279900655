import ArgumentParser
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRegion
import SaldoRuns
import SaldoStore

/// `saldo check`: judges files as their receiver would, and books nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Controleert berichten zoals de ontvanger dat doet; er wordt niets geboekt.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif }

  @OptionGroup var options: CommonOptions

  @Argument(
    help: """
      Berichten, mappen of ZIP-bestanden met berichten (wat daarin met een punt begint, telt niet mee), of - voor standaardinvoer.
      """)
  var files: [String]

  @Option(help: "De regiomap, voor zover bekend: contracten en tarieven.")
  var region: String?

  @Option(parsing: .upToNextOption, help: "Eerdere berichten, zoals de 301's waarop wordt gedeclareerd.")
  var context: [String] = []

  @Option(help: "Een grootboek met eerdere berichten; het blijft onveranderd.")
  var ledger: String?

  @Option(help: "Vorm van de uitvoer: text, json of sarif.")
  var format: Format = .text

  @Option(
    name: .customLong("out"),
    help: "De map voor de retourberichten (302, 320) die de aanbieder op de gecontroleerde 301's en 319's schuldig is.")
  var output: String?

  @Flag(
    help: "Laat ieder bericht ook door het schema zelf beoordelen; anders alleen wat de snelle controle niet aanneemt.")
  var strictSchema = false

  func validate() throws {
    guard output?.isEmpty == true else { return }
    throw ValidationError(
      Bilingual(nl: "De waarde van --out is leeg.", en: "The value of --out is empty.").text(in: options.language))
  }

  func run() throws {
    let inbox = try Inbox(files)
    let snapshot = try region.map { try RegionFolderError.load($0).snapshot }
    let check = CheckRun(
      asOf: options.asOf, region: snapshot, history: try history(),
      reader: MessageReader(checking: strictSchema ? .both : .fast))
    let result = try check.check(inbox.files, after: context.isEmpty ? [] : Inbox(context).files)
    let checked = result.files
    for file in result.unusableContext { Terminal.complain(CheckText.unusable(file, in: options.language)) }
    let written = try output.map { try returns(to: checked, in: AnswerFolder(path: $0)) } ?? [:]
    switch format {
    case .text:
      try Terminal.print(CheckText.text(of: result, written, in: options.language))
    case .sarif: try Terminal.write(CanonicalJSON.encode(CheckSARIF(result, in: options.language), .lines))
    case .json: try Terminal.write(CanonicalJSON.encode(CheckReport(result, written, in: options.language), .lines))
    }
    if checked.contains(where: { $0.verdict == .unusable }) { throw ExitCode(2) }
    if checked.contains(where: \.wouldReject) { throw ExitCode(1) }
  }

  /// Writes the return messages that are owed, and gives their paths by the paths of the checked files.
  private func returns(to checked: [CheckedFile], in folder: AnswerFolder) throws -> [String: String] {
    var written: [String: String] = [:]
    for file in checked {
      guard let owed = file.owedReturn else { continue }
      written[file.file.path] = try folder.write(owed)
    }
    return written
  }

  /// What is known of earlier messages: a copy of a ledger, or an empty one that the context fills.
  private func history() throws -> Ledger? {
    if let ledger { return try Ledger(path: ledger, mode: .read).copyInMemory() }
    return context.isEmpty ? nil : try Ledger()
  }
}
