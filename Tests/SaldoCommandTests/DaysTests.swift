import Foundation
import Testing

/// What falls due by date, months that close, and what was known on a day, as people run it.
struct DaysTests {
  /// The sample region with an agreement, a yearly amount of € 1,200.00 and an advance of € 80.00 a month.
  private static func region(in scratch: Scratch, yearly: String = "1200") throws -> String {
    if !scratch.holds("region") { try scratch.copy(Merenland.region, to: "region") }
    let agreements = try String(contentsOfFile: Merenland.region + "/agreements.csv", encoding: .utf8)
    try scratch.write(agreements + "WIJK;Wijkteams;lumpsum;;;4437;MER70\n", to: "region/agreements.csv")
    try scratch.write(
      "agreement;provider;municipality;domain;year;amount;instalments\nWIJK;99100011;0088;jw;2026;\(yearly);monthly\n",
      to: "region/lump_sums.csv")
    try scratch.write(
      "agreement;provider;municipality;domain;year;yearly_amount;percent;settled\n"
        + "AMB;99100011;0088;jw;2026;1200;80;monthly\n", to: "region/advances.csv")
    return scratch.path("region")
  }

  private static func settle(
    _ month: Merenland.Month, _ scratch: Scratch, asOf: String? = nil, out: String = "out"
  ) throws -> SaldoProcess.Outcome {
    try SaldoProcess.run([
      "settle", month.inbox, "--region", scratch.path("region"), "--ledger", scratch.path("ledger.saldo"), "--out",
      scratch.path(out), "--as-of", asOf ?? month.asOf,
    ])
  }

  /// The rows of `payables.csv` that a day made, by due date, amount and kind.
  private static func days(_ scratch: Scratch, out: String = "out") throws -> [String] {
    let rows = try scratch.text(out + "/payables.csv").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    let header = try #require(rows.first)
    let columns = try ["dueDate", "amountCents", "debitCredit", "kind"].map {
      try #require(header.firstIndex(of: $0[...]))
    }
    return rows.dropFirst().map { row in columns.map { String(row[$0]) }.joined(separator: " ") }
      .filter { !$0.hasSuffix(" declaration") }
  }

  private static func whole(_ scratch: Scratch) throws {
    _ = try Merenland.digest(of: scratch.path("ledger.saldo"))
    let replay = try SaldoProcess.run(["replay", "--ledger", scratch.path("ledger.saldo")])
    #expect(replay.status == 0, "\(replay.stdout)")
  }

  @Test func `a day is booked once, a later day adds what fell due, a correction the difference`() throws {
    let scratch = try Scratch()
    _ = try Self.region(in: scratch)
    let first = try Self.settle(Merenland.march, scratch)
    #expect(first.status == 0)
    #expect(first.stdout.contains("Vervallen op 1 april 2026: 2 boekingen, te betalen € 180,00."))
    #expect(try Self.days(scratch) == ["2026-04-01 10000 D lump-sum", "2026-04-01 8000 D advance"])
    let (digest, files) = (try Merenland.digest(of: scratch.path("ledger.saldo")), scratch.files(below: "out"))
    #expect(try Self.settle(Merenland.march, scratch).status == 0)
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == digest)
    #expect(scratch.files(below: "out") == files)

    // A month later the same messages add only the day; lines under the advance are settled with it at the month's end.
    #expect(try Self.settle(Merenland.march, scratch, asOf: "2026-05-12", out: "may").status == 0)
    let added = try Self.days(scratch, out: "may")
    #expect(added.suffix(2) == ["2026-05-01 10000 D lump-sum", "2026-05-01 8000 D advance"])
    #expect(added.dropLast(2).allSatisfy { $0.hasSuffix("D settlement") && $0.hasPrefix("2026-04-30") })
    try Self.whole(scratch)

    _ = try Self.region(in: scratch, yearly: "1188")
    #expect(try Self.settle(Merenland.march, scratch, asOf: "2026-05-13", out: "corrected").status == 0)
    #expect(
      try Self.days(scratch, out: "corrected") == ["2026-04-01 100 C lump-sum", "2026-05-01 100 C lump-sum"])
    try Self.whole(scratch)
  }

  @Test func `a line under an advance is not payable by itself`() throws {
    let (plain, advanced) = (try Scratch(), try Scratch())
    #expect(try SaldoProcess.run(Merenland.settle([Merenland.march.inbox], in: plain.folder)).status == 0)
    _ = try Self.region(in: advanced)
    #expect(try Self.settle(Merenland.march, advanced).status == 0)
    func total(_ scratch: Scratch) throws -> (accepted: Int, payable: Int) {
      let json = try JSONSerialization.jsonObject(with: Data(try scratch.text("out/summary.json").utf8))
      let summary = try #require(json as? [String: Any])
      return (try #require(summary["acceptedCents"] as? Int), try #require(summary["payableCents"] as? Int))
    }
    let (before, after) = (try total(plain), try total(advanced))
    #expect(after.accepted == before.accepted)
    // Of the payable amount the care under AMB at Merendam is gone, and € 180.00 of days came.
    #expect(after.payable - 18_000 < before.payable)
  }

  @Test func `a closed month stays as it is, and a report shows what was known`() throws {
    let scratch = try Scratch()
    _ = try Self.region(in: scratch)
    let ledger = scratch.path("ledger.saldo")
    #expect(try Self.settle(Merenland.march, scratch).status == 0)
    func report(_ extra: [String]) throws -> String {
      let outcome = try SaldoProcess.run(["report", "settlement", "--ledger", ledger, "--format", "json"] + extra)
      #expect(outcome.status == 0, "\(outcome.stderr)")
      return outcome.stdout
    }
    func month(_ json: String) throws -> String {
      try #require(json.firstMatch(of: /"from" ?: ?"([0-9-]{7})"/)).output.1.description
    }
    let april = try report(["--period", "2026-04"])
    #expect(try month(april) == "2026-04")
    let close = ["close", "--ledger", ledger, "--period", "2026-04", "--as-of", "2026-04-30"]
    let closed = try SaldoProcess.run(close)
    #expect(closed.status == 0)
    #expect(closed.stdout.contains("2026-04 is afgesloten; wat nu wordt geboekt, valt in 2026-05 of later."))
    let again = try SaldoProcess.run(close + ["--lang", "en"])
    #expect(again.status == 0)
    #expect(again.stdout == "2026-04 was closed already; nothing changes.\n")

    // On the day of the closing, what falls due and what is decided is booked in May.
    #expect(try Self.settle(Merenland.april, scratch, asOf: "2026-04-30", out: "may").status == 0)
    #expect(try month(scratch.text("may/settlement.json")) == "2026-05")
    #expect(try report(["--period", "2026-04", "--known-at", "2026-04-10"]) == april)
    #expect(try report(["--known-at", "2026-04-10"]) == april)
    #expect(try month(report([])) == "2026-05")
    try Self.whole(scratch)
  }

  @Test(arguments: [
    (["--period", "2026-05", "--as-of", "2026-04-30"], "2026-05 is op de peildatum nog niet begonnen"),
    (
      ["--period", "2026-04", "--as-of", "2026-04-01"],
      "De peildatum ligt voor die van de laatste journaalpost, 2026-04-10."
    ),
  ])
  func `a month that cannot be closed`(options: [String], text: String) throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch, marchOnly: true)
    let before = scratch.files()
    let outcome = try SaldoProcess.run(["close", "--ledger", scratch.path("ledger.saldo")] + options)
    #expect(outcome.status == 2)
    #expect(outcome.stderr.contains(text))
    #expect(scratch.files().filter { $0.key.hasSuffix(".keys") } == before.filter { $0.key.hasSuffix(".keys") })
  }

  @Test func `a ledger that is not there is not closed, and nothing was known before it began`() throws {
    let scratch = try Scratch()
    let missing = try SaldoProcess.run(
      ["close", "--ledger", scratch.path("geen.saldo"), "--period", "2026-04", "--as-of", "2026-05-01"])
    #expect(missing.status == 2)
    #expect(missing.stderr.contains("dit grootboek bestaat niet"))
    #expect(scratch.files().isEmpty)
    try Merenland.settled.get().copyLedger(to: scratch, marchOnly: true)
    let early = try SaldoProcess.run(
      ["report", "settlement", "--ledger", scratch.path("ledger.saldo"), "--known-at", "2026-04-09"])
    #expect(early.status == 2)
    #expect(early.stderr.contains("op 9 april 2026 was nog niets bekend."))
  }
}
