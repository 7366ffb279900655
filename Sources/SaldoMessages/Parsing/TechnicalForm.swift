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

  /// How many line feeds have been passed.
  private var lineFeeds = 0

  /// Looks at every byte of a whole file once.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    takeMark(bytes)
    guard brokenLine == nil else { return }
    _ = scan(bytes, from: 0, isLast: true)
    guard brokenLine == nil else { return }
    takeDeclaration(bytes)
  }

  /// How many bytes of a file its head is at least, when there are as many.
  static let headLength = 1_024

  /// Looks at the head of a file, of which all bytes are still to be scanned.
  init(head: UnsafeBufferPointer<UInt8>) {
    takeMark(head)
    if brokenLine == nil { takeDeclaration(head) }
  }

  private mutating func takeMark(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { byteOrderMark = 3 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || Self.startsWithWideCharacter(bytes) {
      isUTF8 = false
      brokenLine = 1
    }
  }

  private mutating func takeDeclaration(_ bytes: UnsafeBufferPointer<UInt8>) {
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

  /// Looks at the bytes from `start` on, and gives where it stopped: at the end, before a character or line end of which
  /// the rest has not come in, or where the file is broken.
  ///
  /// - Parameters:
  ///   - bytes: A part of the file: from its begin, or with at least one byte that was looked at before.
  ///   - isLast: Whether the file ends with these bytes.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Int {
    var position = start
    while position < bytes.count {
      if let passed = plainLineFeeds(in: bytes, from: position) {
        position += Self.blockLength
        lineFeeds += passed
        continue
      }
      let end = min(position + Self.blockLength, bytes.count)
      // A line end may have been cut in two.
      if position > 0, bytes[position - 1] == 0x0D { position -= 1 }
      while position < end {
        guard isLast || Self.isWhole(bytes, at: position) else { return position }
        let length = step(bytes, at: position)
        guard length > 0 else { return position }
        position += length
      }
    }
    if isLast, bytes.last == 0x0D { noteWrongLineEnd() }
    return position
  }

  /// Whether the character or line end at a position has come in as a whole.
  private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    switch bytes[position] {
    case 0x0D, 0xC2...0xDF: position + 2 <= bytes.count
    case 0xE0...0xEF: position + 3 <= bytes.count
    case 0xF0...0xF4: position + 4 <= bytes.count
    default: true
    }
  }

  /// Looks at one character and gives its length; 0 when it is none that XML can hold in UTF-8.
  private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch bytes[position] {
    case 0x0A:
      if position == 0 || bytes[position - 1] != 0x0D { noteWrongLineEnd() }
      lineFeeds += 1
      return 1
    case 0x0D:
      if position + 1 == bytes.count || bytes[position + 1] != 0x0A { noteWrongLineEnd() }
      return 1
    case 0:
      hasZeroByte = true
      brokenLine = line
      return 0
    case ..<0x80: return 1
    default:
      let length = Self.sequenceLength(bytes, at: position)
      if length == 0 {
        isUTF8 = false
        brokenLine = line
      }
      return length
    }
  }

  private static let blockLength = 256

  /// The line feeds of a whole block that is ASCII without zero bytes, and of which the line ends are CR LF or do not matter
  /// any more; nil for any other.
  ///
  /// Eight bytes at a time, in a form that compilers turn into vectors. Added to an ASCII byte, 0x7F sets its highest bit
  /// unless it is zero, and nothing is carried to the next byte.
  private func plainLineFeeds(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start > 0, start + Self.blockLength <= bytes.count, let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base + start)
    let (highest, seven) = (0x8080_8080_8080_8080 as UInt64, 0x7F7F_7F7F_7F7F_7F7F as UInt64)
    let (lineFeeds, returns) = (0x0A0A_0A0A_0A0A_0A0A as UInt64, 0x0D0D_0D0D_0D0D_0D0D as UInt64)
    var all: UInt64 = 0
    var notZero = highest
    var wrongEnds: UInt64 = 0
    // A byte of it counts 32 places, 8 apart.
    var others: UInt64 = 0
    for word in 0..<(Self.blockLength / 8) {
      let here = (raw + word * 8).loadUnaligned(as: UInt64.self)
      let before = (raw + (word * 8 - 1)).loadUnaligned(as: UInt64.self)
      let isOther = (here ^ lineFeeds) &+ seven
      all |= here | before
      notZero &= here &+ seven
      // A line feed stands behind a carriage return and nowhere else.
      wrongEnds |= isOther ^ ((before ^ returns) &+ seven)
      others &+= (isOther & highest) >> 7
    }
    guard all & highest == 0, notZero & highest == highest, wrongLineEnd != nil || wrongEnds & highest == 0 else {
      return nil
    }
    let pairs = (others & 0x00FF_00FF_00FF_00FF) + (others >> 8 & 0x00FF_00FF_00FF_00FF)
    return Self.blockLength - Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  private mutating func noteWrongLineEnd() {
    if wrongLineEnd == nil { wrongLineEnd = line }
  }

  /// The line of what is looked at, 1-based.
  private var line: Int32 { 1 + Int32(clamping: lineFeeds) }

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
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    // Bytes and not characters: to find the borders of those takes as long as the rest of this.
    var rest = bytes.prefix(while: { $0 != UInt8(ascii: ">") }).prefix(1000)
    while !rest.starts(with: "encoding".utf8) {
      if rest.isEmpty { return nil }
      rest = rest.dropFirst()
    }
    rest = rest.drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
    guard let quote = rest.first else { return nil }
    return String(decoding: rest.dropFirst().prefix { $0 != quote }, as: UTF8.self).lowercased()
  }
}
