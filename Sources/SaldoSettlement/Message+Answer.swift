public import SaldoDomain

extension Message {
  /// The answer to the message on behalf of the municipality; nil when it gets none.
  ///
  /// A declaration gets a 325; a start, stop or request its return message. The messages of the municipality itself
  /// (301, 319) are answered by the provider, and answers (302, 320) by nobody.
  ///
  /// - Parameters:
  ///   - judgement: What was decided on a declaration.
  ///   - refusal: Why any other message is refused; nil when it is in force.
  ///   - number: The journal number of the message, which also numbers the answer.
  ///   - date: The date of the answer.
  ///   - styleSheetVersion: The version of the style sheets that the region states; nil for none.
  public func answer(
    judgement: Judgement?, refusal: Refusal?, as number: JournalNumber, on date: CalendarDate,
    styleSheetVersion: String?
  ) -> Message? {
    switch self {
    case .declaration(let declaration):
      judgement.map {
        .declarationAnswer(
          DeclarationAnswer(
            to: declaration, $0, identification: number, date: date, styleSheetVersion: styleSheetVersion))
      }
    case .start, .stop, .allocationRequest, .changeRequest:
      .returned(
        ReturnMessage(
          to: self, refusal, identification: number, date: date, styleSheetVersion: styleSheetVersion))
    case .allocation, .requestAnswer, .declarationAnswer, .returned: nil
    }
  }

  /// The sender's own number of the message: of a return message its own, not that of the message it returns.
  public var ownIdentification: ExactText {
    guard case .returned(let message) = self else { return header.identification }
    return message.returnIdentification
  }

  /// The version of the style sheets that an answer states; nil for none, and for every other message.
  public var styleSheetVersion: String? {
    switch self {
    case .declarationAnswer(let answer): answer.styleSheetVersion
    case .returned(let message): message.styleSheetVersion
    default: nil
    }
  }
}
