import SaldoDomain
import SaldoReports
import SaldoRuns
import SaldoSettlement

/// What a settle run did, as people read it.
enum SettleText {
  /// A short account of the run.
  static func text(of result: SettleResult, _ summary: RunSummary, _ reception: Reception, in language: Language)
    -> String
  {
    var lines = [
      Bilingual(
        nl: "\(result.booked.count) berichten geboekt.", en: "\(result.booked.count) messages booked.")
    ]
    lines.append(counts(summary))
    if !summary.notInForce.isEmpty {
      let list = summary.notInForce.sorted { $0.key < $1.key }.flatMap { kind, codes in
        codes.sorted { $0.key < $1.key }.map { "\(kind) \($0.key): \($0.value)" }
      }.joined(separator: ", ")
      lines.append(
        Bilingual(
          nl: "Niet van kracht of met een opmerking, berichten per code: \(list).",
          en: "Not in force or with a remark, messages per code: \(list)."))
    }
    if !result.known.isEmpty {
      lines.append(
        Bilingual(
          nl: "\(result.known.count) berichten stonden al in het grootboek; daaraan verandert niets.",
          en: "\(result.known.count) messages were in the ledger already; nothing changes about them."))
    }
    lines += days(summary.days ?? [])
    for file in reception.doubles {
      lines.append(
        Bilingual(
          nl: "\(file.path): hetzelfde als een ander bestand van deze run; één keer geboekt.",
          en: "\(file.path): the same as another file of this run; booked once."))
    }
    return lines.map { $0.text(in: language) }.joined(separator: "\n")
  }

  /// What fell due by date, a line a day.
  private static func days(_ days: [RunSummary.Day]) -> [Bilingual] {
    Dictionary(grouping: days, by: \.due).sorted { $0.key < $1.key }.map { due, bookings in
      let count = bookings.count
      let sum = Euros(cents: bookings.reduce(0) { $0 + $1.payableCents })
      return Bilingual(
        nl: """
          Vervallen op \(HumanText.date(due, in: .dutch)): \(count) \(count == 1 ? "boeking" : "boekingen"), \
          te betalen \(HumanText.euros(sum, in: .dutch)).
          """,
        en: """
          Fell due on \(HumanText.date(due, in: .english)): \(count) \(count == 1 ? "booking" : "bookings"), \
          payable \(HumanText.euros(sum, in: .english)).
          """)
    }
  }

  /// The lines and the amounts of the run.
  private static func counts(_ summary: RunSummary) -> Bilingual {
    func sentence(_ language: Language) -> String {
      let number = { (count: Int) in HumanText.number(Int64(count), in: language) }
      let euros = { (cents: Int64) in HumanText.euros(Euros(cents: cents), in: language) }
      return Bilingual(
        nl: """
          \(number(summary.lines)) regels: \(number(summary.accepted)) toegekend, \(number(summary.rejected)) afgewezen.
          Ingediend \(euros(summary.declaredCents)), toegekend \(euros(summary.acceptedCents)), \
          te betalen \(euros(summary.payableCents)).
          """,
        en: """
          \(number(summary.lines)) lines: \(number(summary.accepted)) granted, \(number(summary.rejected)) rejected.
          Declared \(euros(summary.declaredCents)), granted \(euros(summary.acceptedCents)), \
          payable \(euros(summary.payableCents)).
          """
      ).text(in: language)
    }
    return Bilingual(nl: sentence(.dutch), en: sentence(.english))
  }
}
