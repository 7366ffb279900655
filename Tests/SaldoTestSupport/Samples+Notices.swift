public import SaldoDomain

extension DeliveryNotice {
  /// Delivery of the sample product on allocation 1001 started on 14 January 2025, or that start is removed.
  public static func started(
    _ begin: CalendarDate = "2025-01-14", on allocation: UInt32? = 1001, product: Product = Sample.product,
    removed: Bool = false
  ) -> DeliveryNotice {
    .start(
      StartedProduct(
        allocation: allocation.map { AllocationNumber($0) }, category: product.category, code: product.code,
        allocationBegin: allocation == nil ? nil : "2025-01-13", begin: begin, status: removed ? .removal : .first))
  }

  /// The delivery that started on 14 January 2025 stopped on 31 March 2025, for good unless the reason is 20.
  public static func stopped(
    _ end: CalendarDate = "2025-03-31", reason: String = "31", begin: CalendarDate = "2025-01-14",
    on allocation: UInt32? = 1001, product: Product = Sample.product, removed: Bool = false
  ) -> DeliveryNotice {
    .stop(
      StoppedProduct(
        start: DeliveryNotice.started(begin, on: allocation, product: product, removed: removed).start,
        reason: StopReason(rawValue: reason), end: end))
  }
}

extension Message {
  /// A start or stop message of the sample client with these products; all are starts, or all are stops.
  public static func notices(
    _ notices: [DeliveryNotice], identification: ExactText = "ID1", date: CalendarDate = "2025-06-01"
  ) -> Message {
    let starts = notices.compactMap { if case .start(let start) = $0 { start } else { nil } }
    let stops = notices.compactMap { if case .stop(let stop) = $0 { stop } else { nil } }
    precondition(starts.isEmpty != stops.isEmpty, "a message has starts or stops")
    if stops.isEmpty {
      var message = StartMessage.sample(date: date)
      message.header.identification = identification
      message.products = starts
      return .start(message)
    }
    var message = StopMessage.sample(date: date)
    message.header.identification = identification
    message.products = stops
    return .stop(message)
  }
}

extension WorkingSet {
  /// What is known after these starts and stops of the sample client, with allocation 1001.
  public static func sample(after notices: [DeliveryNotice]) -> WorkingSet {
    var known = WorkingSet.sample()
    known.deliveries = DeliveryHistory(after: notices)
    return known
  }
}
