import Foundation
import GRDB
import SaldoDomain
import SaldoTestLedger
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// What the ledger loads for the region's own rules; the sums are those of ``TestLedger``.
struct LocalRuleWorkingSetTests {
  private let hours = TestRegion.hours

  /// What is known for a declaration of one line of May 2026 of client 0 (or another), after both months.
  private func known(
    provider: Int = 0, municipality: Int = 0, client: Int = 0, month: String = "2026-05",
    ledgerRegion: RegionSnapshot = TestRegion.snapshot(), _ change: (inout RegionSnapshot) -> Void
  ) throws -> WorkingSet {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger, region: ledgerRegion)
    let message = TestMessages.declaration(
      "N1", provider: provider, municipality: municipality, month: month, date: "2026-06-03", clients: [client],
      lines: [TestMessages.line("N1", on: 1001, hours, month: month, hours: 1, cents: 8000)])
    return try ledger.workingSet(for: WorkingSetKeys(of: message), region: with(TestRegion.snapshot(), change))
  }

  private func space(_ segment: String, provider: Int = 0, year: Int = 2026, domain: Domain = .jw) -> SpendingSpace {
    SpendingSpace(
      provider: TestRegion.providers[provider], segment: segment, domain: domain, year: year,
      amount: Euros(cents: 1_000_000))
  }

  // Provider 0: € 800.00 and € 240.00 at Merendam and € 800.00 at Waterkant under pxq, € 120.00 under pxq-group.
  // Provider 1: € 250.00, and its credit.
  @Test func `a spending space counts a provider's segment over all municipalities`() throws {
    func used(_ spaces: [SpendingSpace], provider: Int = 0) throws -> [Int64] {
      try known(provider: provider) { region in
        for index in region.agreements.indices { region.agreements[index].segment = "s\(index)" }
        region.ceilings.spendingSpaces = spaces
      }.spending.map(\.used.cents)
    }
    #expect(try used([space("s0"), space("s2"), space("s1")]) == [184_000, 12_000, 0])
    #expect(try used([space("s1", provider: 1)], provider: 1) == [0])
    #expect(try used([space("s0", year: 2027)]) == [0])
    #expect(try used([space("s0", year: 2025), space("s0", domain: .wmo), space("s0", provider: 1)]) == [])
  }

  @Test func `a provider that the ledger does not know has used nothing`() throws {
    let ledger = try Ledger()
    var region = TestRegion.snapshot()
    region.agreements[0].segment = "s0"
    region.ceilings.spendingSpaces = [space("s0")]
    let message = TestMessages.declaration(
      "N1", provider: 0, municipality: 0, month: "2026-05", date: "2026-06-03", clients: [0],
      lines: [TestMessages.line("N1", on: 1001, hours, month: "2026-05", hours: 1, cents: 8000)])
    let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
    #expect(known.spending == [SpendingUse(space: space("s0"), used: .zero)])
  }

  @Test func `birth dates are those of allocations, and only for a rule that asks`() throws {
    let rule = ProductRule(category: hours.category, limit: .age18, from: "2026-01-01")
    let asked = try known { $0.contractRules.productRules = [rule] }
    #expect(asked.birthDates == [TestRegion.clients[0]: BirthDate(date: "2012-05-01", use: nil)])
    #expect(try known { _ in }.birthDates == [:])
  }

  @Test func `a birth date is not readable in the file`() throws {
    let folder = try TemporaryFolder()
    try folder.fill()
    let ledger = try Ledger(path: folder.ledger, mode: .read)
    let sealed = try ledger.queue.read { database in
      try Data.fetchAll(database, sql: "SELECT sealedBirthDate FROM client WHERE sealedBirthDate IS NOT NULL")
    }
    #expect(sealed.count == 3)
    #expect(sealed.allSatisfy { $0.range(of: Data("2012".utf8)) == nil && $0.count > 28 })
  }

  // Client 0 has lines of provider 0 (January, February) and a credited month of provider 1.
  @Test func `lines elsewhere are approved, uncredited and of other providers, for arrangements only`() throws {
    func lines(provider: Int, month: String = "2026-02", arrangement: Bool = true) throws -> [LineElsewhere] {
      try known(provider: provider, month: month) {
        if arrangement { $0.agreements[0].model = .arrangement }
      }.linesElsewhere[TestRegion.clients[0], default: []]
    }
    let february = LineElsewhere(
      provider: TestRegion.providers[0], product: hours, period: TestRegion.month("2026-02").period)
    #expect(try lines(provider: 1) == [february])
    #expect(try lines(provider: 1, month: "2026-03") == [])
    #expect(try lines(provider: 0) == [])
    #expect(try lines(provider: 1, arrangement: false) == [])
  }

  @Test func `GA-8: care outside ceilings is not counted in what is used`() throws {
    func used(outside key: String?) throws -> [Int64] {
      try known { region in
        for index in region.agreements.indices where region.agreements[index].key == key {
          region.agreements[index].countsForClientCeiling = false
        }
      }.ceilings.map(\.used.cents)
    }
    #expect(try used(outside: nil) == [104_000])
    #expect(try used(outside: "pxq") == [0])
    #expect(try used(outside: "month") == [104_000])
  }

  // A space of € 500.00 with aspecific care: the first line of 2026 fits, the second of € 240.00 does not.
  @Test func `a line that was set apart is known as such, with its credit`() throws {
    var region = TestRegion.snapshot()
    region.agreements[0].segment = "ambulant"
    region.ceilings.spendingSpaces = [
      with(space("ambulant")) { $0.amount = Euros(cents: 50_000) }
    ]
    let ledger = try Ledger()
    _ = try ledger.append(region, asOf: "2026-02-02")
    var allocation = TestMessages.allocation(1001, provider: 0, municipality: 0, client: 0, hours)
    if case .allocation(var message) = allocation {
      (message.products[0].code, message.products[0].volume) = (nil, nil)
      allocation = .allocation(message)
    }
    try TestLedger.take(allocation, into: ledger, asOf: "2026-02-02", region: region)
    let lines = [
      TestMessages.line("A1", on: 1001, hours, month: "2026-01", hours: 6, cents: 48_000),
      TestMessages.line("A2", on: 1001, hours, month: "2026-02", hours: 3, cents: 24_000),
    ]
    let entry = try TestLedger.take(
      TestMessages.declaration(
        "E1", provider: 0, municipality: 0, month: "2026-02", date: "2026-03-03", clients: [0], lines: lines),
      into: ledger, asOf: "2026-03-06", region: region)
    let credit = TestMessages.declaration(
      "E2", provider: 0, municipality: 0, month: "2026-03", date: "2026-04-03", clients: [0],
      lines: [TestMessages.credit(lines[0], as: "C1"), TestMessages.credit(lines[1], as: "C2")])
    let known = try ledger.workingSet(for: WorkingSetKeys(of: credit), region: region)
    #expect(known.earlierLines["A1"]?.isSetApart == false)
    #expect(known.earlierLines["A2"]?.isSetApart == true)
    let second = try TestLedger.take(credit, into: ledger, asOf: "2026-04-06", region: region)
    var payables: [PayableFigures] = []
    try ledger.forEachPayable(of: [entry, second]) { payables.append($0) }
    #expect(payables.map(\.amount.cents) == [48_000, 24_000, -48_000, -24_000])
    #expect(payables.map(\.isSetApart) == [false, true, false, true])
    #expect(try ledger.verify().faults == [])
  }
}
