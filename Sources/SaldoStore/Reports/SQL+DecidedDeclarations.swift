import GRDB

extension SQL {
  /// A `FROM` clause that names `message` and `entry`: every declaration, with the journal entry that decided it.
  ///
  /// For most that is their own entry, for one that had waited the later one of its decision. A declaration that waits is
  /// left out. The index of declarations keeps it from the other messages, which are many more.
  static var decidedDeclarations: SQL {
    """
    (SELECT * FROM message WHERE declarationNumber IS NOT NULL) AS message
    LEFT JOIN hold ON hold.message = message.entry
    CROSS JOIN journalEntry AS entry ON entry.number = CASE WHEN hold.message IS NULL THEN message.entry ELSE hold.decision END
    """
  }
}
