internal import SaldoDomain

/// Collects the values of one kind of message while it is read.
///
/// A builder sees the elements before the schema has judged the whole message, so it takes anything in any order
/// without complaint; whether its message counts is the schema's decision.
protocol MessageBuilder: AnyObject {
  /// An element with children opens.
  func open(_ element: StandardElement, line: Int32)
  /// A leaf has ended. `parent` is the element around it.
  func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32)
  /// An element with children has ended.
  func close(_ element: StandardElement, in parent: StandardElement)
  /// The message, or nil when something mandatory was not seen.
  func message() -> Message?
}

extension MessageDefinition {
  /// A new builder, or nil for a message that is only judged (325).
  func makeBuilder() -> (any MessageBuilder)? {
    let header = HeaderBuilder(standard: profile.standard, kind: message.kind)
    switch message.kind {
    case .allocation: return AllocationBuilder(header: header)
    case .start: return StartBuilder(header: header)
    case .stop: return StopBuilder(header: header)
    case .declaration: return DeclarationBuilder(header: header)
    default: return nil
    }
  }
}

extension SchemaLibrary {
  /// Why a message with a namespace of the iStandaarden is not read.
  func refusal(of namespace: MessageNamespace) -> UnusableReason {
    let releases = StandardProfile.all.filter { $0.standard.domain == namespace.domain }
    guard !releases.isEmpty else { return .domain(namespace.domain) }
    guard releases.contains(where: { $0.standard.release.rawValue == namespace.release }) else {
      return .release(namespace.release)
    }
    return .kind(namespace.number)
  }
}
