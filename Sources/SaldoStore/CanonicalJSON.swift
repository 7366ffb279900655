import Foundation
import SaldoDomain

/// JSON whose bytes depend on the value alone: sorted keys, no escaped slashes, no spaces.
enum CanonicalJSON {
  /// The bytes of a value.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// The value in bytes that a ledger holds.
  ///
  /// - Throws: ``LedgerError/damaged(entry:)``; the text of the library, which quotes data, is not shown.
  static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8], entry: JournalNumber) throws -> T {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw LedgerError.damaged(entry: entry)
    }
  }
}
