import Foundation
import Testing

/// What a provider sees: hints, what could not be judged, an answer read back, SARIF, and the return messages it owes.
struct CheckForProvidersTests {
  private static let conformance = Merenland.package + "/Samples/Conformance/jw"

  /// The text of a check of a conformance case.
  private func check(_ name: String, _ more: [String] = []) throws -> SaldoProcess.Outcome {
    let folder = Self.conformance + "/" + name
    return try SaldoProcess.run(
      [
        "check", folder + "/message.xml", "--as-of", "2025-03-10", "--region",
        Merenland.package
          + "/Samples/Conformance/region", "--context", folder + "/context",
      ] + more)
  }

  @Test func `a finding tells the line, the sums and what to do, in both languages`() throws {
    let file = Merenland.march.inbox + "/jw323-tariffs-0096-p1.xml"
    let arguments = ["check", file, "--region", Merenland.region, "--as-of", Merenland.march.asOf]
    let dutch = try SaldoProcess.run(arguments).stdout
    #expect(
      dutch.contains(
        """
          \(file):48: TR346 (9346) [L-3-040]: Ingediend is € 326,00, maar 4 uur à € 81,75 per uur is € 327,00.
            → Reken het bedrag opnieuw uit: volume maal tarief, aan het eind afgerond op centen.

        """))
    #expect(dutch.contains("Niet beoordeeld in JW323 3.2, eerdere berichten niet bekend (--context): TR056 "))
    #expect(!dutch.contains("contracten niet bekend"))
    let english = try SaldoProcess.run(arguments + ["--lang", "en"]).stdout
    #expect(english.contains("    → Work the amount out again: volume times tariff, rounded to cents at the end.\n"))
    #expect(english.contains("Not judged in JW323 3.2, earlier messages not known (--context): TR056 "))
  }

  @Test func `an answer that fits is read line by line`() throws {
    let outcome = try check("325/TR342-pass-credit-returned")
    #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
    let returned = try check("325/CS015-pass-subversion-2")
    #expect(returned.status == 0, "\(returned.stdout)\(returned.stderr)")
    // The situation of the cases: of € 760.00 claimed, R1 of € 400.00 comes back with 9321.
    #expect(
      returned.stdout.contains(
        """
          Declaratie D1: ingediend € 760,00, toegekend € 360,00, 1 regel afgewezen.
          [R1] € 400,00: 9321 er is meer geleverd dan in de periode past
          Toegekend en voortaan te crediteren: R2

        """), "\(returned.stdout)")
  }

  @Test func `an answer that refuses a whole declaration counts no lines`() throws {
    let dutch = try check("325/TR342-pass-declaration-refused")
    #expect(
      dutch.stdout.contains(
        """
          Declaratie D1: ingediend € 760,00, toegekend € 0,00.
          De declaratie is als geheel afgewezen: 9333 het declaratienummer is al eerder gebruikt.

        """), "\(dutch.stdout)")
    let english = try check("325/TR342-pass-declaration-refused", ["--lang", "en"])
    #expect(
      english.stdout.contains(
        """
          Declaration D1: claimed €760.00, granted €0.00.
          The declaration was rejected as a whole: 9333 the declaration number was used before.

        """), "\(english.stdout)")
    // All that was claimed is granted: the zero says something.
    #expect(try check("325/TR342-pass-all-granted").stdout.contains("toegekend € 760,00, 0 regels afgewezen.\n"))
  }

  @Test func `declarations without an answer are named one by one, and in one line when they are many`() throws {
    let scratch = try Scratch()
    let names = Merenland.march.files.filter { $0.hasPrefix("jw323-") && !Merenland.goodDeclaration.hasSuffix($0) }
    for (count, name) in names.prefix(4).enumerated() {
      try scratch.copy(Merenland.march.inbox + "/" + name, to: "eerder/\(name)")
      let arguments = [
        "check", Merenland.goodDeclaration, "--region", Merenland.region, "--context", scratch.path("eerder"),
        "--as-of", Merenland.march.asOf,
      ]
      let dutch = try SaldoProcess.run(arguments).stdout
      let english = try SaldoProcess.run(arguments + ["--lang", "en"]).stdout
      let path = scratch.path("eerder/\(name)")
      if count < 3 {
        #expect(dutch.contains("\(path): geen antwoord in de context; de uitkomst is bepaald met de regels.\n"))
        #expect(
          english.contains("\(path): no answer in the context, so its outcome was worked out by the rules.\n"))
      } else {
        #expect(
          dutch.hasSuffix("\n4 declaraties in de context hebben geen 325; hun uitkomst is bepaald met de regels.\n"))
        #expect(
          english.hasSuffix(
            "\n4 declarations of the context have no 325; their outcome was worked out by the rules.\n"))
        #expect(!dutch.contains(path) && !english.contains(path))
      }
    }
  }

  @Test func `an answer that does not fit is told without a code`() throws {
    let outcome = try check("325/TR367-fail-other-volume")
    #expect(outcome.status == 1)
    #expect(outcome.stdout.contains(": TR367 [R1]: GeleverdVolume: gedeclareerd is 10, teruggestuurd 9.\n"))
    #expect(outcome.stdout.contains("klopt niet; neem contact op met de gemeente"))
    #expect(!outcome.stdout.contains("(9367)") && !outcome.stdout.contains("te crediteren"))
  }

  @Test func `SARIF has the keys that its readers need`() throws {
    let scratch = try Scratch()
    let file = try scratch.copy(Merenland.march.inbox + "/jw323-tariffs-0096-p1.xml", to: "met spatie.xml")
    let outcome = try SaldoProcess.run([
      "check", file, "--region", Merenland.region, "--as-of", Merenland.march.asOf, "--format", "sarif",
    ])
    #expect(outcome.status == 1)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    #expect(run.keys.sorted() == ["artifacts", "invocations", "results", "tool"])
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "Saldo")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let index = try #require(rules.firstIndex { $0["id"] as? String == "TR346" })
    #expect(rules[index].keys.sorted() == ["help", "id", "shortDescription"])
    #expect(
      (rules[index]["help"] as? [String: String])?["text"]
        == "Reken het bedrag opnieuw uit: volume maal tarief, aan het eind afgerond op centen.")
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "TR346" && result["ruleIndex"] as? Int == index)
    #expect(result["level"] as? String == "error")
    #expect(
      (result["message"] as? [String: String])?["text"]
        == "Ingediend is € 326,00, maar 4 uur à € 81,75 per uur is € 327,00.")
    let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect((location["region"] as? [String: Int])?["startLine"] == 48)
    let uri = file.replacing(" ", with: "%20")
    #expect((location["artifactLocation"] as? [String: String])?["uri"] == uri)
    #expect((result["properties"] as? [String: String])?["returnCode"] == "9346")
    let artifact = try #require((run["artifacts"] as? [[String: Any]])?.first)
    #expect((artifact["properties"] as? [String: Any])?["verdict"] as? String == "refused")
    #expect((artifact["location"] as? [String: String])?["uri"] == uri)
  }

  @Test func `the return message that is owed is written and named`() throws {
    let scratch = try Scratch()
    let allocation = try #require(Merenland.march.files.first { $0.hasPrefix("jw301") })
    let outcome = try SaldoProcess.run([
      "check", Merenland.march.inbox + "/" + allocation, Merenland.goodDeclaration, "--region", Merenland.region,
      "--as-of", Merenland.march.asOf, "--out", scratch.path("retour"),
    ])
    let files = scratch.files(below: "retour")
    let name = try #require(files.keys.first)
    #expect(files.count == 1 && name.hasPrefix("JW302-"))
    #expect(outcome.stdout.contains("  Retourbericht: \(scratch.path("retour"))/\(name)\n"))
  }
}
