import Foundation
import Testing

/// The sample region, settled by the program.
enum Merenland {
  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let sample = package + "/Samples/Merenland"
  static let region = sample + "/region"

  /// One of the two months: its inbox and the day on which it is settled.
  struct Month: Sendable, CustomTestStringConvertible {
    let name: String
    let asOf: String
    var inbox: String { sample + "/inbox/" + name }
    var testDescription: String { name }

    /// The messages by file name.
    var files: [String] { Scratch.files(below: inbox).keys.sorted() }
  }

  static let march = Month(name: "2026-03", asOf: "2026-04-10")
  static let april = Month(name: "2026-04", asOf: "2026-05-12")
  static let months = [march, april]

  /// A message of March in which everything is right.
  static let goodDeclaration = march.inbox + "/jw323-regular-0088-p1.xml"

  /// The arguments that settle paths into `ledger.saldo` and `out` of a folder.
  static func settle(_ paths: [String], asOf: String = march.asOf, in folder: String) -> [String] {
    ["settle"] + paths
      + ["--region", region, "--ledger", folder + "/ledger.saldo", "--out", folder + "/out", "--as-of", asOf]
  }

  /// Both months, settled once by an undisturbed program; to be copied, never to be changed.
  static let settled = Result { try Settled() }

  /// The ledger after March and after both months, and the answers.
  struct Settled {
    let scratch: Scratch
    let digest: String
    let answers: [String: Data]
    /// How long the first month took, in seconds.
    let seconds: Double

    fileprivate init() throws {
      scratch = try Scratch()
      let start = Date()
      #expect(try SaldoProcess.run(Merenland.settle([march.inbox], in: scratch.folder)).status == 0)
      seconds = Date().timeIntervalSince(start)
      try scratch.copy(scratch.path("ledger.saldo"), to: "march/ledger.saldo")
      try scratch.copy(scratch.path("ledger.saldo.keys"), to: "march/ledger.saldo.keys")
      let april = Merenland.settle([april.inbox], asOf: april.asOf, in: scratch.folder)
      #expect(try SaldoProcess.run(april).status == 0)
      digest = try Merenland.digest(of: scratch.path("ledger.saldo"))
      answers = scratch.files(below: "out/answers")
      atexit { try? FileManager.default.removeItem(atPath: (try? Merenland.settled.get().scratch.folder) ?? "") }
    }

    /// Copies the ledger and its keys into a folder; that of March only, or of both months.
    func copyLedger(to other: Scratch, marchOnly: Bool = false) throws {
      for name in ["ledger.saldo", "ledger.saldo.keys"] {
        try other.copy(scratch.path((marchOnly ? "march/" : "") + name), to: name)
      }
    }
  }

  /// The digest that `saldo verify` prints of a sound ledger.
  static func digest(of ledger: String, environment: [String: String] = [:]) throws -> String {
    let outcome = try SaldoProcess.run(["verify", "--ledger", ledger], environment: environment)
    #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
    return try #require(outcome.stdout.firstMatch(of: /Kenmerk: ([0-9a-f]{64})\n/)).output.1.description
  }

  /// A table of the sample: rows by column name.
  static func table(_ name: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: sample + "/" + name, encoding: .utf8)
    var rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let header = rows.removeFirst()
    return rows.map { row in Dictionary(zip(header, row)) { first, _ in first } }
  }
}
