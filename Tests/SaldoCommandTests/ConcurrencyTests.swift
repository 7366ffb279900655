import Foundation
import Testing

/// Two runs on one ledger at once: one may have to start again, but nothing is ever lost or written twice.
struct ConcurrencyTests {
  @Test(arguments: 1...12)
  func `two runs at once leave a sound ledger that a next run completes`(turn: Int) throws {
    let scratch = try Scratch()
    let settled = try Merenland.settled.get()
    let ledger = scratch.path("ledger.saldo")
    if turn % 2 == 0 { try settled.copyLedger(to: scratch, marchOnly: true) }
    let month = turn % 2 == 0 ? Merenland.april : Merenland.march
    let arguments = Merenland.settle([month.inbox], asOf: month.asOf, in: scratch.folder)
    let runs = try (0..<(turn % 3 == 0 ? 3 : 2)).map { _ in try SaldoProcess.start(arguments) }
    let outcomes = try runs.map { try $0.wait(within: 120) }
    for outcome in outcomes {
      #expect(!outcome.wasKilled)
      #expect([0, 2].contains(outcome.status))
      if outcome.status == 2 {
        #expect(
          [
            "\(ledger): een andere run schreef intussen in dit grootboek; voer de opdracht opnieuw uit.\n",
            "\(ledger): een andere run gebruikt dit grootboek; probeer het later opnieuw.\n",
          ].contains(outcome.stderr), "\(outcome.stderr)")
      } else {
        #expect(outcome.stderr == "")
      }
    }
    // Every entry that either of them wrote can be read with the keys that are there.
    let verified = try SaldoProcess.run(["verify", "--ledger", ledger])
    #expect(verified.status == 0, "\(verified.stdout)\(verified.stderr)")
    #expect(!verified.stdout.contains("verzegeld"))
    #expect(try SaldoProcess.run(["replay", "--ledger", ledger]).status == 0)
    for later in Merenland.months where later.asOf >= month.asOf {
      let outcome = try SaldoProcess.run(Merenland.settle([later.inbox], asOf: later.asOf, in: scratch.folder))
      #expect(outcome.status == 0, "\(outcome.stderr)")
    }
    #expect(try Merenland.digest(of: ledger) == settled.digest)
  }

  @Test func `a ledger may be verified, replayed and checked against while a run writes it`() throws {
    let scratch = try Scratch()
    let ledger = scratch.path("ledger.saldo")
    let april = Merenland.settle([Merenland.april.inbox], asOf: Merenland.april.asOf, in: scratch.folder)
    try Merenland.settled.get().copyLedger(to: scratch, marchOnly: true)
    let run = try SaldoProcess.start(april)
    for command in ["verify", "replay", "verify"] {
      let outcome = try SaldoProcess.run([command, "--ledger", ledger])
      #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
    }
    let checked = try SaldoProcess.run(["check", Merenland.goodDeclaration, "--ledger", ledger])
    #expect(checked.status == 0)
    #expect(checked.stderr == "")
    #expect(checked.stdout.contains("staat al in het grootboek"))
    #expect(try run.wait(within: 60).status == 0)
    #expect(try Merenland.digest(of: ledger) == (try Merenland.settled.get().digest))
  }
}
