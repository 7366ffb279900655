/// What the raw bytes of a file say before any XML is read: encoding and line ends (OP192).
struct TechnicalForm {
  /// How many bytes of a byte-order mark the file starts with: 3 for UTF-8, else 0.
  private(set) var byteOrderMark = 0
  /// Whether the bytes are UTF-8 and the XML declaration says nothing else.
  private(set) var isUTF8 = true
  /// The line of the first byte that XML cannot hold in UTF-8 (wrong sequence or zero), 1-based.
  private(set) var brokenLine: Int32?
  /// Whether ``brokenLine`` holds a zero byte.
  private(set) var hasZeroByte = false
  /// The first line that does not end in CR LF, 1-based; the end of the file needs none.
  private(set) var wrongLineEnd: Int32?

  /// Looks at every byte once.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { byteOrderMark = 3 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || Self.startsWithWideCharacter(bytes) {
      isUTF8 = false
      brokenLine = 1
      return
    }
    scan(bytes)
    guard brokenLine == nil else { return }
    if let declared = Self.declaredEncoding(UnsafeBufferPointer(rebasing: bytes[byteOrderMark...])),
      declared != "utf-8", declared != "utf8"
    {
      isUTF8 = false
      brokenLine = 1
    }
  }

  /// Whether the file starts as UTF-16 or UTF-32 without a byte-order mark does.
  private static func startsWithWideCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0)
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var line: Int32 = 1
    var position = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while position < bytes.count {
      if position + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if Self.isPlain(word) {
          position += 8
          continue
        }
      }
      let byte = bytes[position]
      switch byte {
      case 0x0A:
        if position == 0 || bytes[position - 1] != 0x0D { noteWrongLineEnd(line) }
        line += 1
        position += 1
      case 0x0D:
        if position + 1 == bytes.count || bytes[position + 1] != 0x0A { noteWrongLineEnd(line) }
        position += 1
      case 0:
        hasZeroByte = true
        brokenLine = line
        return
      case ..<0x80: position += 1
      default:
        let length = Self.sequenceLength(bytes, at: position)
        guard length > 0 else {
          isUTF8 = false
          brokenLine = line
          return
        }
        position += length
      }
    }
  }

  /// Whether all eight bytes are ASCII and none is a control character below 14, such as a line end or a zero.
  private static func isPlain(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    let below14 = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & high
    return (word & high) | below14 == 0
  }

  private mutating func noteWrongLineEnd(_ line: Int32) {
    if wrongLineEnd == nil { wrongLineEnd = line }
  }

  /// The length of the UTF-8 sequence that starts here; 0 when it is wrong, overlong, a surrogate or cut off.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let lead = bytes[position]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
    for index in (position + 2)..<max(position + 2, position + length) {
      guard bytes[index] & 0xC0 == 0x80 else { return 0 }
    }
    return length
  }

  /// The encoding that the XML declaration names, in lower case; nil without declaration or name.
  ///
  /// A declaration that is not well-formed is left to the parser.
  private static func declaredEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
    let head = bytes.prefix(while: { $0 != UInt8(ascii: ">") }).prefix(1000)
    let text = String(decoding: head, as: UTF8.self)
    guard let name = text.firstRange(of: "encoding") else { return nil }
    let rest = text[name.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let quote = rest.first else { return nil }
    return rest.dropFirst().prefix { $0 != quote }.lowercased()
  }
}
