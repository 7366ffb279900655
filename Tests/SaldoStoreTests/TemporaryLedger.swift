import Foundation
import GRDB
import SaldoDomain
@testable import SaldoStore
import SaldoTestLedger

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "saldo-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of the ledger in the folder.
  var ledger: String { url.appending(path: "test.saldo").path }

  /// Makes the ledger of the two months and closes it.
  func fill() throws { _ = try TestLedger.fill(try Ledger(path: ledger, mode: .create)) }

  /// Changes the file behind the back of the program: drops the triggers, then runs the statements.
  func tamper(_ statements: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: ledger, configuration: configuration)
    try queue.write { database in
      for table in ["journalEntry", "rawBytes", "linePosting", "dayPosting"] {
        try database.execute(sql: "DROP TRIGGER \(table)IsNeverUpdated; DROP TRIGGER \(table)IsNeverDeleted;")
      }
      try database.execute(sql: statements)
    }
    try queue.close()
  }
}
