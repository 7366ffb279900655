import Foundation
import Testing

/// Files that cannot be used: one clear error each, the right exit code, and a ledger that stays as it was.
struct BrokenInputTests {
  @Test(arguments: BrokenMessage.all)
  func `a broken file gives one clear error and changes nothing`(broken: BrokenMessage) throws {
    let scratch = try Scratch()
    let file = try scratch.write(try broken.made(), to: "kapot.xml")
    let before = scratch.files()
    let new = ["settle", file, "--region", Merenland.region, "--ledger", scratch.path("nieuw"), "--out"]
    #expect(try SaldoProcess.run(new + [scratch.path("uit")]).status == 1)
    #expect(scratch.files() == before)

    // In a ledger with entries, something may fall due whatever came in; here nothing does.
    try Merenland.settled.get().copyLedger(to: scratch)
    let settled = try SaldoProcess.run(Merenland.settle([file], asOf: Merenland.april.asOf, in: scratch.folder))
    #expect(settled.status == 1)
    #expect(settled.stdout.hasPrefix("0 berichten geboekt."))
    #expect(settled.complaints.count == 1, "\(settled.stderr)")
    #expect(settled.stderr.hasPrefix(file))
    #expect(try settled.stderr.contains(Regex(broken.reason)), "\(settled.stderr)")
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == Merenland.settled.get().digest)

    let checked = try SaldoProcess.run(["check", file])
    #expect(checked.status == 2)
    #expect(checked.stdout.contains("\(file)"))
    #expect(checked.stdout.contains("onbruikbaar"))
    #expect(checked.stdout.contains(": \(broken.rule): "), "\(checked.stdout)")
    #expect(try checked.stdout.contains(Regex(broken.reason)))
  }

  @Test(arguments: ["<!ENTITY geheim SYSTEM \"file://%\">", "<!ENTITY % geheim SYSTEM \"file://%\">%geheim;"])
  func `an external entity is refused and its file is not read`(declaration: String) throws {
    let scratch = try Scratch()
    let secret = try scratch.write(BrokenMessage.secret, to: "geheim.txt")
    let good = try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8)
    let type = "?><!DOCTYPE x [\(declaration.replacing("file://%", with: "file://" + secret))]>"
    let file = try scratch.write(
      good.replacing("?>", with: type, maxReplacements: 1).replacing("L26030001", with: "&geheim;"), to: "kapot.xml")
    let settled = try SaldoProcess.run(Merenland.settle([file], in: scratch.folder))
    #expect(settled.status == 1)
    #expect(settled.complaints.count == 1)
    #expect(settled.stderr.contains("documenttype (DOCTYPE)"))
    let checked = try SaldoProcess.run(["check", file, "--format", "json"])
    #expect(checked.status == 2)
    #expect(!(settled.stderr + settled.stdout + checked.stdout + checked.stderr).contains(BrokenMessage.secret))
    #expect(scratch.files().keys.sorted() == ["geheim.txt", "kapot.xml"])
  }

  @Test func `a good file next to a broken one is settled, with exit code 1`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.goodDeclaration, to: "in/goed.xml")
    try scratch.write("geen bericht", to: "in/kapot.xml")
    let outcome = try SaldoProcess.run(Merenland.settle([scratch.path("in")], in: scratch.folder))
    #expect(outcome.status == 1)
    #expect(outcome.complaints.count == 1)
    #expect(outcome.stderr.hasPrefix(scratch.path("in/kapot.xml")))
    #expect(outcome.stdout.contains("1 bericht geboekt."))
    #expect(scratch.files(below: "out/answers").count == 1)
    #expect(try SaldoProcess.run(["verify", "--ledger", scratch.path("ledger.saldo")]).status == 0)
  }

  @Test func `each broken file of a run is named`() throws {
    let scratch = try Scratch()
    for (index, broken) in BrokenMessage.all.enumerated() {
      try scratch.write(try broken.made(), to: "in/\(index).xml")
    }
    let outcome = try SaldoProcess.run(Merenland.settle([scratch.path("in")], in: scratch.folder))
    #expect(outcome.status == 1)
    #expect(outcome.complaints.count == BrokenMessage.all.count)
    for index in BrokenMessage.all.indices {
      #expect(outcome.complaints.count { $0.hasPrefix(scratch.path("in/\(index).xml:")) } == 1)
    }
    #expect(!scratch.holds("ledger.saldo"))
    #expect(!scratch.holds("out"))
  }

  @Test func `a message for a municipality of another region is named and not taken in`() throws {
    let scratch = try Scratch()
    let good = try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8)
    let file = try scratch.write(good.replacing(">0088<", with: ">0363<"), to: "amsterdam.xml")
    let settled = try SaldoProcess.run(Merenland.settle([file], in: scratch.folder))
    #expect(settled.status == 1)
    #expect(
      settled.stderr
        == "\(file):8: Gemeente 0363 hoort niet bij deze regio; het bericht is niet verwerkt.\n")
    #expect(scratch.files().keys.sorted() == ["amsterdam.xml"])
    let checked = try SaldoProcess.run(["check", file, "--region", Merenland.region])
    #expect(checked.status == 2)
    #expect(checked.stdout.contains("REGION: Gemeente 0363 hoort niet bij deze regio"))
    #expect(try SaldoProcess.run(["check", file]).status == 0)
  }

  @Test func `a declaration of an earlier release is checked and settled in that release`() throws {
    let scratch = try Scratch()
    let file = try scratch.write(Self.earlierDeclaration().replacing("2026-", with: "2022-"), to: "3.1.xml")
    let checked = try SaldoProcess.run(["check", file])
    #expect(checked.status == 0)
    #expect(checked.stdout.hasPrefix("\(file) (JW323 3.1): geen afwijzingen"))
    let settled = try SaldoProcess.run(Merenland.settle([file], in: scratch.folder))
    #expect(settled.status == 0, "\(settled.stderr)")
    let name = try #require(scratch.files().keys.first { $0.contains("JW325") })
    let answer = String(decoding: try #require(scratch.files()[name]), as: UTF8.self)
    #expect(answer.contains("http://www.istandaarden.nl/ijw/3_1/jw325/schema"))
    #expect(answer.contains("<jw325:BerichtSubversie>1</jw325:BerichtSubversie>"))
  }

  /// The good declaration in release 3.1, with dates of 2026.
  private static func earlierDeclaration() throws -> String {
    try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8).replacing("ijw/3_2/", with: "ijw/3_1/")
      .replacing("BerichtSubversie>2<", with: "BerichtSubversie>1<")
  }

  @Test func `a message of a release that was replaced on its date is not used`() throws {
    let scratch = try Scratch()
    for (date, isUsed) in [("2023-04-02", true), ("2023-04-03", false)] {
      let dated = try Self.earlierDeclaration().replacing("2026-", with: "2023-")
        .replacing(/<ijw:Dagtekening>[^<]*</, with: "<ijw:Dagtekening>\(date)<")
      let file = try scratch.write(dated, to: "3.1-\(date).xml")
      let checked = try SaldoProcess.run(["check", file])
      #expect(checked.status == (isUsed ? 0 : 2))
      let settled = try SaldoProcess.run(Merenland.settle([file], in: scratch.folder))
      #expect(settled.status == (isUsed ? 0 : 1))
      let sentence = "Een bericht van 3 april 2023 kan niet van release 3.1 zijn: sinds 3 april 2023 geldt release 3.2."
      #expect(checked.stdout.contains(sentence) != isUsed, "\(checked.stdout)")
      #expect(settled.stderr.contains(sentence) != isUsed, "\(settled.stderr)")
    }
  }

  @Test func `an answer of a municipality is read by a check and refused as input by settle`() throws {
    let scratch = try Scratch()
    let file = Merenland.package + "/Tests/SaldoMessagesTests/Fixtures/jw325-granted.xml"
    let settled = try SaldoProcess.run(Merenland.settle([file], in: scratch.folder))
    #expect(settled.status == 1)
    #expect(
      settled.stderr
        == "\(file):3: JW325 van release 3.2 wordt niet verwerkt: het is een antwoord van een gemeente aan een aanbieder.\n"
    )
    #expect(scratch.files().isEmpty)
    let checked = try SaldoProcess.run(["check", file])
    #expect(checked.status == 0)
    #expect(checked.stdout.hasPrefix("\(file) (JW325 3.2): klopt, voor zover te beoordelen"))
  }

  /// Paths that are no input, by name, with the reason.
  @Test(arguments: ["check", "settle"])
  func `a path that is no input ends with exit code 2 and names it`(command: String) throws {
    let scratch = try Scratch()
    try scratch.makeFolder("leeg")
    try scratch.makeFolder("hol/leeg")
    try scratch.write("x", to: "verborgen/.bericht.xml")
    #expect(mkfifo(scratch.path("buis"), 0o600) == 0)
    try scratch.makeFolder("buizen")
    #expect(mkfifo(scratch.path("buizen/buis.xml"), 0o600) == 0)
    for (link, target) in [("dood", "nergens"), ("lus", ".")] {
      try scratch.makeFolder(link)
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path("\(link)/bericht.xml"), withDestinationPath: target)
    }
    try scratch.makeFolder("teken")
    #expect(open(Array(scratch.path("teken/x").utf8CString.dropLast()) + [-1, 0], O_CREAT | O_WRONLY, 0o600) >= 0)
    let cases = [
      ("nergens", "nergens: bestaat niet."),
      ("leeg", "leeg: bevat geen berichten."), ("hol", "hol: bevat geen berichten."),
      ("verborgen", "verborgen: bevat geen berichten."),
      ("buizen", "buizen/buis.xml: kan niet worden gelezen."),
      ("dood", "dood/bericht.xml: kan niet worden gelezen."), ("lus", "lus/bericht.xml: kan niet worden gelezen."),
      ("teken", "teken/x\u{FFFD}: kan niet worden gelezen."),
    ]
    for (name, reason) in cases {
      let path = scratch.path(name)
      let arguments = command == "check" ? ["check", path] : Merenland.settle([path], in: scratch.folder)
      let outcome = try SaldoProcess.run(arguments, within: 20)
      #expect(outcome.status == 2, "\(name)")
      #expect(outcome.stdout == "")
      #expect(outcome.stderr == scratch.folder + "/" + reason + "\n")
    }
    #expect(!scratch.holds("ledger.saldo"))
    #expect(!scratch.holds("out"))
  }

  @Test(arguments: ["--context", "--ledger", "--region"])
  func `what a check needs to know and cannot find is named`(option: String) throws {
    let scratch = try Scratch()
    let path = scratch.path("nergens")
    let outcome = try SaldoProcess.run(["check", Merenland.goodDeclaration, option, path])
    #expect(outcome.status == 2)
    #expect(outcome.stdout == "")
    #expect(outcome.complaints.count == 1)
    #expect(outcome.stderr.hasPrefix(path + ": "))
    #expect(outcome.stderr.contains("bestaat niet"))
  }
}
