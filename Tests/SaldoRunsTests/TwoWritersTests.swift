import Foundation
import SaldoDomain
import SaldoRuns
import SaldoStore
import Testing

/// Two runs that have one ledger open at the same time.
struct TwoWritersTests {
  @Test func `what two writers take in turns stays readable, with the keys of both`() throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    let other = try Ledger(path: merenland.ledgerPath, mode: .create)
    let region = try Merenland.region()
    let asOf = Merenland.months[0].asOf
    let files = try Inbox([Merenland.sample + "/inbox/2026-03"]).files.filter { $0.name.hasPrefix("jw301") }
    for (index, file) in files.enumerated() {
      let run = try SettleRun(
        into: index.isMultiple(of: 2) ? merenland.ledger : other, region: region, asOf: asOf,
        answers: AnswerFolder(path: merenland.folder + "/answers"))
      #expect(try run.settle(try Reception([file], for: region)).booked.count == 1)
    }
    let verification = try Ledger(path: merenland.ledgerPath, mode: .read).verify()
    #expect(verification.faults == [])
    #expect(verification.sealed == 0)
    #expect(verification.messages == files.count)
    for number in 1...Int64(verification.entries) {
      #expect(throws: Never.self) { try merenland.ledger.rawBytes(of: number) }
      #expect(throws: Never.self) { try other.rawBytes(of: number) }
    }
  }

  @Test func `an entry that the other writer took in meanwhile is not taken in twice`() throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    let other = try Ledger(path: merenland.ledgerPath, mode: .create)
    let region = try Merenland.region()
    let asOf = Merenland.months[0].asOf
    try merenland.ledger.append(region, asOf: asOf)
    #expect(throws: LedgerError.changedMeanwhile(path: merenland.ledgerPath)) {
      try other.append(region, asOf: asOf)
    }
    #expect(try other.nextNumber() == 2)
  }
}
