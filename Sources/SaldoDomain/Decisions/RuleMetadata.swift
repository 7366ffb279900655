/// What a rule is, apart from its check: one row of the rule catalogue.
public struct RuleMetadata: Sendable {
  /// The code, for instance `TR321`.
  public let code: RuleCode
  /// The control level.
  public let level: RuleLevel
  /// The messages that it judges.
  public let kinds: [MessageKind]
  /// The domains in which it holds.
  public let domains: [Domain]
  /// The release of the standard in which it was new; it holds in that release and the later ones.
  public let since: Release
  /// What a failure means for the message.
  public let severity: Severity
  /// The code of the answer; nil at level 1 and for signals.
  public let returnCode: ReturnCode?
  /// The classes of the answers that carry the code: more than one when the rule judges several kinds of messages;
  /// empty at level 1 and for signals.
  public let answerClasses: [AnswerClass]
  /// What must be known besides the message to judge it.
  public let needs: Knowledge
  /// What holds when the rule passes, in one sentence.
  public let title: Bilingual
  /// What a failure says: a sentence with the names of facts in braces, such as `{expected}`.
  public let sentence: Bilingual
  /// What to do about a failure, in one sentence; never legal advice.
  public let hint: Bilingual
  /// The names of the facts that a failure gives.
  public let facts: [String]
  /// Where the rule comes from, for instance `iStandaarden 3.2, TR321`.
  public let source: String

  /// A rule that rejects with a return code.
  public init(
    _ code: RuleCode, level: RuleLevel, kinds: [MessageKind], domains: [Domain] = Domain.allCases,
    since: Release = .v3_0, returnCode: ReturnCode?, answerClass: AnswerClass?, or others: [AnswerClass] = [],
    needs: Knowledge = [], title: Bilingual, sentence: Bilingual, hint: Bilingual, facts: [String],
    source: String
  ) {
    self.code = code
    self.level = level
    self.kinds = kinds
    self.domains = domains
    self.since = since
    severity = .reject
    self.returnCode = returnCode
    answerClasses = [answerClass].compactMap(\.self) + others
    self.needs = needs
    self.title = title
    self.sentence = sentence
    self.hint = hint
    self.facts = facts
    self.source = source
  }

  /// A rule of level 2 of the standard: a failure refuses the whole message with 0001 at the header (IV028, IV032).
  public init(
    form code: RuleCode, kinds: [MessageKind], domains: [Domain] = Domain.allCases, since: Release = .v3_0,
    title: Bilingual, sentence: Bilingual, hint: Bilingual, facts: [String]
  ) {
    self.init(
      code, level: .message, kinds: kinds, domains: domains, since: since, returnCode: .technicallyRejected,
      answerClass: .header, title: title, sentence: sentence, hint: hint, facts: facts,
      source: "iStandaarden 3.2, \(code)")
  }

  /// A rule that only signals.
  public init(
    signal code: RuleCode, level: RuleLevel, kinds: [MessageKind], domains: [Domain] = Domain.allCases,
    since: Release = .v3_0, needs: Knowledge = [], title: Bilingual, sentence: Bilingual, hint: Bilingual,
    facts: [String], source: String
  ) {
    self.code = code
    self.level = level
    self.kinds = kinds
    self.domains = domains
    self.since = since
    severity = .signal
    returnCode = nil
    answerClasses = []
    self.needs = needs
    self.title = title
    self.sentence = sentence
    self.hint = hint
    self.facts = facts
    self.source = source
  }

  /// Whether it holds for messages with this header: of its kinds, in its domains, since its release.
  public func governs(_ header: MessageHeader) -> Bool {
    kinds.contains(header.kind) && domains.contains(header.standard.domain) && since <= header.standard.release
  }

  /// The class that carries the code of a finding at a place: the class of the place, or else the only one.
  private func classOfAnswer(at place: Finding.Place) -> AnswerClass? {
    answerClasses.first { $0.rawValue == place.element } ?? answerClasses.first
  }

  /// A finding of this rule at a place, on these facts.
  public func finding(at place: Finding.Place, facts: Facts) -> Finding {
    Finding(
      rule: code, level: level, severity: severity, returnCode: returnCode, answerClass: classOfAnswer(at: place),
      place: place, facts: facts)
  }

  /// A finding of this rule at a place that waits to be decided, on these facts; it has no code yet.
  public func hold(at place: Finding.Place, facts: Facts) -> Finding {
    Finding(rule: code, level: level, severity: .hold, place: place, facts: facts)
  }
}

/// What a rule may know besides the message itself.
public struct Knowledge: OptionSet, Hashable, Sendable {
  /// One bit per kind of knowledge.
  public let rawValue: UInt8

  /// Wraps the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The region's contracts.
  public static let region = Knowledge(rawValue: 1)
  /// Earlier messages: allocations, lines, numbers in use.
  public static let history = Knowledge(rawValue: 2)
}
