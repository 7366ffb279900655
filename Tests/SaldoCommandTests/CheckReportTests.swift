import Foundation
import Testing

/// The JSON of a check is a contract: its keys, its types, its order.
struct CheckReportTests {
  @Test func `the keys and types are those of the contract`() throws {
    let scratch = try Scratch()
    let broken = try scratch.write("x", to: "kapot.txt")
    let files = ["jw323-tariffs-0096-p1.xml", "jw323-tr358-0088-p1.xml", "jw323-family-homes-0093-p5.xml"].map {
      Merenland.march.inbox + "/" + $0
    }
    let allocations = Merenland.march.files.filter { $0.hasPrefix("jw301") }.map { Merenland.march.inbox + "/" + $0 }
    let outcome = try SaldoProcess.run(
      ["check", broken] + files + ["--region", Merenland.region, "--as-of", Merenland.march.asOf, "--format", "json"]
        + ["--context"] + allocations)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.stdout.utf8)) as? [String: Any])
    #expect(root.keys.sorted() == ["files", "presumed", "unusableContext"])
    #expect(root["presumed"] as? [String] == [])
    #expect((root["unusableContext"] as? [Any])?.isEmpty == true)
    let found = try #require(root["files"] as? [[String: Any]])
    #expect(found.compactMap { $0["file"] as? String } == ([broken] + files).sorted())
    var rejects = 0
    var signals = 0
    for file in found {
      #expect(
        file.keys.sorted() == [
          "answer", "file", "findings", "message", "notJudged", "release", "returnMessage", "verdict",
        ])
      #expect(file["answer"] is NSNull && file["returnMessage"] is NSNull)
      #expect((file["notJudged"] as? [Any])?.isEmpty == true)
      let isBroken = file["file"] as? String == broken
      #expect(isBroken ? file["message"] is NSNull : file["message"] as? String == "JW323")
      #expect(isBroken ? file["release"] is NSNull : file["release"] as? String == "3.2")
      #expect(["accepted", "partly", "refused", "held", "unusable"].contains(file["verdict"] as? String))
      for finding in try #require(file["findings"] as? [[String: Any]]) {
        #expect(
          finding.keys.sorted() == [
            "at", "class", "element", "facts", "hint", "level", "line", "reference", "returnCode", "rule", "severity",
            "text",
          ])
        #expect(finding["rule"] is String && finding["at"] is String && finding["element"] is String)
        #expect(finding["text"] as? String != "" && finding["hint"] as? String != "")
        #expect((0...5).contains(try #require(finding["level"] as? Int)))
        #expect(finding["line"] is Int)
        #expect(finding["reference"] is NSNull || finding["reference"] is String)
        let facts = try #require(finding["facts"] as? [String: Any])
        #expect(facts.values.allSatisfy { $0 is Int || $0 is String })
        let severity = try #require(finding["severity"] as? String)
        let isAnswered = severity == "reject" && finding["level"] as? Int != 1
        #expect((finding["returnCode"] is String) == isAnswered, "\(finding)")
        #expect((finding["class"] is String) == isAnswered, "\(finding)")
        if severity == "reject" { rejects += 1 } else { signals += 1 }
      }
    }
    #expect(rejects > 5)
    #expect(signals > 0)
  }

  @Test func `keys are sorted and the same check gives the same bytes`() throws {
    let arguments =
      ["check", Merenland.march.inbox + "/jw323-tariffs-0096-p1.xml", "--format", "json"]
      + ["--region", Merenland.region, "--as-of", Merenland.march.asOf]
    let first = try SaldoProcess.run(arguments).stdout
    for environment in [["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"], ["LC_ALL": "C"]] {
      #expect(try SaldoProcess.run(arguments, environment: environment).stdout == first)
    }
    // An object begins with its least key, so each line's key is above the one before it, in the same object.
    var open: [String?] = []
    for line in first.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
      if let key = line.firstMatch(of: /^"(\w+)" :/)?.output.1 {
        let last = try #require(open.last)
        #expect(last.map { $0 < key } ?? true, "\(key) after \(last ?? "nothing")")
        open[open.count - 1] = String(key)
      }
      if line.hasPrefix("}") { open.removeLast() }
      if line.hasSuffix("{") { open.append(nil) }
    }
    #expect(open.isEmpty)
    #expect(first.hasSuffix("}\n"))
    #expect(!first.contains("\\/"))
  }

  @Test func `findings point at element, line and reference, and tell amounts in cents`() throws {
    let output = try CheckOutput([
      Merenland.march.inbox + "/jw323-tariffs-0096-p1.xml", "--region", Merenland.region, "--as-of",
      Merenland.march.asOf,
    ])
    let finding = try #require(try output.file.findings.first)
    #expect(finding.rule == "TR346")
    #expect(finding.level == 4)
    #expect(finding.severity == "reject")
    #expect(finding.returnCode == "9346")
    #expect(finding.answerClass == "Prestatie")
    #expect(finding.at == "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/IngediendBedrag/Bedrag")
    #expect(finding.line == 48)
    #expect(finding.reference == "L-3-040")
    #expect(finding.text == "Ingediend is € 326,00, maar 4 uur à € 81,75 per uur is € 327,00.")
    #expect(output.outcome.stdout.contains("\"expected\" : 32700"))
    #expect(output.outcome.stdout.contains("\"found\" : 32600"))
    #expect(output.outcome.status == 1)
  }

  @Test func `a level-2 finding answers at the header`() throws {
    let output = try CheckOutput([Merenland.march.inbox + "/jw323-tr358-0088-p1.xml"])
    let finding = try #require(try output.file.findings.first { $0.rule == "TR358" })
    #expect(try output.file.verdict == "refused")
    #expect(finding.level == 2)
    #expect(finding.returnCode == "0001")
    #expect(finding.answerClass == "Header")
    #expect(finding.at.hasPrefix("/Bericht/Declaratie/TotaalIngediendBedrag"))
  }

  @Test func `standard input is named by a hyphen`() throws {
    let good = try Data(contentsOf: URL(fileURLWithPath: Merenland.goodDeclaration))
    let output = try CheckOutput(["-"], input: good)
    #expect(output.outcome.status == 0)
    #expect(try output.file.file == "-")
    #expect(try output.file.verdict == "accepted")
    #expect(try output.file.findings.isEmpty)
    let empty = try CheckOutput(["-"])
    #expect(empty.outcome.status == 2)
    #expect(try empty.file.verdict == "unusable")
    #expect(try empty.file.message == nil)
    #expect(try empty.file.findings.map(\.rule) == ["XML"])
  }

  @Test func `two files with the same bytes both get a result`() throws {
    let scratch = try Scratch()
    let (first, second) = (try scratch.copy(Merenland.goodDeclaration, to: "een.xml"), scratch.path("twee.txt"))
    try scratch.copy(Merenland.goodDeclaration, to: "twee.txt")
    let output = try CheckOutput([second, first])
    #expect(output.files.map(\.file) == [first, second])
    #expect(output.files.map(\.verdict) == ["accepted", "accepted"])
    #expect(output.files.map { $0.findings.map(\.rule) } == [[], ["OP192"]])
  }

  @Test func `the schema can be asked about every message`() throws {
    let scratch = try Scratch()
    let good = try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8)
    let broken = try scratch.write(good.replacing("<ijw:DebetCredit>D<", with: "<ijw:DebetCredit>E<"), to: "kapot.xml")
    for path in [Merenland.goodDeclaration, broken] {
      let (fast, both) = (try CheckOutput([path]), try CheckOutput([path, "--strict-schema"]))
      #expect(both.outcome.stdout == fast.outcome.stdout)
      #expect(both.outcome.status == (path == broken ? 2 : 0))
    }
  }

  @Test func `a check writes nothing`() throws {
    let scratch = try Scratch()
    let settled = try Merenland.settled.get()
    try settled.copyLedger(to: scratch)
    let before = scratch.files()
    let outcome = try SaldoProcess.run([
      "check", Merenland.april.inbox, "--ledger", scratch.path("ledger.saldo"), "--region", Merenland.region,
      "--context", Merenland.march.inbox, "--as-of", Merenland.april.asOf,
    ])
    #expect(outcome.status == 1)
    #expect(scratch.files().filter { !$0.key.hasSuffix("-shm") && !$0.key.hasSuffix("-wal") } == before)
  }
}
