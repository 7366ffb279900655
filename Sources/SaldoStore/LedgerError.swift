import SaldoDomain

/// Why a ledger cannot be used. No case carries personal data or the text of a library.
public enum LedgerError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// There is no file at the path and none can be made there.
  case cannotBeMade(path: String)
  /// The file is not a ledger of this program.
  case notALedger(path: String)
  /// The ledger was written by a later version of this program.
  case newerFormat(path: String, found: Int, supported: Int)
  /// The file cannot be opened, read or written; the code is SQLite's.
  case unusable(path: String, code: Int)
  /// Another run keeps the ledger for itself.
  case busy(path: String)
  /// Another run wrote into the ledger meanwhile.
  case changedMeanwhile(path: String)
  /// The file with the keys is missing or cannot be read.
  case keysUnreadable(path: String)
  /// The key of a year was destroyed, or is not in the key file: the stored message cannot be read.
  case sealed(entry: Int64, year: Int)
  /// A stored message does not open with its key, or what is stored does not read back; 0 is the register.
  case damaged(entry: Int64)
}
