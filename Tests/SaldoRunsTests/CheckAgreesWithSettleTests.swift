import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRuns
import SaldoStore
import Testing

/// Every message of the sample, of every kind: what a check finds just before, settling finds as well.
struct CheckAgreesWithSettleTests {
  /// The sample region, with rules of its own: one provider is contracted by one municipality only, ambulant care lasts
  /// fifty days and ends at 18, and one spending space is small.
  private func region(hasRules: Bool) throws -> RegionSnapshot {
    var region = try Merenland.region()
    guard hasRules else { return region }
    let ambulant = ProductCategory(rawValue: "45")
    region.contractRules.contracts = region.providers.enumerated().map { index, provider in
      ContractPeriod(
        provider: provider.code, municipality: index == 0 ? region.municipalities[0].code : nil,
        period: OpenPeriod(begin: CalendarMonth(year: 2020, month: 1).first, end: nil))
    }
    let agreement = try #require(region.agreements.first { $0.model == .unitPrice })
    region.contractRules.productRules = [
      ProductRule(
        category: ambulant, agreement: agreement.key, limit: .maxDuration(.init(50, .days)),
        from: CalendarMonth(year: 2020, month: 1).first, action: .reject),
      ProductRule(
        category: ambulant, agreement: agreement.key, limit: .age18, from: CalendarMonth(year: 2020, month: 1).first,
        action: .reject),
    ]
    region.agreements[0].segment = "ambulant"
    region.ceilings.spendingSpaces = [
      SpendingSpace(
        provider: region.providers[1].code, segment: "ambulant", domain: .jw, year: 2026, amount: Euros(cents: 200_000))
    ]
    return region
  }

  /// Whether a finding is one of the region's own: of its contracts or its spending spaces.
  private func isOwn(_ rule: RuleCode) -> Bool {
    rule.rawValue.hasPrefix("K0") || rule.rawValue.hasPrefix("spending")
  }

  @Test(arguments: [false, true])
  func `each message is rejected as a check with the ledger before it said`(hasRules: Bool) throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    let region = try region(hasRules: hasRules)
    var own: Set<RuleCode> = []
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
        let recorded = payload.findings.filter { $0.severity == .reject || isOwn($0.rule) }
        let found = checked.findings.filter { $0.severity == .reject || isOwn($0.rule) }
        own.formUnion(recorded.map(\.rule).filter(isOwn))
        #expect(found.map(\.rule) == recorded.map(\.rule), "\(received.file.name)")
        #expect(found.map(\.place.line) == recorded.map(\.line), "\(received.file.name)")
        #expect(found.map(\.place.product) == recorded.map(\.product), "\(received.file.name)")
        let isRejected = recorded.contains { $0.severity == .reject }
        #expect((checked.verdict == .accepted) == !isRejected, "\(received.file.name)")
        kinds.insert(payload.kind)
        if isRejected { rejecting.insert(payload.kind) }
      }
    }
    #expect(kinds.isSuperset(of: [.allocation, .start, .stop, .declaration]))
    #expect(rejecting.isSuperset(of: [.start, .declaration]))
    #expect(
      own.isSuperset(of: hasRules ? ["K003", "K006", "K013", "K014", "spending-70"] : ["K013"]))
  }
}
