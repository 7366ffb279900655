import Foundation
import Testing

/// The same input again, under other names, in another order, or only on trial.
struct RepeatTests {
  @Test func `a dry run says what would be booked and writes nothing`() throws {
    let scratch = try Scratch()
    let settle = Merenland.settle([Merenland.march.inbox], in: scratch.folder)
    let dry = try SaldoProcess.run(settle + ["--dry-run"])
    #expect(dry.status == 0)
    let (would, did) = (
      "Proefrun, er is niets geschreven: 106 berichten zouden worden geboekt.\n", "106 berichten geboekt.\n"
    )
    #expect(dry.stdout.hasPrefix(would))
    #expect(scratch.files().isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
    #expect(try SaldoProcess.run(settle).stdout == did + dry.stdout.dropFirst(would.count))

    let before = scratch.files()
    let april = Merenland.settle([Merenland.april.inbox], asOf: Merenland.april.asOf, in: scratch.folder)
    let english = try SaldoProcess.run(april + ["--dry-run", "--lang", "en"]).stdout
    #expect(english.hasPrefix("Dry run, nothing was written: 34 messages would be booked.\n"))
    #expect(scratch.files().filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") } == before)
  }

  @Test func `settling an inbox twice says so and changes nothing`() throws {
    let scratch = try Scratch()
    let settle = Merenland.settle([Merenland.march.inbox], in: scratch.folder)
    #expect(try SaldoProcess.run(settle).status == 0)
    let ledger = scratch.path("ledger.saldo")
    let (digest, answers) = (try Merenland.digest(of: ledger), scratch.files(below: "out"))
    let again = try SaldoProcess.run(settle)
    #expect(again.status == 0)
    #expect(again.stdout.contains("0 berichten geboekt.\n"))
    #expect(again.stdout.contains("106 berichten stonden al in het grootboek; daaraan verandert niets."))
    #expect(try Merenland.digest(of: ledger) == digest)
    #expect(scratch.files(below: "out") == answers)
  }

  @Test func `the same bytes under two names are booked once, and the double is named`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.goodDeclaration, to: "in/b.xml")
    try scratch.copy(Merenland.goodDeclaration, to: "in/a.xml")
    let outcome = try SaldoProcess.run(Merenland.settle([scratch.path("in")], in: scratch.folder))
    #expect(outcome.status == 0)
    #expect(outcome.stdout.hasPrefix("1 bericht geboekt.\n"))
    #expect(
      outcome.stdout.contains(
        "\(scratch.path("in/b.xml")): hetzelfde als een ander bestand van deze run; één keer geboekt."))
    #expect(scratch.files(below: "out/answers").count == 1)
    let again = try SaldoProcess.run(
      Merenland.settle([Merenland.goodDeclaration], in: scratch.folder) + ["--lang", "en"])
    #expect(again.stdout.contains("1 message was in the ledger already; it stays unchanged.\n"))
  }

  // The counts are those of the hand-made tables: expected.csv, expected-messages.csv and expected-notices.csv.
  @Test func `a run tells what was rejected, and with which codes`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch, marchOnly: true)
    let april = Merenland.settle([Merenland.april.inbox], asOf: Merenland.april.asOf, in: scratch.folder)
    let told = try SaldoProcess.run(april).stdout
    #expect(
      told == """
        34 berichten geboekt.
        56 regels: 43 toegekend, 13 afgewezen.
        Ingediend € 87.553,42, toegekend € 61.583,22, te betalen € 61.583,22.
        Afgewezen regels per retourcode: 0611 (3), 8017 (3), 9319 (1), 9321 (1), 9322 (2), 9369 (1), 9390 (1).
        Geheel afgewezen declaraties per retourcode: 8214 (1).
        Niet van kracht of met een opmerking, berichten per retourcode: 305: 9019 (1), 9063 (1), 9071 (1), 9074 (1), \
        9326 (2), S329 (1); 307: 9069 (1), 9413 (1), 9414 (1), 9415 (1).

        """)
    // Run again, the messages are known and count all the same.
    let again = try SaldoProcess.run(april).stdout
    #expect(
      again == told.replacing("34 berichten geboekt.", with: "0 berichten geboekt.")
        + "34 berichten stonden al in het grootboek; daaraan verandert niets.\n")
  }

  @Test(arguments: 1...3)
  func `names, folders and their order do not matter`(turn: Int) throws {
    let settled = try Merenland.settled.get()
    let scratch = try Scratch()
    for month in Merenland.months {
      for (index, name) in month.files.enumerated() {
        let number = (index * 37 * turn + turn) % 1009
        let odd = [
          "gewoon", "met spatie", "ünïcödé-漢字-🙂", "-streepje", "--ledger", "%2e%2e", "a;b'c\"d", "regel\nbreuk", "*",
          "e\u{301}",
        ][index % 10]
        try scratch.copy(
          month.inbox + "/" + name, to: "\(month.name)/\(number % 3)/diep \(number % 5)/\(odd) \(number)-\(index).xml")
      }
      try scratch.write("geen bericht", to: "\(month.name)/.verborgen")
      try scratch.write("geen bericht", to: "\(month.name)/.map/bericht.xml")
      let outcome = try SaldoProcess.run(
        Merenland.settle([scratch.path(month.name)], asOf: month.asOf, in: scratch.folder))
      #expect(outcome.status == 0)
      #expect(outcome.stderr == "")
    }
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == settled.digest)
    #expect(scratch.files(below: "out/answers") == settled.answers)
  }

  @Test func `files may be named one by one, in any order, and with a leading hyphen`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.goodDeclaration, to: "-x.xml")
    for arguments in [["--", "-x.xml"], ["./-x.xml"]] {
      let outcome = try SaldoProcess.run(["check"] + arguments, in: scratch.folder)
      #expect(outcome.status == 0)
      #expect(outcome.stdout.hasPrefix("\(arguments.last ?? "") (JW323 3.2): geen afwijzingen\n"))
    }
    let settled = try Merenland.settled.get()
    for month in Merenland.months {
      let paths = month.files.reversed().map { month.inbox + "/" + $0 }
      #expect(try SaldoProcess.run(Merenland.settle(paths, asOf: month.asOf, in: scratch.folder)).status == 0)
    }
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == settled.digest)
  }

  @Test func `a file is shown by the path that was given`() throws {
    let scratch = try Scratch()
    try scratch.write("geen bericht", to: "in/kapot.xml")
    let outcome = try SaldoProcess.run(
      ["settle", "in", "--region", Merenland.region, "--ledger", "l.saldo", "--out", "uit"], in: scratch.folder)
    #expect(outcome.status == 1)
    #expect(outcome.stderr.hasPrefix("in/kapot.xml:1: "))
    try scratch.write("x", to: "bestand")
    let unwritable = try SaldoProcess.run(
      ["settle", Merenland.goodDeclaration, "--region", Merenland.region, "--ledger", "l.saldo", "--out", "bestand"],
      in: scratch.folder)
    #expect(unwritable.stderr == "bestand/answers: kan niet worden geschreven.\n")
  }

  @Test func `contracts that changed are recorded, and the same ones only once`() throws {
    let scratch = try Scratch()
    try scratch.copy(Merenland.region, to: "regio")
    let ledger = scratch.path("ledger.saldo")
    func settle(_ region: String, _ file: String) throws {
      let outcome = try SaldoProcess.run([
        "settle", Merenland.march.inbox + "/" + file, "--region", region, "--ledger", ledger, "--out",
        scratch.path("out"), "--as-of", Merenland.march.asOf,
      ])
      #expect(outcome.status == 0)
    }
    func entries() throws -> String {
      try SaldoProcess.run(["verify", "--ledger", ledger]).stdout.prefix { $0 != "," }.description
    }
    try settle(Merenland.region, "jw301-0088-t0001.xml")
    #expect(try entries() == "Het grootboek klopt: 2 journaalposten")
    try settle(scratch.path("regio"), "jw301-0088-t0003.xml")
    #expect(try entries() == "Het grootboek klopt: 3 journaalposten")
    try scratch.write(
      try scratch.text("regio/products.csv").replacing(";83,50;", with: ";83,60;"), to: "regio/products.csv")
    try settle(scratch.path("regio"), "jw301-0088-t0004.xml")
    #expect(try entries() == "Het grootboek klopt: 5 journaalposten")
    #expect(try SaldoProcess.run(["replay", "--ledger", ledger]).status == 0)
  }
}
