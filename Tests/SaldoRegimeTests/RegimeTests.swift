import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRegion
import SaldoRuns
import SaldoStore
import Testing

/// Every sample region of `Samples/Regimes` against its hand-made tables.
struct RegimeTests {
  @Test(arguments: Behaviour.all)
  func `a behaviour of a regime shows`(behaviour: Behaviour) throws {
    let settled = try SettledRegime.settled(behaviour.sample)
    let run = try #require(settled.runs.first { $0.month.name == behaviour.month }, "no month \(behaviour.month)")
    #expect(behaviour.fault(in: run.tables) == nil)
  }

  /// With every kind of contract that a region has; a ledger of an older version has the digest of the same bytes.
  @Test(arguments: RegimeSample.all)
  func `the contracts of a region have the bytes that Foundation gives them`(sample: RegimeSample) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let snapshot = try sample.region().snapshot
    let bytes = try CanonicalJSON.encode(snapshot)
    #expect(try bytes == Array(encoder.encode(snapshot)))
  }

  /// Columns of `expected/lines.csv`: ids;month;message;reference;verdict;codes;granted;signals;why.
  @Test(arguments: RegimeSample.all)
  func `every declared line gets the verdict, codes, cents and signals of the hand-written table`(
    sample: RegimeSample
  ) throws {
    let columns = ["month", "message", "reference", "verdict", "codes", "granted", "signals"]
    let expected = try sample.table("expected/lines.csv").map { row in columns.map { row[$0] ?? "?" } }
    let settled = try SettledRegime.settled(sample)
    var found: [[String]] = []
    var before: Set<[String]> = []
    for run in settled.runs {
      let rows = (run.tables["lines"] ?? []).map { row in columns.dropFirst().map { row[$0] ?? "?" } }
      found += rows.filter { !before.contains($0) }.map { [run.month.name] + $0 }
      before.formUnion(rows)
    }
    #expect(!expected.isEmpty)
    #expect(Set(expected).subtracting(found).map { $0.joined(separator: ";") }.sorted() == [])
    #expect(Set(found).subtracting(expected).map { $0.joined(separator: ";") }.sorted() == [])
    #expect(expected.count == Set(expected).count)
  }

  /// Columns of `expected/balances.csv`: month;municipality;provider;claims;without_declarations;payable;why.
  @Test(arguments: RegimeSample.all)
  func `each provider's balance is that of the hand-written table, and the sum of its answers and its days`(
    sample: RegimeSample
  ) throws {
    let settled = try SettledRegime.settled(sample)
    let expected = try sample.table("expected/balances.csv").map { row in
      ["month", "municipality", "provider", "claims", "without_declarations", "payable"].map { row[$0] ?? "?" }
        .joined(separator: ";")
    }
    let answered = try grantedByAnswers(of: settled)
    var found: [String] = []
    for run in settled.runs {
      let accounts = (run.tables["accounts"] ?? []).filter {
        $0["booking"] == run.month.asOf.month.iso
      }
      let parties = Set(accounts.map { [$0["municipality"]!, $0["provider"]!] })
      for party in parties {
        func sum(_ includes: (String) -> Bool) -> Int64 {
          accounts.filter { [$0["municipality"]!, $0["provider"]!] == party && includes($0["kind"]!) }
            .reduce(0) { $0 + Int64($1["cents"]!)! }
        }
        let claims = sum { $0 == "care-cost" }
        let without = sum { $0.hasSuffix("-cost") && $0 != "care-cost" }
        let name = "\(run.month.name);\(party[0]);\(party[1])"
        found.append("\(name);\(claims);\(without);\(-sum { $0 == "payable" })")
        #expect(claims == answered[name, default: 0], "the 325s of \(name)")
        #expect(sum { _ in true } == 0, "the postings of \(name)")
      }
      for name in answered.keys where name.hasPrefix(run.month.name) && answered[name] != 0 {
        #expect(found.contains { $0.hasPrefix(name + ";") }, "postings of \(name)")
      }
    }
    #expect(found.sorted() == expected.sorted())
  }

  /// What the 325s grant, per month of booking, municipality and provider, from their XML.
  private func grantedByAnswers(of settled: SettledRegime) throws -> [String: Int64] {
    var sums: [String: Int64] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: settled.folder + "/answers")
    where name.hasPrefix("JW325") || name.hasPrefix("WMO325") {
      let text = try String(contentsOfFile: settled.folder + "/answers/" + name, encoding: .utf8)
      func value(_ element: Substring, in text: Substring) -> Substring? {
        guard let open = text.range(of: ":\(element)>") else { return nil }
        return text[open.upperBound...].prefix { $0 != "<" }
      }
      let whole = text[...]
      guard let granted = text.range(of: "TotaalToegekendBedrag>"),
        let amount = value("TotaalBedrag", in: whole[granted.upperBound...]).flatMap({ Int64($0) }),
        let side = value("DebetCredit", in: whole[granted.upperBound...]),
        let day = value("Dagtekening", in: whole).flatMap({ CalendarDate(iso: String($0)) }),
        let month = settled.runs.first(where: { $0.month.asOf == day })?.month.name,
        let municipality = value("Afzender", in: whole), let provider = value("Ontvanger", in: whole)
      else { continue }
      sums["\(month);\(municipality);\(provider)", default: 0] += side == "C" ? -amount : amount
    }
    return sums
  }

  @Test(arguments: RegimeSample.all)
  func `the ledger is sound, and running every month again changes nothing`(sample: RegimeSample) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-regime-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try SettledRegime.settled(sample)
    let region = try sample.region().snapshot
    try FileManager.default.createDirectory(atPath: folder + "/answers", withIntermediateDirectories: true)
    let ledger = try Ledger(path: folder + "/regime.saldo", mode: .create)
    for run in first.runs {
      _ = try SettledRegime.settle(run.month, of: sample, under: region, into: ledger, folder)
      #expect(try ledger.digest().hex == run.digest)
      #expect(try SettledRegime.settle(run.month, of: sample, under: region, into: ledger, folder).booked == [])
      #expect(try ledger.digest().hex == run.digest)
    }
    let last = try #require(first.runs.last?.month.asOf)
    for run in first.runs {
      let again = RegimeSample.Month(name: run.month.name, asOf: last)
      #expect(try SettledRegime.settle(again, of: sample, under: region, into: ledger, folder).booked == [])
    }
    #expect(try ledger.digest().hex == first.runs.last?.digest)
    #expect(try answers(in: folder) == answers(in: first.folder))
    #expect(try ledger.verify().faults == [])
    #expect(try ReplayRun(of: ledger).replay().differences == [])
  }

  private func answers(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/answers")
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/answers/\($0)"))) })
  }

  @Test(arguments: RegimeSample.all)
  func `the ledger balances after every month`(sample: RegimeSample) throws {
    for run in try SettledRegime.settled(sample).runs {
      let accounts = run.tables["accounts"] ?? []
      #expect(!accounts.isEmpty)
      #expect(accounts.reduce(Int64(0)) { $0 + Int64($1["cents"]!)! } == 0, "\(run.month.name)")
    }
  }

  @Test(arguments: RegimeSample.all, [Language.dutch, .english])
  func `init writes the sample as it stands, with one explanation`(sample: RegimeSample, language: Language) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-regime-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try RegionTemplate.write(try #require(RegimeTemplate.files(of: sample.name, in: language)), to: folder)
    #expect(try RegionFolder.load(folder).snapshot == sample.region().snapshot)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    #expect(files.filter { $0.hasSuffix(".md") } == [language == .dutch ? "LEESMIJ.md" : "README.md"])
    let messages = files.filter { $0.hasSuffix(".xml") }
    let inbox = try FileManager.default.subpathsOfDirectory(atPath: sample.folder).filter { $0.hasSuffix(".xml") }
    #expect(messages.sorted() == inbox.sorted())
    for message in messages {
      #expect(
        FileManager.default.contents(atPath: "\(folder)/\(message)")
          == FileManager.default.contents(atPath: "\(sample.folder)/\(message)"), "\(message)")
    }
  }

  @Test(arguments: RegimeSample.all)
  func `a sample explains itself, and names only behaviours that it shows`(sample: RegimeSample) throws {
    for name in ["README.md", "LEESMIJ.md"] {
      let text = try String(contentsOfFile: "\(sample.folder)/\(name)", encoding: .utf8)
      #expect(text.hasPrefix("# "))
    }
    let behaviours = try sample.table("expected/behaviours.csv")
    #expect(!behaviours.isEmpty)
    #expect(behaviours.allSatisfy { $0["why"]?.isEmpty == false })
  }

  /// The behaviours that a sample must show; those that wait for reports stand in `Documentation/Regimes.md`.
  static let required: [String: Set<String>] = [
    "westland": ["WST-1", "WST-3"],
    "gemeente-a": ["GA-1", "GA-2", "GA-3", "GA-4", "GA-5", "GA-7", "GA-8", "GA-9"],
    "gemeente-b": ["GB-1", "GB-4", "GB-5"],
    "gemeente-c": ["GC-1", "GC-2", "GC-3", "GC-7"],
    "gemeente-d": ["GD-1", "GD-2", "GD-3", "GD-5", "GD-6", "GD-7", "GD-8"],
    "steenwijkerland": ["SW-1", "SW-5", "SW-6"],
    "deventer": ["DEV-1", "DEV-2", "DEV-3", "DEV-6", "DEV-7"],
    "peel-en-maas": ["PM-1", "PM-2", "PM-4", "PM-5", "PM-6"],
    "roosendaal": [
      "WBW-1", "WBW-2", "WBW-3", "WBW-5", "WBW-6", "WBW-7", "WBW-8", "WBW-9", "WBW-10", "WBW-12",
    ],
    "utrecht": ["UTR-1", "UTR-2", "UTR-4", "UTR-5", "UTR-8"],
    "zaltbommel": ["ZB-1", "ZB-2", "ZB-3", "ZB-4", "ZB-5", "ZB-6", "ZB-7"],
  ]

  @Test(.enabled(if: RegimeSample.only == nil))
  func `every regime has a sample that shows its behaviours`() {
    #expect(Set(RegimeSample.all.map(\.name)) == Set(Self.required.keys))
    for (name, ids) in Self.required {
      let shown = Set(
        Behaviour.all.filter { $0.sample.name == name }.flatMap { $0.id.split(separator: " ").map(String.init) })
      #expect(ids.subtracting(shown).sorted() == [], "\(name)")
    }
  }
}
