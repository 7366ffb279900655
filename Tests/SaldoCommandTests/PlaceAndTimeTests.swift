import Foundation
import Testing

/// Where and when the program runs changes nothing: other time zones, other languages of the system.
struct PlaceAndTimeTests {
  static let environments = [
    ["TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C"],
    ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
    ["TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"],
    ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"],
    ["TZ": "", "LC_ALL": "nl_NL.ISO-8859-1", "LANG": ""],
  ]

  @Test(arguments: environments)
  func `a replay in a fresh process finds no difference`(environment: [String: String]) throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let outcome = try SaldoProcess.run(
      ["replay", "--ledger", scratch.path("ledger.saldo")], environment: environment)
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
    #expect(outcome.stdout == "Nagespeeld zonder verschil: 141 journaalposten, waarvan 140 berichten.\n")
  }

  @Test(arguments: environments)
  func `settling gives the same ledger and answers`(environment: [String: String]) throws {
    let settled = try Merenland.settled.get()
    let scratch = try Scratch()
    for month in Merenland.months {
      let arguments = Merenland.settle([month.inbox], asOf: month.asOf, in: scratch.folder)
      #expect(try SaldoProcess.run(arguments, environment: environment).status == 0)
    }
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo"), environment: environment) == settled.digest)
    #expect(scratch.files(below: "out/answers") == settled.answers)
  }

  @Test func `a replay of some months compares only those`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let outcome = try SaldoProcess.run([
      "replay", "--ledger", scratch.path("ledger.saldo"), "--from", "2026-05", "--until", "2026-05",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("34 journaalposten, waarvan 34 berichten"))
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func `the first and the last day that can be written are days like others`(asOf: String) throws {
    let scratch = try Scratch()
    let settle = Merenland.settle([Merenland.march.inbox], asOf: asOf, in: scratch.folder)
    #expect(try SaldoProcess.run(settle).status == 0)
    let ledger = scratch.path("ledger.saldo")
    #expect(try SaldoProcess.run(["verify", "--ledger", ledger]).status == 0)
    #expect(try SaldoProcess.run(["replay", "--ledger", ledger]).status == 0)
    #expect(try SaldoProcess.run(["check", Merenland.goodDeclaration, "--as-of", asOf]).status < 2)
  }

  @Test func `stored contracts that no longer open are found by verify and by replay`() throws {
    // The first digit of the key of 2026 becomes another one. What a hand with the right key can do is tested in ReplayTests.
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    var keys = try scratch.text("ledger.saldo.keys")
    let year = try #require(keys.firstMatch(of: /"2026" : "([^"]+)"/))
    let key = Array(year.output.1)
    keys = keys.replacing(String(key), with: (key[0] == "A" ? "B" : "A") + String(key[1...]))
    try scratch.write(keys, to: "ledger.saldo.keys")
    let verified = try SaldoProcess.run(["verify", "--ledger", scratch.path("ledger.saldo")])
    #expect(verified.status == 1)
    #expect(verified.stdout.contains("Journaalpost 1: wat is bewaard, kan niet worden geopend."))
    let replayed = try SaldoProcess.run(["replay", "--ledger", scratch.path("ledger.saldo")])
    #expect(replayed.status == 1)
    #expect(replayed.stdout == "Journaalpost 1: wat is bewaard, kan niet worden gelezen; het naspelen stopt hier.\n")
  }
}
