import Crypto
import Foundation
import Testing

/// A provider who checks sees exactly the rejections that the bureau's settling produces, given the same knowledge.
struct CheckAgreementTests {
  /// A message of the sample with what its place in the canonical order depends on.
  private struct Inbound {
    let path: String
    let key: [String]

    init(_ path: String) throws {
      self.path = path
      let text = try String(contentsOfFile: path, encoding: .utf8)
      func value(_ tag: String) throws -> String {
        let found = try text.firstMatch(of: Regex("<\\w+:\(tag)>([^<]*)<"))
        return String(try #require(found?.output[1].substring))
      }
      key = try ["Dagtekening", "Afzender", "Ontvanger", "Identificatie"].map(value)
    }
  }

  /// The declarations of a month in canonical order, and its other messages.
  private static func inbox(_ month: Merenland.Month) throws -> (declarations: [String], others: [String]) {
    let paths = month.files.map { month.inbox + "/" + $0 }
    let declarations = try paths.filter { $0.contains("/jw323") }.map(Inbound.init)
    return (
      declarations.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.path),
      paths.filter { !$0.contains("/jw323") }
    )
  }

  @Test func `each declaration is answered as a check with the ledger before it said`() throws {
    let scratch = try Scratch()
    var rejecting = 0
    for month in Merenland.months {
      let (declarations, others) = try Self.inbox(month)
      let settle = { (paths: [String]) throws in
        let outcome = try SaldoProcess.run(Merenland.settle(paths, asOf: month.asOf, in: scratch.folder))
        #expect(outcome.status == 0)
      }
      try settle(others)
      for path in declarations {
        let check = try CheckOutput([
          path, "--ledger", scratch.path("ledger.saldo"), "--region", Merenland.region, "--as-of", month.asOf,
        ])
        let before = Set(scratch.files(below: "out/answers").keys)
        try settle([path])
        let answers = scratch.files(below: "out/answers").filter { !before.contains($0.key) }
        #expect(answers.count == 1)
        let answer = try Answer(try #require(answers.values.first))
        #expect(Answer(expectedBy: try check.file) == answer, "\(path)")
        #expect(check.outcome.status == (answer.rejects ? 1 : 0), "\(path)")
        #expect((try check.file.verdict == "accepted") != answer.rejects, "\(path)")
        if answer.rejects { rejecting += 1 }
      }
    }
    #expect(rejecting > 30)
    // One message at a time, in canonical order, gives the same ledger and answers as a month at once.
    let settled = try Merenland.settled.get()
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == settled.digest)
    #expect(scratch.files(below: "out/answers") == settled.answers)
  }

  @Test(arguments: Merenland.months)
  func `a month is answered as a check with earlier messages as context said`(month: Merenland.Month) throws {
    let scratch = try Scratch()
    let settled = try Merenland.settled.get()
    let (declarations, others) = try Self.inbox(month)
    var arguments =
      declarations.reversed() + ["--region", Merenland.region, "--as-of", month.asOf, "--context"] + others
    if month.name == Merenland.april.name {
      try settled.copyLedger(to: scratch, marchOnly: true)
      arguments += ["--ledger", scratch.path("ledger.saldo")]
    }
    let checked = try CheckOutput(arguments)
    #expect(checked.outcome.status == 1)
    #expect(checked.outcome.stderr == "")
    #expect(checked.files.map(\.file) == declarations.sorted())
    for file in checked.files {
      let hash = SHA256.hash(data: try Data(contentsOf: URL(fileURLWithPath: file.file)))
      let digits = hash.prefix(6).map { String(format: "%02x", $0) }.joined()
      let name = try #require(settled.answers.keys.first { $0.hasSuffix("-\(digits).xml") })
      #expect(try Answer(expectedBy: file) == Answer(try #require(settled.answers[name])), "\(file.file)")
    }
  }

  @Test func `the codes of a check are those of the hand-written table`() throws {
    let (declarations, others) = try Self.inbox(Merenland.march)
    let checked = try CheckOutput(
      declarations + ["--region", Merenland.region, "--as-of", Merenland.march.asOf, "--context"] + others)
    var found: [String] = []
    for file in checked.files {
      let name = String(try #require(file.file.split(separator: "/").last))
      for finding in file.findings where finding.answerClass == "Prestatie" {
        found.append("\(name) \(finding.reference ?? "") \(finding.returnCode ?? "")")
      }
    }
    let files = Dictionary(
      try Merenland.table("expected-messages.csv").filter { $0["month"] == "2026-03" }.map {
        ("\($0["identification"]!) \($0["provider"]!)", $0["file"]!)
      }, uniquingKeysWith: { first, second in first + "|" + second })
    var expected: Set<String> = []
    for row in try Merenland.table("expected.csv") where row["month"] == "2026-03" && row["verdict"] == "rejected" {
      let candidates = files.filter { $0.key.hasPrefix(row["identification"]! + " ") }
      #expect(candidates.count == 1)
      for code in row["codes"]!.split(separator: " ") where code != "0233" {
        expected.insert("\(candidates.first?.value ?? "") \(row["reference"]!) \(code)")
      }
    }
    #expect(expected.count > 30)
    #expect(Set(found).symmetricDifference(expected).sorted() == [])
  }
}
