import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Testing

/// Allocation 1001 of client 0 for all of 2026, with ten hours in January (R1, € 800.00) and three in February (R2,
/// € 240.00), declared and granted on 3 March.
struct ShortenedLineTests {
  private let ledger: Ledger
  private var region = TestRegion.snapshot()

  init() throws {
    region.clientCeilings = []
    ledger = try Ledger()
    _ = try ledger.append(region, asOf: "2026-01-02")
    try allocate(decided: 5, until: "2026-12-31", asOf: "2026-01-06")
    try declare(Self.january, month: "2026-01", asOf: "2026-03-03")
    try declare(Self.february, month: "2026-02", asOf: "2026-03-03")
  }

  private static let january = TestMessages.line(
    "R1", on: 1001, TestRegion.hours, month: "2026-01", hours: 10, cents: 80_000)
  private static let february = TestMessages.line(
    "R2", on: 1001, TestRegion.hours, month: "2026-02", hours: 3, cents: 24_000)

  /// Takes in a version of the allocation that was decided on a day of January.
  @discardableResult
  private func allocate(
    decided day: Int, from begin: CalendarDate = "2026-01-01", until end: CalendarDate?, asOf: String,
    by municipality: MunicipalityCode = TestRegion.municipalities[0], reason: ChangeReason? = nil
  ) throws -> Message {
    guard
      case .allocation(var message) = TestMessages.allocation(
        1001, provider: 0, municipality: 0, client: 0, TestRegion.hours)
    else { preconditionFailure("no allocation") }
    message.header.municipality = municipality
    message.header.identification = ExactText("T\(day)")
    message.header.date = CalendarMonth(year: 2026, month: 1).first.adding(days: day - 1)
    message.products[0].decidedAt = DecisionMoment(date: message.header.date, millisecondOfDay: 0)
    message.products[0].validity = OpenPeriod(begin, end)
    message.products[0].changeReason = reason
    let number = try TestLedger.take(.allocation(message), into: ledger, asOf: asOf, region: region)
    let payload = try ledger.payload(of: number)
    #expect(payload.outcome == .inForce && payload.codes == [])
    return .allocation(message)
  }

  private func declare(_ line: DeliveryLine, month: String, asOf: String) throws {
    let message = TestMessages.declaration(
      ExactText("D\(line.reference.string)"), provider: 0, municipality: 0, month: month, date: asOf, clients: [0],
      lines: [line])
    let number = try TestLedger.take(message, into: ledger, asOf: asOf, region: region)
    #expect(try ledger.payload(of: number).lines == [])
  }

  /// Refuses an allocation message on behalf of the provider.
  private func refuse(_ allocation: Message, asOf: String) throws {
    var header = allocation.header
    header.kind = .allocationReturn
    let message = Message.returned(
      ReturnMessage(
        header: header, returnIdentification: ExactText("R-\(header.identification.string)"),
        returnDate: TestRegion.day(asOf), returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"),
        codes: [ReturnCode(rawValue: "9332")], content: nil))
    try TestLedger.take(message, into: ledger, asOf: asOf, region: region)
  }

  /// The references, amounts and days, in order.
  private func shortened(under region: RegionSnapshot? = nil) throws -> [String] {
    try ledger.shortenedLines(under: region ?? self.region).map {
      "\($0.reference.string) \($0.amount.cents) \($0.since)"
    }
  }

  @Test func `nothing is shortened, whatever else changes`() throws {
    #expect(try shortened() == [])
    try allocate(decided: 6, until: nil, asOf: "2026-03-10")
    try allocate(decided: 7, until: "2026-02-28", asOf: "2026-03-10")
    #expect(try shortened() == [])
  }

  @Test(
    arguments: [
      ("2026-02-27", ["R2 24000 2026-04-10"]), ("2026-01-31", ["R2 24000 2026-04-10"]),
      ("2026-01-30", ["R1 80000 2026-04-10", "R2 24000 2026-04-10"]),
    ] as [(CalendarDate, [String])])
  func `a line of which one day is not covered is to be credited as a whole`(
    end: CalendarDate, expected: [String]
  ) throws {
    try allocate(decided: 6, until: end, asOf: "2026-04-10")
    #expect(try shortened() == expected)
    let line = try #require(try ledger.shortenedLines(under: region).last)
    #expect(line.allocation == AllocationNumber(1001) && line.product == TestRegion.hours)
    #expect(line.municipality == TestRegion.municipalities[0] && line.provider == TestRegion.providers[0])
    #expect(line.declarationNumber == ExactText("D" + line.reference.string) && line.domain == .jw)
  }

  @Test func `it counts from the first day on which it was no longer covered, without a break`() throws {
    try allocate(decided: 6, until: "2026-01-31", asOf: "2026-04-10")
    try allocate(decided: 7, until: "2026-02-15", asOf: "2026-04-20")
    #expect(try shortened() == ["R2 24000 2026-04-10"])
    try allocate(decided: 8, until: "2026-02-28", asOf: "2026-04-25")
    #expect(try shortened() == [])
    try allocate(decided: 9, until: "2026-02-27", asOf: "2026-05-01")
    #expect(try shortened() == ["R2 24000 2026-05-01"])
  }

  @Test func `an earlier decision that comes in later shortens nothing`() throws {
    try allocate(decided: 4, until: "2026-01-31", asOf: "2026-04-10")
    #expect(try shortened() == [])
  }

  @Test func `a credited line is done, and an open one stays`() throws {
    try allocate(decided: 6, until: "2026-01-30", asOf: "2026-04-10")
    try declare(TestMessages.credit(Self.january, as: "C1"), month: "2026-03", asOf: "2026-04-11")
    #expect(try shortened() == ["R2 24000 2026-04-10"])
  }

  @Test func `a version that the provider returned does not count, and without any nothing is covered`() throws {
    let short = try allocate(decided: 6, until: "2026-01-31", asOf: "2026-04-10")
    try refuse(short, asOf: "2026-04-12")
    #expect(try shortened() == [])
    let first = try allocate(decided: 7, until: "2026-01-31", asOf: "2026-04-20")
    #expect(try shortened() == ["R2 24000 2026-04-20"])
    try refuse(first, asOf: "2026-04-21")
    #expect(try shortened() == [])
  }

  @Test func `the only version, returned`() throws {
    let first = TestMessages.allocation(1001, provider: 0, municipality: 0, client: 0, TestRegion.hours)
    try refuse(
      with(first) { if case .allocation(var m) = $0 { m.header.identification = "T5"; $0 = .allocation(m) } },
      asOf: "2026-05-01")
    #expect(try shortened() == ["R1 80000 2026-05-01", "R2 24000 2026-05-01"])
  }

  @Test func `what a successor makes anew is current from its first day on`() throws {
    var merged = region
    merged.municipalities[0].validUntil = "2026-03-31"
    merged.municipalities[0].successor = TestRegion.municipalities[1]
    let successor = TestRegion.municipalities[1]
    // What begins later leaves the lines before it alone.
    try allocate(decided: 6, from: "2026-03-01", until: "2026-12-31", asOf: "2026-04-09", by: successor)
    #expect(try shortened(under: merged) == [])
    try refuse(
      allocate(decided: 7, from: "2026-03-01", until: "2026-12-31", asOf: "2026-04-09", by: successor),
      asOf: "2026-04-09")
    #expect(try shortened(under: merged) == [])
  }

  @Test func `a successor may end what its predecessor granted in the past`() throws {
    var merged = region
    merged.municipalities[0].validUntil = "2026-03-31"
    merged.municipalities[0].successor = TestRegion.municipalities[1]
    try allocate(decided: 6, until: "2026-01-31", asOf: "2026-04-10", by: TestRegion.municipalities[1])
    #expect(try shortened() == [])
    #expect(try shortened(under: merged) == ["R2 24000 2026-04-10"])
  }
}
