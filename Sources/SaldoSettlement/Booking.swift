public import SaldoDomain
import SaldoFunding
public import SaldoLedger

/// What settling one message comes to: a decision, postings and an answer, all as values.
public struct Booking: Sendable {
  /// The message.
  public let message: Message
  /// What was decided.
  public let decision: Decision
  /// What its lines book, nothing when none was approved; nil for a declaration that waits and for every other message.
  public let linePostings: LinePostings?
  /// The debit lines that approved credits undid.
  public let reversals: [Reversal]
  /// The answer to the sender; nil for the messages of the municipality itself and for answers of providers.
  public let answer: Message?

  /// The same as postings of their own, for those who read a booking; empty unless lines were approved.
  public var postings: BalancedPostings { linePostings.map { .of(pairs: $0.postings) } ?? .none }

  /// The positions of approved lines that were set apart above a spending space, and of the credits that undo such
  /// lines.
  public var setApart: Set<Int> {
    guard case .judged(let judgement) = decision else { return [] }
    return Set(judgement.findings.filter { SpendingCounter.codesOfApart.contains($0.rule) }.compactMap(\.place.line))
  }

  /// An approved credit and the debit line that it undid.
  public struct Reversal: Hashable, Sendable {
    /// The position of the credit in the declaration.
    public let credit: Int
    /// The id of the debit line.
    public let debit: LineID
  }
}

/// What was decided on a message (besluit).
public enum Decision: Hashable, Sendable {
  /// A message other than a declaration that is in force, with signals.
  case inForce([Finding] = [])
  /// A message other than a declaration that is not in force, with the findings that say why.
  case notInForce([Finding])
  /// A declaration, with its judgement.
  case judged(Judgement)
  /// A declaration that waits as a whole, because a model holds at least one of its lines: nothing is posted or answered
  /// before the day, on which it is decided at the latest. The judgement is what it would be without the lines that wait.
  case held(until: CalendarDate, Judgement)

  /// Every finding of the decision.
  public var findings: [Finding] {
    switch self {
    case .inForce(let findings), .notInForce(let findings): findings
    case .judged(let judgement), .held(_, let judgement): judgement.findings
    }
  }

  /// The judgement on a declaration, for one that waits what it would be; nil for every other message.
  public var judgement: Judgement? {
    switch self {
    case .inForce, .notInForce: nil
    case .judged(let judgement), .held(_, let judgement): judgement
    }
  }

  /// The findings that reject something.
  public var rejections: [Finding] { findings.filter { $0.severity == .reject } }

  /// Why a message other than a declaration is not in force; nil when it is, and for a declaration.
  public var refusal: Refusal? {
    guard case .notInForce(let findings) = self else { return nil }
    return Refusal(findings)
  }
}
