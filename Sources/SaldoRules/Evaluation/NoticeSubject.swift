public import SaldoDomain

/// One start or stop with what the rules compare it with.
public struct NoticeSubject: Sendable {
  /// The start or stop.
  public let notice: DeliveryNotice
  /// The header of its message.
  public let header: MessageHeader
  /// The client.
  public let bsn: Bsn
  /// The starts and stops of the client with this provider and municipality before it: of earlier messages, and those
  /// of its own message that were judged before it and hold.
  public let deliveries: DeliveryHistory

  /// A start or stop of a message.
  public init(_ notice: DeliveryNotice, header: MessageHeader, bsn: Bsn, deliveries: DeliveryHistory) {
    self.notice = notice
    self.header = header
    self.bsn = bsn
    self.deliveries = deliveries
  }
}
