public import SaldoDomain
public import SaldoLedger

/// A message that was read, with the bytes that it was read from.
public struct ReceivedMessage: Sendable {
  /// The file.
  public let file: InputFile
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The SHA-256 of the bytes.
  public let digest: Digest
  /// The message.
  public let message: Message
  /// Remarks on the form of the file.
  public let signals: [Finding]

  /// Whether this message is settled before another one of the same run (Documentation/Funding.md).
  ///
  /// Allocations by their moment of decision, then starts, then stops, then declarations by date, sender, receiver,
  /// identification and digest. The order does not depend on the names or the order of files.
  public func precedes(_ other: ReceivedMessage) -> Bool {
    let (left, right) = (message.header, other.message.header)
    if left.kind != right.kind { return left.kind < right.kind }
    if case .allocation(let first) = message, case .allocation(let second) = other.message,
      first.decidedAt != second.decidedAt
    {
      return first.decidedAt < second.decidedAt
    }
    if left.date != right.date { return left.date < right.date }
    let (sender, otherSender) = (left.partyKeys, right.partyKeys)
    if sender != otherSender { return sender < otherSender }
    if left.identification != right.identification { return left.identification < right.identification }
    return digest < other.digest
  }
}

extension MessageHeader {
  /// Sender and receiver as numbers, in that order.
  fileprivate var partyKeys: (UInt32, UInt32) {
    isFromProvider ? (provider.number, municipality.number) : (municipality.number, provider.number)
  }
}
