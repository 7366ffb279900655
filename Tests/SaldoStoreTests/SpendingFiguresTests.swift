import GRDB
import SaldoDomain
import SaldoTestLedger
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// What is used of spending spaces; the sums are those of ``TestLedger``.
struct SpendingFiguresTests {
  private func figures(_ spaces: [SpendingSpace], until month: String) throws -> [SpendingFigures] {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    let region = with(TestRegion.snapshot()) { region in
      for index in region.agreements.indices { region.agreements[index].segment = "s\(index)" }
      region.ceilings.spendingSpaces = spaces
    }
    return try ledger.spendingFigures(of: region, until: TestRegion.month(month))
  }

  private func space(_ segment: String, provider: Int = 0, year: Int = 2026, domain: Domain = .jw) -> SpendingSpace {
    SpendingSpace(
      provider: TestRegion.providers[provider], segment: segment, domain: domain, year: year,
      amount: Euros(cents: 1_000_000))
  }

  // Provider 0: € 800.00 and € 240.00 at Merendam and € 800.00 at Waterkant under pxq, € 120.00 under pxq-group.
  @Test func `ZB-2: a space counts a provider's segment over all municipalities, by delivery year`() throws {
    let all = try figures(
      [space("s0"), space("s2"), space("s1"), space("s0", year: 2025), space("s0", domain: .wmo)], until: "2026-12")
    #expect(all.map(\.used.cents) == [184_000, 12_000, 0, 0, 0])
    #expect(all.map(\.setApart.cents) == [0, 0, 0, 0, 0])
  }

  @Test func `a space of a later year is not shown, and nothing is used before it was booked`() throws {
    #expect(try figures([space("s0", year: 2027)], until: "2026-12").isEmpty)
    #expect(try figures([space("s0")], until: "2026-01").map(\.used.cents) == [0])
  }

  @Test func `care of January and of December counts, and no other year does`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    // € 800.00 at Merendam and at Waterkant each is care of January; € 240.00 of February becomes that of another month.
    func used(movedTo month: String) throws -> [Int64] {
      try ledger.queue.write {
        try $0.execute(
          sql: "UPDATE postingSum SET deliveryMonth = ? WHERE abs(amountCents) = 24000", arguments: [month])
      }
      let region = with(TestRegion.snapshot()) { region in
        region.agreements[0].segment = "s0"
        region.ceilings.spendingSpaces = [2025, 2026, 2027].map { space("s0", year: $0) }
      }
      return try ledger.spendingFigures(of: region, until: TestRegion.month("2027-12")).map(\.used.cents)
    }
    #expect(try used(movedTo: "2026-12") == [0, 184_000, 0])
    #expect(try used(movedTo: "2027-01") == [0, 160_000, 24_000])
    #expect(try used(movedTo: "2025-12") == [24_000, 160_000, 0])
  }

  @Test func `what was set apart is named`() throws {
    let ledger = try Ledger()
    _ = try TestLedger.fill(ledger)
    try ledger.queue.write { database in
      try database.execute(
        sql: "UPDATE line SET setApart = 1 WHERE id = (SELECT MIN(line) FROM posting WHERE amountCents = 80000)")
      try database.execute(
        sql: "DELETE FROM postingSum; INSERT INTO postingSum "
          + Schema.sumsOfPostings(setApart: "line.setApart IS NOT NULL"))
    }
    let region = with(TestRegion.snapshot()) { region in
      region.agreements[0].segment = "s0"
      region.ceilings.spendingSpaces = [space("s0")]
    }
    let figures = try ledger.spendingFigures(of: region, until: TestRegion.month("2026-12"))
    #expect(figures.map(\.used.cents) == [184_000])
    #expect(figures.map(\.setApart.cents) == [80_000])
  }
}
