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
  ///
  /// Most comparisons end early: what has the same bits is the same short text or the same storage, and what are different
  /// strings to Swift have different bytes.
  public static func == (lhs: ExactText, rhs: ExactText) -> Bool {
    lhs.bits == rhs.bits || (lhs.string == rhs.string && lhs.string.utf8.elementsEqual(rhs.string.utf8))
  }

  private var bits: SIMD2<UInt64> { unsafeBitCast(string, to: SIMD2<UInt64>.self) }

  /// Orders by bytes, not by language.
  public static func < (lhs: ExactText, rhs: ExactText) -> Bool {
    var (lhs, rhs) = (lhs.string, rhs.string)
    return lhs.withUTF8 { lhs in rhs.withUTF8 { rhs in lhs.lexicographicallyPrecedes(rhs) } }
  }

  /// Hashes the string: texts with the same bytes are equal strings.
  public func hash(into hasher: inout Hasher) { hasher.combine(string) }
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
