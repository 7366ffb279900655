import SaldoTestSupport

/// Changes a message on purpose: in its structure, its values, its spelling or its bytes; the same seed gives the same
/// mutant.
struct Mutator {
  private enum Kind { case prolog, start, end, value, space }

  private struct Token {
    var kind: Kind
    var bytes: [UInt8]
  }

  /// The message in parts. A value stands between a start tag and its end tag, space everywhere else.
  private let tokens: [Token]

  init(_ text: String) {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      let isTag = bytes[position] == UInt8(ascii: "<")
      let isEndTag = isTag && bytes[position + 1] == UInt8(ascii: "/")
      let rest = bytes[position...]
      let end =
        isTag ? rest.firstIndex(of: UInt8(ascii: ">"))! + 1 : rest.firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      let isProlog = isTag && bytes[position + 1] == UInt8(ascii: "?")
      if isEndTag, tokens.last?.kind == .space, tokens.dropLast().last?.kind == .start {
        tokens[tokens.count - 1].kind = .value
      }
      let kind: Kind = isProlog ? .prolog : isEndTag ? .end : isTag ? .start : .space
      tokens.append(Token(kind: kind, bytes: Array(bytes[position..<end])))
      position = end
    }
    self.tokens = tokens
  }

  /// The message as it was.
  var original: [UInt8] { Self.joined(tokens) }

  /// A mutant: mostly of one change, sometimes of two or three.
  func mutant(seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var changed = tokens
    var bytes: [UInt8] = []
    for _ in 0..<[1, 1, 1, 2, 3].randomElement(using: &random)! {
      switch Int.random(in: 0..<13, using: &random) {
      case 0: Self.drop(&changed, &random)
      case 1: Self.double(&changed, &random)
      case 2: Self.swap(&changed, &random)
      case 3: Self.move(&changed, &random)
      case 4, 5: Self.revalue(&changed, &random)
      case 6: Self.lengthen(&changed, &random)
      case 7: Self.respell(&changed, &random)
      case 8: Self.retag(&changed, &random)
      case 9: Self.insert(&changed, &random)
      case 10: Self.reform(&changed, &random)
      case 11: Self.exchange(&changed, &random)
      default: bytes = Self.damaged(Self.joined(changed), &random)
      }
    }
    return bytes.isEmpty ? Self.joined(changed) : bytes
  }

  /// Changes that keep the message valid and its values equal, each with its name.
  func harmless(seed: UInt64) -> [(name: String, bytes: [UInt8])] {
    var random = SeededGenerator(seed: seed)
    func changed(_ kind: Kind, _ change: (inout [UInt8]) -> Void) -> [UInt8] {
      var copy = tokens
      guard let place = Self.place(kind, in: copy, &random) else { return original }
      change(&copy[place].bytes)
      return Self.joined(copy)
    }
    let text = String(decoding: original, as: UTF8.self)
    return [
      ("nothing", original),
      ("comment", changed(.end) { $0 += "<!-- <a> &b; -->".utf8 }),
      ("instruction", changed(.start) { $0 += "<?a b?>".utf8 }),
      ("space", changed(.end) { $0 += " \r\n\t\n ".utf8 }),
      ("space in a tag", changed(.end) { $0.insert(contentsOf: " \n".utf8, at: $0.count - 1) }),
      ("namespace", changed(.start) { $0.insert(contentsOf: " xmlns:q='urn:q'".utf8, at: $0.count - 1) }),
      ("comment in a value", changed(.value) { $0.insert(contentsOf: "<!---->".utf8, at: 0) }),
      ("one digit as a reference", Array(text.replacing(":Afzender>9", with: ":Afzender>&#57;").utf8)),
      ("byte-order mark", [0xEF, 0xBB, 0xBF] + original),
      ("line feeds", Array(text.replacing("\r\n", with: "\n").utf8)),
      ("one line", Array(text.replacing(#/\r\n\t*/#, with: "").utf8)),
      ("another prefix", Array(text.replacing("ijw:", with: "q:").replacing(":ijw=", with: ":q=").utf8)),
      ("no declaration", Self.joined(tokens.filter { $0.kind != .prolog })),
    ]
  }

  // MARK: Structure

  private static func drop(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let element = element(in: tokens, &random) else { return }
    tokens.removeSubrange(element)
  }

  private static func double(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let element = element(in: tokens, &random) else { return }
    tokens.insert(contentsOf: Array(tokens[element]), at: element.upperBound)
  }

  /// Two elements change places.
  private static func swap(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let first = element(in: tokens, &random), let second = element(in: tokens, &random),
      first.upperBound <= second.lowerBound
    else { return }
    let (early, late) = (Array(tokens[first]), Array(tokens[second]))
    tokens.replaceSubrange(second, with: early)
    tokens.replaceSubrange(first, with: late)
  }

  /// A copy of an element lands anywhere.
  private static func move(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let element = element(in: tokens, &random) else { return }
    tokens.insert(contentsOf: Array(tokens[element]), at: Int.random(in: 0...tokens.count, using: &random))
  }

  // MARK: Values

  private static let values = [
    "", " ", "0", "1", "2", "3", "7", "9", "00", "01", "02", "007", "-0", "-1", "+1", " 5 ", "5 ", "1.0", "1e3", "0x1",
    "99999", "100000", "99999999", "100000000", "999999999", "1000000000", "999999999999", "1000000000000",
    "000000000000000001", "0000000000000000001", "999999999999999999", "9223372036854775808", "2025-02-28",
    "2025-02-29", "2024-02-29", "2100-02-29", "2000-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
    "2025-1-01", " 2025-01-01", "2025-01-01 ", "2025-01-01Z", "2025-01-01+01:00", "0000-01-01", "0001-01-01",
    "9999-12-31", "10000-01-01", "-0001-01-01", "12025-01-01", "2025:01:01", "00:00:00", "23:59:59", "23:59:60",
    "24:00:00", "24:00:00.0", "24:00:01", "10:60:00", "10:00:00.", "10:00:00.1", "10:00:00.123456789",
    "10:00:00.1234567890123", "10:00:00Z", "10:00:00+01:00", "1:00:00", "10:00", "1.0.0", "0.10.2", "01.0.0", "1.0",
    "1.0.0.0", "1..0", "1.0.", "C", "D", "d", "NL", "nl", "XX", "0001", "S300", "0363", "999900006", "99990000",
    "9999000060", "x", "xy", "PJ", "P.J", "À", "ỳ", "ỹ", "¿", "×", "é", "😀", "\u{A0}", "\u{85}", "\u{2028}", "\u{3000}",
    "\t", "\n", "\r\n", "x\ny", "x&#13;y", "&#10;", "&#32;", "&amp;", "&lt;&gt;", "&#0;", "&#xFFFF;", "&a;", "&", "]]>",
    "]]&gt;",
    "<![CDATA[1]]>", "<![CDATA[]]>", "1<!-- -->2", "<!-- -->", "<?a b?>", "<a/>", "true", "null",
  ]

  private static func revalue(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let place = place(.value, in: tokens, &random) else { return }
    tokens[place].bytes = Array(values.randomElement(using: &random)!.utf8)
  }

  /// A value grows by some characters, to either side of any bound, or loses some.
  private static func lengthen(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let place = place(.value, in: tokens, &random) else { return }
    let count = [1, 1, 2, 5, 20, 80, 200, 70_000].randomElement(using: &random)!
    let part = ["x", "9", "0", "é", " ", "😀"].randomElement(using: &random)!
    switch Int.random(in: 0..<3, using: &random) {
    case 0: tokens[place].bytes += String(repeating: part, count: count).utf8
    case 1: tokens[place].bytes = Array(String(repeating: part, count: count > 200 ? 3 : count).utf8)
    default: tokens[place].bytes = Array(tokens[place].bytes.dropLast(count))
    }
  }

  /// Two values change places.
  private static func exchange(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let first = place(.value, in: tokens, &random), let second = place(.value, in: tokens, &random) else {
      return
    }
    tokens.swapAt(first, second)
  }

  /// A value keeps its meaning for XML, or nearly so.
  private static func respell(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let place = place(.value, in: tokens, &random), let last = tokens[place].bytes.last, last < 0x80 else {
      return
    }
    let bytes = tokens[place].bytes
    switch Int.random(in: 0..<7, using: &random) {
    case 0: tokens[place].bytes = bytes.dropLast() + Array("&#\(last);".utf8)
    case 1: tokens[place].bytes = Array("<![CDATA[".utf8) + bytes + Array("]]>".utf8)
    case 2: tokens[place].bytes = bytes.dropLast() + Array("<!-- a -->".utf8) + [last]
    case 3: tokens[place].bytes = bytes.dropLast() + Array("<?a?>".utf8) + [last]
    case 4: tokens[place].bytes = [0x20] + bytes
    case 5: tokens[place].bytes = bytes + [0x0D, 0x0A]
    default: tokens[place].bytes = [0x30] + bytes
    }
  }

  // MARK: Tags and what stands between them

  private static func retag(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    guard let element = element(in: tokens, &random) else { return }
    let (first, last) = (element.lowerBound, element.upperBound - 1)
    func respell(_ old: String, _ new: String) {
      for place in [first, last] {
        tokens[place].bytes = Array(String(decoding: tokens[place].bytes, as: UTF8.self).replacing(old, with: new).utf8)
      }
    }
    func add(_ attribute: String) {
      tokens[first].bytes.insert(contentsOf: Array(attribute.utf8), at: tokens[first].bytes.count - 1)
    }
    let xsi = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
    switch Int.random(in: 0..<14, using: &random) {
    case 0: respell("ijw:", "jw323:")
    case 1: respell("jw3", "ijw3")
    case 2: respell("<ijw:", "<")  // and no longer the same name at its end
    case 3: respell("e", "E")
    case 4: add(" a='b'")
    case 5: add(" xml:lang='nl'")
    case 6: add(xsi + " xsi:nil='true'")
    case 7: add(xsi + " xsi:nil='false'")
    case 8: add(xsi + " xsi:schemaLocation='urn:a a.xsd'")
    case 9: add(" xmlns:q='urn:q'")
    case 10: add(" xmlns='urn:q'")
    case 11: add(" xmlns:ijw='urn:q'")
    case 12: add(" ")
    default: tokens[last].bytes.insert(0x20, at: tokens[last].bytes.count - 1)
    }
  }

  private static let pieces = [
    " ", "\r\n", "\n", "\t", "x", "0", "&#32;", "&#13;", "&#9;", "&amp;", "&a;", "\u{A0}", "\u{85}", "<!-- -->",
    "<!-- -- -->",
    "<?a b?>", "<?xml version='1.0'?>", "<![CDATA[]]>", "<![CDATA[ ]]>", "<![CDATA[x]]>", "<a/>", "<ijw:Bsn/>",
    "<x:y/>",
    "<!DOCTYPE a>", "]]>", "\0", "\u{1}", "<", ">", "&",
  ]

  /// Something stands between two parts of the message.
  private static func insert(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    let piece = Token(kind: .space, bytes: Array(pieces.randomElement(using: &random)!.utf8))
    tokens.insert(piece, at: Int.random(in: 0...tokens.count, using: &random))
  }

  /// The form of the file changes: encoding, byte-order mark, line ends.
  private static func reform(_ tokens: inout [Token], _ random: inout SeededGenerator) {
    func prolog(_ text: String) {
      if tokens.first?.kind == .prolog { tokens[0].bytes = Array(text.utf8) }
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: tokens.insert(Token(kind: .space, bytes: [0xEF, 0xBB, 0xBF]), at: 0)
    case 1: tokens.insert(Token(kind: .space, bytes: [0xFF, 0xFE]), at: 0)
    case 2: prolog("<?xml version='1.0' encoding='ISO-8859-1'?>")
    case 3: prolog("<?xml version='1.0' encoding='UTF-16'?>")
    case 4: prolog("<?xml version='1.1' encoding='utf-8'?>")
    case 5: prolog("<?xml version='1.0'?>")
    case 6: prolog("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    case 7: prolog("")
    default:
      let end = Array(["\n", "\r", "", "\r\n\r\n"].randomElement(using: &random)!.utf8)
      for place in tokens.indices where tokens[place].kind == .space {
        tokens[place].bytes = end + tokens[place].bytes.drop { $0 == 0x0D || $0 == 0x0A }
      }
    }
  }

  // MARK: Bytes

  /// A byte flipped, dropped, doubled or replaced, a stretch copied or cut, or the end gone.
  private static func damaged(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    guard !original.isEmpty else { return original }
    var bytes = original
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(bytes[place], at: place)
    case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 5: bytes.removeSubrange(place..<end)
    case 6: bytes.removeSubrange(place...)
    default: bytes[place] = UInt8(ascii: "0") + UInt8.random(in: 0...9, using: &random)
    }
    return bytes
  }

  // MARK: Choosing

  private static func joined(_ tokens: [Token]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tokens.reduce(0) { $0 + $1.bytes.count })
    for token in tokens { bytes += token.bytes }
    return bytes
  }

  private static func place(_ kind: Kind, in tokens: [Token], _ random: inout SeededGenerator) -> Int? {
    for _ in 0..<50 {
      let place = Int.random(in: 0..<tokens.count, using: &random)
      if tokens[place].kind == kind { return place }
    }
    return tokens.firstIndex { $0.kind == kind }
  }

  /// The tokens of an element, from its start tag to its end tag; nil when they do not fit any more.
  private static func element(in tokens: [Token], _ random: inout SeededGenerator) -> Range<Int>? {
    guard !tokens.isEmpty, let start = place(.start, in: tokens, &random) else { return nil }
    var depth = 0
    for place in start..<tokens.count {
      if tokens[place].kind == .start { depth += 1 }
      if tokens[place].kind == .end { depth -= 1 }
      if depth == 0 { return start..<(place + 1) }
    }
    return nil
  }
}
