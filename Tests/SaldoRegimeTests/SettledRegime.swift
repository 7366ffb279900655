import Foundation
import SaldoDomain
import SaldoLedger
import SaldoRegion
import SaldoReports
import SaldoRuns
import SaldoStore
import Synchronization

/// A sample region settled month by month, with what could be seen after each.
struct SettledRegime: Sendable {
  let sample: RegimeSample
  let region: LoadedRegion
  /// The folder with the ledger and the answers.
  let folder: String
  /// What each run did and left, in order.
  let runs: [Run]

  /// One month.
  struct Run: Sendable {
    let month: RegimeSample.Month
    let result: SettleResult
    /// Every table that a behaviour can name, by its name, as it stood after this run.
    let tables: [String: [[String: String]]]
    /// The digest of the ledger after the run.
    let digest: String
  }

  var ledgerPath: String { folder + "/regime.saldo" }

  /// Settles a sample in a new folder.
  init(_ sample: RegimeSample, in folder: String) throws {
    self.sample = sample
    self.folder = folder
    region = try sample.region()
    try FileManager.default.createDirectory(atPath: folder + "/answers", withIntermediateDirectories: true)
    let ledger = try Ledger(path: folder + "/regime.saldo", mode: .create)
    defer { try? ledger.close() }
    var runs: [Run] = []
    for month in try sample.months() {
      let result = try Self.settle(month, of: sample, under: region.snapshot, into: ledger, folder)
      let tables = try RegimeTables(
        sample: sample, region: region, ledger: ledger, ledgerPath: folder + "/regime.saldo", month: month,
        result: result)
      runs.append(
        Run(month: month, result: result, tables: try tables.all(), digest: try ledger.digest().hex))
    }
    self.runs = runs
  }

  /// Settles one month of a sample into a ledger.
  static func settle(
    _ month: RegimeSample.Month, of sample: RegimeSample, under region: RegionSnapshot, into ledger: Ledger,
    _ folder: String
  ) throws -> SettleResult {
    let files = try Inbox(["\(sample.folder)/inbox/\(month.name)"]).files
    let reception = try Reception(files, for: region, takes: SettleRun.takes)
    guard reception.unusable.isEmpty else { throw Unusable(files: reception.unusable.map { "\($0)" }) }
    return try SettleRun(
      into: ledger, region: region, asOf: month.asOf, answers: AnswerFolder(path: folder + "/answers")
    ).settle(reception)
  }

  /// Messages of a sample that cannot be used.
  struct Unusable: Error {
    let files: [String]
  }

  /// A sample settled once for all tests that only look.
  static func settled(_ sample: RegimeSample) throws -> SettledRegime {
    try cache.withLock { cache in
      if let known = cache[sample.name] { return known }
      let folder = FileManager.default.temporaryDirectory.path + "/saldo-regime-" + UUID().uuidString
      let settled = try SettledRegime(sample, in: folder)
      cache[sample.name] = settled
      return settled
    }
  }

  private static let cache = Mutex<[String: SettledRegime]>([:])
}
