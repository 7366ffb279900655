import GRDB
public import SaldoDomain

/// What a set of messages came to: the figures of one run.
public struct RunFigures: Hashable, Sendable {
  /// The number of messages.
  public var messages: Int
  /// The number of lines of the declarations among them.
  public var lines: Int
  /// The number of approved lines.
  public var approvedLines: Int
  /// The number of lines of declarations that wait.
  public var heldLines: Int
  /// What the declarations declared, debit minus credit.
  public var declared: Euros
  /// The sum of the care-cost postings.
  public var careCosts: Euros
  /// The sum of the payable postings: negative when money is owed to providers.
  public var payables: Euros
  /// How often each return code was given, sorted by code.
  ///
  /// Counted at every class that carries it: messages, clients and lines. What providers returned does not count.
  public var codes: [CodeCount]
  /// The messages other than declarations that are not in force, sorted by kind and code.
  public var refused: [NoticeFigures]

  /// How often a code was given.
  public struct CodeCount: Hashable, Sendable {
    /// The code.
    public var code: ReturnCode
    /// How often.
    public var count: Int
  }
}

extension Ledger {
  /// What the messages with these journal numbers came to; other entries and unknown numbers are left out.
  ///
  /// - Throws: ``LedgerError``.
  public func figures(ofMessages entries: [JournalNumber]) throws -> RunFigures {
    try read { database in
      let chosen: SQL = """
        WITH chosen AS (
          SELECT message.entry AS number, message.kind, message.isProcessed, CAST(entry.payload AS TEXT) AS text,
            hold.message IS NOT NULL AND hold.decision IS NULL AS isWaiting
          FROM message LEFT JOIN hold ON hold.message = message.entry
          JOIN journalEntry AS entry ON entry.number = IFNULL(hold.decision, message.entry)
          WHERE message.entry IN (SELECT value FROM json_each(\(Self.json(entries))))
        )

        """
      let counts: SQL = """
        \(chosen) SELECT COUNT(*) AS messages, IFNULL(SUM(json_extract(text, '$.lineCount')), 0) AS lines,
          IFNULL(SUM(json_extract(text, '$.declaredCents')), 0) AS declaredCents,
          IFNULL(SUM(CASE WHEN isWaiting THEN json_extract(text, '$.lineCount') END), 0) AS heldLines,
          IFNULL(SUM(CASE WHEN json_extract(text, '$.outcome') = 'lines'
            THEN json_extract(text, '$.lineCount') - json_array_length(text, '$.lines') END), 0) AS approvedLines
        FROM chosen
        """
      let sums: SQL = """
        \(chosen) SELECT IFNULL(SUM(CASE account.kind WHEN 'care-cost' THEN amountCents END), 0) AS careCostCents,
          IFNULL(SUM(CASE account.kind WHEN 'payable' THEN amountCents END), 0) AS payableCents
        FROM chosen CROSS JOIN postingSum ON postingSum.entry = chosen.number
        CROSS JOIN account ON account.id = postingSum.account
        """
      // Those of the message, of its clients and of its lines at once: SQLite takes the payload apart for each table of it.
      let codes: SQL = """
        \(chosen) SELECT code.value AS code, COUNT(*) AS count
        FROM chosen
        JOIN json_each(json_extract(chosen.text, '$.codes', '$.clients', '$.lines')) AS part
        JOIN json_each(part.value) AS class
        JOIN json_each(IIF(part.key = 0, json_array(class.value), json_extract(class.value, '$.codes'))) AS code
        WHERE IIF(part.key = 0, chosen.kind NOT IN ('302', '320'), NOT chosen.isWaiting)
        GROUP BY code.value ORDER BY code.value
        """
      let refused: SQL = """
        \(chosen) SELECT kind, code.value AS code, COUNT(*) AS messages
        FROM chosen LEFT JOIN json_each(chosen.text, '$.codes') AS code
        WHERE kind <> '323' AND (isProcessed = 0 OR kind IN ('301', '302') AND code.value IS NOT NULL)
        GROUP BY kind, code.value ORDER BY kind, code.value
        """
      let count = try SQLRequest<Row>(literal: counts).fetchOne(database)!
      let sum = try SQLRequest<Row>(literal: sums).fetchOne(database)!
      return RunFigures(
        messages: count["messages"], lines: count["lines"], approvedLines: count["approvedLines"],
        heldLines: count["heldLines"],
        declared: count.euros("declaredCents"), careCosts: sum.euros("careCostCents"),
        payables: sum.euros("payableCents"),
        codes: try SQLRequest<Row>(literal: codes).fetchAll(database).map { row in
          RunFigures.CodeCount(code: ReturnCode(rawValue: row["code"]), count: row["count"])
        },
        refused: try SQLRequest<Row>(literal: refused).fetchAll(database).map(NoticeFigures.init))
    }
  }

  /// Numbers as a JSON array, which SQLite reads as a table: a list of arguments has a limit.
  static func json(_ entries: [JournalNumber]) -> String {
    "[" + Set(entries).sorted().map(String.init).joined(separator: ",") + "]"
  }
}
