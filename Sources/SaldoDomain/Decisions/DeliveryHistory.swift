/// A start or stop of one product: what a 305 or 307 says once per product.
public enum DeliveryNotice: Hashable, Sendable {
  /// Delivery started (Standard: `StartProduct`).
  case start(StartedProduct)
  /// Delivery stopped (Standard: `StopProduct`).
  case stop(StoppedProduct)

  /// The start, or the start that the stop ends.
  public var start: StartedProduct {
    switch self {
    case .start(let start): start
    case .stop(let stop): stop.start
    }
  }

  /// Whether it removes an earlier delivery with the same logical key (Standard: `StatusAanlevering` 3).
  public var isRemoval: Bool { start.status == .removal }
}

/// The logical key of a start.
///
/// Standard: `ToewijzingNummer`, `Product` and `Begindatum`. Task-oriented care has no allocation; a number that is
/// absent equals another absent one. Source: iStandaarden 3.2, IV008, IV096.
public struct StartKey: Hashable, Sendable {
  /// The allocation; nil for task-oriented care.
  public let allocation: AllocationNumber?
  /// The category.
  public let category: ProductCategory?
  /// The code.
  public let code: ProductCode?
  /// The first day of delivery.
  public let begin: CalendarDate

  /// The key of a start.
  public init(_ start: StartedProduct) {
    allocation = start.allocation
    category = start.category
    code = start.code
    begin = start.begin
  }

  /// Whether two keys are of one delivery: the same allocation, or else the same product, from the same day.
  ///
  /// Rules TR413, TR414 and TR415 compare stops by it.
  public func isOfSameDelivery(as other: StartKey) -> Bool {
    guard allocation == other.allocation, begin == other.begin else { return false }
    return allocation != nil || self == other
  }
}

/// The logical key of a stop: that of its start, the reason and the last day.
///
/// Standard: with `RedenBeeindiging` and `Einddatum`. The reason is part of the key since release 3.2. Source:
/// iStandaarden 3.2, TR063, TR101.
public struct StopKey: Hashable, Sendable {
  /// The key of the start that it ends.
  public let start: StartKey
  /// Why delivery stopped.
  public let reason: StopReason
  /// The last day of delivery.
  public let end: CalendarDate

  /// The key of a stop.
  public init(_ stop: StoppedProduct) {
    start = StartKey(stop.start)
    reason = stop.reason
    end = stop.end
  }

  /// Whether two keys are the same but for the reason, as they are compared before release 3.2.
  fileprivate func isOfSameDay(as other: StopKey) -> Bool { start == other.start && end == other.end }
}

/// The starts and stops of one client with one provider and one municipality, as they stand after a series of notices.
///
/// What was removed counts as never sent. A start is current until a stop with its key arrives. Source: iStandaarden
/// 3.2, TR063, TR074, TR326.
public struct DeliveryHistory: Hashable, Sendable {
  /// The starts that stand, in the order in which they came.
  public private(set) var starts: [StartKey] = []
  /// The stops that stand, in the order in which they came.
  public private(set) var stops: [StopKey] = []

  /// A history in which nothing happened.
  public init() {}

  /// The history after these notices, in their order.
  public init(after notices: some Sequence<DeliveryNotice>) {
    for notice in notices { take(notice) }
  }

  /// Adds a delivery, or takes away the one that the notice removes.
  ///
  /// A stop goes by its key with the reason, or else, as in a message of a release before 3.2, by its key without.
  public mutating func take(_ notice: DeliveryNotice) {
    switch notice {
    case .start(let start) where notice.isRemoval: starts.removeAll { $0 == StartKey(start) }
    case .start(let start): starts.append(StartKey(start))
    case .stop(let stop) where notice.isRemoval:
      let key = StopKey(stop)
      let removed = stops.contains(key) ? [key] : stops.filter { $0.isOfSameDay(as: key) }
      stops.removeAll { removed.contains($0) }
    case .stop(let stop): stops.append(StopKey(stop))
    }
  }

  /// Whether a delivery with the logical key of the notice stands, as a release has the key.
  public func holds(_ notice: DeliveryNotice, in release: Release) -> Bool {
    switch notice {
    case .start(let start): starts.contains(StartKey(start))
    case .stop(let stop) where release < .v3_2: stops.contains { $0.isOfSameDay(as: StopKey(stop)) }
    case .stop(let stop): stops.contains(StopKey(stop))
    }
  }

  /// The start on an allocation that no stop has ended; the first one when there are more.
  public func currentStart(on allocation: AllocationNumber) -> StartKey? {
    starts.first { start in start.allocation == allocation && !stops.contains { $0.start == start } }
  }

  /// The stops of the delivery that a start began, in the order in which they came.
  public func stops(of start: StartedProduct) -> [StopKey] {
    stops.filter { $0.start.isOfSameDelivery(as: StartKey(start)) }
  }
}
