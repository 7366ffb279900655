import Foundation
import SaldoDomain
import SaldoLedger

extension CanonicalJSON {
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
