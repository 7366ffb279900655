public import SaldoDomain
public import SaldoLedger
import SaldoStore
import Synchronization

/// A message that was read, with the bytes that it was read from.
public struct ReceivedMessage: Sendable {
  /// The file.
  public let file: InputFile
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The SHA-256 of the bytes, worked out when it is first asked for: a check of one file needs none.
  public var digest: Digest { knownDigest.digest(of: bytes) }
  /// The message.
  public let message: Message
  /// Remarks on the form of the file.
  public let signals: [Finding]
  private let knownDigest = KnownDigest()

  init(file: InputFile, bytes: [UInt8], message: Message, signals: [Finding]) {
    self.file = file
    self.bytes = bytes
    self.message = message
    self.signals = signals
  }

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

/// A digest that is worked out at most once.
private final class KnownDigest: Sendable {
  private let known = Mutex<Digest?>(nil)

  func digest(of bytes: [UInt8]) -> Digest {
    known.withLock { known in
      if let known { return known }
      let digest = Ledger.digest(of: bytes)
      known = digest
      return digest
    }
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
/// Messages that only remove come first, because what takes their place needs them gone, and those of stops before those
/// of starts (TR071), the latest care first. Then by day: a start is of the first day that it names, a stop of the last.
/// On one day what ends earlier care comes before the starts (TR326), and what also ends care of that day after them
/// (TR382); a temporary stop comes before a final one (TR415).
private struct CareKey: Comparable {
  private let phase: Int
  private let day: Int32
  private let place: Int

  init(_ notices: [DeliveryNotice]) {
    var stops: [StoppedProduct] = []
    var begins: [CalendarDate] = []
    for notice in notices where !notice.isRemoval {
      switch notice {
      case .start(let start): begins.append(start.begin)
      case .stop(let stop): stops.append(stop)
      }
    }
    if let first = begins.min() {
      (phase, day, place) = (2, first.daysSince1970, 2)
    } else if let last = stops.map(\.end).max() {
      let endsItsFirstDay = stops.contains { $0.start.begin == last }
      let isFinal = stops.contains { $0.reason != .temporary }
      (phase, day, place) = (2, last.daysSince1970, (endsItsFirstDay ? 3 : 0) + (isFinal ? 1 : 0))
    } else {
      if case .stop? = notices.first { phase = 0 } else { phase = 1 }
      day = -(notices.map(\.start.begin.daysSince1970).max() ?? 0)
      place = 0
    }
  }

  static func < (lhs: CareKey, rhs: CareKey) -> Bool {
    (lhs.phase, lhs.day, lhs.place) < (rhs.phase, rhs.day, rhs.place)
  }
}

extension Message {
  /// The place of a start or stop among those of one day; nil for every other message.
  fileprivate var careKey: CareKey? {
    switch self {
    case .start(let start): CareKey(start.notices)
    case .stop(let stop): CareKey(stop.notices)
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
