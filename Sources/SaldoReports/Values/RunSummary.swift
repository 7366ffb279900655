public import SaldoDomain
public import SaldoLedger
public import SaldoStore

/// What a run came to, in one object: `summary.json` (samenvatting). All amounts are in euro cents.
public struct RunSummary: Hashable, Sendable, Codable {
  /// The number of messages: what came in, what was decided after a hold, and what waits.
  public var messages: Int
  /// The number of lines of declarations, refused ones and those that wait included.
  public var lines: Int
  /// The number of accepted lines.
  public var accepted: Int
  /// The number of rejected lines; lines of refused declarations count as rejected.
  public var rejected: Int
  /// The number of lines of declarations that wait, received in this run or in an earlier one.
  public var held: Int
  /// Declared, in euro cents.
  public var declaredCents: Int64
  /// Care costs booked, in euro cents.
  public var acceptedCents: Int64
  /// Owed to providers, in euro cents.
  public var payableCents: Int64
  /// How often each return code was given, at whatever class of a message.
  public var returnCodes: [String: Int]
  /// The messages other than declarations that are not in force or have a remark: per kind of message, how many carry each code.
  public var notInForce: [String: [String: Int]]
  /// What fell due by date and was booked on the day of the run; absent when nothing did.
  public var days: [Day]?
  /// The lines that their allocation no longer covers, on the day of the run; absent when there are none.
  public var shortened: Shortened?
  /// What the run was made from and led to.
  public var digests: Digests

  /// A booking of a day.
  public struct Day: Hashable, Sendable, Codable {
    /// The day on which it fell due.
    public var due: CalendarDate
    /// What it is.
    public var kind: DayBooking.Kind
    /// The legal domain.
    public var domain: Domain
    /// The municipality.
    public var municipality: MunicipalityCode
    /// The provider.
    public var provider: ProviderCode
    /// The key of the agreement.
    public var agreement: String
    /// 0 for the first time, more for a correction.
    public var correction: Int
    /// What became payable, in euro cents; negative when the provider owes it.
    public var payableCents: Int64

    init(_ booking: DayBooking) {
      let key = booking.key
      (due, kind, domain, municipality) = (key.due, key.kind, key.domain, key.municipality)
      (provider, agreement, correction) = (key.provider, key.agreement, booking.correction)
      payableCents = booking.amount.cents
    }
  }

  /// Lines that are to be credited.
  public struct Shortened: Hashable, Sendable, Codable {
    /// Their number.
    public var lines: Int
    /// What is to be credited, in euro cents.
    public var toCreditCents: Int64
  }

  /// SHA-256 digests, in hexadecimal digits.
  public struct Digests: Hashable, Sendable, Codable {
    /// Of the input.
    public var inputs: String
    /// Of the contracts.
    public var region: String
    /// Of the rules.
    public var rules: String
    /// The hash of the last journal entry.
    public var ledger: String

    /// The digests of a run.
    public init(inputs: String, region: String, rules: String, ledger: String) {
      self.inputs = inputs
      self.region = region
      self.rules = rules
      self.ledger = ledger
    }
  }
}

extension RunSummary {
  /// What the messages and days with these journal numbers came to.
  ///
  /// - Parameter shortened: The lines that their allocation no longer covers.
  /// - Throws: `LedgerError` when the ledger cannot be read.
  public init(
    ledger: Ledger, entries: [JournalNumber], days: [DayEntry] = [], shortened: [ShortenedLine] = [], digests: Digests
  ) throws {
    let figures = try ledger.figures(ofMessages: entries)
    let bookings = days.flatMap(\.payload.bookings)
    self.init(
      messages: figures.messages, lines: figures.lines, accepted: figures.approvedLines,
      rejected: figures.lines - figures.approvedLines - figures.heldLines, held: figures.heldLines,
      declaredCents: figures.declared.cents,
      acceptedCents: figures.careCosts.cents,
      payableCents: -figures.payables.cents + bookings.reduce(0) { $0 + $1.amount.cents },
      returnCodes: Dictionary(uniqueKeysWithValues: figures.codes.map { ($0.code.rawValue, $0.count) }),
      notInForce: Dictionary(grouping: figures.refused, by: \.kind.rawValue).mapValues { rows in
        Dictionary(uniqueKeysWithValues: rows.map { ($0.code?.rawValue ?? "", $0.messages) })
      },
      days: bookings.isEmpty ? nil : bookings.map(Day.init),
      shortened: shortened.isEmpty
        ? nil
        : Shortened(lines: shortened.count, toCreditCents: shortened.reduce(0) { $0 + $1.amount.cents }),
      digests: digests)
  }

  /// The summary as JSON.
  public func json() throws -> [UInt8] { try CanonicalJSON.encode(self, .lines) }
}
