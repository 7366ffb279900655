import ArgumentParser
import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoStore

/// `saldo replay`: runs again what a ledger recorded and lists every difference.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Speelt na wat een grootboek vastlegde en noemt elk verschil.")

  @OptionGroup var options: CommonOptions

  @Option(help: "Het grootboek.")
  var ledger: String

  @Option(help: ArgumentHelp("Vergelijk vanaf deze boekmaand, JJJJ-MM.", valueName: "month"))
  var from: CalendarMonth?

  @Option(help: ArgumentHelp("Vergelijk tot en met deze boekmaand, JJJJ-MM.", valueName: "month"))
  var until: CalendarMonth?

  func run() throws {
    let result = try ReplayRun(of: Ledger(path: ledger, mode: .read)).replay(from: from, until: until)
    let language = options.language
    for difference in result.differences { try Terminal.print(DifferenceText.text(of: difference, in: language)) }
    guard result.differences.isEmpty else { throw ExitCode(1) }
    try Terminal.print(
      Bilingual(
        nl: "Nagespeeld zonder verschil: \(result.entries) journaalposten, waarvan \(result.messages) berichten.",
        en: "Replayed without difference: \(result.entries) journal entries, of which \(result.messages) messages."
      ).text(in: language))
  }
}

/// Differences of a replay in words.
enum DifferenceText {
  /// The text of a difference.
  static func text(of difference: ReplayDifference, in language: Language) -> String {
    Bilingual(nl: "Journaalpost \(difference.entry): ", en: "Journal entry \(difference.entry): ").text(in: language)
      + words(of: difference.kind).text(in: language)
  }

  private static func words(of kind: ReplayDifference.Kind) -> Bilingual {
    switch kind {
    case .unreadable:
      Bilingual(
        nl: "wat is bewaard, kan niet worden gelezen; het naspelen stopt hier.",
        en: "what was stored cannot be read; the replay stops here.")
    case .raw:
      Bilingual(
        nl: "wat is bewaard, is niet meer wat is ontvangen.", en: "what was stored is no longer what was received.")
    case .outcome(let recorded, let replayed):
      Bilingual(
        nl: "het besluit was \(recorded.rawValue) en wordt \(replayed.rawValue).",
        en: "the decision was \(recorded.rawValue) and becomes \(replayed.rawValue).")
    case .line(let position, let recorded, let replayed):
      Bilingual(
        nl: "regel \(position + 1) was \(codes(recorded).dutch) en wordt \(codes(replayed).dutch).",
        en: "line \(position + 1) was \(codes(recorded).english) and becomes \(codes(replayed).english).")
    case .granted(let recorded, let replayed):
      Bilingual(
        nl: "toegekend was \(HumanText.euros(recorded, in: .dutch)) en wordt \(HumanText.euros(replayed, in: .dutch)).",
        en: "granted was \(HumanText.euros(recorded, in: .english)) and becomes "
          + "\(HumanText.euros(replayed, in: .english)).")
    case .postings(let recorded, let replayed, let differing):
      Bilingual(
        nl: "er waren \(recorded) boekingen en er komen er \(replayed); \(differing) verschillen.",
        en: "there were \(recorded) postings and there are now \(replayed); \(differing) differ.")
    case .day(let due, let recorded, let replayed):
      Bilingual(
        nl: """
          wat op \(HumanText.date(due, in: .dutch)) verviel, waren \(recorded) boekingen en worden er \(replayed), of zij \
          hebben andere bedragen.
          """,
        en: """
          what fell due on \(HumanText.date(due, in: .english)) was \(recorded) bookings and becomes \(replayed), or \
          their amounts differ.
          """)
    case .register(let table):
      Bilingual(
        nl: "de tabel \(table) van het register is niet wat het journaal ervan maakt.",
        en: "the table \(table) of the register is not what the journal makes of it.")
    case .decision:
      Bilingual(
        nl: "een code, een bevinding of het antwoord wordt anders.",
        en: "a code, a finding or the answer becomes different.")
    }
  }

  private static func codes(_ codes: [ReturnCode]) -> Bilingual {
    guard !codes.isEmpty else { return Bilingual(nl: "toegekend", en: "granted") }
    let list = codes.map(\.rawValue).joined(separator: " ")
    return Bilingual(nl: "afgewezen met \(list)", en: "rejected with \(list)")
  }
}
