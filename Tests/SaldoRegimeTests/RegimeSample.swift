import Foundation
import SaldoDomain
import SaldoRegion
import Testing

/// A sample region of `Samples/Regimes`: its region folder, its messages, and the tables that say what must become of
/// them.
struct RegimeSample: Sendable, CustomTestStringConvertible {
  /// The folder of all of them.
  static let root =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Samples/Regimes"

  /// The one sample to look at, when the environment variable `SALDO_REGIME` names it.
  static let only = ProcessInfo.processInfo.environment["SALDO_REGIME"]

  /// Every sample, by name, or the one to look at.
  static let all: [RegimeSample] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/region.yaml") }.sorted()
      .filter { only == nil || $0 == only }.map(RegimeSample.init)
  }()

  /// The name, such as `gemeente-a`.
  let name: String

  var testDescription: String { name }
  var folder: String { "\(Self.root)/\(name)" }

  /// A month of messages and the day on which it is settled.
  struct Month: Hashable, Sendable {
    let name: String
    let asOf: CalendarDate
  }

  /// The months in the order in which they are settled.
  func months() throws -> [Month] {
    try table("plan/months.csv").map {
      Month(name: $0["month"] ?? "", asOf: try #require(CalendarDate(iso: $0["as_of"] ?? "")))
    }
  }

  func region() throws -> LoadedRegion { try RegionFolder.load(folder) }

  /// The rows of a table by column name; lines that begin with `#` are comments.
  ///
  /// - Throws: When the table is not there, or a row has another number of cells than the header.
  func table(_ path: String) throws -> [[String: String]] {
    try Self.rows(of: String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8), in: "\(name)/\(path)")
  }

  /// The rows of a text with semicolons, without quotes.
  static func rows(of text: String, in place: String) throws -> [[String: String]] {
    var lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    guard !lines.isEmpty else { return [] }
    let header = lines.removeFirst()
    return try lines.map { line in
      try #require(line.count == header.count, "\(place): \(line.joined(separator: ";"))")
      return Dictionary(zip(header, line)) { first, _ in first }
    }
  }
}
