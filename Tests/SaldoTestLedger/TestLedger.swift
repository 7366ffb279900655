public import SaldoDomain
public import SaldoSettlement
public import SaldoStore

/// Fills a ledger with settled messages, as a run does.
public enum TestLedger {
  /// The entries that ``fill(_:region:)`` writes.
  public struct Entries: Sendable {
    /// The declarations of February 2026, in order.
    public let february: [JournalNumber]
    /// The declarations of March 2026, in order.
    public let march: [JournalNumber]
  }

  /// Settles a message and appends it with its bytes.
  @discardableResult
  public static func take(
    _ message: Message, into ledger: Ledger, asOf: String, region: RegionSnapshot
  ) throws -> JournalNumber {
    let number = try ledger.nextNumber()
    let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
    let settlement = Settlement(asOf: TestRegion.day(asOf), region: RegionContracts(region))
    try append(settlement.settle(message, as: number, known: known), to: ledger, asOf: asOf)
    return number
  }

  /// Appends a booking under the next number, with bytes that name it.
  public static func append(_ booking: Booking, to ledger: Ledger, asOf: String) throws {
    let number = try ledger.nextNumber()
    _ = try ledger.append(
      booking, as: number, asOf: TestRegion.day(asOf), raw: PackedBytes(Array("message \(number)".utf8)),
      answer: booking.answer.map { _ in Array("answer \(number)".utf8) })
  }

  /// Two months of two municipalities.
  ///
  /// February 2026, care of January: 1001 at Merendam ten hours (€ 800.00) and a line of € 500.00 for five hours of
  /// € 80.00 (rejected, 9346), with three cheap hours (€ 120.00) on the same ledger account; 1002 a month (€ 250.00),
  /// with which client 0 uses € 1,050.00 of € 1,000.00; 2001 at Waterkant ten hours (€ 800.00).
  ///
  /// March 2026: a declaration of € 800.00 whose total is wrong (refused, 0001); a credit of the month (€ −250.00),
  /// which lifts the signal; three hours of February (€ 240.00), with which client 0 uses € 1,040.00.
  public static func fill(_ ledger: Ledger, region: RegionSnapshot = TestRegion.snapshot()) throws -> Entries {
    _ = try ledger.append(region, asOf: TestRegion.day("2026-02-02"))
    let hours = TestRegion.hours
    for message in [
      TestMessages.allocation(1001, provider: 0, municipality: 0, client: 0, hours),
      TestMessages.allocation(1002, provider: 1, municipality: 0, client: 0, TestRegion.months),
      TestMessages.allocation(1003, provider: 0, municipality: 0, client: 2, hours),
      TestMessages.allocation(1004, provider: 0, municipality: 0, client: 2, TestRegion.cheapHours),
      TestMessages.allocation(2001, provider: 0, municipality: 1, client: 1, hours),
    ] {
      try take(message, into: ledger, asOf: "2026-02-02", region: region)
    }
    let month = TestMessages.line("R10", on: 1002, TestRegion.months, month: "2026-01", cents: 25_000)
    let february = [
      TestMessages.declaration(
        "D1", provider: 0, municipality: 0, month: "2026-01", date: "2026-02-03", clients: [0, 2],
        lines: [
          TestMessages.line("R1", on: 1001, hours, month: "2026-01", hours: 10, cents: 80_000),
          TestMessages.line("R2", on: 1003, hours, month: "2026-01", hours: 5, cents: 50_000, client: 1),
          TestMessages.line(
            "R3", on: 1004, TestRegion.cheapHours, month: "2026-01", hours: 3, cents: 12_000, client: 1),
        ]),
      TestMessages.declaration(
        "D2", provider: 1, municipality: 0, month: "2026-01", date: "2026-02-03", clients: [0], lines: [month]),
      TestMessages.declaration(
        "D3", provider: 0, municipality: 1, month: "2026-01", date: "2026-02-03", clients: [1],
        lines: [TestMessages.line("R4", on: 2001, hours, month: "2026-01", hours: 10, cents: 80_000)]),
    ]
    let march = [
      TestMessages.declaration(
        "D4", provider: 0, municipality: 1, month: "2026-02", date: "2026-03-03", clients: [1],
        lines: [TestMessages.line("R5", on: 2001, hours, month: "2026-02", hours: 10, cents: 80_000)],
        totalCents: 90_000),
      TestMessages.declaration(
        "D5", provider: 1, municipality: 0, month: "2026-02", date: "2026-03-03", clients: [0],
        lines: [TestMessages.credit(month, as: "R11")]),
      TestMessages.declaration(
        "D6", provider: 0, municipality: 0, month: "2026-02", date: "2026-03-03", clients: [0],
        lines: [
          TestMessages.line("R6-999900006", on: 1001, hours, month: "2026-02", hours: 3, cents: 24_000)
        ]),
    ]
    return Entries(
      february: try february.map { try take($0, into: ledger, asOf: "2026-02-05", region: region) },
      march: try march.map { try take($0, into: ledger, asOf: "2026-03-06", region: region) })
  }
}
