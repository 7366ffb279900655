import Foundation
import Testing

/// No citizen service number leaves the program, except in the answers and the ledger that must carry it.
struct PrivacyTests {
  /// The numbers of all clients of the sample, also the one that fails the eleven-test on purpose.
  static func numbers() throws -> [String] { try Merenland.table("plan/clients.csv").map { $0["bsn"]! } }

  /// What a run printed and wrote, without answers, ledger and keys.
  private static func shown(_ outcomes: [SaldoProcess.Outcome], _ scratch: Scratch) -> String {
    let reports = scratch.files(below: "out").filter { !$0.key.hasPrefix("answers/") }
    let names = scratch.files().keys.sorted().joined(separator: "\n")
    return outcomes.map { $0.stdout + $0.stderr }.joined() + names
      + reports.values.map { String(decoding: $0, as: UTF8.self) }.joined()
  }

  @Test func `no command shows the number of a client of the sample`() throws {
    let scratch = try Scratch()
    let ledger = scratch.path("ledger.saldo")
    var outcomes: [SaldoProcess.Outcome] = []
    for language in ["nl", "en"] {
      for month in Merenland.months where language == "nl" || month.name == Merenland.april.name {
        let common = ["--region", Merenland.region, "--as-of", month.asOf, "--lang", language]
        for format in ["text", "json"] {
          outcomes.append(
            try SaldoProcess.run(
              ["check", month.inbox, "--format", format] + common + ["--context", Merenland.march.inbox]))
        }
        let settle = Merenland.settle([month.inbox], asOf: month.asOf, in: scratch.folder) + ["--lang", language]
        outcomes.append(try SaldoProcess.run(settle + ["--dry-run"]))
        outcomes.append(try SaldoProcess.run(settle))
      }
      outcomes.append(try SaldoProcess.run(["verify", "--ledger", ledger, "--lang", language]))
      outcomes.append(try SaldoProcess.run(["replay", "--ledger", ledger, "--lang", language]))
      outcomes.append(try SaldoProcess.run(["region", Merenland.region, "--lang", language]))
    }
    let shown = Self.shown(outcomes, scratch)
    let numbers = try Self.numbers()
    #expect(numbers.count == 48)
    #expect(shown.count > 10_000)
    for number in numbers { #expect(!shown.contains(number)) }
    // The search would find them: the answers carry them.
    let answers = scratch.files(below: "out/answers").values.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(numbers.count { answers.contains($0) } > 20)
  }

  @Test func `the ledger file holds no number that can be read`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("ledger.saldo")))
    for number in try Self.numbers() { #expect(bytes.range(of: Data(number.utf8)) == nil) }
  }

  @Test(arguments: ["BSN", "A-BSN", "BSN-1", "BSNx", "nr.BSN.3"])
  func `a number that a sender put where it does not belong is masked and signalled`(pattern: String) throws {
    let scratch = try Scratch()
    let numbers = try Self.numbers()  // The first 40 all pass the eleven-test.
    for (index, name) in Merenland.march.files.filter({ $0.hasPrefix("jw323") }).enumerated() {
      var count = index
      let text = try String(contentsOfFile: Merenland.march.inbox + "/" + name, encoding: .utf8)
        .replacing(/(<ijw:(?:Vorig)?ReferentieNummer>)[^<]*</) { match in
          count += 1
          return match.output.1 + pattern.replacing("BSN", with: numbers[(count % 7 * 5) % 40]) + "<"
        }
        .replacing(/(<ijw:Identificatie>|<jw323:DeclaratieNummer>)[^<]*</) { match in
          match.output.1 + numbers[(index + 3) % 40] + "<"
        }
      try scratch.write(text, to: "in/\(index).xml")
    }
    for name in Merenland.march.files.filter({ $0.hasPrefix("jw301") }) {
      try scratch.copy(Merenland.march.inbox + "/" + name, to: "in/" + name)
    }
    let common = ["--region", Merenland.region, "--as-of", Merenland.march.asOf]
    let settle = Merenland.settle([scratch.path("in")], in: scratch.folder)
    let context = ["--context", Merenland.goodDeclaration]
    let outcomes = [
      try SaldoProcess.run(["check", scratch.path("in")] + common + context),
      try SaldoProcess.run(["check", scratch.path("in"), "--format", "json"] + common + context),
      try SaldoProcess.run(["check", scratch.path("in"), "--lang", "en"] + common),
      try SaldoProcess.run(settle), try SaldoProcess.run(settle),
      try SaldoProcess.run(["verify", "--ledger", scratch.path("ledger.saldo")]),
      try SaldoProcess.run(["replay", "--ledger", scratch.path("ledger.saldo")]),
    ]
    let shown = Self.shown(outcomes, scratch)
    for number in try Self.numbers() { #expect(!shown.contains(number)) }
    #expect(outcomes[0].stdout.contains(pattern.replacing("BSN", with: "*********")))
    #expect(outcomes[0].stdout.contains("signaal: Dit referentienummer bevat een BSN"))
    #expect(outcomes[1].stdout.contains("\"reference\" : \"\(pattern.replacing("BSN", with: "*********"))\""))
    #expect(outcomes[3].status == 0)
    #expect(outcomes.dropFirst(3).allSatisfy { $0.status == 0 })
  }

  @Test func `a number in a region folder is masked`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.region, to: "regio")
    let number = try #require(try Self.numbers().first)
    try scratch.write(
      try scratch.text("regio/products.csv").replacing(";83,50;", with: ";\(number);x"), to: "regio/products.csv")
    let outcome = try SaldoProcess.run(["region", scratch.path("regio")])
    #expect(outcome.status == 2)
    #expect(!outcome.stderr.contains(number))
  }
}
