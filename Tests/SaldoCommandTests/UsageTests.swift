import Foundation
import Testing

/// Help, wrong use and languages.
struct UsageTests {
  static let commands = ["check", "settle", "report", "replay", "verify", "init", "region", "generate", "rules"]

  @Test func `help of the program names every command`() throws {
    let outcome = try SaldoProcess.run(["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
    for command in Self.commands { #expect(outcome.stdout.contains("\n  \(command) "), "\(command)") }
  }

  @Test(arguments: commands)
  func `help of a command is Dutch and goes to standard output`(command: String) throws {
    let outcome = try SaldoProcess.run([command, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
    #expect(outcome.stdout.contains("USAGE: saldo \(command)"))
    #expect(outcome.stdout.contains("Taal van de teksten: nl of en."))
    #expect(outcome.stdout.contains("--as-of"))
  }

  @Test func `the version is printed`() throws {
    let outcome = try SaldoProcess.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.stdout.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  /// Arguments that are wrong, and what standard error must name.
  static let wrong: [(arguments: [String], names: String)] = [
    (["frobnicate"], "frobnicate"),
    (["check"], "files"),
    (["check", "--onbekend", "a.xml"], "--onbekend"),
    (["check", "a.xml", "--format", "pdf"], "--format"),
    (["check", "a.xml", "--as-of", "2026-02-30"], "2026-02-30"),
    (["check", "a.xml", "--as-of", "30-01-2026"], "30-01-2026"),
    (["check", "a.xml", "--as-of", "10000-01-01"], "10000-01-01"),
    (["check", "a.xml", "--lang", "de"], "--lang"),
    (["settle"], "paths"),
    (["settle", "a", "--ledger", "l", "--out", "o"], "--region"),
    (["settle", "a", "--region", "r", "--out", "o"], "--ledger"),
    (["settle", "a", "--region", "r", "--ledger", "l"], "--out"),
    (["settle", "a", "--region", "r", "--ledger", "l", "--out", ""], "--out"),
    (["settle", "a", "--region", "r", "--ledger", "", "--out", "o"], "--ledger"),
    (["settle", "a", "--region", "r", "--ledger", "l", "--out", "o", "--as-of", "2026-13-01"], "2026-13-01"),
    (["replay"], "--ledger"),
    (["replay", "--ledger", "l", "--from", "2026-13"], "2026-13"),
    (["verify"], "--ledger"),
    (["verify", "--ledger"], "--ledger"),
    (["verify", "--ledger", "l", "te veel"], "te veel"),
    (["init"], "directory"),
    (["region"], "directory"),
    (["rules", "--format", "xml"], "--format"),
    (["rules", "TR999"], "TR999"),
  ]

  @Test(arguments: wrong.indices)
  func `wrong use ends with exit code 2 and says what is wrong`(index: Int) throws {
    let scratch = try Scratch()
    let outcome = try SaldoProcess.run(Self.wrong[index].arguments, in: scratch.folder)
    #expect(outcome.status == 2)
    #expect(outcome.stdout == "")
    #expect(outcome.stderr.contains(Self.wrong[index].names), "\(outcome.stderr)")
    #expect(scratch.files().isEmpty)
  }

  @Test func `texts are Dutch by default and English on request`() throws {
    let scratch = try Scratch()
    let ledger = scratch.path("nergens.saldo")
    #expect(
      try SaldoProcess.run(["verify", "--ledger", ledger]).stderr == "\(ledger): dit grootboek bestaat niet.\n")
    for english in [["--lang", "en"], ["--lang=en"]] {
      let outcome = try SaldoProcess.run(["verify", "--ledger", ledger] + english)
      #expect(outcome.status == 2)
      #expect(outcome.stderr == "\(ledger): this ledger does not exist.\n")
    }
  }

  /// Each command that ends well, in both languages: the texts must differ and go to standard output.
  @Test(arguments: ["check", "settle", "verify", "replay", "region", "rules", "init"])
  func `a command that ends well speaks both languages`(command: String) throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let arguments: [String: [String]] = [
      "check": ["check", Merenland.goodDeclaration],
      "settle": Merenland.settle([Merenland.goodDeclaration], asOf: Merenland.april.asOf, in: scratch.folder),
      "verify": ["verify", "--ledger", scratch.path("ledger.saldo")],
      "replay": ["replay", "--ledger", scratch.path("ledger.saldo")],
      "region": ["region", Merenland.region],
      "rules": ["rules", "TR346"],
    ]
    let dutch = try SaldoProcess.run(arguments[command] ?? ["init", scratch.path("een")])
    let english = try SaldoProcess.run((arguments[command] ?? ["init", scratch.path("twee")]) + ["--lang", "en"])
    let words: [String: (dutch: String, english: String)] = [
      "check": ("geen afwijzingen", "nothing would be rejected"),
      "settle": ("berichten geboekt", "messages booked"),
      "verify": ("Het grootboek klopt", "The ledger is sound"),
      "replay": ("Nagespeeld zonder verschil", "Replayed without difference"),
      "region": ("Gemeenten (3)", "Municipalities (3)"),
      "rules": ("Het ingediende bedrag", "The claimed amount"),
      "init": ("is klaar", "is ready"),
    ]
    let expected = try #require(words[command])
    for (outcome, word, other) in [
      (dutch, expected.dutch, expected.english), (english, expected.english, expected.dutch),
    ] {
      #expect(outcome.status == 0)
      #expect(outcome.stderr == "")
      #expect(outcome.stdout.contains(word), "\(outcome.stdout)")
      #expect(!outcome.stdout.contains(other))
    }
  }

  @Test(arguments: [["rules"], ["rules", "--format", "json"], ["--help"], ["region", Merenland.region]])
  func `output to a full disk is an error, not a crash`(arguments: [String]) throws {
    let outcome = try SaldoProcess.run(arguments, output: "/dev/full")
    #expect(outcome.status == 2)
    if arguments != ["--help"] { #expect(outcome.stderr == "De uitvoer kan niet worden geschreven.\n") }
  }

  @Test func `no progress bar is drawn where nobody watches`() throws {
    let scratch = try Scratch()
    let outcome = try SaldoProcess.run(Merenland.settle([Merenland.march.inbox], in: scratch.folder))
    #expect(outcome.status == 0)
    #expect(outcome.stderr == "")
    #expect(!outcome.stdout.contains("█"))
    #expect(!outcome.stdout.contains("\r"))
  }
}
