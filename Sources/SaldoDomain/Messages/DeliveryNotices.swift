/// A notice that delivery of care started (start-zorgbericht, 305).
public struct StartMessage: Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The client (Standard: `Client`).
  public var client: NoticeClient
  /// The started products, in message order; never empty (Standard: `StartProducten/StartProduct`).
  public var products: [StartedProduct]

  /// A message with these values.
  public init(header: MessageHeader, client: NoticeClient, products: [StartedProduct]) {
    self.header = header
    self.client = client
    self.products = products
  }
}

/// A notice that delivery of care stopped, for a time or for good (stop-zorgbericht, 307).
public struct StopMessage: Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The client (Standard: `Client`).
  public var client: NoticeClient
  /// The stopped products, in message order; never empty (Standard: `StopProducten/StopProduct`).
  public var products: [StoppedProduct]

  /// A message with these values.
  public init(header: MessageHeader, client: NoticeClient, products: [StoppedProduct]) {
    self.header = header
    self.client = client
    self.products = products
  }
}

extension StartMessage {
  /// The starts, as notices.
  public var notices: [DeliveryNotice] { products.map(DeliveryNotice.start) }
}

extension StopMessage {
  /// The stops, as notices.
  public var notices: [DeliveryNotice] { products.map(DeliveryNotice.stop) }
}

/// The start of one product (Standard: `StartProduct`).
public struct StartedProduct: Located, Hashable, Sendable {
  /// The allocation; nil for task-oriented care (Standard: `ToewijzingNummer`).
  public var allocation: AllocationNumber?
  /// The category (Standard: `Product/Categorie`).
  public var category: ProductCategory?
  /// The code (Standard: `Product/Code`).
  public var code: ProductCode?
  /// The first day of the allocation (Standard: `ToewijzingIngangsdatum`).
  public var allocationBegin: CalendarDate?
  /// The first day of delivery (Standard: `Begindatum`).
  public var begin: CalendarDate
  /// Whether this is a first delivery or a removal (Standard: `StatusAanlevering`).
  public var status: DeliveryStatus
  /// The line of the class in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<CareElement>()

  /// A started product with these values.
  public init(
    allocation: AllocationNumber?, category: ProductCategory?, code: ProductCode?, allocationBegin: CalendarDate?,
    begin: CalendarDate, status: DeliveryStatus, sourceLine: Int32 = 0
  ) {
    self.allocation = allocation
    self.category = category
    self.code = code
    self.allocationBegin = allocationBegin
    self.begin = begin
    self.status = status
    self.sourceLine = sourceLine
  }
}

/// The stop of one product (Standard: `StopProduct`).
public struct StoppedProduct: Hashable, Sendable {
  /// The start that it ends (Standard: `ToewijzingNummer`, `Product`, `ToewijzingIngangsdatum`, `Begindatum`).
  public var start: StartedProduct
  /// Why delivery stopped (Standard: `RedenBeeindiging`).
  public var reason: StopReason
  /// The last day of delivery (Standard: `Einddatum`).
  public var end: CalendarDate

  /// A stopped product; the status and the source line are those of `start`.
  public init(start: StartedProduct, reason: StopReason, end: CalendarDate) {
    self.start = start
    self.reason = reason
    self.end = end
  }
}
