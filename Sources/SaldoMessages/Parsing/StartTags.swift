import Foundation

/// A look at the start tags of a file before libxml2 reads it.
///
/// libxml2 compares each attribute of an element with all others, so that a tag with hundreds of thousands of them would
/// take minutes. No element of a message has more than a few namespaces.
enum StartTags {
  /// From this number of bytes on, a tag is looked at.
  static let suspiciousLength = 65_536
  /// More attributes than this, counted by their equals signs, are no message.
  private static let mostAttributes = 1_000

  /// The line of the first start tag with far too many attributes, 1-based; nil when there is none.
  ///
  /// A tag and the text after it reach to the next `<`, which neither an attribute nor a text may hold.
  static func lineOfTooManyAttributes(in bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard mayHoldLongTag(bytes), var start = nextTag(in: bytes, from: 0) else { return nil }
    while start < bytes.count {
      let next = nextTag(in: bytes, from: start + 1) ?? bytes.count
      if next - start > suspiciousLength, isTag(bytes, at: start),
        bytes[start..<next].count(where: { $0 == UInt8(ascii: "=") }) > mostAttributes
      {
        return 1 + Int32(clamping: bytes[..<start].count { $0 == UInt8(ascii: "\n") })
      }
      start = next
    }
    return nil
  }

  /// Whether a tag may be suspiciously long: it then fills at least one of these blocks, which holds no `<`.
  private static func mayHoldLongTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let length = suspiciousLength / 2
    return stride(from: 0, through: bytes.count - length, by: length).contains { begin in
      memchr(bytes.baseAddress! + begin, Int32(UInt8(ascii: "<")), length) == nil
    }
  }

  private static func nextTag(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
    guard position < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + position, Int32(UInt8(ascii: "<")), bytes.count - position)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }

  /// Whether what begins here is a tag, not a comment, a CDATA section or a processing instruction.
  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    bytes[position + 1] != UInt8(ascii: "!") && bytes[position + 1] != UInt8(ascii: "?")
  }

  /// How far the last `<` lies back in bytes that come in block by block.
  struct Distance {
    private var distance = 0

    /// Whether a tag, or the text after it, is suspiciously long. A block may have that length, not more.
    mutating func isTooLong(with block: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = nextTag(in: block, from: 0), let last = block.lastIndex(of: UInt8(ascii: "<")) else {
        distance += block.count
        return distance > suspiciousLength
      }
      defer { distance = block.count - last }
      return distance + first > suspiciousLength
    }
  }
}
