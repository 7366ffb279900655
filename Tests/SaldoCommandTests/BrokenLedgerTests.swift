import Foundation
import SaldoTestSupport
import Testing

/// Ledgers and folders that cannot be used: a clear error, exit code 2, and nothing is changed or left behind.
struct BrokenLedgerTests {
  /// Something at the path of the ledger that is no ledger.
  struct NoLedger: Sendable, CustomTestStringConvertible {
    let name: String
    let reason: String
    let make: @Sendable (Scratch) throws -> Void
    var testDescription: String { name }
  }

  static let noLedgers = [
    NoLedger(name: "a folder", reason: ": is geen grootboek van Saldo.") { try $0.makeFolder("doel/l") },
    NoLedger(name: "a named pipe", reason: ": is geen grootboek van Saldo.") {
      try $0.makeFolder("doel")
      mkfifo($0.path("doel/l"), 0o600)
    },
    NoLedger(name: "a text", reason: ": is geen grootboek van Saldo.") {
      try $0.write(String(repeating: "Dit is een brief.\n", count: 100), to: "doel/l")
    },
    NoLedger(name: "a database of another program", reason: ": is geen grootboek van Saldo.") {
      try $0.write(try SQLiteFile.ofAnotherProgram(), to: "doel/l")
    },
    NoLedger(
      name: "a ledger of a later version", reason: ": heeft formaat 99; deze versie van Saldo leest tot en met"
    ) {
      try Merenland.settled.get().copyLedger(to: $0)
      var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: $0.path("ledger.saldo"))))
      bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])  // Where SQLite keeps user_version.
      try $0.write(Data(bytes), to: "doel/l")
      try FileManager.default.moveItem(atPath: $0.path("ledger.saldo.keys"), toPath: $0.path("doel/l.keys"))
      try FileManager.default.removeItem(atPath: $0.path("ledger.saldo"))
    },
    NoLedger(name: "a ledger without its keys", reason: ".keys: de sleutels van het grootboek ontbreken") {
      try Merenland.settled.get().copyLedger(to: $0)
      try FileManager.default.createDirectory(atPath: $0.path("doel"), withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: $0.path("ledger.saldo"), toPath: $0.path("doel/l"))
      try FileManager.default.removeItem(atPath: $0.path("ledger.saldo.keys"))
    },
    NoLedger(name: "a ledger whose keys are no keys", reason: ".keys: de sleutels van het grootboek ontbreken") {
      try Merenland.settled.get().copyLedger(to: $0)
      try FileManager.default.createDirectory(atPath: $0.path("doel"), withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: $0.path("ledger.saldo"), toPath: $0.path("doel/l"))
      try FileManager.default.removeItem(atPath: $0.path("ledger.saldo.keys"))
      try $0.write("{}", to: "doel/l.keys")
    },
  ]

  @Test(arguments: noLedgers)
  func `what is no ledger is named and stays as it is`(thing: NoLedger) throws {
    let scratch = try Scratch()
    try thing.make(scratch)
    let path = scratch.path("doel/l")
    let before = scratch.files().filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") }
    let settle = ["settle", Merenland.goodDeclaration, "--region", Merenland.region, "--ledger", path, "--out"]
    for run in [
      settle + [scratch.path("uit")], settle + [scratch.path("uit"), "--dry-run"], ["verify", "--ledger", path],
      ["replay", "--ledger", path], ["check", Merenland.goodDeclaration, "--ledger", path],
    ] {
      let outcome = try SaldoProcess.run(run)
      #expect(outcome.status == 2, "\(run[0])")
      #expect(outcome.stdout == "")
      #expect(outcome.complaints.count == 1)
      #expect(outcome.stderr.hasPrefix(path + thing.reason), "\(run[0]): \(outcome.stderr)")
    }
    let after = scratch.files().filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") }
    #expect(after == before)
  }

  @Test(arguments: ["geen/map/l.saldo", "bestand/l.saldo", String(repeating: "l", count: 300)])
  func `a ledger that cannot be made is named and no folder is left`(name: String) throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "bestand")
    let outcome = try SaldoProcess.run(
      ["settle", Merenland.goodDeclaration, "--region", Merenland.region, "--ledger", scratch.path(name), "--out"]
        + [scratch.path("uit")])
    #expect(outcome.status == 2)
    #expect(outcome.stdout == "")
    #expect(
      outcome.stderr
        == scratch.path(name)
        + ": hier kan geen grootboek worden gemaakt; verwacht: een bestaande map waarin Saldo mag schrijven.\n")
    #expect(scratch.files().keys.sorted() == ["bestand"])
  }

  @Test func `an out folder that cannot be written stops the run before anything is booked`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch, marchOnly: true)
    try scratch.write("x", to: "bestand")
    try scratch.write("x", to: "half/answers")
    let before = scratch.files()
    for (out, named) in [("bestand", "bestand/answers"), ("half", "half/answers"), ("bestand/x", "bestand/x/answers")] {
      for ledger in ["ledger.saldo", "nieuw.saldo"] {
        let outcome = try SaldoProcess.run(
          ["settle", Merenland.april.inbox, "--region", Merenland.region, "--ledger", scratch.path(ledger), "--out"]
            + [scratch.path(out), "--as-of", Merenland.april.asOf])
        #expect(outcome.status == 2)
        #expect(outcome.stdout == "")
        #expect(outcome.stderr == "\(scratch.path(named)): kan niet worden geschreven.\n")
        #expect(scratch.files() == before)
      }
    }
  }

  @Test func `an as-of date before that of the ledger is refused, also by a dry run`() throws {
    let scratch = try Scratch()
    let settled = try Merenland.settled.get()
    try settled.copyLedger(to: scratch)
    for extra in [[], ["--dry-run"]] {
      let outcome = try SaldoProcess.run(
        Merenland.settle([Merenland.april.inbox], asOf: "2026-05-11", in: scratch.folder) + extra)
      #expect(outcome.status == 2)
      #expect(outcome.stdout == "")
      #expect(outcome.stderr == "De peildatum ligt voor die van de laatste journaalpost, 2026-05-12.\n")
    }
    #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == settled.digest)
    #expect(scratch.files(below: "out").isEmpty)
  }

  @Test func `a report of a day before the last entry is refused`() throws {
    let ledger = try Merenland.settled.get().scratch.path("ledger.saldo")
    for kind in ["settlement", "overrun"] {
      let report = ["report", kind, "--ledger", ledger, "--period", "2026-04", "--format", "json", "--as-of"]
      let early = try SaldoProcess.run(report + ["2026-05-11"])
      #expect(early.status == 2)
      #expect(early.stdout == "")
      #expect(early.stderr == "De peildatum ligt voor die van de laatste journaalpost, 2026-05-12.\n")
      // The last day itself is the default.
      let last = try SaldoProcess.run(report + ["2026-05-12"])
      #expect(last.status == 0)
      #expect(try SaldoProcess.run(report.dropLast()).stdout == last.stdout)
      #expect(try SaldoProcess.run(report + ["2026-05-13"]).stdout.contains("\"asOf\" : \"2026-05-13\""))
    }
  }

  @Test func `a report or run never overwrites the ledger, its keys or what stands beside it`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let ledger = scratch.path("ledger.saldo")
    try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: ledger)
    try FileManager.default.linkItem(atPath: ledger + ".keys", toPath: scratch.path("ander"))
    let before = scratch.files()
    for name in [
      "ledger.saldo", "ledger.saldo.keys", "ledger.saldo-wal", "link", "ander", "../" + scratch.name + "/link",
    ] {
      let outcome = try SaldoProcess.run(
        ["report", "settlement", "--ledger", ledger, "--out", scratch.path(name)])
      #expect(outcome.status == 2, "\(name)")
      #expect(
        outcome.stderr
          == scratch.path(name) + ": hoort bij het grootboek en wordt niet overschreven; kies een andere --out.\n")
    }
    #expect(scratch.files() == before)
    for name in ["summary.json", "settlement.html"] {
      let outcome = try SaldoProcess.run(
        ["settle", Merenland.goodDeclaration, "--region", Merenland.region, "--ledger", scratch.path(name), "--out"]
          + [scratch.folder])
      #expect(outcome.status == 2, "\(name)")
      #expect(outcome.stderr.contains(": hoort bij het grootboek en wordt niet overschreven"))
    }
    #expect(scratch.files() == before)
  }

  @Test(arguments: [":memory:", "file:l.saldo", "file:l.saldo?mode=memory"])
  func `the name of a ledger is the name of a file, whatever it looks like`(name: String) throws {
    let scratch = try Scratch()
    for expected in ["1 ", "0 "] {
      let outcome = try SaldoProcess.run(
        ["settle", Merenland.goodDeclaration, "--region", Merenland.region, "--ledger", name, "--out", "uit"]
          + ["--as-of", "2026-04-10"], in: scratch.folder)
      #expect(outcome.status == 0)
      #expect(outcome.stdout.hasPrefix(expected), "\(outcome.stdout)")
    }
    #expect(scratch.files().keys.filter { !$0.hasPrefix("uit/") }.sorted() == [name, name + ".keys"])
    #expect(try SaldoProcess.run(["verify", "--ledger", name], in: scratch.folder).status == 0)
  }

  @Test func `an empty file that becomes a ledger is from then on for its owner only`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "ledger.saldo")
    #expect(chmod(scratch.path("ledger.saldo"), 0o666) == 0)
    #expect(try SaldoProcess.run(Merenland.settle([Merenland.goodDeclaration], in: scratch.folder)).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("ledger.saldo"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a ledger and its keys are for their owner only`() throws {
    let scratch = try Scratch()
    #expect(try SaldoProcess.run(Merenland.settle([Merenland.goodDeclaration], in: scratch.folder)).status == 0)
    let answers = try #require(scratch.files(below: "out/answers").keys.first)
    for name in ["ledger.saldo", "ledger.saldo.keys", "out/answers/" + answers] {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
  func `a ledger that may only be read is not written`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let ledger = scratch.path("ledger.saldo")
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: ledger)
    let before = try scratch.text("ledger.saldo.keys")
    let good = try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8)
    let file = try scratch.write(good.replacing("L26030001", with: "L26039999"), to: "nieuw.xml")
    let outcome = try SaldoProcess.run(Merenland.settle([file], asOf: Merenland.april.asOf, in: scratch.folder))
    #expect(outcome.status == 2)
    #expect(outcome.stderr.hasPrefix(ledger + ": kan niet worden "))
    #expect(try scratch.text("ledger.saldo.keys") == before)
    #expect(try Merenland.digest(of: ledger) == (try Merenland.settled.get().digest))
  }

  @Test func `a damaged ledger never crashes a command, and is not taken for a sound one`() throws {
    let scratch = try Scratch()
    try Merenland.settled.get().copyLedger(to: scratch)
    let ledger = scratch.path("ledger.saldo")
    let sound = try Data(contentsOf: URL(fileURLWithPath: ledger))
    var random = SeededGenerator(seed: 20_260_412)
    var passed: [Int] = []
    for _ in 0..<40 {
      var damaged = sound
      let place = Int.random(in: 0..<sound.count, using: &random)
      for offset in 0..<Int.random(in: 1...64, using: &random) where place + offset < damaged.count {
        damaged[place + offset] = UInt8.random(in: .min ... .max, using: &random)
      }
      try damaged.write(to: URL(fileURLWithPath: ledger))
      let verified = try SaldoProcess.run(["verify", "--ledger", ledger])
      #expect([0, 1, 2].contains(verified.status))
      #expect((verified.status == 2) == !verified.stderr.isEmpty)
      let replayed = try SaldoProcess.run(["replay", "--ledger", ledger])
      #expect([0, 1, 2].contains(replayed.status))
      if verified.status == 0 { passed.append(place) }
    }
    // What SQLite can open and cannot read to the end is a fault with its place, and no unusable file.
    let page = 4096
    var unreadable = sound
    unreadable.replaceSubrange(page * 4..<page * 8, with: Data(repeating: 0xFF, count: page * 4))
    try unreadable.write(to: URL(fileURLWithPath: ledger))
    let verified = try SaldoProcess.run(["verify", "--ledger", ledger])
    #expect(verified.status == 1 && verified.stderr.isEmpty)
    #expect(verified.stdout.contains("het bestand zelf is beschadigd") || verified.stdout.contains("beschadigd"))
    // Damage in free space, and in columns of the register that the journal can give again, is not found.
    #expect(passed.count <= 30, "\(passed)")
    for length in [0, 1, 100, 4096, sound.count / 2, sound.count - 4096] {
      try sound.prefix(length).write(to: URL(fileURLWithPath: ledger))
      #expect(try SaldoProcess.run(["verify", "--ledger", ledger]).status != 0, "\(length)")
    }
  }
}
