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

  /// Whether the file is a declaration that was judged.
  public var isDeclaration: Bool {
    verdict != .unusable && messageName?.hasSuffix(MessageKind.declaration.rawValue) == true
  }

  /// The verdict on a file as a whole.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// Nothing would be rejected.
    case accepted
    /// Some lines would be rejected.
    case partly
    /// The whole message would be rejected.
    case refused
    /// The file cannot be read as a message.
    case unusable
  }

  init(unusable file: UnusableFile) {
    self.file = file.file
    messageName = file.messageName
    release = file.release
    verdict = .unusable
    findings = file.findings + file.signals + Self.nameSignals(file.file)
    references = [:]
  }

  init(_ received: ReceivedMessage, _ booking: Booking) {
    self.init(
      received, Self.verdict(on: received.message, booking.decision), booking.decision.findings)
  }

  /// A message that the ledger took in before: what was decided then, and a signal that says so.
  init(_ received: ReceivedMessage, recorded: MessagePayload, as number: JournalNumber, on day: CalendarDate) {
    let known = KNOWNMessageIsNew.metadata.finding(
      at: received.message.header.place(of: .identification), facts: ["number": .number(number), "asOf": .date(day)])
    self.init(
      received, Self.verdict(recorded), [known] + recorded.findings.map { Finding($0, in: received.message) })
  }

  private init(_ received: ReceivedMessage, _ verdict: Verdict, _ found: [Finding]) {
    file = received.file
    let header = received.message.header
    messageName = header.kind.name(in: header.standard.domain)
    release = header.standard.release.rawValue
    var signals = received.signals + Self.nameSignals(received.file)
    var references: [Int: ExactText] = [:]
    if case .declaration(let declaration) = received.message {
      for case let position? in found.map(\.place.line) {
        references[position] = declaration.lines[position].reference
      }
      signals += ReferenceMask.signals(in: declaration)
    }
    self.references = references
    findings = found + signals
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
    case .lines:
      if recorded.lines.isEmpty { return .accepted }
      return recorded.lines.count == recorded.lineCount ? .refused : .partly
    }
  }

  private static func nameSignals(_ file: InputFile) -> [Finding] {
    file.path == "-" ? [] : [TechnicalSignals.fileName(file.name)].compactMap(\.self)
  }
}
