import GRDB
import SaldoDomain

/// The references that a provider gave to its lines before, asked for in ascending order with the least reading.
///
/// New references mostly follow all that were used, or many of them stand between two: one search then answers for all
/// of these.
struct UsedReferences {
  private let statement: PreparedStatement
  /// The reference that the last search found: the first that is not lower than what was sought.
  private var found: ExactText?
  /// Whether the last search found none.
  private var isPastAll = false

  /// - Parameter provider: The dense id of the provider.
  init(of provider: Int64, in database: Database) throws {
    statement = try PreparedStatement(
      """
      SELECT reference FROM line INDEXED BY lineByReference WHERE provider = ? AND reference >= ? ORDER BY reference
      """, in: database)
    statement.bind(provider, at: 0)
  }

  /// Whether a line of the provider has a reference.
  ///
  /// - Precondition: it is not lower than the one that was asked for before.
  mutating func contains(_ reference: ExactText) throws -> Bool {
    if isPastAll { return false }
    if found.map({ $0 < reference }) ?? true {
      statement.bind(reference.string, at: 1)
      found = try statement.first { ExactText($0.text(0)) }
      isPastAll = found == nil
    }
    return found == reference
  }
}
