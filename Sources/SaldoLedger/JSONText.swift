/// JSON that is being written: the bytes so far.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private let layout: CanonicalJSON.Layout
  /// The fields of an object in order, before they are put in its place.
  private var spare: [UInt8] = []

  /// A field of an object that is open.
  struct Field {
    /// Where the key stands, without its quotes.
    let key: Range<Int>
    /// Where the field begins, white space included.
    let start: Int
    /// Where it ends.
    var end: Int
  }

  init(_ layout: CanonicalJSON.Layout) { self.layout = layout }

  mutating func null() { append("null") }

  mutating func bool(_ value: Bool) { append(value ? "true" : "false") }

  mutating func integer(_ value: some FixedWidthInteger) { append(value.description) }

  /// Appends a text in quotes.
  mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { text in
      var done = 0
      for place in text.indices {
        guard let escape = Self.escape(of: text[place]) else { continue }
        bytes.append(contentsOf: text[done..<place])
        bytes.append(contentsOf: escape)
        done = place + 1
      }
      bytes.append(contentsOf: text[done...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(of byte: UInt8) -> [UInt8]? {
    guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { return nil }
    return switch byte {
    case 0x08: Array(#"\b"#.utf8)
    case 0x09: Array(#"\t"#.utf8)
    case 0x0A: Array(#"\n"#.utf8)
    case 0x0C: Array(#"\f"#.utf8)
    case 0x0D: Array(#"\r"#.utf8)
    case ..<0x20: Array((byte < 0x10 ? #"\u000"# : #"\u00"#).utf8) + Array(String(byte, radix: 16).utf8)
    default: [UInt8(ascii: "\\"), byte]
    }
  }

  /// Opens an object (`{`) or an array (`[`).
  mutating func open(_ sign: Unicode.Scalar) { bytes.append(UInt8(ascii: sign)) }

  /// Begins the next field of an object; its value comes next.
  mutating func key(_ name: String, isFirst: Bool, at level: Int) -> Field {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    let start = bytes.count
    lineStart(at: level)
    let key = bytes.count + 1
    string(name)
    let field = Field(key: key..<bytes.count - 1, start: start, end: start)
    if layout == .lines { bytes.append(UInt8(ascii: " ")) }
    bytes.append(UInt8(ascii: ":"))
    if layout == .lines { bytes.append(UInt8(ascii: " ")) }
    return field
  }

  /// Begins the next value of an array.
  mutating func element(isFirst: Bool, at level: Int) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    lineStart(at: level)
  }

  /// Closes an object or an array.
  mutating func close(_ sign: Unicode.Scalar, isEmpty: Bool, at level: Int) {
    if layout == .lines, isEmpty { bytes.append(UInt8(ascii: "\n")) }
    lineStart(at: level)
    bytes.append(UInt8(ascii: sign))
  }

  /// Ends the last line.
  mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func lineStart(at level: Int) {
    guard layout == .lines else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<2 * level { bytes.append(UInt8(ascii: " ")) }
  }

  /// Puts the fields of an object in the order of the bytes of their keys; they stand one after the other, with a comma
  /// in between.
  mutating func sort(_ fields: inout [Field]) {
    guard let first = fields.first, let last = fields.last, !areAscending(fields) else { return }
    bytes.withUnsafeBufferPointer { bytes in
      fields.sort { bytes[$0.key].lexicographicallyPrecedes(bytes[$1.key]) }
    }
    spare.removeAll(keepingCapacity: true)
    for field in fields {
      if !spare.isEmpty { spare.append(UInt8(ascii: ",")) }
      spare.append(contentsOf: bytes[field.start..<field.end])
    }
    bytes.replaceSubrange(first.start..<last.end, with: spare)
  }

  private func areAscending(_ fields: [Field]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      fields.indices.dropFirst().allSatisfy {
        bytes[fields[$0 - 1].key].lexicographicallyPrecedes(bytes[fields[$0].key])
      }
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
