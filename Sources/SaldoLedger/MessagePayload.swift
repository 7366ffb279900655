public import SaldoDomain

/// What a journal entry says was decided on a message: its canonical payload.
///
/// A declaration that waits has two entries: its own, with the outcome ``Outcome/held`` and what would be decided without
/// the lines that wait, and later that of its decision.
///
/// Written as JSON with sorted keys, integers and strings only. It names lines and clients by position and holds no
/// personal data, so that it stays readable after the stored message is sealed.
public struct MessagePayload: Hashable, Sendable, Codable {
  /// The kind of message.
  public var kind: MessageKind
  /// Its legal domain.
  public var domain: Domain
  /// Its release.
  public var release: Release
  /// How the message was decided.
  public var outcome: Outcome
  /// The codes at the class where the message stopped; empty when it did not. Of an allocation, start, stop or request
  /// that is not in force every code, each once; of an answer of a provider the codes that it brings.
  public var codes: [ReturnCode]
  /// The number of declared lines.
  public var lineCount: Int
  /// The rejected clients.
  public var clients: [CodedPosition]
  /// The rejected lines; all others were approved when the outcome is ``Outcome/lines``.
  public var lines: [CodedPosition]
  /// The products that break a rule, of an allocation, start or stop; nil when there are none.
  public var products: [CodedPosition]?
  /// Every finding, signals included.
  public var findings: [FindingRecord]
  /// The declared total, debit minus credit, in euro cents.
  public var declaredCents: Int64
  /// The granted total, debit minus credit, in euro cents.
  public var grantedCents: Int64
  /// What was posted.
  public var postings: PostingSummary
  /// The answer; nil for messages that are not answered, and while a declaration waits.
  public var answer: AnswerRecord?
  /// The last day on which a declaration that waits is decided; nil for everything else.
  public var until: CalendarDate?
  /// The journal number of the declaration that had waited and is decided here; nil in the entry of a message.
  public var decides: JournalNumber?

  /// How a message was decided.
  public enum Outcome: String, Hashable, Sendable, Codable {
    /// A message other than a declaration that is in force.
    case inForce = "in-force"
    /// A message other than a declaration that is not in force.
    case notInForce = "not-in-force"
    /// A declaration that was rejected at its header.
    case header
    /// A declaration that was rejected as a whole.
    case declaration
    /// A declaration whose lines were judged.
    case lines
    /// A declaration that waits for what the municipality still has to record.
    case held

    /// How a declaration was decided.
    public init(_ stage: Judgement.Stage) {
      switch stage {
      case .header: self = .header
      case .declaration: self = .declaration
      case .lines: self = .lines
      }
    }
  }

  /// A client, line or product by its position, with its return codes.
  public struct CodedPosition: Hashable, Sendable, Codable {
    /// The position, from 0.
    public var position: Int
    /// The codes.
    public var codes: [ReturnCode]

    /// A position with codes.
    public init(position: Int, codes: [ReturnCode]) {
      self.position = position
      self.codes = codes
    }
  }

  /// A finding without the words: the rule, where, and the facts.
  public struct FindingRecord: Hashable, Sendable, Codable {
    /// The rule.
    public var rule: RuleCode
    /// What it meant.
    public var severity: Severity
    /// The position of the client.
    public var client: Int?
    /// The position of the line.
    public var line: Int?
    /// The position of the product.
    public var product: Int?
    /// The facts by name.
    public var facts: [String: Fact]

    /// The record of a finding.
    public init(_ finding: Finding) {
      rule = finding.rule
      severity = finding.severity
      client = finding.place.client
      line = finding.place.line
      product = finding.place.product
      facts = Dictionary(uniqueKeysWithValues: finding.facts.entries.map { ($0.name, $0.fact) })
    }
  }

  /// The postings of the message in short; the rows stand beside the journal.
  public struct PostingSummary: Hashable, Sendable, Codable {
    /// The number of postings.
    public var count: Int
    /// The SHA-256 of the canonical rows, in hexadecimal digits.
    public var sha256: String

    /// A summary of postings.
    public init(count: Int, sha256: String) {
      self.count = count
      self.sha256 = sha256
    }
  }

  /// The answer that was made.
  public struct AnswerRecord: Hashable, Sendable, Codable {
    /// Its identification.
    public var identification: String
    /// The version of the style sheets that it names, when the region names one.
    public var styleSheetVersion: String?
    /// The SHA-256 of its bytes, in hexadecimal digits.
    public var sha256: String

    /// The record of an answer.
    public init(identification: String, styleSheetVersion: String? = nil, sha256: String) {
      self.identification = identification
      self.styleSheetVersion = styleSheetVersion
      self.sha256 = sha256
    }
  }

  /// A payload with these values.
  public init(
    kind: MessageKind, domain: Domain, release: Release, outcome: Outcome, codes: [ReturnCode], lineCount: Int,
    clients: [CodedPosition], lines: [CodedPosition], products: [CodedPosition]? = nil, findings: [FindingRecord],
    declaredCents: Int64,
    grantedCents: Int64, postings: PostingSummary, answer: AnswerRecord?, until: CalendarDate? = nil,
    decides: JournalNumber? = nil
  ) {
    self.kind = kind
    self.domain = domain
    self.release = release
    self.outcome = outcome
    self.codes = codes
    self.lineCount = lineCount
    self.clients = clients
    self.lines = lines
    self.products = products
    self.findings = findings
    self.declaredCents = declaredCents
    self.grantedCents = grantedCents
    self.postings = postings
    self.answer = answer
    self.until = until
    self.decides = decides
  }
}

extension MessagePayload {
  /// The judgement that was recorded, without its findings: enough to write the answer again; nil while it waits.
  public var judgement: Judgement? {
    let stage: Judgement.Stage
    switch outcome {
    case .header: stage = .header(codes)
    case .declaration: stage = .declaration(codes)
    case .lines: stage = .lines
    case .inForce, .notInForce, .held: return nil
    }
    return Judgement(
      stage: stage, clientCodes: Dictionary(uniqueKeysWithValues: clients.map { ($0.position, $0.codes) }),
      lineCodes: Dictionary(uniqueKeysWithValues: lines.map { ($0.position, $0.codes) }))
  }

  /// The refusal that was recorded of a message other than a declaration: enough to write the answer again.
  public var refusal: Refusal? {
    guard outcome == .notInForce else { return nil }
    guard let products else { return Refusal(header: codes) }
    return Refusal(products: Dictionary(uniqueKeysWithValues: products.map { ($0.position, $0.codes) }))
  }
}
