import SaldoDomain
import SaldoLedger
import SaldoMessages

/// The place of a message among those of a run (Documentation/Funding.md).
///
/// Requests first, then allocations by their moment of decision and what providers returned of them, then starts and
/// stops, then declarations; within each by date, sender, receiver, identification and digest. Starts and stops of one
/// sender and one day follow the care that they tell of, and declarations their period (TR318). The place does not depend
/// on the names or the order of files.
struct CanonicalPlace: Comparable, Sendable {
  private let rank: Int
  /// Of an allocation.
  private let decidedAt: DecisionMoment?
  private let date: CalendarDate
  /// The numbers of sender and receiver.
  let parties: (UInt32, UInt32)
  /// Of a start or stop.
  private let care: CareKey?
  /// Of a declaration.
  private let periodBegin: CalendarDate?
  private let identification: ExactText
  private let digest: Digest

  /// The place of a message with bytes of this digest.
  init(of message: Message, digest: Digest) {
    let header = message.header
    rank = header.kind.rank
    date = header.date
    parties = header.partyKeys
    care = message.careKey
    identification = header.identification
    self.digest = digest
    if case .allocation(let allocation) = message { decidedAt = allocation.decidedAt } else { decidedAt = nil }
    if case .declaration(let declaration) = message {
      periodBegin = declaration.period.begin
    } else {
      periodBegin = nil
    }
  }

  /// The place of a declaration with this head and bytes of this digest.
  init(of head: DeclarationHead, digest: Digest) {
    rank = head.header.kind.rank
    date = head.header.date
    parties = head.header.partyKeys
    care = nil
    identification = head.header.identification
    self.digest = digest
    decidedAt = nil
    periodBegin = head.period.begin
  }

  static func < (left: CanonicalPlace, right: CanonicalPlace) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if let first = left.decidedAt, let second = right.decidedAt, first != second { return first < second }
    if left.date != right.date { return left.date < right.date }
    if left.parties != right.parties { return left.parties < right.parties }
    if let first = left.care, let second = right.care, first != second { return first < second }
    if let first = left.periodBegin, let second = right.periodBegin, first != second { return first < second }
    if left.identification != right.identification { return left.identification < right.identification }
    return left.digest < right.digest
  }

  static func == (left: CanonicalPlace, right: CanonicalPlace) -> Bool { left.digest == right.digest }
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
private struct CareKey: Comparable, Sendable {
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
