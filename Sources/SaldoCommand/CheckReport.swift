import SaldoDomain
import SaldoRuns
import SaldoSettlement

/// The outcome of a check for machines; its keys are a contract.
struct CheckReport: Encodable {
  let files: [File]
  /// Declarations of the context without an answer, presumed to be decided as the rules judge them.
  let presumed: [String]
  /// Files of the context that could not be used.
  let unusableContext: [Unusable]

  struct File: Encodable {
    let checked: CheckedFile
    let returnMessage: String?
    let language: Language

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(checked.file.path, forKey: .file)
      try container.encode(checked.messageName, forKey: .message)
      try container.encode(checked.release, forKey: .release)
      try container.encode(checked.verdict, forKey: .verdict)
      try container.encode(checked.answer.map(Answer.init), forKey: .answer)
      let items = checked.findings.map {
        Item(finding: $0, reference: checked.maskedReference(of: $0), language: language)
      }
      try container.encode(items, forKey: .findings)
      let notJudged = checked.notJudged.map {
        NotJudgedRule(rule: $0.rule.rawValue, reason: CheckText.reason($0.missing).text(in: language))
      }
      try container.encode(notJudged, forKey: .notJudged)
      try container.encode(returnMessage, forKey: .returnMessage)
    }

    private enum Key: String, CodingKey {
      case file, message, release, verdict, answer, findings, notJudged, returnMessage
    }
  }

  struct NotJudgedRule: Encodable {
    let rule: String
    let reason: String
  }

  struct Unusable: Encodable {
    let file: String
    let rule: String
    let reason: String
  }

  /// What a 325 says; null where it is not known.
  struct Answer: Encodable {
    let reading: AnswerReading

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(reading.declarationNumber.map(Self.masked), forKey: .declarationNumber)
      try container.encode(reading.claimed?.cents, forKey: .claimedCents)
      try container.encode(reading.granted.cents, forKey: .grantedCents)
      try container.encode(reading.codes.map(\.rawValue), forKey: .codes)
      try container.encode(reading.refused.map(Line.init), forKey: .refused)
      try container.encode(reading.creditable?.map(Self.masked), forKey: .creditable)
    }

    private static func masked(_ text: ExactText) -> String { CitizenNumberMask.masked(text.string) }

    private enum Key: String, CodingKey {
      case declarationNumber, claimedCents, grantedCents, codes, refused, creditable
    }

    struct Line: Encodable {
      let reference: String
      let claimedCents: Int64
      let codes: [String]

      init(_ line: AnswerReading.Line) {
        reference = CitizenNumberMask.masked(line.reference.string)
        claimedCents = line.amount.cents
        codes = line.codes.map(\.rawValue)
      }
    }
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
      try container.encode(RuleCatalogue.metadata(of: finding.rule)?.hint.text(in: language), forKey: .hint)
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
      case rule, level, severity, returnCode, element, at, line, reference, text, hint, facts
      case answerClass = "class"
    }

    private struct FactKey: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }

  init(_ result: CheckResult, _ written: [String: String], in language: Language) {
    files = result.files.map { File(checked: $0, returnMessage: written[$0.file.path], language: language) }
    presumed = result.presumed.map(\.path)
    unusableContext = result.unusableContext.map { file in
      Unusable(
        file: file.file.path, rule: file.findings.first?.rule.rawValue ?? "",
        reason: file.findings.first?.text(in: language) ?? "")
    }
  }
}

extension CheckedFile {
  /// The reference of the line that a finding is about, without a citizen service number; nil when it is about none.
  func maskedReference(of finding: Finding) -> String? {
    finding.place.line.flatMap { references[$0] }.map { CitizenNumberMask.masked($0.string) }
  }
}
