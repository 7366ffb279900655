import Foundation
import Testing

/// What a new region does first: a folder of its own, its sample, the catalogue of rules.
struct FirstStepsTests {
  @Test func `the commands of the new folder's README work as they stand`() throws {
    let scratch = try Scratch()
    let written = try SaldoProcess.run(["init", "regio"], in: scratch.folder)
    #expect(written.status == 0)
    #expect(written.stdout == "regio is klaar; lees regio/README.md voor de eerste stappen.\n")
    let readme = try scratch.text("regio/README.md")
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("    saldo ") }
      .map { $0.split(separator: " ").dropFirst().map(String.init) }
    #expect(commands.map(\.first) == ["region", "settle"])
    for command in commands {
      let outcome = try SaldoProcess.run(command, in: scratch.path("regio"))
      #expect(outcome.status == 0, "\(command): \(outcome.stderr)")
      #expect(outcome.stderr == "")
    }
    let answers = scratch.files(below: "regio/uit/answers")
    #expect(answers.count == 1)
    let answer = String(decoding: try #require(answers.values.first), as: UTF8.self)
    // The README says that everything is granted: € 1.169,00 + € 560,18 + € 3.820,00.
    let granted = try #require(
      answer.firstMatch(of: /TotaalToegekendBedrag>\s*<ijw:TotaalBedrag>(\d+)</)?.output.1)
    #expect(granted == "554918")
    #expect(readme.contains("5.549,18"))
    #expect(try SaldoProcess.run(["verify", "--ledger", scratch.path("regio/grootboek.saldo")]).status == 0)
  }

  @Test func `init takes an empty folder and refuses one that holds something`() throws {
    let scratch = try Scratch()
    try scratch.makeFolder("leeg")
    #expect(try SaldoProcess.run(["init", scratch.path("leeg")]).status == 0)
    let before = scratch.files()
    for language in ["nl": "de map is niet leeg; verwacht: ", "en": "the folder is not empty; expected: "] {
      let outcome = try SaldoProcess.run(["init", scratch.path("leeg"), "--lang", language.key])
      #expect(outcome.status == 2)
      #expect(outcome.stdout == "")
      #expect(outcome.stderr.hasPrefix(scratch.path("leeg") + ": " + language.value))
    }
    try scratch.write("x", to: "bestand")
    let onFile = try SaldoProcess.run(["init", scratch.path("bestand")])
    #expect(onFile.status == 2)
    #expect(onFile.stderr.hasPrefix(scratch.path("bestand") + ": dit is een bestand; verwacht: "))
    for arguments in [["init", ""], ["init", "", "--regime", "deventer"]] {
      let outcome = try SaldoProcess.run(arguments, in: scratch.folder)
      #expect(outcome.status == 2)
      #expect(outcome.stderr.contains("De naam van de map is leeg."))
    }
    let below = try SaldoProcess.run(["init", scratch.path("bestand/onder")])
    #expect(below.status == 2)
    #expect(below.stderr.hasPrefix(scratch.path("bestand/onder") + ": "))
    #expect(scratch.files().filter { $0.key != "bestand" } == before)
  }

  @Test func `the catalogue lists rules in both languages, and one in full`() throws {
    let all = try SaldoProcess.run(["rules"])
    #expect(all.status == 0)
    for code in ["TR346", "TR358", "CS002", "OP192", "XSD", "XML", "REGION", "BSN", "fixed-price"] {
      #expect(all.stdout.contains(try Regex("(?m)^\(code) ")), "\(code)")
    }
    let one = try SaldoProcess.run(["rules", "tr346"])
    #expect(one.status == 0)
    #expect(one.stdout.hasPrefix("TR346 "))
    #expect(one.stdout.contains("9346"))
    #expect(one.stdout.contains("iStandaarden 3.2, TR346"))
    for line in [
      "  Wat te doen: ", "  Berichten: 323\n", "  Domeinen: jw wmo\n", "  Klasse: Prestatie\n",
      "  Tests en voorbeelden: TR346Tests jw/323/TR346-* wmo/323/TR346-*\n",
      "  Retourcode: 9346 het bedrag is niet volume maal tarief\n",
    ] { #expect(one.stdout.contains(line), "\(line)") }
    #expect(!one.stdout.contains("Nodig"))
    #expect(try SaldoProcess.run(["rules", "TR378"]).stdout.contains("  Nodig: --region\n"))
    #expect(try SaldoProcess.run(["rules", "TR346", "--lang", "en"]).stdout != one.stdout)
    let unknown = try SaldoProcess.run(["rules", "TR999"])
    #expect(unknown.status == 2)
    #expect(unknown.stderr == "Er is geen regel TR999; bedoelde u TR409?\n")
    #expect(
      try SaldoProcess.run(["rules", "t358", "--lang", "en"]).stderr
        == "There is no rule t358; did you mean TR358?\n")
  }

  @Test func `the catalogue as JSON has the same rules and always the same keys`() throws {
    struct Catalogue: Decodable {
      struct Rule: Decodable {
        let rule: String
        let level: Int
        let severity: String
        let messages: [String]
        let titleNl: String
        let titleEn: String
        let facts: [String]
        let source: String
        let needs: [String]
        let hintNl: String
        let hintEn: String
        let suite: String?
        let cases: [String]
      }
      let rules: [Rule]
    }
    let outcome = try SaldoProcess.run(["rules", "--format", "json"])
    #expect(outcome.status == 0)
    let data = Data(outcome.stdout.utf8)
    let rules = try JSONDecoder().decode(Catalogue.self, from: data).rules
    let listed = try SaldoProcess.run(["rules"]).stdout.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(rules.map(\.rule) == listed.map(String.init))
    #expect(Set(rules.map(\.rule)).count == rules.count)
    #expect(rules.allSatisfy { !$0.titleNl.isEmpty && !$0.titleEn.isEmpty && !$0.source.isEmpty })
    #expect(rules.allSatisfy { ["reject", "hold", "signal"].contains($0.severity) && (0...5).contains($0.level) })
    #expect(rules.allSatisfy { !$0.hintNl.isEmpty && $0.hintNl != $0.hintEn && $0.hintNl != $0.titleNl })
    let match = try #require(rules.first { $0.rule == "TR366" })
    #expect(match.suite == "TR366Tests" && match.cases == ["jw/325/TR366-", "wmo/325/TR366-"])
    #expect(match.needs == ["context"])
    // Every suite is there, and every start of a name is that of a case.
    let package = Merenland.package
    for rule in rules {
      if let suite = rule.suite { #expect(Self.suites(in: package).contains(suite), "\(suite)") }
      for start in rule.cases { #expect(Self.hasCase(start, in: package), "\(start)") }
    }
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    #expect(Set(try #require(root["rules"]).map { $0.keys.sorted() }).count == 1)
  }

  /// The names of the suites of the rules.
  private static func suites(in package: String) -> Set<String> {
    Set(
      Scratch.files(below: package + "/Tests/SaldoRulesTests").keys.compactMap {
        $0.split(separator: "/").last.map { String($0.dropLast(".swift".count)) }
      })
  }

  /// Whether a folder of the conformance cases begins so: `jw/325/TR366-`.
  private static func hasCase(_ start: String, in package: String) -> Bool {
    let parts = start.split(separator: "/").map(String.init)
    let folder = package + "/Samples/Conformance/" + parts.dropLast().joined(separator: "/")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { $0.hasPrefix(parts.last ?? "") }
  }
}
