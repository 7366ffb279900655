import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Testing

/// Amsterdam went up in Zaandam on 1 February 2026, and Zaandam and Diemen in Rotterdam on 1 March (invented).
struct MergerTests {
  private static let (first, last) = (TestRegion.municipalities[0], TestRegion.municipalities[1])
  private static let (middle, other) = (MunicipalityCode("0479")!, MunicipalityCode("0384")!)
  private let ledger: Ledger
  private var region: RegionSnapshot

  init() throws {
    region = TestRegion.snapshot()
    region.municipalities = [
      Municipality(code: Self.other, name: "Diemen", validUntil: "2026-02-28", successor: Self.last),
      Municipality(code: Self.first, name: "Amsterdam", validUntil: "2026-01-31", successor: Self.middle),
      Municipality(code: Self.middle, name: "Zaandam", validUntil: "2026-02-28", successor: Self.last),
      Municipality(code: Self.last, name: "Rotterdam", validFrom: "2026-03-01"),
    ]
    region.clientCeilings = []
    ledger = try Ledger()
    _ = try ledger.append(region, asOf: "2026-01-02")
  }

  /// An allocation of twelve hours in total, from 1 January on (of the successor: from 1 March on).
  private func allocate(
    _ number: UInt32 = 1001, by municipality: MunicipalityCode, to client: Int = 0,
    _ product: Product = TestRegion.hours
  ) throws {
    guard
      case .allocation(var message) = TestMessages.allocation(
        number, provider: 0, municipality: 0, client: client, product)
    else { return }
    message.header.municipality = municipality
    message.header.identification = ExactText("T\(municipality)\(number)")
    message.products[0].volume = AllocatedVolume(volume: 12, unit: .hour, frequency: .total)
    if municipality == Self.last { message.products[0].validity = OpenPeriod("2026-03-01", "2026-12-31") }
    #expect(try payload(of: .allocation(message)).outcome == .inForce)
  }

  private func payload(of message: Message, asOf: String = "2026-12-31") throws -> MessagePayload {
    try ledger.payload(of: TestLedger.take(message, into: ledger, asOf: asOf, region: region))
  }

  private struct Care {
    var client = 0
    var number: UInt32 = 1001
    var hours: Int64
  }

  /// Declares hours of a month to a municipality on a day; the codes of clients and lines, in order.
  private func declare(
    _ care: [Care], of month: String, to municipality: MunicipalityCode, on date: String
  ) throws -> [String] {
    let number = ExactText("D\(try ledger.nextNumber())")
    let clients = care.map(\.client)
    let lines = care.enumerated().map { position, care in
      TestMessages.line(
        ExactText("\(number.string)-\(position)"), on: care.number, TestRegion.hours, month: month, hours: care.hours,
        cents: care.hours * 8000, client: position)
    }
    guard
      case .declaration(var message) = TestMessages.declaration(
        number, provider: 0, municipality: 0, month: month, date: date, clients: clients, lines: lines)
    else { return [] }
    message.header.municipality = municipality
    let payload = try payload(of: .declaration(message))
    return (payload.clients + payload.lines).flatMap(\.codes).map(\.rawValue) + payload.codes.map(\.rawValue)
  }

  @Test func `the successor pays on an allocation of its predecessors, over two mergers, from its date on`() throws {
    try allocate(by: Self.first)
    #expect(try declare([Care(hours: 1)], of: "2026-01", to: Self.middle, on: "2026-02-03") == [])
    #expect(try declare([Care(hours: 1)], of: "2026-02", to: Self.last, on: "2026-03-03") == [])
    // Whom it is not for, and before the merger.
    #expect(try declare([Care(client: 1, hours: 1)], of: "2026-02", to: Self.last, on: "2026-03-03") != [])
    #expect(try declare([Care(hours: 1)], of: "2026-02", to: Self.last, on: "2026-02-28") != [])
    #expect(try declare([Care(hours: 1)], of: "2026-02", to: Self.other, on: "2026-03-03") != [])
  }

  @Test(arguments: [first, middle])
  func `lines to all of them use the allocation`(municipality: MunicipalityCode) throws {
    try allocate(by: Self.first)
    #expect(try declare([Care(hours: 8)], of: "2026-01", to: municipality, on: "2026-02-03") == [])
    // Four hours are left.
    #expect(try declare([Care(hours: 5)], of: "2026-03", to: Self.last, on: "2026-04-02") == ["9322"])
    #expect(try declare([Care(hours: 4)], of: "2026-03", to: Self.last, on: "2026-04-02") == [])
    #expect(try declare([Care(hours: 1)], of: "2026-02", to: Self.first, on: "2026-04-03") == ["9322"])
    #expect(try ledger.verify().faults == [])
  }

  @Test func `the same month is not paid twice`() throws {
    try allocate(by: Self.first)
    #expect(try declare([Care(hours: 1)], of: "2026-01", to: Self.first, on: "2026-02-03") == [])
    #expect(try declare([Care(hours: 1)], of: "2026-01", to: Self.last, on: "2026-03-03") == ["9389"])
  }

  @Test func `of one number at two predecessors and the successor the client decides`() throws {
    try allocate(by: Self.first, to: 0)
    try allocate(by: Self.other, to: 1)
    try allocate(by: Self.last, to: 2)
    let all = (0...2).map { Care(client: $0, hours: 12) }
    #expect(try declare(all, of: "2026-03", to: Self.last, on: "2026-04-02") == [])
    for client in 0...2 {
      #expect(
        try declare([Care(client: client, hours: 1)], of: "2026-04", to: Self.last, on: "2026-05-02") == ["9322"])
    }
  }

  @Test func `an allocation that the successor makes anew goes on where the old one was`() throws {
    try allocate(by: Self.first)
    #expect(try declare([Care(hours: 8)], of: "2026-01", to: Self.first, on: "2026-02-03") == [])
    try allocate(by: Self.last)
    #expect(try declare([Care(hours: 5)], of: "2026-03", to: Self.last, on: "2026-04-02") == ["9322"])
    #expect(try declare([Care(hours: 4)], of: "2026-03", to: Self.last, on: "2026-04-02") == [])
  }

  /// The successor, one or two of its predecessors, or both, in the order in which the ledger meets them.
  @Test(arguments: [[first, last], [last, first], [first, other], [other, first, last], [other]])
  func `care on an allocation that several municipalities made counts once for a ceiling`(
    makers: [MunicipalityCode]
  ) throws {
    for maker in makers { try allocate(by: maker) }
    #expect(try declare([Care(hours: 4)], of: "2026-03", to: Self.last, on: "2026-04-02") == [])
    let bounded = with(region) {
      $0.clientCeilings = [
        ClientCeiling(
          municipality: Self.last, bsn: TestRegion.clients[0], period: Period(begin: "2026-01-01", end: "2026-12-31"),
          ceiling: Euros(cents: 100_000), setter: .municipality)
      ]
    }
    let message = TestMessages.declaration(
      "N1", provider: 0, municipality: 1, month: "2026-04", date: "2026-05-02", clients: [0],
      lines: [TestMessages.line("N1", on: 1001, TestRegion.hours, month: "2026-04", hours: 1, cents: 8000)])
    let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: bounded)
    #expect(known.ceilings.map(\.used.cents) == [32_000])
  }

  @Test func `another product under the old number is another allocation`() throws {
    try allocate(by: Self.first, TestRegion.cheapHours)
    try allocate(by: Self.last)
    guard
      case .declaration(var message) = TestMessages.declaration(
        "C1", provider: 0, municipality: 0, month: "2026-01", date: "2026-02-03", clients: [0],
        lines: [TestMessages.line("C1", on: 1001, TestRegion.cheapHours, month: "2026-01", hours: 12, cents: 48_000)])
    else { return }
    message.header.municipality = Self.first
    #expect(try payload(of: .declaration(message)).lines == [])
    #expect(try declare([Care(hours: 12)], of: "2026-03", to: Self.last, on: "2026-04-02") == [])
    #expect(try declare([Care(hours: 1)], of: "2026-04", to: Self.last, on: "2026-05-02") == ["9322"])
  }

  @Test func `starts that a predecessor was told count for the successor`() throws {
    try allocate(by: Self.first)
    func start(at municipality: MunicipalityCode, on date: CalendarDate) throws -> MessagePayload {
      guard case .start(var message) = TestMessages.start(on: 1001, provider: 0, municipality: 0, client: 0) else {
        preconditionFailure("no start")
      }
      message.header.municipality = municipality
      message.header.date = date
      message.header.identification = ExactText("S\(municipality)")
      return try payload(of: .start(message))
    }
    #expect(try start(at: Self.first, on: "2026-01-12").outcome == .inForce)
    let again = try start(at: Self.last, on: "2026-03-02")
    #expect(again.outcome == .notInForce)
    #expect(again.codes.map(\.rawValue) == ["9074", "9326"])
  }

  @Test func `another provider's lines at a predecessor are lines elsewhere`() throws {
    try allocate(by: Self.first)
    #expect(try declare([Care(hours: 1)], of: "2026-02", to: Self.first, on: "2026-03-03") == [])
    guard
      case .declaration(var message) = TestMessages.declaration(
        "N1", provider: 1, municipality: 1, month: "2026-02", date: "2026-03-03", clients: [0],
        lines: [TestMessages.line("N1", on: 5, TestRegion.hours, month: "2026-02", hours: 1, cents: 8000)])
    else { return }
    let arrangements = with(region) { $0.agreements[0].model = .arrangement }
    func count() throws -> Int? {
      let keys = WorkingSetKeys(of: .declaration(message))
      return try ledger.workingSet(for: keys, region: arrangements).linesElsewhere[TestRegion.clients[0]]?.count
    }
    #expect(try count() == 1)
    message.header.date = "2026-01-31"
    #expect(try count() == nil)
  }

  @Test func `what the region keeps of an allocation stays under the municipality that granted it`() throws {
    try allocate(by: Self.first)
    let keys = WorkingSetKeys(
      of: TestMessages.declaration(
        "N1", provider: 0, municipality: 1, month: "2026-03", date: "2026-04-02", clients: [0],
        lines: [TestMessages.line("N1", on: 1001, TestRegion.hours, month: "2026-03", hours: 1, cents: 8000)]))
    let known = try ledger.workingSet(for: keys, region: region)
    #expect(known.allocations == [:])
    #expect(known.inherited.values.map(\.predecessor) == [Self.first])
    #expect(try ledger.workingSet(for: keys, region: nil).inherited == [:])
  }
}
