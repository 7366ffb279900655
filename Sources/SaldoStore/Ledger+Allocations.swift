import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// What the register keeps of allocation messages (301) and of those that providers sent back (302).
extension Ledger {
  /// Registers the versions of allocations; the one with the latest moment of decision becomes current (IV013).
  func register(
    _ message: AllocationMessage, as number: JournalNumber, parties: Parties, in database: Database
  ) throws {
    let current = try PreparedStatement(
      """
      SELECT allocation.id, decidedDate, decidedMillisecond, returnedBy IS NOT NULL FROM allocation
      JOIN allocationVersion ON allocationVersion.id = allocation.currentVersion
      WHERE municipality = ? AND number = ?
      """, in: database)
    for (position, product) in message.products.enumerated() {
      let version = number << 20 | Int64(position)
      current.bind(parties.municipality, at: 0)
      current.bind(Int64(product.number.number), at: 1)
      let known = try current.first { row in
        (
          id: row.integer(0),
          decidedAt: DecisionMoment(date: row.date(1), millisecondOfDay: Int32(row.integer(2))),
          isReturned: row.integer(3) != 0
        )
      }
      try noteHolder(of: product.number, parties, in: database)
      guard let known else {
        let allocation = try makeAllocation(product.number, of: parties.municipality, version, in: database)
        if product.changeReason == .removed { try noteChange(of: allocation, in: database) }
        try insert(product, as: version, of: allocation, parties, in: database)
        try insertCurrent(product, as: version, parties, in: database)
        continue
      }
      try noteChange(of: known.id, in: database)
      if product.decidedAt >= known.decidedAt || known.isReturned {
        try database.executeCached(
          sql: "UPDATE allocation SET currentVersion = ? WHERE id = ?", arguments: [version, known.id])
      }
      try insert(product, as: version, of: known.id, parties, in: database)
      try putCurrent(known.id, of: parties.municipality, in: database)
    }
  }

  private func makeAllocation(
    _ number: AllocationNumber, of municipality: Int64, _ version: Int64, in database: Database
  ) throws -> Int64 {
    let row = try PreparedStatement(
      "INSERT INTO allocation (municipality, number, currentVersion) VALUES (?, ?, ?)", in: database)
    row.bind(municipality, at: 0)
    row.bind(Int64(number.number), at: 1)
    row.bind(version, at: 2)
    try row.run()
    return database.lastInsertedRowID
  }

  private func insert(
    _ product: AllocatedProduct, as version: Int64, of allocation: Int64, _ parties: Parties, in database: Database
  ) throws {
    let row = try PreparedStatement(
      """
      INSERT INTO allocationVersion
        (id, provider, client, category, code, decidedDate, decidedMillisecond, beginDate, endDate, changeReason,
         volume, unit, frequency, budgetCents, allocation, entry, providerReference)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    bind(product, as: version, parties, to: row)
    row.bind(allocation, at: 14)
    row.bind(version >> 20, at: 15)
    row.bind(product.providerReference?.string, at: 16)
    try row.run()
  }

  /// Puts the first version of an allocation, which is in force, in its place.
  private func insertCurrent(
    _ product: AllocatedProduct, as version: Int64, _ parties: Parties, in database: Database
  ) throws {
    let row = try PreparedStatement(
      """
      INSERT INTO currentAllocation
        (version, provider, client, category, code, decidedDate, decidedMillisecond, beginDate, endDate, changeReason,
         volume, unit, frequency, budgetCents, municipality, number)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    bind(product, as: version, parties, to: row)
    row.bind(parties.municipality, at: 14)
    row.bind(Int64(product.number.number), at: 15)
    try row.run()
  }

  /// Sets the arguments that every row of a version has, in one order.
  private func bind(
    _ product: AllocatedProduct, as version: Int64, _ parties: Parties, to row: PreparedStatement
  ) {
    row.bind(version, at: 0)
    row.bind(parties.provider, at: 1)
    row.bind(parties.clients[0], at: 2)
    row.bind(product.category?.rawValue, at: 3)
    row.bind(product.code?.string, at: 4)
    row.bind(Int64(product.decidedAt.date.daysSince1970), at: 5)
    row.bind(Int64(product.decidedAt.millisecondOfDay), at: 6)
    row.bind(Int64(product.validity.begin.daysSince1970), at: 7)
    row.bind((product.validity.end?.daysSince1970).map(Int64.init), at: 8)
    row.bind(product.changeReason?.rawValue, at: 9)
    row.bind(product.volume?.volume, at: 10)
    row.bind(product.volume?.unit.rawValue, at: 11)
    row.bind(product.volume?.frequency.rawValue, at: 12)
    row.bind(product.budget?.cents, at: 13)
  }

  /// Takes the allocations of a returned message out of force; the version before it, if any, is current again.
  func takeBack(
    _ message: ReturnMessage, as number: JournalNumber, parties: Parties, in database: Database
  ) throws {
    guard
      let entry = try allocationEntry(
        message.header.identification, of: parties.municipality, with: parties.provider, in: database)
    else { return }
    try database.executeCached(
      sql: "INSERT OR IGNORE INTO changedAllocation SELECT allocation FROM allocationVersion WHERE \(Self.ofEntry)",
      arguments: [entry])
    try database.executeCached(
      sql: "UPDATE allocationVersion SET returnedBy = ?2 WHERE \(Self.ofEntry) AND returnedBy IS NULL",
      arguments: [entry, number])
    try database.executeCached(
      sql: """
        UPDATE allocation SET currentVersion = IFNULL(
          (SELECT version.id FROM allocationVersion AS version
           WHERE version.allocation = allocation.id AND version.returnedBy IS NULL
           ORDER BY version.decidedDate DESC, version.decidedMillisecond DESC, version.id DESC LIMIT 1),
          currentVersion)
        WHERE id IN (SELECT allocation FROM allocationVersion WHERE \(Self.ofEntry))
        """, arguments: [entry])
    let allocations = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT allocation FROM allocationVersion WHERE \(Self.ofEntry)"),
      arguments: [entry])
    for allocation in allocations { try putCurrent(allocation, of: parties.municipality, in: database) }
  }

  /// A condition on `allocationVersion`: that it came with an entry, which is the first argument and numbers it.
  static let ofEntry = "allocationVersion.id >= ?1 << 20 AND allocationVersion.id < (?1 + 1) << 20"

  /// Puts the version of an allocation that is in force now, if any, in the place of the one before it.
  private func putCurrent(_ allocation: Int64, of municipality: Int64, in database: Database) throws {
    // Any provider can have had it.
    try database.executeCached(
      sql: """
        DELETE FROM currentAllocation
        WHERE municipality = ?1 AND number = (SELECT number FROM allocation WHERE id = ?2)
          AND provider IN (SELECT provider FROM allocationVersion WHERE allocation = ?2)
        """, arguments: [municipality, allocation])
    try database.executeCached(
      sql: "INSERT INTO currentAllocation \(Schema.currentAllocations) AND allocation.id = ?", arguments: [allocation])
  }

  /// Notes that a client has an allocation with a provider, and whether it has the same number with others.
  private func noteHolder(of number: AllocationNumber, _ parties: Parties, in database: Database) throws {
    let holder = try PreparedStatement(
      "INSERT OR IGNORE INTO allocationOfClient (client, municipality, provider, number) VALUES (?, ?, ?, ?)",
      in: database)
    let others = try PreparedStatement(
      """
      INSERT OR IGNORE INTO sharedAllocation
      SELECT client, municipality, number FROM allocationOfClient
      WHERE client = ?1 AND municipality = ?2 AND provider <> ?3 AND number = ?4 LIMIT 1
      """, in: database)
    for statement in [holder, others] {
      statement.bind(parties.clients[0], at: 0)
      statement.bind(parties.municipality, at: 1)
      statement.bind(parties.provider, at: 2)
      statement.bind(Int64(number.number), at: 3)
    }
    try holder.run()
    if database.changesCount > 0 { try others.run() }
  }

  /// Notes that an allocation may no longer cover what was granted on it.
  private func noteChange(of allocation: Int64, in database: Database) throws {
    try database.executeCached(
      sql: "INSERT OR IGNORE INTO changedAllocation (allocation) VALUES (?)", arguments: [allocation])
  }

  /// Keeps the birth date that the last allocation message told, sealed with the key of the client's BSN.
  func remember(_ birthDate: BirthDate, of client: Int64, in database: Database) throws {
    let finder = try PreparedStatement("SELECT keyYear FROM client WHERE id = ?", in: database)
    finder.bind(client, at: 0)
    guard let year = try finder.first({ Int($0.integer(0)) }), let key = keys.key(forYear: year) else { return }
    let row = try PreparedStatement("UPDATE client SET sealedBirthDate = ? WHERE id = ?", in: database)
    row.bind(try Sealing.seal(birthDate, key: key), at: 0)
    row.bind(client, at: 1)
    try row.run()
  }
}
