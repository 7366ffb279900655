import GRDB
import SaldoDomain

/// The declarations that wait (aangehouden declaraties), of which there are none most of the time.
///
/// Looked up once for many lines, instead of for each.
struct HeldMessages {
  private let numbers: Set<JournalNumber>

  /// Those of a ledger at this moment.
  init(in database: Database) throws {
    var numbers: Set<JournalNumber> = []
    try PreparedStatement("SELECT message FROM hold WHERE decision IS NULL", in: database)
      .forEachRow { numbers.insert($0.integer(0)) }
    self.numbers = numbers
  }

  /// Whether nothing waits.
  var isEmpty: Bool { numbers.isEmpty }

  /// Whether a line, by its row id, is one of a declaration that waits and did not come in before an entry.
  func holdLine(_ id: Int64, from entry: JournalNumber = .min) -> Bool {
    !numbers.isEmpty && id >> 20 >= entry && numbers.contains(id >> 20)
  }
}
