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
  public func answer(
    judgement: Judgement?, refusal: Refusal?, as number: JournalNumber, on date: CalendarDate
  ) -> Message? {
    switch self {
    case .declaration(let declaration):
      judgement.map {
        .declarationAnswer(DeclarationAnswer(to: declaration, $0, identification: number, date: date))
      }
    case .start, .stop, .allocationRequest, .changeRequest:
      .returned(ReturnMessage(to: self, refusal, identification: number, date: date))
    case .allocation, .requestAnswer, .declarationAnswer, .returned: nil
    }
  }

  /// The sender's own number of the message: of a return message its own, not that of the message it returns.
  public var ownIdentification: ExactText {
    guard case .returned(let message) = self else { return header.identification }
    return message.returnIdentification
  }
}
