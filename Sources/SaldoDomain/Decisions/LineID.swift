/// The number of an entry in the journal; the messages of a ledger are numbered by it.
public typealias JournalNumber = Int64

/// The id of a line in a ledger: the journal number of its message and its position there.
///
/// Local to the message, unique without a further index, and the same whatever the number of threads.
public struct LineID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// Message << 20 | position.
  public let rawValue: Int64

  /// The id with this number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The id of a line of a message.
  ///
  /// - Precondition: a message holds at most 1,048,576 lines.
  public init(message: JournalNumber, position: Int) {
    precondition(position >= 0 && position < Self.maximumLines, "a message holds at most 1,048,576 lines")
    rawValue = message << 20 | Int64(position)
  }

  /// The number of lines that a message can hold.
  public static let maximumLines = 1 << 20

  /// The journal number of the message.
  public var message: JournalNumber { rawValue >> 20 }

  /// The position of the line in the message, from 0.
  public var position: Int { Int(rawValue & 0xFFFFF) }

  /// Orders by message, then by position in it.
  public static func < (lhs: LineID, rhs: LineID) -> Bool { lhs.rawValue < rhs.rawValue }
}
