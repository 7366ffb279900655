/// A large value that its copies share: handing it on costs one reference instead of all its texts.
///
/// It never changes, so that it behaves as the value itself.
@usableFromInline
final class Shared<Value: Hashable & Sendable>: Sendable {
  /// The value.
  @usableFromInline let value: Value

  /// Shares a value.
  @usableFromInline
  init(_ value: Value) { self.value = value }
}

extension Shared: Hashable {
  /// Compares the values.
  @usableFromInline
  static func == (lhs: Shared, rhs: Shared) -> Bool { lhs === rhs || lhs.value == rhs.value }

  /// Hashes the value.
  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
