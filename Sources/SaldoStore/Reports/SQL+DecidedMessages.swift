import GRDB

extension SQL {
  /// A `FROM` clause that names `message` and `entry`: every message, with the journal entry that decided it.
  ///
  /// For most that is their own entry, for a declaration that had waited the later one of its decision. A declaration that
  /// waits is left out.
  static var decidedMessages: SQL {
    """
    message LEFT JOIN hold ON hold.message = message.entry
    JOIN journalEntry AS entry ON entry.number = CASE WHEN hold.message IS NULL THEN message.entry ELSE hold.decision END
    """
  }
}
