import Foundation
import GRDB
public import SaldoDomain

/// A ledger (grootboek): the journal, the register and the postings in one SQLite file, with its keys beside it.
///
/// One process writes at a time. A message is one transaction, or part of one: after a crash at any instant the file holds
/// every message wholly or not at all.
public final class Ledger {
  let queue: DatabaseQueue
  let path: String
  var keys: LedgerKeys
  var ids = DenseIDs()
  var payloads = PayloadBytes()
  /// Those of the region of the last message.
  var regionLookUps: RegionLookUps?
  /// The database while ``inTransaction(_:)`` is at work on it.
  private var open: Database?

  /// How a ledger file is opened.
  public enum Mode: Sendable {
    /// Open for writing; a missing file is made.
    case create
    /// Open for reading only.
    case read
  }

  /// The path of its file, for those that read beside the run that writes; nil of a ledger in memory.
  public var file: String? { queue.path == Self.memory ? nil : path }

  /// Opens a ledger file.
  ///
  /// - Throws: ``LedgerError``.
  public init(path: String, mode: Mode) throws {
    self.path = path
    (queue, keys) = try FolderLock.whileHolding(folderOf: path) { try Self.open(path, mode) }
  }

  private static func open(_ path: String, _ mode: Mode) throws -> (DatabaseQueue, LedgerKeys) {
    var file = stat()
    if stat(path, &file) != 0 {
      guard mode == .create else { throw LedgerError.missing(path: path) }
      guard PrivateFile.create(path) else { throw LedgerError.cannotBeMade(path: path) }
    } else {
      guard file.st_mode & S_IFMT == S_IFREG else { throw LedgerError.notALedger(path: path) }
      // An empty file becomes a ledger; from then on only its owner may read it.
      if mode == .create, file.st_size == 0 { chmod(path, 0o600) }
    }
    if mode == .read { rollBack(path) }
    var configuration = Configuration()
    configuration.readonly = mode == .read
    // Looking each reference up again would cost a third of the time of an insertion; verify checks them all.
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: keptPages(upTo: 8 << 20)) }
    do {
      let queue = try DatabaseQueue(path: literal(path), configuration: configuration)
      try checkFormat(queue, path: path)
      if mode == .create {
        if try !isEmpty(queue) { _ = try LedgerKeys(besideLedger: path, create: false) }
        // Only now, because it changes the file, and a file that is no ledger stays as it is.
        try queue.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
          // In pages of 4 KiB; with SQLite's own 1,000 most pages are written twice, and those of an index many times.
          try database.execute(sql: "PRAGMA wal_autocheckpoint = 16384;")
        }
        try queue.write { try Schema.mark($0) }
        try Schema.migrator.migrate(queue)
      } else {
        try queue.inDatabase(standIn)
      }
      return (queue, try LedgerKeys(besideLedger: path, create: mode == .create && (try isEmpty(queue))))
    } catch let error as DatabaseError {
      throw LedgerError(error, path: path)
    }
  }

  /// Gives a ledger of an older format, which a reader leaves as it is, what later formats have: nothing waits in it, sums
  /// are made from its postings, each allocation may have changed, and what lies together later is looked up apart.
  private static func standIn(_ database: Database) throws {
    if try !database.tableExists("hold") {
      try database.execute(sql: "CREATE TEMP TABLE hold (message INTEGER PRIMARY KEY, decision INTEGER)")
    }
    if try database.tableExists("allocation"), try !database.tableExists("changedAllocation") {
      try database.execute(sql: "CREATE TEMP VIEW changedAllocation AS SELECT id AS allocation FROM allocation")
    }
    if try database.tableExists("allocation"), try !database.tableExists("currentAllocation") {
      for (view, rows) in [
        ("currentAllocation", Schema.currentAllocations), ("allocationOfClient", Schema.allocationsOfClients),
        ("sharedAllocation", Schema.sharedAllocations), ("ceilingEntry", Schema.ceilingEntries),
      ] {
        try database.execute(sql: "CREATE TEMP VIEW \(view) AS \(rows)")
      }
    }
    if try database.tableExists("posting") {
      try database.execute(
        sql: """
          CREATE TEMP VIEW linePosting AS \(Schema.linePostings(from: "posting"));
          CREATE TEMP VIEW dayPosting AS \(Schema.dayPostings(from: "posting"));
          """)
    }
    guard try database.tableExists("posting"), try !database.tableExists("postingSum") else { return }
    let hasSetApart = try database.columns(in: "line").contains { $0.name == "setApart" }
    let sums = Schema.sumsOfPostings(setApart: hasSetApart ? "line.setApart IS NOT NULL" : "0")
    try database.execute(sql: "CREATE TEMP VIEW postingSum AS \(sums)")
  }

  /// Takes back what a killed run left half-done while it changed the form of the file, which a reader may not do.
  ///
  /// Where nothing may be written it stays as it is, and the ledger cannot be read.
  private static func rollBack(_ path: String) {
    var journal = stat()
    guard stat(path + "-journal", &journal) == 0, journal.st_size > 0 else { return }
    let queue = try? DatabaseQueue(path: literal(path))
    _ = try? queue?.inDatabase { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM sqlite_master") }
    try? queue?.close()
  }

  /// A path that SQLite takes as the name of a file, also where it looks like one of its own: `:memory:`, `file:…`.
  private static func literal(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Keeps pages of the ledger in memory up to a number of bytes; 8 MiB unless it is told otherwise.
  ///
  /// Clients and allocations of many messages come in no order, and each group of messages changes more pages than that,
  /// which would be written and read again within its transaction. The lines of one message mostly follow each other.
  ///
  /// - Throws: ``LedgerError``.
  public func keepPages(upTo bytes: Int = 8 << 20) throws {
    try read { try $0.execute(sql: Self.keptPages(upTo: bytes)) }
  }

  /// A negative number counts KiB for SQLite.
  private static func keptPages(upTo bytes: Int) -> String { "PRAGMA cache_size = -\(bytes >> 10);" }

  /// The files of a ledger: itself, what SQLite keeps beside it, and its keys.
  public static func files(of path: String) -> [String] {
    ["", "-wal", "-shm", "-journal", LedgerKeys.suffix].map { path + $0 }
  }

  /// What SQLite calls a database in memory; a file of that name gets a folder before it (``literal(_:)``).
  private static let memory = ":memory:"

  /// A ledger in memory, for a check, a replay or a dry run.
  public init() throws {
    path = Self.memory
    queue = try DatabaseQueue(configuration: Self.inMemory)
    try Schema.migrator.migrate(queue)
    keys = LedgerKeys()
  }

  /// Closes the file; what was written moves from the write-ahead log into the ledger itself.
  ///
  /// The last one out puts the file in a form that can be read from a folder where nothing may be written.
  public func close() throws {
    do {
      FolderLock.whileHolding(folderOf: path) {
        // Fails while another run has the ledger open; that run does the same when it ends.
        try? queue.writeWithoutTransaction { database in
          guard !queue.configuration.readonly else { return }
          try database.execute(sql: "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE;")
        }
      }
      try queue.close()
    } catch {
      throw LedgerError.unusable(path: path, code: 5)
    }
  }

  /// Shows the ledger as it was known on a day: entries that came later are left out from now on.
  ///
  /// For reports only; it changes nothing in the file.
  public func rewind(to day: CalendarDate) throws {
    do {
      try queue.inDatabase { database in
        let last =
          try Int64.fetchOne(
            database, sql: "SELECT MAX(number) FROM journalEntry WHERE asOf <= ?", arguments: [day.iso]) ?? 0
        // A view in the schema of the connection goes before the table of the same name.
        let stillWaited = "EXISTS (SELECT 1 FROM hold WHERE hold.message = line >> 20 AND hold.decision IS NULL)"
        for (table, condition) in [
          ("journalEntry", "number <= \(last)"), ("message", "entry <= \(last)"),
          ("line", "id < \((last + 1) << 20)"),
          ("linePosting", "line < \((last + 1) << 20) AND NOT \(stillWaited)"),
          ("dayPosting", "id < \((last + 1) << 21)"),
          ("posting", "id < \((last + 1) << 21) AND NOT \(stillWaited)"),
        ] {
          // In a ledger of an older format some are views of this connection already, of the postings that are left out.
          guard try !Self.isStandIn(table, in: database) else { continue }
          try database.execute(
            sql: "CREATE TEMP VIEW \(table) AS SELECT * FROM main.\(table) WHERE \(condition)")
        }
        // In a ledger of an older format the sums are made from the postings.
        if try database.tableExists("postingSum", in: "main") {
          try database.execute(
            sql: """
              CREATE TEMP VIEW postingSum AS SELECT * FROM main.postingSum WHERE entry <= \(last)
                AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.message = entry AND hold.decision IS NULL)
              """)
        }
        // What was decided later still waited then.
        guard try database.tableExists("hold", in: "main") else { return }
        try database.execute(
          sql: """
            CREATE TEMP VIEW hold AS SELECT message, CASE WHEN decision <= \(last) THEN decision END AS decision
            FROM main.hold WHERE message <= \(last)
            """)
      }
    } catch let error as DatabaseError {
      throw LedgerError(error, path: path)
    }
  }

  /// Whether a view of this connection stands in for a table.
  private static func isStandIn(_ table: String, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_temp_master WHERE name = ?)", arguments: [table]) ?? false
  }

  private static var inMemory: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    return configuration
  }

  /// A copy in memory of this ledger, for a dry run; it shares the keys that exist and makes new ones for itself only.
  public func copyInMemory() throws -> Ledger {
    try Ledger(copying: self)
  }

  private init(copying other: Ledger) throws {
    path = other.path
    queue = try DatabaseQueue(configuration: Self.inMemory)
    keys = other.keys.inMemory
    do {
      try other.queue.backup(to: queue)
      try Schema.migrator.migrate(queue)
    } catch let error as DatabaseError {
      throw LedgerError(error, path: other.path)
    }
  }

  private static func checkFormat(_ queue: DatabaseQueue, path: String) throws {
    try queue.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      if application == 0, tables == 0 { return }
      guard application == Schema.applicationID else { throw LedgerError.notALedger(path: path) }
      guard version <= Schema.version else {
        throw LedgerError.newerFormat(path: path, found: version, supported: Schema.version)
      }
    }
  }

  /// Whether the journal holds nothing yet, or is not even made.
  private static func isEmpty(_ queue: DatabaseQueue) throws -> Bool {
    try queue.read { database in
      guard try database.tableExists("journalEntry") else { return true }
      return try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM (SELECT 1 FROM journalEntry LIMIT 1)") == 0
    }
  }

  /// Does a piece of work in one transaction: all that it books is kept, or nothing.
  ///
  /// Until it is done no other run can write. What is read in it is as it was written.
  ///
  /// - Throws: What the work throws; ``LedgerError``.
  public func inTransaction<T>(_ work: () throws -> T) throws -> T {
    guard open == nil else { return try work() }
    return try write { database in
      open = database
      defer { open = nil }
      return try work()
    }
  }

  /// Does a piece of work that only reads, on the ledger as it is at its start: what another connection commits meanwhile
  /// is not seen.
  ///
  /// - Throws: What the work throws; ``LedgerError``.
  public func onSnapshot<T>(_ work: () throws -> T) throws -> T {
    guard open == nil else { return try work() }
    return try read { database in
      open = database
      defer { open = nil }
      return try work()
    }
  }

  /// Runs a piece of work that only reads, on the database as it is at its start, and words its errors as
  /// ``LedgerError``.
  ///
  /// A read of the queue itself forbids writing with a pragma, and SQLite then compiles every prepared statement again.
  func read<T>(_ work: (Database) throws -> T) throws -> T {
    do {
      if let open { return try work(open) }
      return try queue.inDatabase { database in
        var result: Result<T, any Error>?
        try database.inTransaction(.deferred) {
          result = Result { try work(database) }
          return .commit
        }
        return try result!.get()
      }
    } catch let error as DatabaseError {
      throw LedgerError(error, path: path)
    }
  }

  /// Runs a piece of work in one transaction and words its errors as ``LedgerError``.
  func write<T>(_ work: (Database) throws -> T) throws -> T {
    if let open { return try work(open) }
    do {
      return try queue.write(work)
    } catch {
      ids = DenseIDs()  // What the transaction gave out was rolled back with it.
      if let error = error as? DatabaseError { throw LedgerError(error, path: path) }
      throw error
    }
  }
}

extension LedgerError {
  /// The error of a library, without its text, which quotes data.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY: self = .busy(path: path)
    case .SQLITE_NOTADB: self = .notALedger(path: path)
    default: self = .unusable(path: path, code: Int(error.resultCode.rawValue))
    }
  }
}
