import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRuns
import SaldoStore
import Testing

/// Every message of the sample, of every kind: what a check finds just before, settling finds as well.
struct CheckAgreesWithSettleTests {
  @Test func `each message is rejected as a check with the ledger before it said`() throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    let region = try Merenland.region()
    var kinds: Set<MessageKind> = []
    var rejecting: Set<MessageKind> = []
    for month in Merenland.months {
      let reception = try Reception(try Inbox([Merenland.sample + "/inbox/" + month.name]).files, for: region)
      let run = try SettleRun(into: merenland.ledger, region: region, asOf: month.asOf, answers: nil)
      for received in reception.messages {
        let check = CheckRun(asOf: month.asOf, region: region, history: try merenland.ledger.copyInMemory())
        let checked = try #require(try check.check([received.file]).files.first)
        let settled = try run.settle(try Reception([received.file], for: region))
        let payload = try merenland.ledger.payload(of: try #require(settled.messages.first))
        let recorded = payload.findings.filter { $0.severity == .reject }
        let found = checked.findings.filter { $0.severity == .reject }
        #expect(found.map(\.rule) == recorded.map(\.rule), "\(received.file.name)")
        #expect(found.map(\.place.line) == recorded.map(\.line), "\(received.file.name)")
        #expect(found.map(\.place.product) == recorded.map(\.product), "\(received.file.name)")
        #expect((checked.verdict == .accepted) == recorded.isEmpty, "\(received.file.name)")
        kinds.insert(payload.kind)
        if !recorded.isEmpty { rejecting.insert(payload.kind) }
      }
    }
    #expect(kinds.isSuperset(of: [.allocation, .start, .stop, .declaration]))
    #expect(rejecting.isSuperset(of: [.start, .declaration]))
  }
}
