import ArgumentParser
import Foundation
import SaldoDomain
import SaldoLedger
import SaldoSettlement

/// `saldo rules`: the rule catalogue, from the code itself.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Toont de regels die deze versie beoordeelt.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: CommonOptions

  @Option(help: "Vorm van de uitvoer: text of json.")
  var format: Format = .text

  @Argument(help: "Een regel, bijvoorbeeld TR346; zonder deze alle regels.")
  var code: String?

  func run() throws {
    let rules = RuleCatalogue.all.filter { code == nil || $0.code.rawValue.uppercased() == code?.uppercased() }
    guard !rules.isEmpty else {
      let (code, nearest) = (code ?? "", Self.nearest(to: code ?? ""))
      Terminal.complain(
        Bilingual(
          nl: "Er is geen regel \(code); bedoelde u \(nearest)?",
          en: "There is no rule \(code); did you mean \(nearest)?"
        ).text(in: options.language))
      throw ExitCode(2)
    }
    switch format {
    case .text: for rule in rules { try Terminal.print(code == nil ? line(of: rule) : page(of: rule)) }
    case .json: try Terminal.write(CanonicalJSON.encode(RuleList(rules: rules.map(RuleList.Rule.init)), .lines))
    }
  }

  /// The rule whose code takes the fewest changes to become this one; of several the first in the catalogue.
  private static func nearest(to code: String) -> RuleCode {
    let wanted = Array(code.uppercased())
    let best = RuleCatalogue.all.min { first, second in
      distance(wanted, Array(first.code.rawValue.uppercased()))
        < distance(wanted, Array(second.code.rawValue.uppercased()))
    }
    return best?.code ?? "XSD"
  }

  /// The number of characters to add, drop or replace to make one text of the other.
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, character) in first.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let replaced = corner + (character == other ? 0 : 1)
        corner = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, corner + 1)
      }
    }
    return row[second.count]
  }

  /// The length of the longest code.
  private static let codeWidth = RuleCatalogue.all.map(\.code.rawValue.count).max() ?? 0

  private func line(of rule: RuleMetadata) -> String {
    let code = rule.code.rawValue.padding(toLength: Self.codeWidth, withPad: " ", startingAt: 0)
    let answer = (rule.returnCode?.rawValue ?? "-").padding(toLength: 5, withPad: " ", startingAt: 0)
    return "\(code) \(rule.level.rawValue) \(answer) \(rule.title.text(in: options.language))"
  }

  /// Everything about one rule: a line for each thing, without those that it does not have.
  private func page(of rule: RuleMetadata) -> String {
    let classes = rule.answerClasses.map(\.rawValue).joined(separator: " ")
    let evidence = RuleEvidence(of: rule)
    let rows: [(Bilingual, String)] = [
      (Bilingual(nl: "Bevinding", en: "Finding"), rule.sentence.text(in: options.language)),
      (Bilingual(nl: "Wat te doen", en: "What to do"), rule.hint.text(in: options.language)),
      (Bilingual(nl: "Berichten", en: "Messages"), rule.kinds.map(\.rawValue).joined(separator: " ")),
      (Bilingual(nl: "Domeinen", en: "Domains"), rule.domains.map(\.rawValue).joined(separator: " ")),
      (Bilingual(nl: "Vanaf release", en: "Since release"), rule.since.rawValue),
      (Bilingual(nl: "Retourcode", en: "Return code"), rule.returnCode.map { words(of: $0) } ?? ""),
      (Bilingual(nl: "Klasse", en: "Class"), classes),
      (Bilingual(nl: "Nodig", en: "Needs"), rule.needs.names.map { "--" + $0 }.joined(separator: " ")),
      (Bilingual(nl: "Bron", en: "Source"), rule.source),
      (
        Bilingual(nl: "Tests en voorbeelden", en: "Tests and examples"),
        ([evidence.suite] + evidence.cases.map { $0 + "*" }).compactMap(\.self).joined(separator: " ")
      ),
    ]
    return ([line(of: rule)] + rows.filter { !$0.1.isEmpty }.map { "  \($0.0.text(in: options.language)): \($0.1)" })
      .joined(separator: "\n")
  }

  private func words(of code: ReturnCode) -> String {
    [code.rawValue, code.meaning?.text(in: options.language)].compactMap(\.self).joined(separator: " ")
  }
}

extension Knowledge {
  /// The options of `saldo check` that give it.
  fileprivate var names: [String] {
    [(Knowledge.region, "region"), (.history, "context")].filter { contains($0.0) }.map(\.1)
  }
}

/// Which tests prove a rule.
struct RuleEvidence {
  /// The suite of the rule; nil for what models and ceilings tell, whose suites are those of the model.
  let suite: String?
  /// The conformance cases: the start of the names of their folders in `Samples/Conformance`, for a rule of the register.
  let cases: [String]

  /// The tests of a rule.
  init(of rule: RuleMetadata) {
    let code = rule.code.rawValue
    suite = code.allSatisfy { $0.isUppercase || $0.isNumber } && code != "IBP" ? code + "Tests" : nil
    let isOfRegister = ["TR", "CD", "CS"].contains { code.hasPrefix($0) }
    let isRejection = rule.severity == .reject
    cases =
      isOfRegister && isRejection
      ? rule.domains.flatMap { domain in
        rule.kinds.filter { Self.hasCases(rule, $0) }.map { "\(domain.rawValue)/\($0.rawValue)/\(code)-" }
      } : []
  }

  /// Every rule on 301, 305, 307, 323 and 325 has cases; on 315, 317 and 319 those of levels 1 and 2.
  private static func hasCases(_ rule: RuleMetadata, _ kind: MessageKind) -> Bool {
    switch kind {
    case .allocation, .start, .stop, .declaration, .declarationAnswer: true
    case .allocationRequest, .changeRequest, .requestAnswer: rule.level <= .message
    default: false
    }
  }
}

/// The rule catalogue as JSON.
private struct RuleList: Encodable {
  let rules: [Rule]

  struct Rule: Encodable {
    let rule: String
    let level: Int
    let severity: String
    let returnCode: String?
    let `class`: String?
    let messages: [String]
    let domains: [String]
    let since: String
    let titleNl: String
    let titleEn: String
    let needs: [String]
    let hintNl: String
    let hintEn: String
    let facts: [String]
    let source: String
    let suite: String?
    let cases: [String]

    init(_ metadata: RuleMetadata) {
      rule = metadata.code.rawValue
      level = metadata.level.rawValue
      severity = metadata.severity.rawValue
      returnCode = metadata.returnCode?.rawValue
      let classes = metadata.answerClasses.map(\.rawValue)
      `class` = classes.isEmpty ? nil : classes.joined(separator: " ")
      messages = metadata.kinds.map(\.rawValue)
      domains = metadata.domains.map(\.rawValue)
      since = metadata.since.rawValue
      titleNl = metadata.title.dutch
      titleEn = metadata.title.english
      needs = metadata.needs.names
      hintNl = metadata.hint.dutch
      hintEn = metadata.hint.english
      facts = metadata.facts
      source = metadata.source
      let evidence = RuleEvidence(of: metadata)
      suite = evidence.suite
      cases = evidence.cases
    }

    /// Every key of every rule, also where it has no value: what is not there is null.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(rule, forKey: .rule)
      try container.encode(level, forKey: .level)
      try container.encode(severity, forKey: .severity)
      try container.encode(returnCode, forKey: .returnCode)
      try container.encode(`class`, forKey: .class)
      try container.encode(messages, forKey: .messages)
      try container.encode(domains, forKey: .domains)
      try container.encode(since, forKey: .since)
      try container.encode(titleNl, forKey: .titleNl)
      try container.encode(titleEn, forKey: .titleEn)
      try container.encode(needs, forKey: .needs)
      try container.encode(hintNl, forKey: .hintNl)
      try container.encode(hintEn, forKey: .hintEn)
      try container.encode(facts, forKey: .facts)
      try container.encode(source, forKey: .source)
      try container.encode(suite, forKey: .suite)
      try container.encode(cases, forKey: .cases)
    }

    private enum Key: String, CodingKey {
      case rule, level, severity, returnCode, `class`, messages, domains, since, titleNl, titleEn, needs
      case hintNl, hintEn, facts, source, suite, cases
    }
  }
}
