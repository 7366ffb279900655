import Foundation
import SaldoMessages
import Testing

/// The answers and reports of the sample as whole files; `RECORD_GOLDEN=1` writes them and fails the run.
///
/// The verdicts, codes and cents in them stand in tables that were written by hand; other tests compare those.
struct GoldenTests {
  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Golden"

  /// Keys that make the pseudonyms of the reports the same every time.
  private static let keys = """
    {"pseudonym":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=","years":{}}
    """

  /// The sample settled with those keys: every file that the two runs leave, but for the spreadsheets.
  private static func settle() throws -> [String: Data] {
    let scratch = try Scratch()
    try scratch.write(keys, to: "ledger.saldo.keys")
    for month in Merenland.months {
      let outcome = try SaldoProcess.run([
        "settle", month.inbox, "--region", Merenland.region, "--ledger", scratch.path("ledger.saldo"), "--out",
        scratch.path("out/" + String(month.inbox.suffix(7))), "--as-of", month.asOf,
      ])
      #expect(outcome.status == 0)
    }
    return scratch.files(below: "out").filter { !$0.key.hasSuffix(".xlsx") }
  }

  @Test func `the answers and reports of the sample are the golden files`() throws {
    let files = try Self.settle()
    #expect(files.count == 59 + 19 + 2 * 9)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try? FileManager.default.removeItem(atPath: Self.golden)
      for (name, data) in files {
        let url = URL(fileURLWithPath: Self.golden + "/" + name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
      }
      Issue.record("recorded \(files.count) golden files; look at the difference and run again")
      return
    }
    let expected = Scratch.files(below: Self.golden)
    #expect(files.keys.sorted() == expected.keys.sorted())
    for name in files.keys.sorted() { #expect(files[name] == expected[name], "\(name) differs") }
  }

  @Test func `every answer validates against the schema`() throws {
    let reader = MessageReader()
    let answers = try Self.settle().filter { $0.key.hasSuffix(".xml") }
    #expect(answers.count == 59 + 19)
    for (name, data) in answers { #expect(reader.validate(Array(data)) == [], "\(name)") }
  }
}
