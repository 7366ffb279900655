import GRDB
import SaldoDomain

/// The tables of a ledger, in named, frozen migrations.
///
/// The journal, the stored bytes and the postings are append-only; triggers refuse any change. All other tables are a
/// register for look-ups, derived from the journal.
enum Schema {
  /// Marks a SQLite file as a ledger: "SALD" in ASCII.
  static let applicationID = 0x5341_4C44
  /// The version of the tables that this program writes.
  static let version = 10

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("create the journal, the postings and the register") { database in
      try database.execute(sql: journalTables)
      try database.execute(sql: registerTables)
      try database.execute(sql: postingTables)
      try database.execute(sql: appendOnlyTriggers)
      try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1;")
    }
    migrator.registerMigration("add requests and what providers returned") { database in
      try database.execute(sql: requestTables)
      try database.execute(sql: "PRAGMA user_version = 2;")
    }
    migrator.registerMigration("let days and closings in, and bookings without a line") { database in
      try database.execute(sql: dayTables)
      try database.execute(sql: appendOnlyTriggers)
      try database.execute(sql: "PRAGMA user_version = 3;")
    }
    migrator.registerMigration("add birth dates, lines set apart and sums by account") { database in
      try database.execute(sql: ceilingColumns)
      try database.execute(sql: "PRAGMA user_version = 4;")
    }
    migrator.registerMigration("let declarations wait, and decisions in") { database in
      try database.execute(sql: holdTables)
      try database.execute(sql: triggers(of: ["journalEntry"]))
      try database.execute(sql: "PRAGMA user_version = 5;")
    }
    migrator.registerMigration("sum the postings of each entry, and list allocations that changed") { database in
      try database.execute(sql: postingSumTables)
      try database.execute(sql: changedAllocationTable)
      try database.execute(sql: "PRAGMA user_version = 6;")
    }
    migrator.registerMigration("keep together what a declaration and a ceiling ask for") { database in
      try database.execute(sql: currentAllocationTables)
      try database.execute(sql: ceilingEntryTable)
      try database.execute(sql: "PRAGMA user_version = 7;")
    }
    migrator.registerMigration("book both sides of a line in one row") { database in
      try keepPostingsPairwise(database)
      try database.execute(sql: "PRAGMA user_version = 8;")
    }
    migrator.registerMigration("find messages by few indexes, each in an order") { database in
      try shortenIndexes(database)
      try database.execute(sql: "PRAGMA user_version = 9;")
    }
    migrator.registerMigration("find sums of postings by their month of delivery") { database in
      try database.execute(sql: sumsByDeliveryMonth)
      try database.execute(sql: "PRAGMA user_version = 10;")
    }
    return migrator
  }

  /// Marks an empty file as a ledger before the first table is made, so that a run that is killed in between leaves a
  /// file that the next one recognises.
  static func mark(_ database: Database) throws {
    guard try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") == 0 else { return }
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
  }

  private static let journalTables = """
    CREATE TABLE journalEntry (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('region', 'message')),
      formatVersion INTEGER NOT NULL,
      asOf TEXT NOT NULL,
      previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
      rawHash BLOB NOT NULL CHECK (length(rawHash) = 32),
      payloadHash BLOB NOT NULL CHECK (length(payloadHash) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      payload BLOB NOT NULL
    ) STRICT;
    CREATE TABLE rawBytes (
      entry INTEGER PRIMARY KEY REFERENCES journalEntry (number),
      keyYear INTEGER NOT NULL,
      byteCount INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;
    """

  private static let registerTables = """
    CREATE TABLE municipality (
      id INTEGER PRIMARY KEY, domain TEXT NOT NULL, code TEXT NOT NULL, UNIQUE (domain, code)
    ) STRICT;
    CREATE TABLE provider (
      id INTEGER PRIMARY KEY, domain TEXT NOT NULL, code TEXT NOT NULL, UNIQUE (domain, code)
    ) STRICT;
    CREATE TABLE client (
      id INTEGER PRIMARY KEY, lookup BLOB NOT NULL UNIQUE, keyYear INTEGER NOT NULL, sealedBsn BLOB NOT NULL
    ) STRICT;
    CREATE TABLE message (
      entry INTEGER PRIMARY KEY REFERENCES journalEntry (number),
      rawHash BLOB NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      provider INTEGER NOT NULL REFERENCES provider (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      identification TEXT NOT NULL,
      messageDate TEXT NOT NULL,
      declarationNumber TEXT,
      declarationMonth TEXT,
      isProcessed INTEGER NOT NULL CHECK (isProcessed IN (0, 1))
    ) STRICT;
    CREATE INDEX messageByProvider ON message (provider, kind, identification);
    CREATE INDEX messageByMunicipality ON message (municipality, kind, identification);
    CREATE INDEX messageByDeclaration ON message (provider, declarationNumber) WHERE declarationNumber IS NOT NULL;
    CREATE TABLE allocation (
      id INTEGER PRIMARY KEY,
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      number INTEGER NOT NULL,
      currentVersion INTEGER NOT NULL,
      UNIQUE (municipality, number)
    ) STRICT;
    CREATE TABLE allocationVersion (
      id INTEGER PRIMARY KEY,
      allocation INTEGER NOT NULL REFERENCES allocation (id),
      entry INTEGER NOT NULL REFERENCES journalEntry (number),
      provider INTEGER NOT NULL REFERENCES provider (id),
      client INTEGER NOT NULL REFERENCES client (id),
      category TEXT,
      code TEXT,
      decidedDate INTEGER NOT NULL,
      decidedMillisecond INTEGER NOT NULL,
      beginDate INTEGER NOT NULL,
      endDate INTEGER,
      changeReason TEXT,
      volume INTEGER,
      unit TEXT,
      frequency TEXT,
      budgetCents INTEGER,
      CHECK ((volume IS NULL) = (unit IS NULL) AND (volume IS NULL) = (frequency IS NULL))
    ) STRICT;
    CREATE INDEX allocationVersionByAllocation ON allocationVersion (allocation);
    CREATE INDEX allocationVersionByClient ON allocationVersion (client, provider);
    CREATE TABLE notice (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES journalEntry (number),
      kind TEXT NOT NULL CHECK (kind IN ('305', '307')),
      provider INTEGER NOT NULL REFERENCES provider (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      client INTEGER NOT NULL REFERENCES client (id),
      allocationNumber INTEGER,
      category TEXT,
      code TEXT,
      allocationBegin INTEGER,
      beginDate INTEGER NOT NULL,
      endDate INTEGER,
      reason TEXT,
      status TEXT NOT NULL
    ) STRICT;
    CREATE TABLE line (
      id INTEGER PRIMARY KEY,
      provider INTEGER NOT NULL REFERENCES provider (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      client INTEGER NOT NULL REFERENCES client (id),
      allocationNumber INTEGER NOT NULL,
      reference TEXT NOT NULL,
      previousReference TEXT,
      category TEXT NOT NULL,
      code TEXT NOT NULL,
      periodBegin INTEGER NOT NULL,
      periodEnd INTEGER NOT NULL,
      volume INTEGER NOT NULL,
      unit TEXT NOT NULL,
      tariffCents INTEGER,
      amountCents INTEGER NOT NULL CHECK (amountCents >= 0),
      isCredit INTEGER NOT NULL CHECK (isCredit IN (0, 1)),
      isApproved INTEGER NOT NULL CHECK (isApproved IN (0, 1)),
      creditedBy INTEGER
    ) STRICT;
    CREATE INDEX lineByReference ON line (provider, reference);
    CREATE INDEX lineByAllocation ON line (municipality, allocationNumber);
    """

  private static let postingTables = """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('care-cost', 'payable')),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      provider INTEGER NOT NULL REFERENCES provider (id),
      category TEXT NOT NULL,
      code TEXT NOT NULL,
      agreement TEXT NOT NULL,
      UNIQUE (kind, municipality, provider, category, code, agreement)
    ) STRICT;
    CREATE TABLE posting (
      id INTEGER PRIMARY KEY,
      line INTEGER NOT NULL REFERENCES line (id),
      account INTEGER NOT NULL REFERENCES account (id),
      client INTEGER NOT NULL REFERENCES client (id),
      amountCents INTEGER NOT NULL,
      deliveryMonth TEXT NOT NULL,
      declarationMonth TEXT NOT NULL,
      bookingMonth TEXT NOT NULL
    ) STRICT;
    CREATE INDEX postingByBookingMonth ON posting (bookingMonth);
    CREATE INDEX postingByClient ON posting (client);
    """

  private static let requestTables = """
    CREATE TABLE request (
      id INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL REFERENCES journalEntry (number),
      provider INTEGER NOT NULL REFERENCES provider (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      client INTEGER NOT NULL REFERENCES client (id),
      reference TEXT NOT NULL
    ) STRICT;
    CREATE INDEX requestByReference ON request (provider, reference);
    CREATE INDEX noticeByClient ON notice (client, provider, municipality);
    ALTER TABLE allocationVersion ADD COLUMN providerReference TEXT;
    ALTER TABLE allocationVersion ADD COLUMN returnedBy INTEGER REFERENCES journalEntry (number);
    CREATE INDEX allocationVersionByEntry ON allocationVersion (entry);
    CREATE INDEX allocationVersionByReference ON allocationVersion (provider, providerReference)
      WHERE providerReference IS NOT NULL;
    """

  /// The journal, accounts and postings once more: SQLite cannot change a condition on a column of an existing table.
  private static let dayTables = """
    CREATE TABLE newJournalEntry (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('region', 'message', 'day', 'close')),
      formatVersion INTEGER NOT NULL,
      asOf TEXT NOT NULL,
      previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
      rawHash BLOB NOT NULL CHECK (length(rawHash) = 32),
      payloadHash BLOB NOT NULL CHECK (length(payloadHash) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      payload BLOB NOT NULL
    ) STRICT;
    INSERT INTO newJournalEntry SELECT * FROM journalEntry;
    DROP TABLE journalEntry;
    ALTER TABLE newJournalEntry RENAME TO journalEntry;
    CREATE INDEX journalEntryByKind ON journalEntry (kind) WHERE kind <> 'message';
    CREATE TABLE newAccount (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN (
        'care-cost', 'payable', 'lump-sum-cost', 'transformation-cost', 'availability-cost', 'corridor-cost', 'advance',
        'unsettled')),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      provider INTEGER NOT NULL REFERENCES provider (id),
      category TEXT NOT NULL,
      code TEXT NOT NULL,
      agreement TEXT NOT NULL,
      UNIQUE (kind, municipality, provider, category, code, agreement)
    ) STRICT;
    INSERT INTO newAccount SELECT * FROM account;
    DROP TABLE account;
    ALTER TABLE newAccount RENAME TO account;
    CREATE TABLE newPosting (
      id INTEGER PRIMARY KEY,
      line INTEGER REFERENCES line (id),
      account INTEGER NOT NULL REFERENCES account (id),
      client INTEGER REFERENCES client (id),
      amountCents INTEGER NOT NULL,
      deliveryMonth TEXT NOT NULL,
      declarationMonth TEXT NOT NULL,
      bookingMonth TEXT NOT NULL,
      CHECK ((line IS NULL) = (client IS NULL))
    ) STRICT;
    INSERT INTO newPosting SELECT * FROM posting;
    DROP TABLE posting;
    ALTER TABLE newPosting RENAME TO posting;
    CREATE INDEX postingByBookingMonth ON posting (bookingMonth);
    CREATE INDEX postingByClient ON posting (client);
    DROP TRIGGER rawBytesIsNeverUpdated;
    DROP TRIGGER rawBytesIsNeverDeleted;
    """

  /// The birth date is sealed like the BSN; a line that is not set apart has no value there.
  private static let ceilingColumns = """
    ALTER TABLE client ADD COLUMN sealedBirthDate BLOB;
    ALTER TABLE line ADD COLUMN setApart INTEGER CHECK (setApart = 1);
    CREATE INDEX postingByAccount ON posting (account, deliveryMonth);
    """

  /// The journal once more, for one more kind of entry; and the declarations that wait or have waited, with the entry of
  /// their decision. While a declaration waits, `line.isApproved` says that no rule rejects the line, so that it takes its
  /// key and its volume.
  private static let holdTables = """
    CREATE TABLE newJournalEntry (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('region', 'message', 'day', 'close', 'decision')),
      formatVersion INTEGER NOT NULL,
      asOf TEXT NOT NULL,
      previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
      rawHash BLOB NOT NULL CHECK (length(rawHash) = 32),
      payloadHash BLOB NOT NULL CHECK (length(payloadHash) = 32),
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      payload BLOB NOT NULL
    ) STRICT;
    INSERT INTO newJournalEntry SELECT * FROM journalEntry;
    DROP TABLE journalEntry;
    ALTER TABLE newJournalEntry RENAME TO journalEntry;
    CREATE INDEX journalEntryByKind ON journalEntry (kind) WHERE kind <> 'message';
    CREATE TABLE hold (
      message INTEGER PRIMARY KEY REFERENCES message (entry),
      decision INTEGER UNIQUE REFERENCES journalEntry (number)
    ) STRICT;
    CREATE INDEX lineByCredit ON line (provider, previousReference) WHERE previousReference IS NOT NULL;
    """

  /// The postings of each entry, summed, instead of indexes on postings: those cost more than the postings themselves, and
  /// more with each month.
  private static let postingSumTables = """
    CREATE TABLE postingSum (
      entry INTEGER NOT NULL REFERENCES journalEntry (number),
      account INTEGER NOT NULL REFERENCES account (id),
      deliveryMonth TEXT NOT NULL,
      declarationMonth TEXT NOT NULL,
      bookingMonth TEXT NOT NULL,
      isSetApart INTEGER NOT NULL CHECK (isSetApart IN (0, 1)),
      lines INTEGER NOT NULL,
      amountCents INTEGER NOT NULL,
      PRIMARY KEY (entry, account, deliveryMonth, declarationMonth, bookingMonth, isSetApart)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO postingSum \(sumsOfPostings(setApart: "line.setApart IS NOT NULL"));
    CREATE INDEX postingSumByAccount ON postingSum (account, deliveryMonth);
    CREATE INDEX postingSumByBookingMonth ON postingSum (bookingMonth);
    DROP INDEX postingByBookingMonth;
    DROP INDEX postingByClient;
    DROP INDEX postingByAccount;
    """

  /// The allocations that may no longer cover what was granted on them, so that reports need not look at all others: those
  /// with more than one version, and those that were taken back.
  private static let changedAllocationTable = """
    CREATE TABLE changedAllocation (allocation INTEGER PRIMARY KEY REFERENCES allocation (id)) STRICT;
    INSERT INTO changedAllocation \(changedAllocations);
    """

  /// The allocations that are in force, in the order in which the declarations of a provider ask for them; those of a
  /// client; and the lines on them in the same order, with all that sums of them need, so that years of lines are one
  /// stretch of the index.
  ///
  /// A declaration names allocations that came in one by one, over years: what is asked of each of its lines must lie
  /// together, or each costs a page from disk.
  private static let currentAllocationTables = """
    CREATE TABLE currentAllocation (
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      provider INTEGER NOT NULL REFERENCES provider (id),
      number INTEGER NOT NULL,
      version INTEGER NOT NULL REFERENCES allocationVersion (id),
      client INTEGER NOT NULL REFERENCES client (id),
      category TEXT,
      code TEXT,
      decidedDate INTEGER NOT NULL,
      decidedMillisecond INTEGER NOT NULL,
      beginDate INTEGER NOT NULL,
      endDate INTEGER,
      changeReason TEXT,
      volume INTEGER,
      unit TEXT,
      frequency TEXT,
      budgetCents INTEGER,
      PRIMARY KEY (municipality, provider, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO currentAllocation \(currentAllocations);
    CREATE TABLE allocationOfClient (
      client INTEGER NOT NULL REFERENCES client (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      provider INTEGER NOT NULL REFERENCES provider (id),
      number INTEGER NOT NULL,
      PRIMARY KEY (client, municipality, provider, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO allocationOfClient \(allocationsOfClients);
    CREATE TABLE sharedAllocation (
      client INTEGER NOT NULL REFERENCES client (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      number INTEGER NOT NULL,
      PRIMARY KEY (client, municipality, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO sharedAllocation \(sharedAllocations);
    DROP INDEX allocationVersionByClient;
    DROP INDEX lineByAllocation;
    CREATE INDEX lineByAllocation ON line (
      municipality, provider, allocationNumber, periodBegin, periodEnd, client, isApproved, isCredit, creditedBy,
      category, code, unit, volume, amountCents);
    """

  /// The rows of `currentAllocation`, from the versions: the current ones that were not returned.
  static let currentAllocations = """
    SELECT allocation.municipality, version.provider, allocation.number, version.id AS version, version.client,
      version.category, version.code, version.decidedDate, version.decidedMillisecond, version.beginDate,
      version.endDate, version.changeReason, version.volume, version.unit, version.frequency, version.budgetCents
    FROM allocation JOIN allocationVersion AS version ON version.id = allocation.currentVersion
    WHERE version.returnedBy IS NULL
    """

  /// The rows of `allocationOfClient`, from all versions.
  static let allocationsOfClients = """
    SELECT DISTINCT version.client, allocation.municipality, version.provider, allocation.number
    FROM allocationVersion AS version JOIN allocation ON allocation.id = version.allocation
    """

  /// The rows of `sharedAllocation`: the numbers under which a municipality allocated care of several providers to one
  /// client, so that lines of more than one of them can stand on it.
  static let sharedAllocations = """
    SELECT client, municipality, number FROM allocationOfClient GROUP BY 1, 2, 3 HAVING COUNT(*) > 1
    """

  /// The entries with a finding on a ceiling, so that reports need not look into all others.
  private static let ceilingEntryTable = """
    CREATE TABLE ceilingEntry (entry INTEGER PRIMARY KEY REFERENCES journalEntry (number)) STRICT;
    INSERT INTO ceilingEntry \(ceilingEntries);
    """

  /// The rules of the findings on ceilings.
  static let ceilingRules: Set = ["IBP", "IBP-lifted"]

  /// The rows of `ceilingEntry`, from the journal.
  static let ceilingEntries = """
    SELECT entry.number FROM journalEntry AS entry
    WHERE entry.kind IN ('message', 'decision') AND instr(entry.payload, CAST('"IBP' AS BLOB)) > 0 AND EXISTS (
      SELECT 1 FROM json_each(CAST(entry.payload AS TEXT), '$.findings') AS finding
      WHERE json_extract(finding.value, '$.rule') IN ('IBP', 'IBP-lifted'))
    """

  /// What a line books, both sides in one row, because they differ in their account and sign only; and what a day books,
  /// which has as many sides as it needs. Months are integers, year and number: `202601`.
  ///
  /// The view shows each side as a posting of its own, for reports and for people.
  private static let pairwiseTables = """
    ALTER TABLE posting RENAME TO singlePosting;
    CREATE TABLE linePosting (
      line INTEGER PRIMARY KEY REFERENCES line (id),
      costAccount INTEGER NOT NULL REFERENCES account (id),
      debtAccount INTEGER NOT NULL REFERENCES account (id),
      client INTEGER NOT NULL REFERENCES client (id),
      amountCents INTEGER NOT NULL,
      deliveryMonth INTEGER NOT NULL,
      declarationMonth INTEGER NOT NULL,
      bookingMonth INTEGER NOT NULL
    ) STRICT;
    INSERT INTO linePosting \(linePostings(from: "singlePosting"));
    CREATE TABLE dayPosting (
      id INTEGER PRIMARY KEY,
      account INTEGER NOT NULL REFERENCES account (id),
      amountCents INTEGER NOT NULL,
      deliveryMonth INTEGER NOT NULL,
      declarationMonth INTEGER NOT NULL,
      bookingMonth INTEGER NOT NULL
    ) STRICT;
    INSERT INTO dayPosting \(dayPostings(from: "singlePosting"));
    CREATE VIEW posting AS
    SELECT line << 1 AS id, line, costAccount AS account, client, amountCents,
      \(isoMonth("deliveryMonth")) AS deliveryMonth, \(isoMonth("declarationMonth")) AS declarationMonth,
      \(isoMonth("bookingMonth")) AS bookingMonth
    FROM linePosting
    UNION ALL
    SELECT line << 1 | 1, line, debtAccount, client, -amountCents,
      \(isoMonth("deliveryMonth")), \(isoMonth("declarationMonth")), \(isoMonth("bookingMonth"))
    FROM linePosting
    UNION ALL
    SELECT id, NULL, account, NULL, amountCents,
      \(isoMonth("deliveryMonth")), \(isoMonth("declarationMonth")), \(isoMonth("bookingMonth"))
    FROM dayPosting;
    """

  /// Puts the postings of older formats pairwise.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)`` when they do not come back as they were, which only happens when somebody
  ///   changed them; the ledger then stays in its format.
  private static func keepPostingsPairwise(_ database: Database) throws {
    try database.execute(sql: pairwiseTables)
    let changed = try Int64.fetchOne(
      database,
      sql: """
        SELECT id >> 21 FROM (
          SELECT * FROM (SELECT * FROM singlePosting EXCEPT SELECT * FROM posting)
          UNION SELECT * FROM (SELECT * FROM posting EXCEPT SELECT * FROM singlePosting))
        LIMIT 1
        """)
    if let changed { throw LedgerError.damaged(entry: changed) }
    try database.execute(sql: "DROP TABLE singlePosting;")
    try database.execute(sql: triggers(of: ["linePosting", "dayPosting"]))
  }

  /// The rows of `linePosting`, from the postings of an older format: of each line the cost, and the account of the debt
  /// that follows it.
  static func linePostings(from table: String) -> String {
    """
    SELECT cost.line, cost.account AS costAccount, debt.account AS debtAccount, cost.client, cost.amountCents,
      \(numberOfMonth("cost.deliveryMonth")) AS deliveryMonth,
      \(numberOfMonth("cost.declarationMonth")) AS declarationMonth, \(numberOfMonth("cost.bookingMonth")) AS bookingMonth
    FROM \(table) AS cost JOIN \(table) AS debt ON debt.id = cost.id + 1
    WHERE cost.line IS NOT NULL AND cost.id & 1 = 0
    """
  }

  /// The rows of `dayPosting`, from the postings of an older format.
  static func dayPostings(from table: String) -> String {
    """
    SELECT id, account, amountCents, \(numberOfMonth("deliveryMonth")) AS deliveryMonth,
      \(numberOfMonth("declarationMonth")) AS declarationMonth, \(numberOfMonth("bookingMonth")) AS bookingMonth
    FROM \(table) WHERE line IS NULL
    """
  }

  /// The integer of a month, from its text in a column; 0 for any other text.
  static func numberOfMonth(_ column: String) -> String {
    """
    CASE WHEN \(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' THEN CAST(replace(\(column), '-', '') AS INTEGER)
    ELSE 0 END
    """
  }

  /// A month as text, from its integer in a column.
  private static func isoMonth(_ column: String) -> String { "printf('%d-%02d', \(column) / 100, \(column) % 100)" }

  /// The rows of `changedAllocation`, from the versions.
  static let changedAllocations = """
    SELECT allocation FROM allocationVersion GROUP BY allocation
    HAVING COUNT(*) > 1 OR MAX(returnedBy IS NOT NULL) OR MAX(changeReason IS '\(ChangeReason.removed.rawValue)')
    """

  /// The rows of `postingSum`, from the postings: by the entry that numbers them, which for a declaration that had waited
  /// is its own.
  static func sumsOfPostings(setApart: String) -> String {
    """
    SELECT posting.id >> 21 AS entry, posting.account, posting.deliveryMonth, posting.declarationMonth,
      posting.bookingMonth, \(setApart) AS isSetApart, COUNT(posting.line) AS lines,
      SUM(posting.amountCents) AS amountCents
    FROM posting LEFT JOIN line ON line.id = posting.line
    GROUP BY 1, 2, 3, 4, 5, 6
    """
  }

  /// Messages whose `Afzender` is the municipality, by their kind (``MessageHeader/isFromProvider``): their identifications
  /// are those of the municipality, all others those of the provider (TR056).
  static let fromMunicipality = "kind IN ('301', '302', '319', '320', '325')"

  /// The journal and the messages once more, with the indexes that are asked and no others: each insertion into an index
  /// in no order reads and writes a page of its own once the index has outgrown the memory for pages.
  ///
  /// The hash of an entry has none: the chain makes it the only one. The bytes of a message are found by the beginning of
  /// their hash. The versions of an allocation message are found by their numbers.
  private static let shortIndexes = """
    CREATE TABLE newJournalEntry (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('region', 'message', 'day', 'close', 'decision')),
      formatVersion INTEGER NOT NULL,
      asOf TEXT NOT NULL,
      previousHash BLOB NOT NULL CHECK (length(previousHash) = 32),
      rawHash BLOB NOT NULL CHECK (length(rawHash) = 32),
      payloadHash BLOB NOT NULL CHECK (length(payloadHash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      payload BLOB NOT NULL
    ) STRICT;
    INSERT INTO newJournalEntry SELECT * FROM journalEntry;
    DROP TABLE journalEntry;
    ALTER TABLE newJournalEntry RENAME TO journalEntry;
    CREATE INDEX journalEntryByKind ON journalEntry (kind) WHERE kind <> 'message';
    CREATE TABLE newMessage (
      entry INTEGER PRIMARY KEY REFERENCES journalEntry (number),
      rawHash BLOB NOT NULL CHECK (length(rawHash) = 32),
      kind TEXT NOT NULL,
      provider INTEGER NOT NULL REFERENCES provider (id),
      municipality INTEGER NOT NULL REFERENCES municipality (id),
      identification TEXT NOT NULL,
      messageDate TEXT NOT NULL,
      declarationNumber TEXT,
      declarationMonth TEXT,
      isProcessed INTEGER NOT NULL CHECK (isProcessed IN (0, 1))
    ) STRICT;
    INSERT INTO newMessage SELECT * FROM message;
    DROP TABLE message;
    ALTER TABLE newMessage RENAME TO message;
    CREATE INDEX messageByBytes ON message (substr(rawHash, 1, 8));
    CREATE INDEX messageByProvider ON message (provider, kind, identification) WHERE NOT (\(fromMunicipality));
    CREATE INDEX messageByMunicipality ON message (municipality, kind, identification) WHERE \(fromMunicipality);
    CREATE INDEX messageByDeclaration ON message (provider, declarationNumber) WHERE declarationNumber IS NOT NULL;
    CREATE INDEX messageByMonth ON message (provider, municipality, isProcessed, declarationMonth)
      WHERE declarationNumber IS NOT NULL;
    DROP INDEX allocationVersionByEntry;
    """

  /// Makes the journal and the messages once more, with these indexes.
  private static func shortenIndexes(_ database: Database) throws {
    try database.execute(sql: shortIndexes)
    try database.execute(sql: triggers(of: ["journalEntry"]))
  }

  /// What is booked in a month was mostly delivered in it or shortly before: in this order its sums lie together at the end
  /// of the index. In the order of accounts each month changed nearly all pages of it, which become more with each month.
  private static let sumsByDeliveryMonth = """
    DROP INDEX IF EXISTS postingSumByAccount;
    CREATE INDEX postingSumByDeliveryMonth ON postingSum (deliveryMonth, account);
    """

  /// The triggers of the first formats.
  private static let appendOnlyTriggers = triggers(of: ["journalEntry", "rawBytes", "posting"])

  private static func triggers(of tables: [String]) -> String {
    tables.map { table in
      """
      CREATE TRIGGER \(table)IsNeverUpdated BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
      CREATE TRIGGER \(table)IsNeverDeleted BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
      """
    }.joined(separator: "\n")
  }
}
