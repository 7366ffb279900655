/// What a finding means for the message.
public enum Severity: String, Hashable, Sendable, Codable {
  /// The class is rejected, with a return code when the message can be answered.
  case reject
  /// The class waits for what the municipality still has to record; nothing is decided yet (aangehouden).
  case hold
  /// Nothing is rejected; somebody should know.
  case signal
}

/// The class of the answer (302, 306, 308, 325) that carries a return code, in the standard's words.
public enum AnswerClass: String, Hashable, Sendable, Codable {
  case header = "Header"
  case allocatedProduct = "ToegewezenProduct"
  case startedProduct = "StartProduct"
  case stoppedProduct = "StopProduct"
  case declaration = "DeclaratieAntwoord"
  case client = "Client"
  case line = "Prestatie"
}

/// A rule that did not hold, or something worth knowing, at one place of one message (bevinding).
public struct Finding: Hashable, Sendable {
  /// The rule.
  public var rule: RuleCode
  /// The level of the rule.
  public var level: RuleLevel
  /// What it means.
  public var severity: Severity
  /// The code of the answer; nil for signals and at level 1.
  public var returnCode: ReturnCode?
  /// Where the answer carries the code; nil for signals and at level 1.
  public var answerClass: AnswerClass?
  /// Where it stands.
  public var place: Place
  /// What the rule saw.
  public var facts: Facts

  /// A finding with these values.
  public init(
    rule: RuleCode, level: RuleLevel, severity: Severity, returnCode: ReturnCode? = nil,
    answerClass: AnswerClass? = nil, place: Place, facts: Facts
  ) {
    self.rule = rule
    self.level = level
    self.severity = severity
    self.returnCode = returnCode
    self.answerClass = answerClass
    self.place = place
    self.facts = facts
  }

  /// A place in a message.
  public struct Place: Hashable, Sendable {
    /// The class that holds the element, in the standard's words, for instance `Declaratie`; empty when unknown.
    public var element: String
    /// The path of the element, for instance `/Bericht/Declaratie/TotaalIngediendBedrag`.
    public var path: String
    /// The line in the file, 1-based; 0 when unknown.
    public var sourceLine: Int32
    /// The position of the client in the declaration, when the place lies inside one.
    public var client: Int?
    /// The position of the line in the declaration, when the place lies inside one.
    public var line: Int?
    /// The position of the product in an allocation, start or stop, when the place lies inside one.
    public var product: Int?

    /// A place in a message.
    public init(
      element: String, path: String, sourceLine: Int32, client: Int? = nil, line: Int? = nil, product: Int? = nil
    ) {
      self.element = element
      self.path = path
      self.sourceLine = sourceLine
      self.client = client
      self.line = line
      self.product = product
    }
  }
}
