import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// The dense integers that stand for codes in a ledger, given in the order of first use.
///
/// Remembered while a ledger is open; a transaction that fails must be followed by a new value.
struct DenseIDs {
  private var municipalities: [Key<MunicipalityCode>: Int64] = [:]
  private var providers: [Key<ProviderCode>: Int64] = [:]
  private var clients: [Bsn: Int64] = [:]
  private var accounts: [Account: Int64] = [:]
  private var providerCodes: [Int64: ProviderCode] = [:]
  private var municipalityCodes: [Int64: MunicipalityCode] = [:]

  private struct Key<Code: Hashable>: Hashable {
    let domain: Domain
    let code: Code
  }

  /// The id of a municipality, or nil when the ledger does not know it.
  mutating func municipality(_ code: MunicipalityCode, _ domain: Domain, in database: Database) throws -> Int64? {
    let key = Key(domain: domain, code: code)
    if let id = municipalities[key] { return id }
    let id = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM municipality WHERE domain = ? AND code = ?"),
      arguments: [domain.rawValue, code.description])
    municipalities[key] = id
    return id
  }

  /// The id of a municipality, given now when it has none.
  mutating func makeMunicipality(_ code: MunicipalityCode, _ domain: Domain, in database: Database) throws -> Int64 {
    if let id = try municipality(code, domain, in: database) { return id }
    try database.execute(
      sql: "INSERT INTO municipality (domain, code) VALUES (?, ?)", arguments: [domain.rawValue, code.description])
    let id = database.lastInsertedRowID
    municipalities[Key(domain: domain, code: code)] = id
    return id
  }

  /// The id of a provider, or nil when the ledger does not know it.
  mutating func provider(_ code: ProviderCode, _ domain: Domain, in database: Database) throws -> Int64? {
    let key = Key(domain: domain, code: code)
    if let id = providers[key] { return id }
    let id = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM provider WHERE domain = ? AND code = ?"),
      arguments: [domain.rawValue, code.description])
    providers[key] = id
    return id
  }

  /// The id of a provider, given now when it has none.
  mutating func makeProvider(_ code: ProviderCode, _ domain: Domain, in database: Database) throws -> Int64 {
    if let id = try provider(code, domain, in: database) { return id }
    try database.execute(
      sql: "INSERT INTO provider (domain, code) VALUES (?, ?)", arguments: [domain.rawValue, code.description])
    let id = database.lastInsertedRowID
    providers[Key(domain: domain, code: code)] = id
    return id
  }

  /// The provider with an id; nil when the ledger has none, or a code that is no code.
  mutating func providerCode(_ id: Int64, in database: Database) throws -> ProviderCode? {
    if let code = providerCodes[id] { return code }
    let code = try String.fetchOne(
      database.cachedStatement(sql: "SELECT code FROM provider WHERE id = ?"), arguments: [id])
    providerCodes[id] = code.flatMap { ProviderCode($0) }
    return providerCodes[id]
  }

  /// The municipality with an id; nil when the ledger has none, or a code that is no code.
  mutating func municipalityCode(_ id: Int64, in database: Database) throws -> MunicipalityCode? {
    if let code = municipalityCodes[id] { return code }
    let code = try String.fetchOne(
      database.cachedStatement(sql: "SELECT code FROM municipality WHERE id = ?"), arguments: [id])
    municipalityCodes[id] = code.flatMap { MunicipalityCode($0) }
    return municipalityCodes[id]
  }

  /// The id of a client, or nil when the ledger does not know it.
  mutating func client(_ bsn: Bsn, keys: LedgerKeys, in database: Database) throws -> Int64? {
    if let id = clients[bsn] { return id }
    return try clients([bsn], keys: keys, in: database)[0]
  }

  /// The ids of clients in the order given, nil for those that the ledger does not know.
  mutating func clients(_ bsns: [Bsn], keys: LedgerKeys, in database: Database) throws -> [Int64?] {
    let finder = try PreparedStatement("SELECT id FROM client WHERE lookup = ?", in: database)
    clients.reserveCapacity(clients.count + bsns.count)
    return try bsns.map { bsn in
      if let id = clients[bsn] { return id }
      finder.bind(keys.lookup(of: bsn), at: 0)
      let id = try finder.first { $0.integer(0) }
      clients[bsn] = id
      return id
    }
  }

  /// The id of a client, given now when it has none; the BSN is sealed with the key of the year.
  mutating func makeClient(_ bsn: Bsn, year: Int, keys: inout LedgerKeys, in database: Database) throws -> Int64 {
    if let id = try client(bsn, keys: keys, in: database) { return id }
    try database.executeCached(
      sql: "INSERT INTO client (lookup, keyYear, sealedBsn) VALUES (?, ?, ?)",
      arguments: [Data(keys.lookup(of: bsn)), year, try Sealing.seal(bsn, key: keys.makeKey(forYear: year))])
    let id = database.lastInsertedRowID
    clients[bsn] = id
    return id
  }

  /// The id of an account, given now when it has none.
  mutating func makeAccount(_ account: Account, in database: Database) throws -> Int64 {
    if let id = accounts[account] { return id }
    let municipality = try makeMunicipality(account.municipality, account.domain, in: database)
    let provider = try makeProvider(account.provider, account.domain, in: database)
    func statement(_ sql: String) throws -> PreparedStatement {
      let statement = try PreparedStatement(sql, in: database)
      statement.bind(account.kind.rawValue, at: 0)
      statement.bind(municipality, at: 1)
      statement.bind(provider, at: 2)
      statement.bind(account.product?.category.rawValue ?? "", at: 3)
      statement.bind(account.product?.code.string ?? "", at: 4)
      statement.bind(account.agreement ?? "", at: 5)
      return statement
    }
    let known = try statement(
      """
      SELECT id FROM account
      WHERE kind = ? AND municipality = ? AND provider = ? AND category = ? AND code = ? AND agreement = ?
      """
    ).first { $0.integer(0) }
    if let known {
      accounts[account] = known
      return known
    }
    try statement(
      "INSERT INTO account (kind, municipality, provider, category, code, agreement) VALUES (?, ?, ?, ?, ?, ?)"
    ).run()
    let id = database.lastInsertedRowID
    accounts[account] = id
    return id
  }
}
