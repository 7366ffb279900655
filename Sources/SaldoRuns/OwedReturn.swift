public import SaldoDomain
public import SaldoLedger
import SaldoSettlement

/// The return message (302, 320) that a provider owes for a message of a municipality (301, 319).
///
/// Its number is the start of the digest of that message: the same message always gets the same answer, and no list of
/// numbers is needed. Source: iStandaarden 3.2, IV028.
public struct OwedReturn: Sendable {
  /// The return message.
  public let message: ReturnMessage
  /// The SHA-256 of the bytes of the message that it answers.
  public let digest: Digest

  /// Whether a provider answers a message.
  static func answers(_ message: Message) -> Bool { [.allocation, .requestAnswer].contains(message.header.kind) }

  /// The return message for a message that was judged; nil for a message that no provider answers.
  init?(to received: ReceivedMessage, _ decision: Decision, on date: CalendarDate) {
    guard Self.answers(received.message) else { return nil }
    message = ReturnMessage(
      to: received.message, Refusal(decision.findings),
      returnIdentification: ExactText(received.digest.hex.prefix(12).uppercased()), date: date)
    digest = received.digest
  }
}
