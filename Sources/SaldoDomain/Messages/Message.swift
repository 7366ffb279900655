/// A message that was read.
public enum Message: Hashable, Sendable {
  /// An allocation (301).
  case allocation(AllocationMessage)
  /// A start of delivery (305).
  case start(StartMessage)
  /// A stop of delivery (307).
  case stop(StopMessage)
  /// A request for an allocation (315).
  case allocationRequest(AllocationRequestMessage)
  /// A request for a change (317).
  case changeRequest(ChangeRequestMessage)
  /// The answer to a request (319).
  case requestAnswer(RequestAnswerMessage)
  /// A declaration (323).
  case declaration(DeclarationMessage)
  /// The answer to a declaration (325).
  case declarationAnswer(DeclarationAnswer)
  /// The answer to one of the other messages (302, 306, 308, 316, 318, 320).
  indirect case returned(ReturnMessage)

  /// The header.
  public var header: MessageHeader {
    switch self {
    case .allocation(let message): message.header
    case .start(let message): message.header
    case .stop(let message): message.header
    case .allocationRequest(let message): message.header
    case .changeRequest(let message): message.header
    case .requestAnswer(let message): message.header
    case .declaration(let message): message.header
    case .declarationAnswer(let message): message.header
    case .returned(let message): message.header
    }
  }

  /// The year whose key seals the stored message: that of its last day of care, else of its date.
  ///
  /// Destroying a year's key after the retention term then makes the messages of that year unreadable.
  public var retentionYear: Int {
    switch self {
    case .allocation(let message):
      message.products.map { ($0.validity.end ?? message.header.date).year }.max() ?? message.header.date.year
    case .declaration(let message): message.lines.map(\.period.end.year).max() ?? message.header.date.year
    case .start, .stop, .allocationRequest, .changeRequest, .requestAnswer, .declarationAnswer, .returned:
      header.date.year
    }
  }
}
