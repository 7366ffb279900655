import GRDB
import SaldoDomain
import SaldoSettlement
@testable import SaldoStore
import SaldoTestLedger
import Testing

/// What the ledger tells the rules of what came before.
struct WorkingSetTests {
  /// The working set of a declaration on allocations of Merendam and Waterkant, after the two months of ``TestLedger``.
  private func workingSet(
    _ number: ExactText = "D9", municipality: Int = 0, lines: [DeliveryLine], after: ((Ledger) throws -> Void)? = nil,
    uniqueness: RegionSettings.Uniqueness = .ledger
  ) throws -> WorkingSet {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    try after?(ledger)
    var region = TestRegion.snapshot()
    region.settings.uniqueness = uniqueness
    let message = TestMessages.declaration(
      number, provider: 0, municipality: municipality, month: "2026-03", date: "2026-04-02", clients: [0],
      lines: lines)
    return try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
  }

  /// An allocation of client 0.
  private static func named(_ number: UInt32) -> ClientAllocation {
    ClientAllocation(AllocationNumber(number), of: TestRegion.clients[0])
  }

  private func line(
    _ reference: ExactText, on allocation: UInt32, _ product: Product = TestRegion.hours, month: String = "2026-03"
  ) -> DeliveryLine {
    TestMessages.line(reference, on: allocation, product, month: month, hours: 1, cents: 8000)
  }

  // 1001: R1 of ten hours (€ 800.00) in January and R6 of three (€ 240.00) in February are approved.
  @Test func `approved lines of all months are used, rejected ones are not`() throws {
    let known = try workingSet(lines: [line("N1", on: 1001), line("N2", on: 1003)])
    let use = try #require(known.use[Self.named(1001)])
    #expect(use.volume(in: .hour) == 13)
    #expect(use.volume(in: .minute) == 780)
    #expect(use.amount == Euros(cents: 104_000))
    #expect(use.amount(of: TestRegion.hours) == Euros(cents: 104_000))
    #expect(use.amount(of: TestRegion.months) == .zero)
    #expect(known.use[Self.named(1003)] == nil)  // R2 was rejected
  }

  // R1 of ten hours (€ 800.00) stays, R6 of three (€ 240.00) is made another line in one thing.
  @Test func `each line counts in its own unit and for its own product`() throws {
    func use(_ change: String) throws -> AllocationUse {
      let known = try workingSet(lines: [line("N1", on: 1001)]) { ledger in
        try ledger.queue.write {
          try $0.execute(sql: "UPDATE line SET \(change) WHERE reference = 'R6-999900006'")
        }
      }
      return try #require(known.use[Self.named(1001)])
    }
    #expect(try use("unit = '01'").volume(in: .hour) == 10)
    #expect(try use("unit = '01'").volume(in: .minute) == 603)
    #expect(try use("code = '45A50'").amount(of: TestRegion.hours) == Euros(cents: 80_000))
    #expect(try use("code = '45A50'").amount(of: TestRegion.cheapHours) == Euros(cents: 24_000))
    let other = Product(category: ProductCategory(rawValue: "44"), code: TestRegion.hours.code)
    #expect(try use("category = '44'").amount(of: TestRegion.hours) == Euros(cents: 80_000))
    #expect(try use("category = '44'").amount(of: other) == Euros(cents: 24_000))
  }

  @Test func `a credited debit and its credit cancel`() throws {
    let month = TestMessages.line("N1", on: 1002, TestRegion.months, month: "2026-03", cents: 25_000)
    #expect(try workingSet(lines: [month]).use[Self.named(1002)] == nil)
  }

  @Test func `open debits are those from the first debit on the allocation on`() throws {
    let references = { (months: [String]) -> [ExactText] in
      let lines = months.enumerated().map { self.line(ExactText("N\($0)"), on: 1001, month: $1) }
      return try self.workingSet(lines: lines).openDebits[Self.named(1001), default: []].map(\.line.reference)
    }
    #expect(try references(["2026-01", "2026-03"]) == ["R1", "R6-999900006"])
    #expect(try references(["2026-02"]) == ["R6-999900006"])
    #expect(try references(["2026-03"]) == [])
  }

  @Test func `the last declaration month is that of the municipality, of what was processed`() throws {
    // Merendam: D1 over January, D6 over February. Waterkant: D3 over January; D4 over February was refused.
    #expect(try workingSet(lines: [line("N1", on: 1001)]).lastDeclarationMonth == TestRegion.month("2026-02"))
    #expect(
      try workingSet(municipality: 1, lines: [line("N1", on: 2001)]).lastDeclarationMonth
        == TestRegion.month("2026-01"))
  }

  @Test func `a repeated earlier month does not move the last one back`() throws {
    let known = try workingSet(lines: [line("N1", on: 1001)]) { ledger in
      // What TR318 refuses does not count either: D7 over January, after February.
      try TestLedger.take(
        TestMessages.declaration(
          "D7", provider: 0, municipality: 0, month: "2026-01", date: "2026-03-04", clients: [0],
          lines: [self.line("N0", on: 1001, month: "2026-01")]),
        into: ledger, asOf: "2026-03-06", region: TestRegion.snapshot())
    }
    #expect(known.lastDeclarationMonth == TestRegion.month("2026-02"))
    #expect(known.earlierLines["N0"] == nil)
  }

  @Test func `numbers are new over the whole ledger, or over a municipality by setting`() throws {
    // R4 and D3 went to Waterkant; the message goes to Merendam.
    let lines = [line("R4", on: 1001)]
    let everywhere = try workingSet("D3", lines: lines)
    #expect(everywhere.declarationNumberIsUsed)
    #expect(everywhere.earlierLines["R4"]?.line.allocation == AllocationNumber(2001))
    let narrow = try workingSet("D3", lines: lines, uniqueness: .municipality)
    #expect(!narrow.declarationNumberIsUsed)
    #expect(narrow.earlierLines["R4"] == nil)
    let same = try workingSet("D3", municipality: 1, lines: lines, uniqueness: .municipality)
    #expect(same.declarationNumberIsUsed)
    #expect(same.earlierLines["R4"] != nil)
  }

  @Test func `an allocation message loads no use, but every open debit`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    let message = TestMessages.allocation(1001, provider: 0, municipality: 0, client: 0, TestRegion.hours)
    let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: TestRegion.snapshot())
    #expect(known.use == [:])
    #expect(known.openDebits[Self.named(1001)]?.count == 2)
    #expect(known.lastDeclarationMonth == nil)
  }

  /// Merendam allocates 1001 of client 0 to provider 1 as well, in a later version.
  private func move(in ledger: Ledger) throws {
    guard
      case .allocation(var moved) = TestMessages.allocation(
        1001, provider: 1, municipality: 0, client: 0, TestRegion.hours)
    else { return }
    moved.products[0].decidedAt = DecisionMoment(date: TestRegion.day("2026-03-01"), millisecondOfDay: 0)
    // A header of its own, so that it is another message than the first.
    moved.header.identification = "T1001-2"
    moved.header.date = TestRegion.day("2026-03-01")
    // Settled as if nothing were known, because the rules would refuse it.
    let booking = Settlement(asOf: TestRegion.day("2026-03-06"), region: nil)
      .settle(.allocation(moved), as: try ledger.nextNumber(), known: nil)
    guard case .inForce = booking.decision else {
      Issue.record("refused: \(booking.decision)")
      return
    }
    try TestLedger.append(booking, to: ledger, asOf: "2026-03-06")
  }

  @Test func `lines of an earlier provider on an allocation count for the next one`() throws {
    let message = TestMessages.declaration(
      "D9", provider: 1, municipality: 0, month: "2026-03", date: "2026-04-02", clients: [0],
      lines: [line("N1", on: 1001, month: "2026-01")])
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    let region = TestRegion.snapshot()
    let before = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
    #expect(before.allocations[AllocationNumber(1001)]?.provider == TestRegion.providers[0])
    #expect(before.use[Self.named(1001)]?.volume(in: .hour) == 13)
    try move(in: ledger)
    let after = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
    #expect(after.allocations[AllocationNumber(1001)]?.provider == TestRegion.providers[1])
    #expect(after.use[Self.named(1001)]?.volume(in: .hour) == 13)
    #expect(after.openDebits[Self.named(1001)]?.map(\.line.reference) == ["R1", "R6-999900006"])
    #expect(try ledger.verify().faults == [])
  }

  @Test func `an allocation that another provider has now is known as that one's`() throws {
    let known = try workingSet(lines: [line("N1", on: 1001, month: "2026-01")], after: move)
    #expect(known.allocations[AllocationNumber(1001)]?.provider == TestRegion.providers[1])
    #expect(known.use[Self.named(1001)]?.volume(in: .hour) == 13)
    // Client 0 has no other allocation with provider 0.
    #expect(known.clientsWithAllocation.isEmpty)
  }

  @Test func `what a ledger made of one region is not used for another`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    let region = TestRegion.snapshot()
    // Client 1 has allocation 2001 at Waterkant, and declares to Merendam.
    let message = TestMessages.declaration(
      "D9", provider: 0, municipality: 0, month: "2026-03", date: "2026-04-02", clients: [0, 1],
      lines: [line("N1", on: 1001), line("N2", on: 2001)].enumerated().map { client, line in
        var line = line
        line.client = client
        return line
      })
    func known(_ region: RegionSnapshot) throws -> (inherited: Int, ceilings: Int) {
      let set = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
      return (set.inherited.count, set.ceilings.count)
    }
    #expect(try known(region) == (0, 1))
    var merged = region
    merged.municipalities[1].validUntil = TestRegion.day("2026-03-31")
    merged.municipalities[1].successor = merged.municipalities[0].code
    #expect(try known(merged) == (1, 1))
    var unbounded = region
    unbounded.clientCeilings = []
    #expect(try known(unbounded) == (0, 0))
    #expect(try known(region) == (0, 1))
  }

  @Test func `ceilings that ended before the first product period are not asked for`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    func ceilings(month: String) throws -> [Int64] {
      let message = TestMessages.declaration(
        "D9", provider: 0, municipality: 0, month: month, date: "2027-04-02", clients: [0],
        lines: [line("N1", on: 1001, month: month)])
      return try ledger.workingSet(for: WorkingSetKeys(of: message), region: TestRegion.snapshot())
        .ceilings.map(\.used.cents)
    }
    // R1, R10 with its credit, and R6: 800.00 + 250.00 - 250.00 + 240.00.
    #expect(try ceilings(month: "2026-12") == [104_000])
    #expect(try ceilings(month: "2027-01") == [])
  }
}
