import Foundation
import SaldoDomain
import SaldoMessages
import SaldoTestSupport
import Testing

/// A declaration that waits for an outcome, as people run it.
struct HoldTests {
  private static let key = "domain;municipality;allocation;category;code;date;outcome;percent;assessed_by\n"

  /// A region with one arrangement product of € 8,000.00 in halves.
  private static func makeRegion(in scratch: Scratch) throws {
    try scratch.write("name: Voorbeeldregio\n", to: "region/region.yaml")
    try scratch.write("code;name;valid_from;valid_until\n0363;Voorbeeldstad;;\n", to: "region/municipalities.csv")
    try scratch.write("agb;name\n00000101;Voorbeeldzorg\n", to: "region/providers.csv")
    try scratch.write(
      "agreement;name;model;tariff_date;partial_month;ledger_account;cost_centre;instalments\n"
        + "ARR;Arrangementen;arrangement;start;;4431;ARR1;50 start, 50 result\n", to: "region/agreements.csv")
    try scratch.write(
      "category;code;unit;price;price_unit;provider;municipality;valid_from;valid_until;agreement\n"
        + "45;45A48;83;8000,00;total;;;2025-01-01;2025-12-31;ARR\n", to: "region/products.csv")
    try scratch.write("municipality;bsn;from;until;ceiling;set_by\n", to: "region/client_ceilings.csv")
  }

  private static func recordOutcome(in scratch: Scratch) throws {
    try scratch.write(
      key + "jw;0363;1001;45;45A48;2025-05-20;achieved;;client en gemeente\n", to: "region/outcomes.csv")
  }

  /// An allocation, the claim of the first half and that of the second.
  private static func makeInbox(in scratch: Scratch) throws {
    func declaration(_ reference: ExactText, month: Int) -> Message {
      let month = CalendarMonth(year: 2025, month: month)
      let date = month.last.adding(days: 1)
      let period = Period(begin: max(month.first, "2025-01-13"), end: month.last)
      return .declaration(
        .sample(
          identification: reference, messageDate: date, number: reference, period: month.period, date: date,
          lines: [
            .sample(
              reference: reference, period: period, volume: 400_000, unit: .euro, tariff: nil, amount: .debit(400_000))
          ]))
    }
    let volume = AllocatedVolume(volume: 800_000, unit: .euro, frequency: .total)
    let messages: [Message] = [
      .allocation(.sample(products: [.sample(volume: volume)])), declaration("A", month: 1), declaration("B", month: 5),
    ]
    for (position, message) in messages.enumerated() {
      try scratch.write(Data(MessageWriter().encode(message)), to: "inbox/\(position).xml")
    }
    try scratch.makeFolder("leeg")
  }

  private static func arguments(_ inbox: String, _ scratch: Scratch, asOf: String, out: String = "out") -> [String] {
    [
      "settle", scratch.path(inbox), "--region", scratch.path("region"), "--ledger", scratch.path("ledger.saldo"),
      "--out", scratch.path(out), "--as-of", asOf,
    ]
  }

  /// A folder in which the declaration was taken in on Friday 27 June 2025.
  private static func waiting() throws -> (scratch: Scratch, outcome: SaldoProcess.Outcome) {
    let scratch = try Scratch()
    try makeRegion(in: scratch)
    try makeInbox(in: scratch)
    return (scratch, try SaldoProcess.run(arguments("inbox", scratch, asOf: "2025-06-27")))
  }

  private static func summary(_ scratch: Scratch, out: String) throws -> [String: Int] {
    let json = try JSONSerialization.jsonObject(with: Data(try scratch.text(out + "/summary.json").utf8))
    return try #require(json as? [String: Any]).compactMapValues { $0 as? Int }
  }

  private static func isWhole(_ scratch: Scratch) throws {
    _ = try Merenland.digest(of: scratch.path("ledger.saldo"))
    let replay = try SaldoProcess.run(["replay", "--ledger", scratch.path("ledger.saldo")])
    #expect(replay.status == 0, "\(replay.stdout)")
  }

  @Test func `WBW-3: a declaration that waits is processed, named with its age, and decided in a later run`() throws {
    let (scratch, first) = try Self.waiting()
    #expect(first.status == 0, "\(first.stderr)")
    #expect(first.stdout.contains("2 regels: 1 toegekend, 0 afgewezen, 1 aangehouden."))
    #expect(
      first.stdout.contains(
        "Declaratie B van 00000101 wacht op wat de gemeente nog moet vastleggen: 0 dagen sinds de ontvangst, beslist "
          + "uiterlijk op 4 juli 2025."))
    #expect(try Self.summary(scratch, out: "out")["held"] == 1)
    #expect(scratch.files(below: "out/answers").count == 1)
    #expect(try scratch.text("out/settlement.html").contains("Declaraties die wachten"))

    // An empty inbox on a later day changes nothing while it waits.
    let digest = try Merenland.digest(of: scratch.path("ledger.saldo"))
    let english = try SaldoProcess.run(Self.arguments("leeg", scratch, asOf: "2025-07-02") + ["--lang", "en"])
    #expect(english.status == 0, "\(english.stderr)")
    #expect(
      english.stdout.contains(
        "Declaration B of 00000101 waits for what the municipality still has to record: 5 days since its receipt, "
          + "decided by 4 July 2025."))
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == digest)

    try Self.recordOutcome(in: scratch)
    let decide = Self.arguments("leeg", scratch, asOf: "2025-07-02", out: "juli")
    let decided = try SaldoProcess.run(decide)
    #expect(decided.status == 0, "\(decided.stderr)")
    #expect(decided.stdout.contains("Na aanhouding beslist: declaratie B van 00000101, ontvangen op 27 juni 2025."))
    #expect(decided.stdout.contains("te betalen € 4.000,00"))
    let summary = try Self.summary(scratch, out: "juli")
    #expect(summary["held"] == 0 && summary["lines"] == 1 && summary["payableCents"] == 400_000)
    #expect(try scratch.text("juli/payables.csv").contains("B;000000000004;2025-07-02;2025-08-01;400000;4000.00;D;"))
    let files = scratch.files(below: "juli")
    #expect(files.keys.filter { $0.hasPrefix("answers/JW325-") }.count == 1)
    #expect(try SaldoProcess.run(decide).status == 0)
    #expect(scratch.files(below: "juli") == files)
    try Self.isWhole(scratch)
  }

  @Test func `an inbox without messages is an error for a new ledger only`() throws {
    let (scratch, _) = try Self.waiting()
    let new = try SaldoProcess.run(
      Self.arguments("leeg", scratch, asOf: "2025-07-04").map { $0.replacing("ledger.saldo", with: "nieuw.saldo") })
    #expect(new.status == 2)
    #expect(new.stderr.contains("leeg: bevat geen berichten."))
    #expect(!scratch.holds("nieuw.saldo"))
    try scratch.write(Data(), to: "nieuw.saldo")
    let empty = try SaldoProcess.run(
      Self.arguments("leeg", scratch, asOf: "2025-07-04").map { $0.replacing("ledger.saldo", with: "nieuw.saldo") })
    #expect(empty.status == 2)
    // On a ledger in which something waits, the last hold day comes; a later run decides it as well.
    let over = try SaldoProcess.run(Self.arguments("leeg", scratch, asOf: "2025-07-07"))
    #expect(over.status == 0)
    #expect(over.stdout.contains("Afgewezen regels per retourcode: 9322 (1)."))
    try Self.isWhole(scratch)
  }

  @Test func `a run whose files are all unusable decides what waits, and ends with 1`() throws {
    let (scratch, _) = try Self.waiting()
    try scratch.write("geen bericht", to: "kapot/bericht.xml")
    let outcome = try SaldoProcess.run(Self.arguments("kapot", scratch, asOf: "2025-07-04"))
    #expect(outcome.status == 1)
    #expect(outcome.stdout.contains("Na aanhouding beslist: declaratie B van 00000101, ontvangen op 27 juni 2025."))
    #expect(scratch.files(below: "out/answers").count == 2)
  }

  @Test func `a dry run decides nothing`() throws {
    let (scratch, _) = try Self.waiting()
    let before = scratch.files()
    let trial = try SaldoProcess.run(Self.arguments("leeg", scratch, asOf: "2025-07-04") + ["--dry-run"])
    #expect(trial.status == 0)
    #expect(trial.stdout.contains("Na aanhouding beslist: declaratie B van 00000101, ontvangen op 27 juni 2025."))
    #expect(scratch.files() == before)
  }

  @Test func `a deciding run that is killed at any moment is finished by the next one`() throws {
    let (model, _) = try Self.waiting()
    try Self.recordOutcome(in: model)
    let start = Date()
    #expect(try SaldoProcess.run(Self.arguments("leeg", model, asOf: "2025-07-02")).status == 0)
    let seconds = Date().timeIntervalSince(start)
    let digest = try Merenland.digest(of: model.path("ledger.saldo"))
    let answers = model.files(below: "out/answers")
    var random = SeededGenerator(seed: 3)
    let (scratch, _) = try Self.waiting()
    try Self.recordOutcome(in: scratch)
    for name in ["ledger.saldo", "ledger.saldo.keys"] { try scratch.copy(scratch.path(name), to: "bewaard/" + name) }
    for _ in 0..<12 {
      for name in ["ledger.saldo", "ledger.saldo.keys", "ledger.saldo-wal", "ledger.saldo-shm"] {
        try? FileManager.default.removeItem(atPath: scratch.path(name))
      }
      for name in ["ledger.saldo", "ledger.saldo.keys"] { try scratch.copy(scratch.path("bewaard/" + name), to: name) }
      let arguments = Self.arguments("leeg", scratch, asOf: "2025-07-02")
      _ = try SaldoProcess.run(arguments, killedAfter: Double.random(in: 0..<seconds, using: &random))
      #expect(try SaldoProcess.run(arguments).status == 0)
      #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == digest)
      #expect(scratch.files(below: "out/answers") == answers)
    }
    try Self.isWhole(scratch)
  }
}
