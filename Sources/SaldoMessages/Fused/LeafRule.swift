internal import SaldoDomain

/// What the text of a leaf must look like, checked on its bytes: the facets of its simple type in the schema.
///
/// It knows the plain spellings only: no signs, no blanks around a number or a date, years of four digits. Whatever it
/// accepts the schema accepts with the same value; what it does not accept is for the schema to judge.
struct LeafRule {
  /// The shape of a text, beside its length.
  private enum Shape {
    case any
    /// Exactly ``word``.
    case word
    /// One of the codes of a list.
    case code
    case digits
    /// Letters without accents, and digits; one at least.
    case alphanumeric
    /// Letters from `a` to `ỳ`; one at least.
    case letters
    /// Three numbers with points between them, such as `1.0.0`.
    case version
    /// No line end, and something other than blanks.
    case line
    /// Something other than white space.
    case notBlank
  }

  private let base: SimpleType.Base
  private var shape = Shape.any
  private var leastLength: Int
  private var mostLength: Int
  private let least: Int64
  private let most: Int64
  /// The only text, as a word.
  private var word: UInt64 = 0
  /// The codes of an enumeration as words, ascending. They stay in memory for good, as the tables do: a pointer is copied
  /// for nothing, and a rule is looked at for every leaf.
  nonisolated(unsafe) private var codes = UnsafeBufferPointer<UInt64>(start: nil, count: 0)

  /// The rule of a simple type; nil when the type uses what the rule does not know.
  init?(_ type: SimpleType) {
    base = type.base
    (leastLength, mostLength) = (type.minimumLength ?? 0, type.maximumLength ?? .max)
    (least, most) = (type.minimum ?? .min, type.maximum ?? .max)
    switch (base, type.pattern) {
    case (.date, "[^:Z]*"), (.time, #"[^Z+\-]+"#), (.integer, nil): guard type.codes.isEmpty else { return nil }
    case (.text, nil): guard type.codes.isEmpty || take(type.codes) else { return nil }
    case (.text, let pattern?), (.integer, let pattern?): guard type.codes.isEmpty, take(pattern) else { return nil }
    default: return nil
    }
  }

  /// Takes the codes of an enumeration; false when they are no short ASCII texts within the lengths.
  private mutating func take(_ codes: [String]) -> Bool {
    let bytes = codes.map { Array($0.utf8) }
    let fits = bytes.allSatisfy { code in
      (max(leastLength, 1)...min(mostLength, 8)).contains(code.count) && code.allSatisfy { $0 < 0x80 }
    }
    guard fits else { return false }
    let words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: bytes.count)
    _ = words.initialize(from: bytes.map { $0.withUnsafeBufferPointer(\.codeWord) }.sorted())
    self.codes = UnsafeBufferPointer(words)
    shape = .code
    return true
  }

  /// Takes a pattern; false when the schemas have no such pattern. A count in it narrows the lengths.
  private mutating func take(_ pattern: String) -> Bool {
    let bytes = Array(pattern.utf8)
    if bytes.count <= 8, bytes.allSatisfy({ Self.isDigit($0) }) {
      (shape, word) = (.word, bytes.withUnsafeBufferPointer(\.codeWord))
      return true
    }
    guard base == .text else { return false }
    switch pattern {
    case "[0-9]*": shape = .digits
    case "[0-9]{4}": return takeDigits(4)
    case "[0-9]{8}": return takeDigits(8)
    case "[0-9]{9}": return takeDigits(9)
    case "[a-zA-Z0-9]+": shape = .alphanumeric
    case "[a-zA-ZÀ-ỳ]+": shape = .letters
    case #"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"#: shape = .version
    case #"[ \t]*[^\s].*"#: shape = .line
    case #"\s*\S[\s\S]*"#: shape = .notBlank
    default: return false
    }
    return true
  }

  private mutating func takeDigits(_ count: Int) -> Bool {
    guard leastLength <= count, count <= mostLength else { return false }
    (shape, leastLength, mostLength) = (.digits, count, count)
    return true
  }

  /// The value of these bytes, which are UTF-8; nil when they are for the schema to judge.
  @inline(__always)
  func value(of bytes: UnsafeBufferPointer<UInt8>) -> LeafValue? {
    switch base {
    case .integer:
      guard let number = Self.number(bytes), least <= number, number <= most else { return nil }
      if shape == .word, bytes.count > 8 || bytes.codeWord != word { return nil }
      return .number(number)
    case .date: return LeafValue(plainDate: bytes)
    case .time: return Self.isPlainTime(bytes) ? LeafValue(bytes, as: .time) : nil
    case .text: return hasLength(bytes) && hasShape(bytes) ? .text(bytes) : nil
    }
  }

  // MARK: Text

  /// Whether the count of characters is in bounds; there are never more of them than bytes.
  @inline(__always)
  private func hasLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if leastLength <= 1, leastLength <= bytes.count, bytes.count <= mostLength { return true }
    let count = bytes.count { $0 & 0xC0 != 0x80 }
    return leastLength <= count && count <= mostLength
  }

  @inline(__always)
  private func hasShape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch shape {
    case .any: return true
    case .word: return bytes.count <= 8 && bytes.codeWord == word
    case .code: return bytes.count <= 8 && isCode(bytes.codeWord)
    case .digits: return bytes.allSatisfy { Self.isDigit($0) }
    case .alphanumeric:
      return !bytes.isEmpty
        && bytes.allSatisfy { Self.isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    case .letters:
      let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
      return !text.isEmpty
        && text.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("À"..."ỳ").contains($0) }
    case .version:
      let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.count == 3
        && parts.allSatisfy { part in
          part.allSatisfy { Self.isDigit($0) } && (part.count == 1 || part.first.map { $0 != 0x30 } == true)
        }
    case .line:
      var isBlank = true
      for byte in bytes {
        if byte == 0x0A || byte == 0x0D { return false }
        if byte != 0x20, byte != 0x09 { isBlank = false }
      }
      return !isBlank
    case .notBlank: return bytes.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }
  }

  private func isCode(_ word: UInt64) -> Bool {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == word
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  // MARK: Numbers and times

  /// One to eighteen digits.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard 1...18 ~= bytes.count else { return nil }
    var number: Int64 = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      number = number &* 10 &+ Int64(byte &- 0x30)
    }
    return number
  }

  /// `HH:MM:SS` up to 23:59:59 with up to nine decimals, or `24:00:00`.
  private static func isPlainTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (8...18).contains(bytes.count), bytes.count != 9 else { return false }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 2, 5: guard byte == UInt8(ascii: ":") else { return false }
      case 8: guard byte == UInt8(ascii: ".") else { return false }
      default: guard isDigit(byte) else { return false }
      }
    }
    let (hours, minutes, seconds) = ((bytes[0], bytes[1]), bytes[3], bytes[6])
    guard minutes < 0x36, seconds < 0x36 else { return false }
    if hours < (0x32, 0x34) { return true }
    return bytes.elementsEqual("24:00:00".utf8)
  }
}
