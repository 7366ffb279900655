/// A text from a message that is compared exactly: byte by byte, case-sensitive, untrimmed.
///
/// Swift's `String` calls two spellings of `é` equal; the standard's keys do not. Sorts by bytes.
public struct ExactText: Sendable {
  /// The text as it was received.
  public let string: String

  /// Wraps a text as it was received.
  public init(_ string: String) { self.string = string }
}

extension ExactText: Hashable, Comparable {
  /// Two texts are equal when their bytes are.
  public static func == (lhs: ExactText, rhs: ExactText) -> Bool {
    lhs.string.utf8.count == rhs.string.utf8.count && lhs.withBytes { left in rhs.withBytes { left.isSame(as: $0) } }
  }

  /// Orders by bytes, not by language.
  public static func < (lhs: ExactText, rhs: ExactText) -> Bool {
    lhs.string.utf8.lexicographicallyPrecedes(rhs.string.utf8)
  }

  /// Hashes the bytes, as equality compares them.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: $0) }
    hasher.combine(UInt8(0xFF))
  }

  /// The bytes, where they are: a text that was received is stored as such, and only a bridged one is copied.
  private func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    string.utf8.withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(string.utf8).withUnsafeBytes(body)
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are those of another buffer of the same length; eight are compared at a time.
  fileprivate func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    var offset = 0
    while offset + 8 <= count {
      let (left, right) = (
        loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
      guard left == right else { return false }
      offset += 8
    }
    while offset < count {
      guard self[offset] == other[offset] else { return false }
      offset += 1
    }
    return true
  }
}

extension ExactText: CustomStringConvertible, ExpressibleByStringLiteral {
  /// The text as it was received.
  public var description: String { string }

  /// Lets a literal stand for a text.
  public init(stringLiteral value: String) { self.init(value) }
}

extension ExactText: Codable {
  /// Reads a JSON string.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a JSON string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }
}
