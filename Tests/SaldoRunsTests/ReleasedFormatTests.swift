import Foundation
import SaldoDomain
import SaldoLedger
import SaldoReports
import SaldoRuns
import SaldoStore
import Testing

/// A ledger of each released format is kept as a fixture; every later version opens, verifies and replays it.
struct ReleasedFormatTests {
  /// The formats with the digest that the ledger had when it was written.
  static let formats = [("ledger-format-1", "6b5907fdd4176a9ddea12b246ac8763ae7d44fd5a2ce3e72dbe919ff60124c99")]

  @Test(arguments: formats)
  func `a ledger of a released format is sound and replays`(name: String, digest: String) throws {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Fixtures/"
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in [name + ".saldo", name + ".saldo.keys"] {
      try FileManager.default.copyItem(atPath: fixtures + file, toPath: folder + "/" + file)
    }
    // For reading it stays in its format, in which nothing can wait.
    let asItIs = try Ledger(path: folder + "/\(name).saldo", mode: .read)
    #expect(try asItIs.verify().faults == [] && asItIs.waiting() == [] && asItIs.heldFigures() == [])
    #expect(try ReplayRun(of: asItIs).replay().differences == [])
    let last = try #require(try asItIs.lastEntry()?.entry)
    let region = try #require(try asItIs.region(at: last.number))
    let period = ReportPeriod(year: last.asOf.year)
    let report = try SettlementReport(ledger: asItIs, region: region, period: period, asOf: last.asOf)
    #expect(report.totals.linesDeclared > 0 && report.held == nil)
    try asItIs.rewind(to: last.asOf)
    #expect(try SettlementReport(ledger: asItIs, region: region, period: period, asOf: last.asOf) == report)
    try asItIs.close()

    let ledger = try Ledger(path: folder + "/\(name).saldo", mode: .create)
    let verification = try ledger.verify()
    #expect(verification.faults == [])
    #expect(verification.digest == digest)
    #expect(verification.messages == 4)
    #expect(try ReplayRun(of: ledger).replay().differences == [])
  }
}
