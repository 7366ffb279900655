internal import SaldoDomain

/// Collects the values of one kind of message while it is read.
///
/// A builder sees the elements before the schema has judged the whole message, so it takes anything in any order
/// without complaint; whether its message counts is the schema's decision.
protocol MessageBuilder {
  /// An element with children opens.
  mutating func open(_ element: StandardElement, line: Int32)
  /// A leaf has ended. `parent` is the element around it.
  mutating func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32)
  /// An element with children has ended.
  mutating func close(_ element: StandardElement, in parent: StandardElement)
  /// The message, or nil when something mandatory was not seen.
  func message() -> Message?
}

extension MessageDefinition {
  /// A new builder for the message.
  func makeBuilder() -> any MessageBuilder { makeBuilder(message.kind) }

  private func makeBuilder(_ kind: MessageKind) -> any MessageBuilder {
    let header = HeaderBuilder(standard: profile.standard, kind: kind)
    func returning(_ answered: MessageKind) -> any MessageBuilder {
      ReturnBuilder(header: header, answered: makeBuilder(answered))
    }
    switch kind {
    case .allocation: return AllocationBuilder(header: header)
    case .allocationReturn: return returning(.allocation)
    case .start: return StartBuilder(header: header)
    case .startReturn: return returning(.start)
    case .stop: return StopBuilder(header: header)
    case .stopReturn: return returning(.stop)
    case .allocationRequest: return AllocationRequestBuilder(header: header)
    case .allocationRequestReturn: return returning(.allocationRequest)
    case .changeRequest: return ChangeRequestBuilder(header: header)
    case .changeRequestReturn: return returning(.changeRequest)
    case .requestAnswer: return RequestAnswerBuilder(header: header)
    case .requestAnswerReturn: return returning(.requestAnswer)
    case .declaration: return DeclarationBuilder(header: header)
    case .declarationAnswer: return DeclarationAnswerBuilder(header: header)
    }
  }
}
