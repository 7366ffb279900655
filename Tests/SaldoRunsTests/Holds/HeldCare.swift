import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoStore
import SaldoTestSupport

/// Runs over two arrangements of € 8,000.00 in halves, of which the second half waits up to five working days for an
/// outcome: 1001 up to June 2025, and 1002 from July.
final class HeldCare {
  var run: CourseRun
  private var random: SeededGenerator

  init(seed: UInt64 = 1) throws {
    run = try CourseRun(region: Self.region)
    random = SeededGenerator(seed: seed)
  }

  deinit { run.remove() }

  var ledger: Ledger { run.ledger }

  static let key = ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(1001))

  static var region: RegionSnapshot {
    var agreement = Agreement(key: "arr", name: "Arrangementen", model: .arrangement, tariffDate: .start)
    agreement.instalments = Agreement.Instalment.halves
    return RegionSnapshot(
      name: "Voorbeeldregio", settings: RegionSettings(),
      municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")],
      providers: [Provider(code: Sample.provider, name: "Voorbeeldzorg")], agreements: [agreement],
      prices: [
        .sample(
          unit: .euro, price: 800_000, basis: .total, validity: OpenPeriod("2025-01-01", "2025-12-31"),
          agreement: "arr")
      ], clientCeilings: [])
  }

  /// 1001 from 13 January up to 30 June 2025, and 1002 from then up to the end of the year, of € 8,000.00 each.
  static let allocation = Message.allocated("T1", [product(1001), product(1002)])

  static func product(_ number: UInt32, cents: Int64 = 800_000) -> AllocatedProduct {
    .sample(
      number: number,
      validity: number == 1001 ? OpenPeriod("2025-01-13", "2025-06-30") : OpenPeriod("2025-07-01", "2025-12-31"),
      volume: AllocatedVolume(volume: cents, unit: .euro, frequency: .total))
  }

  /// What a line claims on an arrangement over a month of 2025.
  static func line(
    _ reference: ExactText, _ cents: Int64 = 400_000, month: Int, on allocation: UInt32 = 1001
  ) -> DeliveryLine {
    let whole = CalendarMonth(year: 2025, month: month).period
    return .sample(
      reference: reference, allocation: allocation, period: Period(max(whole.begin, "2025-01-13"), whole.end),
      volume: cents, unit: .euro, tariff: nil, amount: .debit(cents))
  }

  /// A declaration over a month of 2025 that is called after its first line, unless it has other numbers.
  static func declared(
    _ lines: [DeliveryLine], over month: Int, identification: ExactText? = nil, number: ExactText? = nil
  ) -> Message {
    let month = CalendarMonth(year: 2025, month: month)
    let date = month.last.adding(days: 1)
    return .declaration(
      .sample(
        identification: identification ?? lines[0].reference, messageDate: date, number: number ?? lines[0].reference,
        period: month.period, date: date, lines: lines))
  }

  /// The claim of the first half in January.
  static let start = declared([line("A", month: 1)], over: 1)
  /// The claim of the second half in May, which waits.
  static let result = declared([line("B", month: 5)], over: 5)

  /// Records that the goals of an arrangement were met.
  func recordOutcome(on date: CalendarDate = "2025-05-20", of allocation: UInt32 = 1001) {
    run.region.arrangements.outcomes.append(
      ArrangementOutcome(
        arrangement: ArrangementKey(municipality: Sample.municipality, allocation: AllocationNumber(allocation)),
        product: Sample.product, date: date, result: .achieved, assessedBy: "cliënt en gemeente"))
  }

  /// Settles messages, or nothing, and gives what the run did.
  @discardableResult
  func settle(_ messages: [Message] = [], asOf: CalendarDate) throws -> SettleResult {
    try run.settle(messages, asOf: asOf, &random)
  }

  /// The allocation, the claim of the first half and that of the second, taken in on Friday 27 June 2025. The last hold
  /// day is Friday 4 July.
  static func waiting(seed: UInt64 = 1) throws -> HeldCare {
    let care = try HeldCare(seed: seed)
    try care.settle([allocation, start, result], asOf: "2025-06-27")
    return care
  }

  /// The journal number of a message.
  func number(of message: Message) throws -> JournalNumber? {
    try ledger.message(withBytes: Ledger.digest(of: CourseRun.bytes(of: message)))
  }

  /// What was decided on a message up to now.
  func decision(on message: Message) throws -> MessagePayload {
    guard let number = try number(of: message), let entry = try ledger.decidingEntry(of: number) else {
      throw LedgerError.damaged(entry: 0)
    }
    return try MessagePayload(entry)
  }

  /// The rules of the findings on a message.
  func rules(on message: Message) throws -> [RuleCode] { try decision(on: message).findings.map(\.rule) }

  /// The codes of the rejected lines of a message, in their order.
  func codes(on message: Message) throws -> [[String]] {
    try decision(on: message).lines.map { $0.codes.map(\.rawValue) }
  }

  /// The answer to a declaration; nil when there is none.
  func answer(to message: Message) throws -> DeclarationAnswer? {
    let start = Ledger.digest(of: CourseRun.bytes(of: message)).hex.prefix(12)
    guard let file = try run.answers().first(where: { $0.key.hasSuffix("-\(start).xml") }),
      case .declarationAnswer(let answer)? = CourseRun.read(file.value)
    else { return nil }
    return answer
  }

  /// What does not fit in the ledger, and what a replay finds; nothing in a sound one.
  func faults() throws -> [String] {
    try ledger.verify().faults.map { "\($0)" } + ReplayRun(of: ledger).replay().differences.map { "\($0)" }
  }
}
