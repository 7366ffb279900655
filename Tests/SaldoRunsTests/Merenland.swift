import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRegion
import SaldoRuns
import SaldoStore

/// The sample region, settled into a ledger in a folder of its own.
struct Merenland {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let sample = package + "/Samples/Merenland"

  /// The two runs of the sample.
  static let months: [(name: String, asOf: CalendarDate)] = [
    ("2026-03", CalendarDate(iso: "2026-04-10")!), ("2026-04", CalendarDate(iso: "2026-05-12")!),
  ]

  static func region() throws -> RegionSnapshot { try RegionFolder.load(sample + "/region").snapshot }

  let folder: String
  let ledger: Ledger

  var ledgerPath: String { folder + "/merenland.saldo" }

  /// A new, empty ledger in a temporary folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    ledger = try Ledger(path: folder + "/merenland.saldo", mode: .create)
  }

  /// Both months settled.
  static func settled() throws -> Merenland {
    let merenland = try Merenland()
    for month in months { try merenland.settle(month.name, asOf: month.asOf) }
    return merenland
  }

  /// Settles one month; `order` rearranges the files before they are read.
  @discardableResult
  func settle(
    _ month: String, asOf: CalendarDate, order: ([InputFile]) -> [InputFile] = { $0 }
  ) throws -> SettleResult {
    let region = try Self.region()
    let files = order(try Inbox([Self.sample + "/inbox/" + month]).files)
    return try SettleRun(
      into: ledger, region: region, asOf: asOf, answers: AnswerFolder(path: folder + "/answers")
    ).settle(try Reception(files, for: region))
  }

  /// The answers by file name.
  func answers() throws -> [String: Data] {
    var answers: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/answers") {
      answers[name] = FileManager.default.contents(atPath: folder + "/answers/" + name)
    }
    return answers
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// A hand-written table of the sample: rows by column name.
func expectedTable(_ name: String) throws -> [[String: String]] {
  let text = try String(contentsOfFile: Merenland.sample + "/" + name, encoding: .utf8)
  var rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }
  let header = rows.removeFirst()
  return rows.map { row in Dictionary(zip(header, row)) { first, _ in first } }
}
