import Crypto
import Foundation
import GRDB
public import SaldoDomain
public import SaldoLedger

extension Ledger {
  /// A digest of each table of the register, by its name: equal registers have equal digests.
  ///
  /// Sealed columns are left out, because they differ with each encryption; clients count by their opened BSN, as far as
  /// their key exists. A replay compares the register that it builds with the one on disk by these.
  ///
  /// - Parameter number: The entry after which the register is meant.
  /// - Returns: The digests, or nil when another run added an entry since.
  public func registerDigests(after number: JournalNumber) throws -> [String: SaldoLedger.Digest]? {
    try read { database in
      let last = try Int64.fetchOne(database, sql: "SELECT MAX(number) FROM journalEntry") ?? 0
      guard last == number else { return nil }
      var digests: [String: SaldoLedger.Digest] = [:]
      for table in [
        "municipality", "provider", "message", "hold", "allocation", "allocationVersion", "notice", "request", "line",
        "account",
      ] {
        digests[table] = try Self.digest(of: table, in: database)
      }
      digests["client"] = try clientDigest(in: database)
      return digests
    }
  }

  private static func digest(of table: String, in database: Database) throws -> SaldoLedger.Digest {
    var hash = SHA256()
    // A ledger of an older format that is open for reading lacks what later formats added, and so says nothing there.
    guard try database.tableExists(table) else { return digest(hash) }
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table) ORDER BY 1")
    while let row = try rows.next() {
      for (column, value) in row where !value.isNull { hash.update(data: Data("\(column)=\(value)\u{1F}".utf8)) }
      hash.update(data: Data([0x0A]))
    }
    return digest(hash)
  }

  private func clientDigest(in database: Database) throws -> SaldoLedger.Digest {
    var hash = SHA256()
    // Birth dates are left out: a ledger of an older format does not have those of its earlier allocations.
    let rows = try Row.fetchCursor(database, sql: "SELECT id, lookup, keyYear, sealedBsn FROM client ORDER BY id")
    while let row = try rows.next() {
      let bsn = keys.key(forYear: row["keyYear"]).flatMap { Sealing.openBsn(row["sealedBsn"], key: $0) }
      let isFound = bsn.map { Data(keys.lookup(of: $0)) == row["lookup"] } ?? true
      hash.update(data: Data("\(row["id"] as Int64) \(bsn?.digits ?? "-") \(isFound)\n".utf8))
    }
    return Self.digest(hash)
  }

  private static func digest(_ hash: SHA256) -> SaldoLedger.Digest {
    SaldoLedger.Digest(bytes: Array(hash.finalize())) ?? .zero
  }
}
