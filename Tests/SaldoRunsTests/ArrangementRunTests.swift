import SaldoDomain
import SaldoMessages
import SaldoRuns
import SaldoSettlement
import SaldoStore
import SaldoTestSupport
import Testing

/// Arrangements in a ledger: what earlier lines claimed is found again.
struct ArrangementRunTests {
  private static let key = ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(1001))

  /// € 8,000.00 in halves; what replaces an arrangement sets off what that was paid.
  private static var region: RegionSnapshot {
    var agreement = Agreement(key: "arr", name: "Arrangementen", model: .arrangement, tariffDate: .start)
    agreement.instalments = Agreement.Instalment.halves
    agreement.onReplacement = .setOff
    var region = RegionSnapshot(
      name: "Voorbeeldregio", settings: RegionSettings(),
      municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")],
      providers: [Provider(code: Sample.provider, name: "Voorbeeldzorg")], agreements: [agreement],
      prices: [
        .sample(unit: .euro, price: 800_000, basis: .total, validity: OpenPeriod("2025-01-01"), agreement: "arr")
      ], clientCeilings: [])
    region.arrangements.replacements = [
      ArrangementReplacement(arrangement: key, replacedBy: AllocationNumber(1002), from: "2025-04-01", reason: .new)
    ]
    return region
  }

  private static func outcome(on date: CalendarDate = "2025-05-20") -> ArrangementOutcome {
    ArrangementOutcome(
      arrangement: key, product: Sample.product, date: date, result: .achieved, assessedBy: "cliënt en gemeente")
  }

  private static let allocation = Message.allocated(
    "T1",
    [
      .sample(volume: AllocatedVolume(volume: 800_000, unit: .euro, frequency: .total)),
      .sample(
        number: 1002, validity: OpenPeriod("2025-07-01", "2025-12-31"),
        volume: AllocatedVolume(volume: 800_000, unit: .euro, frequency: .total)),
    ])

  private static func line(
    _ reference: ExactText, _ cents: Int64, month: Int, on allocation: UInt32 = 1001
  ) -> DeliveryLine {
    let whole = CalendarMonth(year: 2025, month: month).period
    return .sample(
      reference: reference, allocation: allocation, period: Period(max(whole.begin, "2025-01-13"), whole.end),
      volume: cents, unit: .euro, tariff: nil, amount: .debit(cents))
  }

  /// A declaration over the month of its line, or over a later one.
  private static func declared(_ line: DeliveryLine, over month: CalendarMonth? = nil) -> Message {
    let month = month ?? line.period.begin.month
    let date = month.last.adding(days: 1)
    return .declaration(
      .sample(
        identification: line.reference, messageDate: date, number: line.reference,
        period: month.period, date: date, lines: [line]))
  }

  /// A ledger that takes one message after the other.
  private struct Books {
    let ledger: Ledger
    var region = ArrangementRunTests.region

    init() throws {
      ledger = try Ledger()
      try ledger.append(region, asOf: "2025-01-02")
      _ = try take(ArrangementRunTests.allocation)
    }

    /// The codes and rules of a message, and what was known for it.
    @discardableResult
    func take(_ message: Message) throws -> (codes: [String], rules: [RuleCode], known: WorkingSet) {
      if try !ledger.holds(region) { try ledger.append(region, asOf: "2025-12-31") }
      let entry = try ledger.nextNumber()
      let known = try ledger.workingSet(for: WorkingSetKeys(of: message), region: region)
      let booking = Settlement(asOf: "2025-12-31", region: RegionContracts(region)).settle(
        message, as: entry, known: known)
      _ = try ledger.append(
        booking, as: entry, asOf: "2025-12-31", raw: PackedBytes(MessageWriter().encode(message)),
        answer: booking.answer.map { MessageWriter().encode($0) })
      let findings = booking.decision.findings
      return (findings.compactMap(\.returnCode?.rawValue), findings.map(\.rule), known)
    }
  }

  @Test func `what was claimed and what was given up is found in the ledger`() throws {
    var books = try Books()
    let start = Self.line("A", 399_999, month: 1)
    #expect(try books.take(Self.declared(start)).rules == ["arrangement-below"])
    books.region.arrangements.outcomes = [Self.outcome()]
    // The cent that was given up is not due a month later, nor with the result.
    let second = try books.take(Self.declared(Self.line("B", 1, month: 2)))
    #expect(second.codes == ["9321"])
    #expect(
      second.known.arrangementClaims == [
        ClientAllocation(AllocationNumber(1001), of: Sample.bsn): [
          ArrangementClaim(
            id: LineID(message: 3, position: 0), product: Sample.product, periodEnd: "2025-01-31",
            amount: Euros(cents: 399_999), forgone: Euros(cents: 1))
        ]
      ])
    #expect(try books.take(Self.declared(Self.line("C", 400_001, month: 5))).rules == ["arrangement-total"])
    #expect(try books.take(Self.declared(Self.line("D", 400_000, month: 5))).rules == [])
    // Credited, it is due again.
    let may = CalendarMonth(year: 2025, month: 5)
    #expect(try books.take(Self.declared(start.credited(as: "E"), over: may)).codes == [])
    let again = try books.take(Self.declared(Self.line("F", 400_000, month: 1), over: may))
    #expect(again.rules == [] && again.known.arrangementClaims.values.map(\.count) == [1])
    #expect(try ReplayRun(of: books.ledger).replay().differences == [])
  }

  @Test func `what a replaced arrangement was paid is found in the ledger`() throws {
    let books = try Books()
    _ = try books.take(Self.declared(Self.line("A", 150_000, month: 1)))
    // € 4,000.00 less the € 1,500.00 that the first one was paid.
    #expect(try books.take(Self.declared(Self.line("B", 250_001, month: 7, on: 1002))).rules == ["arrangement"])
    #expect(try books.take(Self.declared(Self.line("C", 250_000, month: 7, on: 1002))).rules == [])
  }

  @Test func `a region without arrangements looks for no claims`() throws {
    var books = try Books()
    books.region.agreements[0].model = .fixedPrice
    _ = try books.take(Self.declared(Self.line("A", 400_000, month: 1)))
    #expect(try books.take(Self.declared(Self.line("B", 400_000, month: 2))).known.arrangementClaims.isEmpty)
  }
}
