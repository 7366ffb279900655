import ArgumentParser
import Foundation
import SaldoDomain
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
      Terminal.complain(
        Bilingual(nl: "Er is geen regel \(code ?? "").", en: "There is no rule \(code ?? "").").text(
          in: options.language))
      throw ExitCode(2)
    }
    switch format {
    case .text: for rule in rules { try Terminal.print(text(of: rule)) }
    case .json: try Terminal.write(JSONText.encode(RuleList(rules: rules.map(RuleList.Rule.init))))
    }
  }

  private func text(of rule: RuleMetadata) -> String {
    let code = rule.code.rawValue.padding(toLength: 18, withPad: " ", startingAt: 0)
    let answer = (rule.returnCode?.rawValue ?? "-").padding(toLength: 5, withPad: " ", startingAt: 0)
    let head = "\(code) \(rule.level.rawValue) \(answer) \(rule.title.text(in: options.language))"
    return self.code == nil ? head : head + "\n  \(rule.sentence.text(in: options.language))\n  \(rule.source)"
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
    let facts: [String]
    let source: String

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
      facts = metadata.facts
      source = metadata.source
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
      try container.encode(facts, forKey: .facts)
      try container.encode(source, forKey: .source)
    }

    private enum Key: String, CodingKey {
      case rule, level, severity, returnCode, `class`, messages, domains, since, titleNl, titleEn, facts, source
    }
  }
}
