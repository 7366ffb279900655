/// XML under construction: one byte buffer, tabs, and CR LF at the end of every line (OP192).
struct XMLText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init() {
    append(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    endLine()
  }

  /// Opens an element with children; `attributes` are written as they are.
  mutating func open(_ name: XMLName, attributes: String = "") {
    indent()
    tag("<", name, attributes)
    endLine()
    depth += 1
  }

  /// Closes the element that was opened last.
  mutating func close(_ name: XMLName) {
    depth -= 1
    indent()
    tag("</", name)
    endLine()
  }

  /// Writes an element with a text.
  mutating func leaf(_ name: XMLName, _ text: String) {
    indent()
    tag("<", name)
    escape(text)
    tag("</", name)
    endLine()
  }

  private mutating func tag(_ start: String, _ name: XMLName, _ attributes: String = "") {
    append(start)
    append(name.prefix)
    append(":")
    append(name.element.rawValue)
    append(attributes)
    append(">")
  }

  /// Writes a text so that a reader gets exactly these characters back.
  ///
  /// A line break would be read as another one, and a single CR or LF would be a wrong line end of the file (OP192),
  /// so both become references. A character that XML forbids becomes U+FFFD; no valid message holds one.
  private mutating func escape(_ text: String) {
    if text.utf8.allSatisfy(Self.standsForItself) { return append(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\r": append("&#13;")
      case "\n": append("&#10;")
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Whether a byte never belongs to a character that is written in another way; U+FFFE and U+FFFF begin with 0xEF.
  private static func standsForItself(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0xEF: false
    default: byte >= 0x20 || byte == 0x09
    }
  }

  private mutating func indent() { bytes.append(contentsOf: repeatElement(0x09, count: depth)) }
  private mutating func endLine() { bytes.append(contentsOf: [0x0D, 0x0A]) }
  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// The name of an element with its prefix.
struct XMLName {
  let prefix: String
  let element: StandardElement

  init(_ prefix: String, _ element: StandardElement) {
    self.prefix = prefix
    self.element = element
  }
}
