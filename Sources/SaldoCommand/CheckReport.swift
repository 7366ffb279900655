import SaldoDomain
import SaldoRuns
import SaldoSettlement

/// The outcome of a check for machines; its keys are a contract.
struct CheckReport: Encodable {
  let files: [File]

  struct File: Encodable {
    let file: String
    let message: String?
    let release: String?
    let verdict: CheckedFile.Verdict
    let findings: [Item]

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(file, forKey: .file)
      try container.encode(message, forKey: .message)
      try container.encode(release, forKey: .release)
      try container.encode(verdict, forKey: .verdict)
      try container.encode(findings, forKey: .findings)
    }

    private enum Key: String, CodingKey { case file, message, release, verdict, findings }
  }

  struct Item: Encodable {
    let finding: Finding
    let reference: String?
    let language: Language

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(finding.rule.rawValue, forKey: .rule)
      try container.encode(finding.level.rawValue, forKey: .level)
      try container.encode(finding.severity.rawValue, forKey: .severity)
      try container.encode(finding.returnCode?.rawValue, forKey: .returnCode)
      try container.encode(finding.answerClass?.rawValue, forKey: .answerClass)
      try container.encode(finding.place.element, forKey: .element)
      try container.encode(finding.place.path, forKey: .at)
      try container.encode(finding.place.sourceLine, forKey: .line)
      try container.encode(reference, forKey: .reference)
      try container.encode(finding.text(in: language), forKey: .text)
      var facts = container.nestedContainer(keyedBy: FactKey.self, forKey: .facts)
      for entry in finding.facts.entries {
        let key = FactKey(stringValue: entry.name)
        switch entry.fact {
        case .amount(let amount): try facts.encode(amount.cents, forKey: key)
        case .number(let number): try facts.encode(number, forKey: key)
        case .date(let date): try facts.encode(date.iso, forKey: key)
        case .period(let period): try facts.encode("\(period.begin)/\(period.end)", forKey: key)
        case .code, .phrase: try facts.encode(entry.fact.text(in: language), forKey: key)
        }
      }
    }

    private enum Key: String, CodingKey {
      case rule, level, severity, returnCode, element, at, line, reference, text, facts
      case answerClass = "class"
    }

    private struct FactKey: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  init(_ checked: [CheckedFile], in language: Language) {
    files = checked.map { file in
      File(
        file: file.file.path, message: file.messageName, release: file.release, verdict: file.verdict,
        findings: file.findings.map { finding in
          Item(
            finding: finding,
            reference: finding.place.line.flatMap { file.references[$0] }.map { CitizenNumberMask.masked($0.string) },
            language: language)
        })
    }
  }
}
