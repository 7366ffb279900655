import Foundation
import SaldoDomain
import SaldoRules
import Testing

/// The corpus is whole: every rule has cases, the page about them is current, and the plan and the folders agree.
struct CoverageTests {
  private static let table = CoverageTable(of: Corpus.cases)

  @Test func `the required rules are as many as the register has`() {
    let counts = RequiredRules.kinds.map { kind in
      [RequiredRules.codes(kind, .jw).count, RequiredRules.codes(kind, .wmo).count]
    }
    #expect(counts == [[36, 35], [17, 17], [20, 20], [22, 22], [17, 17], [6, 4], [45, 45], [18, 18]])
    for kind in RequiredRules.kinds {
      let codes = RequiredRules.codes(kind, .jw)
      #expect(Set(codes).count == codes.count)
    }
  }

  @Test(arguments: RequiredRules.kinds, Domain.allCases)
  func `every rule of a message has a case that passes and one that fails`(kind: MessageKind, domain: Domain) {
    for rule in RequiredRules.codes(kind, domain) {
      let cases = Self.table.cases(of: rule, in: kind)
      #expect(cases.passing[domain]?.isEmpty == false, "no passing case of \(rule) in \(domain) \(kind.rawValue)")
      #expect(cases.failing[domain]?.isEmpty == false, "no failing case of \(rule) in \(domain) \(kind.rawValue)")
    }
  }

  @Test(arguments: RequiredRules.kinds, Domain.allCases)
  func `the rule book has the rules that are required`(kind: MessageKind, domain: Domain) {
    let levels: [RuleLevel] = RequiredRules.upToLevelTwo.contains(kind) ? [.message] : [.message, .history, .external]
    let judged = RuleBook.metadata.filter { rule in
      rule.kinds.contains(kind) && rule.domains.contains(domain) && rule.severity == .reject
        && levels.contains(rule.level)
    }
    let required = Set(RequiredRules.codes(kind, domain)).subtracting(RequiredRules.ofSchemas)
    #expect(Set(judged.map(\.code.rawValue)) == required)
  }

  @Test func `the page about the cases is current`() throws {
    let url = URL(fileURLWithPath: Corpus.package + "/Documentation/Conformance.md")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(Self.table.page.utf8).write(to: url)
      Issue.record("recorded Documentation/Conformance.md; look at the difference and run again")
      return
    }
    #expect(try Data(contentsOf: url) == Data(Self.table.page.utf8), "Documentation/Conformance.md is stale")
  }

  @Test func `the folders are those of the plan`() throws {
    #expect(try Corpus.folders() == Plan.folders())
  }

  @Test func `a case says what it is about`() throws {
    for item in Corpus.cases {
      #expect(item.expected.region == "../../../region")
      #expect(item.expected.verdict == "accepted" || !item.expected.findings.isEmpty, "\(item.name)")
      #expect(item.expected.alone || item.expected.note != nil, "\(item.name) does not say why two rules fail")
      #expect(item.name.contains(item.isPass ? "-pass-" : "-fail-"), "\(item.name)")
      let files = try item.context.count
      #expect(files == item.expected.context.count)
    }
  }
}

/// The names of the cases in the plan, which stands beside them.
private enum Plan {
  private struct Entry: Decodable {
    let rule: String
    let on: String
    let domains: [String]?
    let cases: [Case]
  }

  private struct Case: Decodable {
    let pass: String?
    let fail: String?
    let domains: [String]?
  }

  static func folders() throws -> [String] {
    let folder = Corpus.path + "/plan"
    var folders: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("cases-") {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      for entry in try JSONDecoder().decode([Entry].self, from: data) {
        for item in entry.cases {
          let outcome = item.pass.map { "pass-" + $0 } ?? item.fail.map { "fail-" + $0 } ?? ""
          for domain in item.domains ?? entry.domains ?? ["jw", "wmo"] {
            folders.append("\(domain)/\(entry.on)/\(entry.rule)-\(outcome)")
          }
        }
      }
    }
    return folders.sorted()
  }
}
