public import SaldoDomain

/// What reading the bytes of one file gave.
public struct MessageReading: Hashable, Sendable {
  /// Whether there is a message.
  public enum Result: Hashable, Sendable {
    /// The message, which follows its schema.
    case message(Message)
    /// Why there is none: findings of rule `XML` or `XSD`, never empty, in file order.
    case unusable([Finding])
  }

  /// The kind of message, as far as the root element tells it.
  public internal(set) var kind: MessageKind?
  /// The domain, as far as the root element tells it.
  public internal(set) var domain: Domain?
  /// The release with a point, for instance `3.2`, as far as the root element tells it.
  public internal(set) var release: String?
  /// The message, or why there is none.
  public let result: Result
  /// Remarks on the form of the file that reject nothing (`OP179`, `OP192`).
  public let signals: [Finding]

  init(result: Result, signals: [Finding]) {
    self.result = result
    self.signals = signals
  }

  init(_ reason: UnusableReason, line: Int32, signals: [Finding] = []) {
    self.init(result: .unusable([reason.finding(line: line)]), signals: signals)
  }

  /// The message, or nil when the file is unusable.
  public var message: Message? {
    guard case .message(let message) = result else { return nil }
    return message
  }

  /// The findings that make the file unusable; empty when there is a message.
  public var findings: [Finding] {
    guard case .unusable(let findings) = result else { return [] }
    return findings
  }
}
