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
  /// Requests first, then allocations by their moment of decision and what providers returned of them, then starts and
  /// stops, then declarations; within each by date, sender, receiver, identification and digest. Starts and stops of
  /// one sender and one day follow the care that they tell of, and declarations their period (TR318). The order does not depend on the names or the order of
  /// files.
  public func precedes(_ other: ReceivedMessage) -> Bool {
    let (left, right) = (message.header, other.message.header)
    if left.kind.rank != right.kind.rank { return left.kind.rank < right.kind.rank }
    if case .allocation(let first) = message, case .allocation(let second) = other.message,
      first.decidedAt != second.decidedAt
    {
      return first.decidedAt < second.decidedAt
    }
    if left.date != right.date { return left.date < right.date }
    let (sender, otherSender) = (left.partyKeys, right.partyKeys)
    if sender != otherSender { return sender < otherSender }
    if let care = message.careKey, let otherCare = other.message.careKey, care != otherCare { return care < otherCare }
    if case .declaration(let first) = message, case .declaration(let second) = other.message,
      first.period.begin != second.period.begin
    {
      return first.period.begin < second.period.begin
    }
    if left.identification != right.identification { return left.identification < right.identification }
    return digest < other.digest
  }
}

extension MessageKind {
  /// The place of a kind in the canonical order; starts and stops share one, because each may need the other.
  fileprivate var rank: Int {
    switch self {
    case .allocationRequest: 0
    case .changeRequest: 1
    case .requestAnswer: 2
    case .allocation: 3
    case .allocationReturn: 4
    case .start, .stop: 5
    case .declaration: 6
    case .requestAnswerReturn, .startReturn, .stopReturn, .allocationRequestReturn, .changeRequestReturn,
      .declarationAnswer:
      7
    }
  }
}

/// Where a start or stop stands among those of the same sender and day.
///
/// Removals come first, because what takes their place needs them gone, and those of stops before those of starts
/// (TR071). Then by the first day of care, its start before its stops, and stops by their last day, a temporary one
/// before a final one. The first product tells.
private struct CareKey: Comparable {
  let isDelivery: Bool
  let begin: Int32
  let kind: Int32
  let end: Int32
  let isFinal: Bool

  init?(_ notice: DeliveryNotice?) {
    guard let notice else { return nil }
    // What is removed goes in the opposite order of what was delivered.
    let sign: Int32 = notice.isRemoval ? -1 : 1
    isDelivery = !notice.isRemoval
    begin = sign * notice.start.begin.daysSince1970
    switch notice {
    case .start: (kind, end, isFinal) = (0, 0, false)
    case .stop(let stop):
      (kind, end) = (sign, sign * stop.end.daysSince1970)
      isFinal = (stop.reason != .temporary) != notice.isRemoval
    }
  }

  static func < (lhs: CareKey, rhs: CareKey) -> Bool {
    if lhs.isDelivery != rhs.isDelivery { return rhs.isDelivery }
    if lhs.begin != rhs.begin { return lhs.begin < rhs.begin }
    if lhs.kind != rhs.kind { return lhs.kind < rhs.kind }
    if lhs.end != rhs.end { return lhs.end < rhs.end }
    return !lhs.isFinal && rhs.isFinal
  }
}

extension Message {
  /// The place of a start or stop among those of one day; nil for every other message.
  fileprivate var careKey: CareKey? {
    switch self {
    case .start(let start): CareKey(start.notices.first)
    case .stop(let stop): CareKey(stop.notices.first)
    default: nil
    }
  }
}

extension MessageHeader {
  /// Sender and receiver as numbers, in that order.
  fileprivate var partyKeys: (UInt32, UInt32) {
    isFromProvider ? (provider.number, municipality.number) : (municipality.number, provider.number)
  }
}
