import SaldoDomain
import SaldoRuns
import SaldoSettlement

/// What a settle run did, as people read it.
enum SettleText {
  /// A short account of the run.
  static func text(of result: SettleResult, _ reception: Reception, in language: Language) -> String {
    var lines = [
      Bilingual(
        nl: "\(result.booked.count) berichten geboekt.", en: "\(result.booked.count) messages booked.")
    ]
    if !result.known.isEmpty {
      lines.append(
        Bilingual(
          nl: "\(result.known.count) berichten stonden al in het grootboek; daaraan verandert niets.",
          en: "\(result.known.count) messages were in the ledger already; nothing changes about them."))
    }
    for file in reception.doubles {
      lines.append(
        Bilingual(
          nl: "\(file.path): hetzelfde als een ander bestand van deze run; één keer geboekt.",
          en: "\(file.path): the same as another file of this run; booked once."))
    }
    let missing = RuleCatalogue.notJudgedYet.map(\.rawValue).joined(separator: " ")
    lines.append(
      Bilingual(
        nl: "Deze versie beoordeelt nog niet: \(missing).", en: "This version does not judge yet: \(missing)."))
    return lines.map { $0.text(in: language) }.joined(separator: "\n")
  }
}
