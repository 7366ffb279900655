import SaldoDomain
import SaldoReports
import SaldoRuns
import SaldoSettlement
import SaldoStore

/// What a settle run did, as people read it.
enum SettleText {
  /// A short account of the run.
  static func text(
    of result: SettleResult, _ summary: RunSummary, _ reception: Reception, asOf: CalendarDate, in language: Language
  ) -> String {
    var lines = [booked(result), counts(summary)]
    if !result.lineCodes.isEmpty {
      lines.append(
        Bilingual(
          nl: "Afgewezen regels per retourcode: \(list(result.lineCodes)).",
          en: "Rejected lines per return code: \(list(result.lineCodes))."))
    }
    if !result.declarationCodes.isEmpty {
      lines.append(
        Bilingual(
          nl: "Geheel afgewezen declaraties per retourcode: \(list(result.declarationCodes)).",
          en: "Wholly rejected declarations per return code: \(list(result.declarationCodes))."))
    }
    if !summary.notInForce.isEmpty {
      let list = notices(summary)
      lines.append(
        Bilingual(
          nl: "Niet van kracht of met een opmerking, berichten per retourcode: \(list.dutch).",
          en: "Not in force or with a remark, messages per return code: \(list.english)."))
    }
    if !result.known.isEmpty { lines.append(known(result.known.count)) }
    lines += result.decided.map(decided)
    lines += result.held.map { held($0, on: asOf) }
    lines += days(summary.days ?? [])
    if let shortened = summary.shortened { lines.append(toCredit(shortened)) }
    for file in reception.doubles {
      lines.append(
        Bilingual(
          nl: "\(file.path): hetzelfde als een ander bestand van deze run; één keer geboekt.",
          en: "\(file.path): the same as another file of this run; booked once."))
    }
    return lines.map { $0.text(in: language) }.joined(separator: "\n")
  }

  /// What providers should credit because its allocation no longer covers it.
  private static func toCredit(_ shortened: RunSummary.Shortened) -> Bilingual {
    let (lines, sum) = (Counted.lines(shortened.lines), Euros(cents: shortened.toCreditCents))
    return Bilingual(
      nl: """
        Te crediteren door aanbieders: \(lines.dutch) voor \(HumanText.euros(sum, in: .dutch)), omdat de toewijzing ze \
        niet meer dekt (shortened.csv).
        """,
      en: """
        To be credited by providers: \(lines.english) for \(HumanText.euros(sum, in: .english)), because the allocation \
        no longer covers them (shortened.csv).
        """)
  }

  /// A declaration that had waited, with the day of its receipt.
  private static func decided(_ held: HeldFigures) -> Bilingual {
    let number = CitizenNumberMask.masked(held.declarationNumber.string)
    return Bilingual(
      nl: """
        Na aanhouding beslist: declaratie \(number) van \(held.provider), \
        ontvangen op \(HumanText.date(held.received, in: .dutch)).
        """,
      en: """
        Decided after a hold: declaration \(number) of \(held.provider), \
        received on \(HumanText.date(held.received, in: .english)).
        """)
  }

  /// A declaration that waits, with its age and the day on which it is decided at the latest.
  private static func held(_ held: HeldFigures, on day: CalendarDate) -> Bilingual {
    let number = CitizenNumberMask.masked(held.declarationNumber.string)
    let age = held.age(on: day)
    return Bilingual(
      nl: """
        Declaratie \(number) van \(held.provider) wacht op wat de gemeente nog moet vastleggen: \
        \(age) \(age == 1 ? "dag" : "dagen") sinds de ontvangst, beslist uiterlijk op \
        \(HumanText.date(held.until, in: .dutch)).
        """,
      en: """
        Declaration \(number) of \(held.provider) waits for what the municipality still has to record: \
        \(age) \(age == 1 ? "day" : "days") since its receipt, decided by \
        \(HumanText.date(held.until, in: .english)).
        """)
  }

  /// How many messages were booked, or would be.
  private static func booked(_ result: SettleResult) -> Bilingual {
    let messages = Counted.messages(result.booked.count)
    guard result.isDryRun else { return Bilingual(nl: "\(messages.dutch) geboekt.", en: "\(messages.english) booked.") }
    let would = result.booked.count == 1 ? "zou" : "zouden"
    return Bilingual(
      nl: "Proefrun, er is niets geschreven: \(messages.dutch) \(would) worden geboekt.",
      en: "Dry run, nothing was written: \(messages.english) would be booked.")
  }

  /// How many messages the ledger already held.
  private static func known(_ count: Int) -> Bilingual {
    let messages = Counted.messages(count)
    return count == 1
      ? Bilingual(
        nl: "\(messages.dutch) stond al in het grootboek; daaraan verandert niets.",
        en: "\(messages.english) was in the ledger already; it stays unchanged.")
      : Bilingual(
        nl: "\(messages.dutch) stonden al in het grootboek; daaraan verandert niets.",
        en: "\(messages.english) were in the ledger already; they stay unchanged.")
  }

  /// Codes with how often they were given: `0611 (3), 9338 (1)`.
  private static func list(_ codes: [ReturnCode: Int]) -> String {
    codes.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }.map { "\($0) (\($1))" }.joined(separator: ", ")
  }

  /// The codes of messages other than declarations by kind: `305: 9019 (1), 9063 (1); 307: 9413 (1)`.
  private static func notices(_ summary: RunSummary) -> Bilingual {
    func words(_ withoutCode: String) -> String {
      summary.notInForce.sorted { $0.key < $1.key }.map { kind, codes in
        "\(kind): "
          + codes.sorted { $0.key < $1.key }.map { "\($0.isEmpty ? withoutCode : $0) (\($1))" }.joined(separator: ", ")
      }.joined(separator: "; ")
    }
    return Bilingual(nl: words("zonder code"), en: words("without a code"))
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
      let lines = Counted.lines(summary.lines)
      let number = { (count: Int) in HumanText.number(Int64(count), in: language) }
      let euros = { (cents: Int64) in HumanText.euros(Euros(cents: cents), in: language) }
      let count = summary.held == 0 ? nil : number(summary.held)
      let held = Bilingual(
        nl: count.map { ", \($0) aangehouden" } ?? "", en: count.map { ", \($0) on hold" } ?? "")
      return Bilingual(
        nl: """
          \(lines.dutch): \(number(summary.accepted)) toegekend, \(number(summary.rejected)) afgewezen\(held.dutch).
          Ingediend \(euros(summary.declaredCents)), toegekend \(euros(summary.acceptedCents)), \
          te betalen \(euros(summary.payableCents)).
          """,
        en: """
          \(lines.english): \(number(summary.accepted)) granted, \(number(summary.rejected)) rejected\(held.english).
          Declared \(euros(summary.declaredCents)), granted \(euros(summary.acceptedCents)), \
          payable \(euros(summary.payableCents)).
          """
      ).text(in: language)
    }
    return Bilingual(nl: sentence(.dutch), en: sentence(.english))
  }
}
