/// A message that was read.
public enum Message: Hashable, Sendable {
  /// An allocation (301).
  case allocation(AllocationMessage)
  /// A start of delivery (305).
  case start(StartMessage)
  /// A stop of delivery (307).
  case stop(StopMessage)
  /// A declaration (323).
  case declaration(DeclarationMessage)

  /// The header.
  public var header: MessageHeader {
    switch self {
    case .allocation(let message): message.header
    case .start(let message): message.header
    case .stop(let message): message.header
    case .declaration(let message): message.header
    }
  }

  /// The year whose key seals the stored message: that of its last day of care, else of its date.
  ///
  /// Destroying a year's key after the retention term then makes the messages of that year unreadable.
  public var retentionYear: Int {
    switch self {
    case .allocation(let message):
      message.products.map { ($0.validity.end ?? message.header.date).year }.max() ?? message.header.date.year
    case .start(let message): message.header.date.year
    case .stop(let message): message.header.date.year
    case .declaration(let message): message.lines.map(\.period.end.year).max() ?? message.header.date.year
    }
  }
}
