import Foundation
import SaldoDomain
import Testing

@testable import SaldoRules

struct RuleBookTests {
  /// The folders of rules, the same under Sources and under Tests.
  private static let folders = ["Form", "Header", "Allocation", "Declaration", "Client", "Line", "Contract"]

  /// The root of the package.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the Swift files of a folder, without extension, sorted.
  private static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }.sorted()
  }

  /// The names in braces of a sentence.
  private static func placeholders(of sentence: String) -> [String] {
    sentence.matches(of: /\{([^{}]*)\}/).map { String($0.1) }
  }

  @Test func `codes are unique`() {
    let codes = RuleBook.metadata.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(RuleBook.precedence.count == codes.count)
  }

  @Test func `every rule file is in the book once, and every rule of the book has a file`() throws {
    let names =
      RuleBook.form.map { "\(type(of: $0))" } + RuleBook.declarationForm.map { "\(type(of: $0))" }
      + RuleBook.header.map { "\(type(of: $0))" } + RuleBook.allocation.map { "\(type(of: $0))" }
      + RuleBook.declaration.map { "\(type(of: $0))" }
      + RuleBook.client.map { "\(type(of: $0))" } + RuleBook.line.map { "\(type(of: $0))" }
      + RuleBook.remainder.map { "\(type(of: $0))" }
    let files = try Self.folders.flatMap { try Self.files(in: "Sources/SaldoRules/\($0)") }
    #expect(names.sorted() == files.sorted())
    #expect(RuleBook.metadata.count == names.count)
  }

  @Test func `a rule's type starts with its code`() {
    let rules: [any Rule] =
      RuleBook.form + RuleBook.declarationForm + RuleBook.header + RuleBook.allocation + RuleBook.declaration
      + RuleBook.client + RuleBook.line + RuleBook.remainder
    for rule in rules { #expect("\(type(of: rule))".hasPrefix(rule.metadata.code.rawValue)) }
    #expect(rules.map(\.metadata.code) == RuleBook.metadata.map(\.code))
  }

  @Test(arguments: folders)
  func `every rule file has a suite of its own`(folder: String) throws {
    let codes = Set(RuleBook.metadata.map(\.code.rawValue))
    let rules = try Self.files(in: "Sources/SaldoRules/\(folder)").compactMap { file in
      codes.filter { file.hasPrefix($0) }.max { $0.count < $1.count }
    }
    let suites = try Self.files(in: "Tests/SaldoRulesTests/\(folder)")
    #expect(suites == rules.map { $0 + "Tests" }.sorted())
  }

  @Test func `every placeholder is a fact and every fact is shown, in both languages`() {
    for rule in RuleBook.metadata {
      for sentence in [rule.sentence.dutch, rule.sentence.english] {
        #expect(Set(Self.placeholders(of: sentence)) == Set(rule.facts), "\(rule.code)")
      }
      #expect(Set(rule.facts).count == rule.facts.count, "\(rule.code)")
    }
  }

  @Test func `titles and sentences are sentences`() {
    for rule in RuleBook.metadata {
      let texts = [rule.title, rule.sentence].flatMap { [$0.dutch, $0.english] }
      for text in texts {
        #expect(text.count > 20 && text.hasSuffix(".") && !text.hasPrefix(" "), "\(rule.code)")
        #expect(text.first?.isUppercase == true || text.hasPrefix("{"), "\(rule.code)")
      }
      #expect(rule.title.dutch != rule.title.english && rule.sentence.dutch != rule.sentence.english)
    }
  }

  @Test func `every rule cites its source`() {
    for rule in RuleBook.metadata {
      let isOurs = rule.level == .contract || ["BSN", "KIND", "REGION"].contains(rule.code)
      #expect(rule.source.hasPrefix(isOurs ? "Saldo, " : "iStandaarden 3.2, "), "\(rule.code)")
      if rule.level > .schema && rule.severity == .reject { #expect(rule.source.hasSuffix(rule.code.rawValue)) }
    }
  }

  @Test func `level 2 gives 0001 at the header, level 1 and signals no code`() {
    for rule in RuleBook.metadata where rule.severity == .reject {
      #expect((rule.level == .message) == (rule.returnCode == .technicallyRejected), "\(rule.code)")
      if rule.level == .message { #expect(rule.answerClass == .header) }
      #expect((rule.returnCode == nil) == (rule.level == .schema), "\(rule.code)")
      #expect((rule.returnCode == nil) == (rule.answerClass == nil), "\(rule.code)")
    }
    let signals = RuleBook.metadata.filter { $0.severity == .signal }
    #expect(signals.map(\.code) == ["OP192", "OP179", "BSN"])
    #expect(signals.allSatisfy { $0.returnCode == nil && $0.answerClass == nil })
  }

  @Test func `each list has the answer class of its stage`() {
    #expect(RuleBook.header.allSatisfy { $0.metadata.answerClass == .header })
    #expect(RuleBook.allocation.allSatisfy { $0.metadata.answerClass == .allocatedProduct })
    #expect(RuleBook.declaration.allSatisfy { $0.metadata.answerClass == .declaration })
    #expect(RuleBook.client.allSatisfy { $0.metadata.answerClass == .client })
    #expect((RuleBook.line + RuleBook.remainder).allSatisfy { $0.metadata.answerClass == .line })
  }

  // The codes of the register, iStandaarden 3.2; S329 and 9341 of the contract rules are in Documentation/Funding.md.
  @Test func `the return codes are those of the register`() {
    let expected: [RuleCode: String] = [
      "TR056": "9056", "TR135": "8848", "TR378": "S300", "TR333": "9333", "TR304": "8187", "TR314": "8021",
      "TR323": "8017", "TR390": "9390", "TR338": "9338", "TR384": "9384", "TR339": "9339", "TR340": "9340",
      "TR341": "9341", "TR307": "9307", "TR308": "9308", "TR387": "9387", "TR388": "9388", "TR381": "S329",
      "TR418": "0611", "TR346": "9346", "TR389": "9389", "K001": "S329", "K002": "9341", "TR332": "9332",
      "TR385": "9385", "TR318": "8214", "TR319": "9319", "TR321": "9321", "TR322": "9322", "TR369": "9369",
    ]
    let found = RuleBook.metadata.filter { $0.level > .message && $0.severity == .reject }.map {
      ($0.code, $0.returnCode?.rawValue)
    }
    #expect(found.count == expected.count)
    for (code, returnCode) in found { #expect(returnCode == expected[code], "\(code)") }
  }

  @Test func `what is left of an allocation is a matter of debits alone`() {
    #expect(RuleBook.remainder.allSatisfy { type(of: $0).sides == [.debit] })
  }
}
