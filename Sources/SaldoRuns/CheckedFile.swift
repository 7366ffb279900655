public import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRules
import SaldoSettlement

/// What a check says of one file.
public struct CheckedFile: Sendable {
  /// The file.
  public private(set) var file: InputFile
  /// The kind of message with its domain, for instance `JW323`; nil when it was not recognised.
  public let messageName: String?
  /// The release; nil when it was not recognised.
  public let release: String?
  /// The verdict on the file as a whole.
  public let verdict: Verdict
  /// Every finding, in the order of the message.
  public private(set) var findings: [Finding]
  /// The references of the lines that findings name by position.
  public let references: [Int: ExactText]

  /// The rules that could not be judged, because what they need is not known.
  public let notJudged: [NotJudged]
  /// What a 325 says, for the provider that reads it; nil for every other message.
  public let answer: AnswerReading?
  /// The return message that a provider owes for a 301 or 319 that was judged now; nil for every other message.
  public private(set) var owedReturn: OwedReturn?

  /// The verdict on a file as a whole.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// Nothing would be rejected.
    case accepted
    /// Some lines would be rejected.
    case partly
    /// The declaration waits for what the municipality still has to record.
    case held
    /// The whole message would be rejected.
    case refused
    /// The file cannot be read as a message.
    case unusable
  }

  /// Whether something would be rejected; of a declaration that waits that is known of the lines that do not.
  public var wouldReject: Bool {
    verdict == .held ? findings.contains { $0.severity == .reject } : verdict != .accepted
  }

  init(unusable file: UnusableFile) {
    self.file = file.file
    messageName = file.messageName
    release = file.release
    verdict = .unusable
    findings = file.findings + file.signals + Self.nameSignals(file.file)
    references = [:]
    notJudged = []
    answer = nil
  }

  init(
    _ received: ReceivedMessage, _ decision: Decision, on date: CalendarDate, notJudged: [NotJudged],
    answers declaration: DeclarationMessage?
  ) {
    self.init(
      received, Self.verdict(on: received.message, decision), decision.findings, notJudged: notJudged,
      answers: declaration)
    owedReturn = OwedReturn(to: received, decision, on: date)
  }

  /// A message that the ledger took in before: what was decided then, and a signal that says so.
  init(
    _ received: ReceivedMessage, recorded: MessagePayload, as number: JournalNumber, on day: CalendarDate,
    notJudged: [NotJudged], answers declaration: DeclarationMessage?
  ) {
    let known = KNOWNMessageIsNew.metadata.finding(
      at: received.message.header.place(of: .identification), facts: ["number": .number(number), "asOf": .date(day)])
    self.init(
      received, Self.verdict(recorded), [known] + recorded.findings.map { Finding($0, in: received.message) },
      notJudged: notJudged, answers: declaration)
  }

  private init(
    _ received: ReceivedMessage, _ verdict: Verdict, _ found: [Finding], notJudged: [NotJudged],
    answers declaration: DeclarationMessage?
  ) {
    file = received.file
    let header = received.message.header
    messageName = header.kind.name(in: header.standard.domain)
    release = header.standard.release.rawValue
    var signals = received.signals + Self.nameSignals(received.file)
    var references: [Int: ExactText] = [:]
    var answer: AnswerReading?
    switch received.message {
    case .declaration(let declaration):
      for case let position? in found.map(\.place.line) {
        references[position] = declaration.lines[position].reference
      }
      signals += ReferenceMask.signals(in: declaration)
    case .declarationAnswer(let message):
      for (position, returned) in message.returnedLines.enumerated() { references[position] = returned.line.reference }
      answer = AnswerReading(of: message, to: verdict == .accepted ? declaration : nil)
    default: break
    }
    self.answer = answer
    self.notJudged = notJudged
    self.references = references
    // Nothing answers an answer, so that no code can travel.
    findings = (header.kind.isAnswered ? found : found.map(\.unanswered)) + signals
    self.verdict = verdict
  }

  /// The same result for another file with the same bytes; only the remark on its name may differ.
  func named(_ other: InputFile) -> CheckedFile {
    var result = self
    result.file = other
    result.findings.removeAll { Self.nameSignals(file).contains($0) }
    result.findings += Self.nameSignals(other)
    return result
  }

  private static func verdict(on message: Message, _ decision: Decision) -> Verdict {
    switch decision {
    case .inForce(let findings): return Refusal(findings) == nil ? .accepted : .refused
    case .notInForce: return .refused
    case .held: return .held
    case .judged(let judgement):
      guard judgement.stage == .lines, case .declaration(let declaration) = message else { return .refused }
      if judgement.lineCodes.isEmpty { return .accepted }
      return judgement.lineCodes.count == declaration.lines.count ? .refused : .partly
    }
  }

  private static func verdict(_ recorded: MessagePayload) -> Verdict {
    switch recorded.outcome {
    case .inForce: return recorded.kind == .allocation && !recorded.codes.isEmpty ? .refused : .accepted
    case .notInForce, .header, .declaration: return .refused
    case .held: return .held
    case .lines:
      if recorded.lines.isEmpty { return .accepted }
      return recorded.lines.count == recorded.lineCount ? .refused : .partly
    }
  }

  private static func nameSignals(_ file: InputFile) -> [Finding] {
    file.path == "-" ? [] : [TechnicalSignals.fileName(file.name)].compactMap(\.self)
  }
}

extension Finding {
  /// The finding without a code and class of an answer, for a message that nobody answers.
  fileprivate var unanswered: Finding {
    var finding = self
    finding.returnCode = nil
    finding.answerClass = nil
    return finding
  }
}
