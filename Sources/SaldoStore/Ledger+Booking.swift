import Foundation
import GRDB
public import SaldoDomain
import SaldoLedger
public import SaldoSettlement

extension Ledger {
  /// Takes in a settled message: its entry, its rows in the register and its postings, in one transaction.
  ///
  /// - Parameters:
  ///   - booking: What settling the message came to, under the number that ``nextNumber()`` gave.
  ///   - raw: The bytes of the message.
  ///   - answer: The bytes of the answer; nil when there is none.
  ///   - prepared: What ``prepare(_:answer:)`` made of this booking under this number, and of this answer; nil when all is
  ///     made now.
  ///
  /// A declaration that waits is taken in as well: from then on its numbers, keys and volumes are in use, and nothing is
  /// posted before its decision (``append(_:deciding:as:asOf:answer:)``).
  /// - Throws: ``LedgerError/changedMeanwhile(path:)`` when another run wrote an entry since.
  public func append(
    _ booking: Booking, as number: JournalNumber, asOf: CalendarDate, raw: PackedBytes,
    answer: [UInt8]?, prepared: PreparedBooking? = nil
  ) throws -> StoredEntry {
    return try write { database in
      try self.expect(number, in: database)
      guard try Self.message(withBytes: raw.digest, in: database) == nil else {
        throw LedgerError.changedMeanwhile(path: self.path)
      }
      let parties = try self.makeParties(of: booking.message, prepared?.clients, in: database)
      let prepared = prepared ?? PreparedBooking(booking, clients: parties.clients)
      let accounts = try prepared.rows.accounts.map { try self.ids.makeAccount($0, in: database) }
      let payload =
        try prepared.payload
        ?? self.payloads.encode(
          MessagePayload(booking, postings: prepared.summary, answerDigest: answer.map { Sealing.digest($0) }))
      let stored = try self.append(
        .message, asOf: asOf, raw: raw, year: booking.message.retentionYear, payload: payload, in: database)
      try self.noteCeilings(in: booking.decision.findings, of: number, in: database)
      try self.registerMessage(of: booking, as: number, rawDigest: raw.digest, parties: parties, in: database)
      try self.register(booking, as: number, parties: parties, in: database)
      try prepared.rows.insertPairs(under: accounts, in: database)
      try PostingRows.insert(prepared.sums, of: number, under: accounts, in: database)
      return stored
    }
  }

  /// Takes in what was decided on a declaration that had waited: an entry of its own, while lines and postings keep the
  /// ids of the declaration. In one transaction.
  ///
  /// - Parameters:
  ///   - booking: What settling the declaration came to, under its own number.
  ///   - message: That number.
  ///   - number: The number that ``nextNumber()`` gave.
  ///   - answer: The bytes of the answer.
  /// - Precondition: the booking is not of a declaration that waits still.
  /// - Throws: ``LedgerError/changedMeanwhile(path:)`` when another run wrote an entry since, or decided it.
  @discardableResult
  public func append(
    _ booking: Booking, deciding message: JournalNumber, as number: JournalNumber, asOf: CalendarDate, answer: [UInt8]?
  ) throws -> StoredEntry {
    guard case .judged = booking.decision else { preconditionFailure("a decision is no hold") }
    let raw = Array("\(message)".utf8)
    return try write { database in
      try self.expect(number, in: database)
      guard try Self.waiting(in: database).contains(message) else {
        throw LedgerError.changedMeanwhile(path: self.path)
      }
      let parties = try self.makeParties(of: booking.message, nil, in: database)
      let prepared = PreparedBooking(booking, clients: parties.clients)
      let accounts = try prepared.rows.accounts.map { try self.ids.makeAccount($0, in: database) }
      let payload = MessagePayload(
        booking, decides: message, postings: prepared.summary, answerDigest: answer.map { Sealing.digest($0) })
      let stored = try self.append(
        .decision, asOf: asOf, raw: PackedBytes(raw), year: asOf.year,
        payload: try CanonicalJSON.encode(payload), in: database)
      try self.noteCeilings(in: booking.decision.findings, of: number, in: database)
      try database.executeCached(
        sql: "UPDATE hold SET decision = ? WHERE message = ?",
        arguments: [
          number, message,
        ])
      try database.executeCached(
        sql: "UPDATE message SET isProcessed = ? WHERE entry = ?",
        arguments: [
          booking.isProcessed, message,
        ])
      try database.executeCached(
        sql: "DELETE FROM line WHERE id >= ? AND id < ?",
        arguments: [
          message << 20, (message + 1) << 20,
        ])
      try self.register(booking, as: message, parties: parties, in: database)
      try prepared.rows.insertPairs(under: accounts, in: database)
      try PostingRows.insert(prepared.sums, of: message, under: accounts, in: database)
      return stored
    }
  }

  /// Notes that an entry has a finding on a ceiling.
  private func noteCeilings(in findings: [Finding], of entry: JournalNumber, in database: Database) throws {
    guard findings.contains(where: { Schema.ceilingRules.contains($0.rule.description) }) else { return }
    try database.executeCached(sql: "INSERT INTO ceilingEntry (entry) VALUES (?)", arguments: [entry])
  }

  /// The number that the next entry gets.
  public func nextNumber() throws -> JournalNumber { try read(Self.nextNumber) }

  private static func nextNumber(in database: Database) throws -> JournalNumber {
    (try PreparedStatement("SELECT MAX(number) FROM journalEntry", in: database).first { $0.integer(0) } ?? 0) + 1
  }

  /// Refuses a number that is not the next one any more.
  func expect(_ number: JournalNumber, in database: Database) throws {
    guard try Self.nextNumber(in: database) == number else { throw LedgerError.changedMeanwhile(path: path) }
  }

  /// Dense ids of the parties of a message.
  struct Parties {
    let provider: Int64
    let municipality: Int64
    let clients: [Int64]
  }

  /// - Parameter clients: The ids of its clients, when they are known.
  private func makeParties(of message: Message, _ clients: [Int64]?, in database: Database) throws -> Parties {
    let header = message.header
    let domain = header.standard.domain
    let year = message.retentionYear
    return Parties(
      provider: try ids.makeProvider(header.provider, domain, in: database),
      municipality: try ids.makeMunicipality(header.municipality, domain, in: database),
      clients: try clients ?? message.clients.map { try ids.makeClient($0, year: year, keys: &keys, in: database) })
  }

  /// Registers the message itself, and that it waits.
  private func registerMessage(
    of booking: Booking, as number: JournalNumber, rawDigest: SaldoLedger.Digest, parties: Parties,
    in database: Database
  ) throws {
    let header = booking.message.header
    var declaration: DeclarationMessage?
    if case .declaration(let message) = booking.message { declaration = message }
    let row = try PreparedStatement(
      """
      INSERT INTO message
        (entry, rawHash, kind, provider, municipality, identification, messageDate, declarationNumber,
         declarationMonth, isProcessed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(number, at: 0)
    row.bind(rawDigest.bytes, at: 1)
    row.bind(header.kind.rawValue, at: 2)
    row.bind(parties.provider, at: 3)
    row.bind(parties.municipality, at: 4)
    row.bind(header.identification.string, at: 5)
    row.bind(header.date.iso, at: 6)
    row.bind(declaration?.number.string, at: 7)
    row.bind(declaration?.period.begin.month.iso, at: 8)
    row.bind(booking.isProcessed ? 1 : 0, at: 9)
    try row.run()
    if case .held = booking.decision {
      try database.executeCached(sql: "INSERT INTO hold (message) VALUES (?)", arguments: [number])
    }
  }

  /// Registers what a message tells, as far as it was decided that it counts.
  private func register(
    _ booking: Booking, as number: JournalNumber, parties: Parties, in database: Database
  ) throws {
    guard booking.isProcessed else { return }
    switch booking.message {
    case .allocation(let message):
      try register(message, as: number, parties: parties, in: database)
      try remember(message.client.birthDate, of: parties.clients[0], in: database)
    case .start(let message):
      for product in message.products {
        try register(product, kind: .start, reason: nil, end: nil, as: number, parties: parties, in: database)
      }
    case .stop(let message):
      for product in message.products {
        try register(
          product.start, kind: .stop, reason: product.reason, end: product.end, as: number, parties: parties,
          in: database)
      }
    case .declaration(let message):
      guard let judgement = booking.decision.judgement else { return }
      try register(
        message, judgement, setApart: booking.setApart, as: number, parties: parties, in: database)
      for reversal in booking.reversals {
        try database.executeCached(
          sql: "UPDATE line SET creditedBy = ? WHERE id = ?",
          arguments: [
            LineID(message: number, position: reversal.credit).rawValue, reversal.debit.rawValue,
          ])
      }
    case .allocationRequest(let message):
      for product in message.products {
        try register(product.providerReference, as: number, parties: parties, in: database)
      }
    case .changeRequest(let message):
      try register(message.providerReference, as: number, parties: parties, in: database)
    case .returned(let message) where message.header.kind == .allocationReturn && !message.accepts:
      try takeBack(message, as: number, parties: parties, in: database)
    case .requestAnswer, .declarationAnswer, .returned: break
    }
  }

  private func register(
    _ request: ExactText, as number: JournalNumber, parties: Parties, in database: Database
  ) throws {
    try database.executeCached(
      sql: "INSERT INTO request (entry, provider, municipality, client, reference) VALUES (?, ?, ?, ?, ?)",
      arguments: [number, parties.provider, parties.municipality, parties.clients[0], request.string])
  }

  private func register(
    _ product: StartedProduct, kind: MessageKind, reason: StopReason?, end: CalendarDate?, as number: JournalNumber,
    parties: Parties, in database: Database
  ) throws {
    try database.executeCached(
      sql: """
        INSERT INTO notice
          (entry, kind, provider, municipality, client, allocationNumber, category, code, allocationBegin, beginDate,
           endDate, reason, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, kind.rawValue, parties.provider, parties.municipality, parties.clients[0],
        product.allocation.map { Int64($0.number) }, product.category?.rawValue, product.code?.string,
        product.allocationBegin?.daysSince1970, product.begin.daysSince1970, end?.daysSince1970, reason?.rawValue,
        product.status.rawValue,
      ])
  }

  private func register(
    _ message: DeclarationMessage, _ judgement: Judgement, setApart: Set<Int>, as number: JournalNumber,
    parties: Parties, in database: Database
  ) throws {
    let table = """
      line
        (id, provider, municipality, client, allocationNumber, reference, previousReference, category, code,
         periodBegin, periodEnd, volume, unit, tariffCents, amountCents, isCredit, isApproved, setApart)
      """
    try database.insert(message.lines.count, into: table, columns: 18) { position, row in
      let line = message.lines[position]
      row.bind(LineID(message: number, position: position).rawValue, at: 0)
      row.bind(parties.provider, at: 1)
      row.bind(parties.municipality, at: 2)
      row.bind(parties.clients[line.client], at: 3)
      row.bind(Int64(line.allocation.number), at: 4)
      row.bind(line.reference.string, at: 5)
      row.bind(line.previousReference?.string, at: 6)
      row.bind(line.product.category.rawValue, at: 7)
      row.bind(line.product.code.string, at: 8)
      row.bind(Int64(line.period.begin.daysSince1970), at: 9)
      row.bind(Int64(line.period.end.daysSince1970), at: 10)
      row.bind(line.volume, at: 11)
      row.bind(line.unit.rawValue, at: 12)
      row.bind(line.tariff?.cents, at: 13)
      row.bind(line.amount.size.cents, at: 14)
      row.bind(line.isCredit ? 1 : 0, at: 15)
      row.bind(judgement.approves(position) ? 1 : 0, at: 16)
      row.bind(setApart.contains(position) ? 1 : nil, at: 17)
    }
  }
}

extension Booking {
  /// Whether what the message tells counts: it is in force, its lines were judged, or it waits.
  fileprivate var isProcessed: Bool {
    switch decision {
    case .inForce, .held: true
    case .notInForce: false
    case .judged(let judgement): judgement.stage == .lines
    }
  }
}
