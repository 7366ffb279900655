public import SaldoDomain

/// One entry of the journal: something that was received or decided, chained to the entry before it (journaalpost).
///
/// The entry holds hashes of the received bytes and of the decision; both are stored beside it. Its own hash covers
/// everything, so a change anywhere in the past breaks the chain. Hashes cover uncompressed bytes.
public struct JournalEntry: Hashable, Sendable {
  /// The number, from 1 without gaps.
  public let number: JournalNumber
  /// What the entry is.
  public let kind: Kind
  /// The version of the format of the payload.
  public let formatVersion: Int
  /// The day on which it was decided (peildatum).
  public let asOf: CalendarDate
  /// The hash of the entry before; 32 zero bytes for the first.
  public let previous: Digest
  /// The SHA-256 of the received bytes.
  public let raw: Digest
  /// The SHA-256 of the canonical payload.
  public let payload: Digest

  /// What an entry is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A changed region folder.
    case region
    /// A message.
    case message
    /// A day on which something fell due.
    case day
    /// A month that was closed.
    case close
    /// What was decided on a declaration that had waited.
    case decision
  }

  /// The version of the format that this program writes.
  public static let currentFormatVersion = 1

  /// An entry with these values.
  public init(
    number: JournalNumber, kind: Kind, formatVersion: Int = currentFormatVersion, asOf: CalendarDate,
    previous: Digest, raw: Digest, payload: Digest
  ) {
    self.number = number
    self.kind = kind
    self.formatVersion = formatVersion
    self.asOf = asOf
    self.previous = previous
    self.raw = raw
    self.payload = payload
  }

  /// The bytes of which the hash of the entry is the SHA-256: one field a line, in a fixed order.
  public var canonicalBytes: [UInt8] {
    let lines = [
      "saldo-journal", "number \(number)", "kind \(kind.rawValue)", "format \(formatVersion)", "as-of \(asOf.iso)",
      "previous \(previous.hex)", "raw \(raw.hex)", "payload \(payload.hex)", "",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }
}

/// A SHA-256 digest: 32 bytes.
public struct Digest: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes.
  public let bytes: [UInt8]

  /// A digest of 32 bytes, or nil for another count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  private init() { bytes = Array(repeating: 0, count: 32) }

  /// 32 zero bytes: what comes before the first entry.
  public static let zero = Digest()

  /// The digest in 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The digest in hexadecimals, as logs and JSON show it.
  public var description: String { hex }

  /// Orders by bytes.
  public static func < (lhs: Digest, rhs: Digest) -> Bool { lhs.bytes.lexicographicallyPrecedes(rhs.bytes) }
}
