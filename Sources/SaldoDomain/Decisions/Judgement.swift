/// What the rules say about one declaration: where it stopped, the codes per class, and why (oordeel).
public struct Judgement: Hashable, Sendable {
  /// How far the declaration came.
  public var stage: Stage
  /// The codes at each client that was rejected, by its position.
  public var clientCodes: [Int: [ReturnCode]]
  /// The codes of each rejected line, by its position; ``ReturnCode/notAssessed`` under a rejected client.
  public var lineCodes: [Int: [ReturnCode]]
  /// Every rule that did not hold, and every signal.
  public var findings: [Finding]

  /// How far a declaration came (IV087, IV088).
  public enum Stage: Hashable, Sendable {
    /// Rejected at the header: level 2 with 0001, or header rules with their codes.
    case header([ReturnCode])
    /// Rejected as a declaration.
    case declaration([ReturnCode])
    /// Its lines were judged.
    case lines
  }

  /// A judgement with these values.
  public init(
    stage: Stage, clientCodes: [Int: [ReturnCode]] = [:], lineCodes: [Int: [ReturnCode]] = [:],
    findings: [Finding] = []
  ) {
    self.stage = stage
    self.clientCodes = clientCodes
    self.lineCodes = lineCodes
    self.findings = findings
  }

  /// Whether the lines were judged and the line at this position is approved.
  public func approves(_ position: Int) -> Bool { stage == .lines && lineCodes[position] == nil }
}
