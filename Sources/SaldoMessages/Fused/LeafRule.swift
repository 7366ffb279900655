/// What the text of a leaf must look like, checked on its bytes: the facets of its simple type in the schema.
///
/// It knows the plain spellings only: no signs, no blanks around a number or a date, years of four digits. Whatever it
/// accepts the schema accepts with the same value; what it does not accept is for the schema to judge.
struct LeafRule {
  /// The shape of a text, beside its length.
  private enum Shape {
    case any
    /// These bytes and no others, as ``word(_:)`` packs them.
    case exactly(UInt64)
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
  private var lengths: ClosedRange<Int>
  private let numbers: ClosedRange<Int64>
  /// The codes of an enumeration as ``word(_:)`` packs them, ascending.
  private var codes: [UInt64] = []

  /// The rule of a simple type; nil when the type uses what the rule does not know.
  init?(_ type: SimpleType) {
    base = type.base
    lengths = (type.minimumLength ?? 0)...(type.maximumLength ?? .max)
    numbers = (type.minimum ?? .min)...(type.maximum ?? .max)
    switch (base, type.pattern) {
    case (.date, "[^:Z]*"), (.time, #"[^Z+\-]+"#), (.integer, nil): break
    case (.text, nil) where type.codes.isEmpty: break
    case (.text, nil):
      let fitting = type.codes.map { Array($0.utf8) }.filter { lengths.contains($0.count) }
      guard fitting.allSatisfy({ $0.count <= 8 && $0.allSatisfy { $0 < 0x80 } }) else { return nil }
      codes = fitting.map { $0.withUnsafeBufferPointer(Self.word) }.sorted()
      shape = .code
    case (.text, let pattern?), (.integer, let pattern?):
      guard type.codes.isEmpty, let known = Self.shape(pattern, base, &lengths) else { return nil }
      shape = known
    default: return nil
    }
  }

  /// The value of these bytes, which are UTF-8; nil when they are for the schema to judge.
  func value(of bytes: UnsafeBufferPointer<UInt8>) -> LeafValue? {
    switch base {
    case .integer:
      guard let number = Self.number(bytes), numbers.contains(number) else { return nil }
      if case .exactly(let word) = shape, Self.word(bytes) != word { return nil }
      return .number(number)
    case .date: return LeafValue(plainDate: bytes)
    case .time: return Self.isPlainTime(bytes) ? LeafValue(bytes, as: .time) : nil
    case .text: return hasLength(bytes) && hasShape(bytes) ? .text(bytes) : nil
    }
  }

  // MARK: Text

  /// Whether the count of characters is in bounds; there are never more of them than bytes.
  private func hasLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if lengths.contains(bytes.count), lengths.lowerBound <= 1 { return true }
    return lengths.contains(bytes.count { $0 & 0xC0 != 0x80 })
  }

  private func hasShape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch shape {
    case .any: return true
    case .exactly(let word): return bytes.count <= 8 && Self.word(bytes) == word
    case .code: return bytes.count <= 8 && isCode(Self.word(bytes))
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

  /// The shape that a pattern of the schemas asks for; a count in it narrows the lengths.
  private static func shape(_ pattern: String, _ base: SimpleType.Base, _ lengths: inout ClosedRange<Int>) -> Shape? {
    if pattern.utf8.count <= 8, pattern.utf8.allSatisfy({ isDigit($0) }) {
      return .exactly(Array(pattern.utf8).withUnsafeBufferPointer(word))
    }
    guard base == .text else { return nil }
    switch pattern {
    case "[0-9]*": return .digits
    case "[a-zA-Z0-9]+": return .alphanumeric
    case "[a-zA-ZÀ-ỳ]+": return .letters
    case #"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"#: return .version
    case #"[ \t]*[^\s].*"#: return .line
    case #"\s*\S[\s\S]*"#: return .notBlank
    default:
      guard let count = pattern.wholeMatch(of: #/\[0-9\]\{([0-9])\}/#).flatMap({ Int($0.output.1) }),
        lengths.contains(count)
      else { return nil }
      lengths = count...count
      return .digits
    }
  }

  /// At most eight bytes as one number; texts of different bytes have different numbers, as none holds a zero byte.
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for byte in bytes { word = word << 8 | UInt64(byte) }
    return word
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
