import GRDB
import SaldoDomain

/// The declarations that wait (aangehouden declaraties), of which there are none most of the time.
///
/// Whether there are any is asked once for many lines, and then of each message once, in one transaction.
final class HeldMessages {
  /// Finds whether a message waits; nil when none does.
  private let finder: PreparedStatement?
  private var found: [JournalNumber: Bool] = [:]

  /// Those of a ledger at this moment.
  init(in database: Database) throws {
    let anyWaits = try PreparedStatement("SELECT 1 FROM hold WHERE decision IS NULL LIMIT 1", in: database)
      .first { _ in true }
    finder =
      anyWaits == nil
      ? nil : try PreparedStatement("SELECT 1 FROM hold WHERE message = ? AND decision IS NULL", in: database)
  }

  /// Whether nothing waits.
  var isEmpty: Bool { finder == nil }

  /// Whether a line, by its row id, is one of a declaration that waits and did not come in before an entry.
  func holdLine(_ id: Int64, from entry: JournalNumber = .min) throws -> Bool {
    guard let finder, id >> 20 >= entry else { return false }
    if let waits = found[id >> 20] { return waits }
    finder.bind(id >> 20, at: 0)
    let waits = try finder.first { _ in true } ?? false
    found[id >> 20] = waits
    return waits
  }
}
