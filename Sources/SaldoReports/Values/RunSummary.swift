public import SaldoDomain
public import SaldoStore

/// What a run came to, in one object: `summary.json` (samenvatting). All amounts are in euro cents.
public struct RunSummary: Hashable, Sendable, Codable {
  /// The number of messages.
  public var messages: Int
  /// The number of lines of declarations, refused ones included.
  public var lines: Int
  /// The number of accepted lines.
  public var accepted: Int
  /// The number of rejected lines; lines of refused declarations count as rejected.
  public var rejected: Int
  /// The number of held lines; this version holds none.
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
  /// What the run was made from and led to.
  public var digests: Digests

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
  /// What the messages with these journal numbers came to.
  ///
  /// - Throws: `LedgerError` when the ledger cannot be read.
  public init(ledger: Ledger, entries: [JournalNumber], digests: Digests) throws {
    let figures = try ledger.figures(ofMessages: entries)
    self.init(
      messages: figures.messages, lines: figures.lines, accepted: figures.approvedLines,
      rejected: figures.lines - figures.approvedLines, held: 0, declaredCents: figures.declared.cents,
      acceptedCents: figures.careCosts.cents, payableCents: -figures.payables.cents,
      returnCodes: Dictionary(uniqueKeysWithValues: figures.codes.map { ($0.code.rawValue, $0.count) }),
      notInForce: Dictionary(grouping: figures.refused, by: \.kind.rawValue).mapValues { rows in
        Dictionary(uniqueKeysWithValues: rows.map { ($0.code?.rawValue ?? "", $0.messages) })
      },
      digests: digests)
  }

  /// The summary as JSON.
  public func json() throws -> [UInt8] { try JSONWriter.bytes(of: self) }
}
