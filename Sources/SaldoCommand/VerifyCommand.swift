import ArgumentParser
import SaldoDomain
import SaldoStore

/// `saldo verify`: checks that a ledger is whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Controleert of een grootboek nog heel is: keten, berichten, boekingen, register.")

  @OptionGroup var options: CommonOptions

  @Option(help: "Het grootboek.")
  var ledger: String

  func run() throws {
    let verification = try Ledger(path: ledger, mode: .read).verify()
    let language = options.language
    for fault in verification.faults { try Terminal.print(FaultText.text(of: fault, in: language)) }
    guard verification.faults.isEmpty else { throw ExitCode(1) }
    let sealed =
      verification.sealed == 0
      ? Bilingual(nl: "", en: "")
      : Bilingual(
        nl: " \(verification.sealed) berichten zijn verzegeld.", en: " \(verification.sealed) messages are sealed.")
    try Terminal.print(
      Bilingual(
        nl: """
          Het grootboek klopt: \(verification.entries) journaalposten, waarvan \(verification.messages) berichten, en \
          \(verification.postings) boekingen die samen op nul uitkomen.\(sealed.dutch)
          Kenmerk: \(verification.digest)
          """,
        en: """
          The ledger is sound: \(verification.entries) journal entries, of which \(verification.messages) messages, and \
          \(verification.postings) postings that sum to zero.\(sealed.english)
          Digest: \(verification.digest)
          """
      ).text(in: language))
  }
}

/// Faults of a ledger in words.
enum FaultText {
  /// The text of a fault.
  static func text(of fault: LedgerFault, in language: Language) -> String {
    let place = fault.entry.map { Bilingual(nl: "Journaalpost \($0): ", en: "Journal entry \($0): ") }
    return (place ?? Bilingual(nl: "", en: "")).text(in: language) + words(of: fault.kind).text(in: language)
  }

  private static func words(of kind: LedgerFault.Kind) -> Bilingual {
    switch kind {
    case .file:
      Bilingual(nl: "Het bestand van het grootboek is beschadigd.", en: "The file of the ledger is damaged.")
    case .numbering:
      Bilingual(nl: "er ontbreekt een nummer voor deze post.", en: "a number is missing before this entry.")
    case .chain:
      Bilingual(
        nl: "past niet op de post ervoor: een post is veranderd, toegevoegd of weggehaald.",
        en: "does not fit the entry before it: an entry was changed, added or taken out.")
    case .hash:
      Bilingual(nl: "de post zelf is veranderd.", en: "the entry itself was changed.")
    case .payload:
      Bilingual(nl: "het vastgelegde besluit is veranderd.", en: "the recorded decision was changed.")
    case .raw:
      Bilingual(
        nl: "wat is bewaard, is niet meer wat is ontvangen.", en: "what was stored is no longer what was received.")
    case .twice:
      Bilingual(nl: "hetzelfde bericht is eerder al verwerkt.", en: "the same message was taken in before.")
    case .unreadable:
      Bilingual(nl: "wat is bewaard, kan niet worden geopend.", en: "what was stored does not open.")
    case .postings:
      Bilingual(nl: "de boekingen zijn veranderd.", en: "the postings were changed.")
    case .unbalanced:
      Bilingual(nl: "de boekingen komen samen niet op nul uit.", en: "the postings do not sum to zero.")
    case .register:
      Bilingual(
        nl: "het register van regels past niet bij het besluit.",
        en: "the register of lines does not agree with the decision.")
    }
  }
}
