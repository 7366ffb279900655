import Foundation
import Testing

/// What a run lists beside what it booked: lines that an allocation no longer covers, and municipal budgets.
struct StandingListTests {
  /// The first allocation of the sample once more, decided on 20 March 2026 and ended on 31 January.
  private static func shortened() throws -> String {
    try String(contentsOfFile: Merenland.march.inbox + "/jw301-0088-t0001.xml", encoding: .utf8)
      .replacing("<ijw:Identificatie>T0001<", with: "<ijw:Identificatie>T9001<")
      .replacing("<ijw:Dagtekening>2026-01-02<", with: "<ijw:Dagtekening>2026-03-20<")
      .replacing("<jw301:Toewijzingsdatum>2026-01-02<", with: "<jw301:Toewijzingsdatum>2026-03-20<")
      .replacing(
        "<jw301:Omvang>", with: "<jw301:Einddatum>2026-01-31</jw301:Einddatum>\n        <jw301:Omvang>")
  }

  private static func settle(_ path: String, _ scratch: Scratch, asOf: String) throws -> SaldoProcess.Outcome {
    try SaldoProcess.run([
      "settle", path, "--region", scratch.path("region"), "--ledger", scratch.path("ledger.saldo"), "--out",
      scratch.path("out"), "--as-of", asOf,
    ])
  }

  /// The rows of a table without its header, each with these columns.
  private static func rows(_ scratch: Scratch, _ name: String, _ columns: [String]) throws -> [[String]] {
    let rows = try scratch.text("out/\(name)").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(rows.first)
    let places = try columns.map { try #require(header.firstIndex(of: $0)) }
    return rows.dropFirst().map { row in places.map { row[$0] } }
  }

  @Test func `an allocation that ends earlier leaves lines to be credited`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.region, to: "region")
    #expect(try Self.settle(Merenland.march.inbox, scratch, asOf: Merenland.march.asOf).status == 0)
    let columns = ["reference", "periodBegin", "amountCents", "since", "ageDays"]
    #expect(try Self.rows(scratch, "shortened.csv", columns) == [])
    #expect(!scratch.holds("out/budgets.csv"))

    let update = try scratch.write(Self.shortened(), to: "update.xml")
    let run = try Self.settle(update, scratch, asOf: "2026-04-20")
    #expect(run.status == 0)
    // expected.csv: L-3-001 over March, L-3-002 over February.
    let lines = [
      ["L-3-001", "2026-03-01", "100200", "2026-04-20", "0"], ["L-3-002", "2026-02-01", "25050", "2026-04-20", "0"],
    ]
    #expect(try Self.rows(scratch, "shortened.csv", columns) == lines)
    #expect(run.stdout.contains("Te crediteren door aanbieders: 2 regels voor € 1.252,50"))
    let summary = try JSONSerialization.jsonObject(with: Data(scratch.text("out/summary.json").utf8))
    let counted = (summary as? [String: Any])?["shortened"] as? [String: Int]
    #expect(counted == ["lines": 2, "toCreditCents": 125_250])

    // Again, ten days later: nothing is booked, and the lines are ten days older.
    #expect(try Self.settle(update, scratch, asOf: "2026-04-30").status == 0)
    #expect(try Self.rows(scratch, "shortened.csv", columns) == lines.map { $0.dropLast() + ["10"] })
  }

  @Test func `budgets and what they do not cover are all that was granted`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.region, to: "region")
    try scratch.write("group;category;code\nambulant;45;*\n", to: "region/product_groups.csv")
    try scratch.write(
      "municipality;group;domain;year;amount\n0088;ambulant;jw;2026;1000\n0093;ambulant;jw;2025;1000\n",
      to: "region/budgets.csv")
    #expect(try Self.settle(Merenland.march.inbox, scratch, asOf: Merenland.march.asOf).status == 0)
    let rows = try Self.rows(scratch, "budgets.csv", ["municipality", "group", "year", "budgetCents", "realisedCents"])
    #expect(rows.filter { $0[1] != "" }.map { Array($0[..<4]) } == [["0088", "ambulant", "2026", "100000"]])
    let granted = try Merenland.table("expected.csv").filter { $0["month"] == "2026-03" }
      .compactMap { $0["granted_cents"].flatMap { Int($0) } }.reduce(0, +)
    #expect(rows.compactMap { Int($0[4]) }.reduce(0, +) == granted)
  }
}
