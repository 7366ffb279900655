import SaldoDomain
import SaldoTestSupport
import Testing
@testable import SaldoMessages

/// A valid message made from the layout of its schema, in the canonical form that the writer promises.
///
/// It knows no builder and no writer: what it makes comes back from them unchanged, or an element was lost.
struct SchemaDocument {
  /// Which optional elements there are, and how often repeatable ones.
  enum Presence {
    /// Every element; repeatable ones twice.
    case all
    /// Only mandatory elements, once.
    case least
    /// By chance; repeatable ones one to three times.
    case random
  }

  private let definition: MessageDefinition
  private let presence: Presence
  private var random: SeededGenerator
  private var lines: [String] = []
  private var overridden: (node: Int, value: String)?

  /// A message of a kind; `override` puts a text into every leaf at a position of the layout.
  init(
    _ profile: StandardProfile, _ kind: MessageKind, _ presence: Presence, seed: UInt64,
    override: (node: Int, value: String)? = nil
  ) {
    guard let definition = SchemaLibrary.shared[profile.message(kind).namespace] else {
      preconditionFailure("no definition of \(kind)")
    }
    self.definition = definition
    self.presence = presence
    overridden = override
    random = SeededGenerator(seed: seed)
  }

  /// The text of the message.
  mutating func text() -> String {
    lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    element(0, depth: 0)
    return lines.map { $0 + "\r\n" }.joined()
  }

  private mutating func element(_ position: Int, depth: Int) {
    let node = definition.layout.nodes[position]
    let prefix = node.isInBasicSchema ? definition.profile.basicPrefix : definition.message.prefix
    let name = "\(prefix):\(node.element.rawValue)"
    let indent = String(repeating: "\t", count: depth)
    if let type = definition.layout.types[position] {
      let text = overridden?.node == position ? overridden?.value ?? "" : value(of: type)
      lines.append("\(indent)<\(name)>\(Self.escaped(text))</\(name)>")
      return
    }
    let namespaces =
      " xmlns:\(definition.profile.basicPrefix)=\"\(definition.profile.basicNamespace)\""
      + " xmlns:\(definition.message.prefix)=\"\(definition.message.namespace)\""
    lines.append("\(indent)<\(name)\(position == 0 ? namespaces : "")>")
    for child in node.children {
      for _ in 0..<occurrences(of: child) { element(child, depth: depth + 1) }
    }
    lines.append("\(indent)</\(name)>")
  }

  private mutating func occurrences(of child: Int) -> Int {
    let node = definition.layout.nodes[child]
    switch presence {
    case .all: return node.isRepeatable ? 2 : 1
    case .least: return node.isOptional ? 0 : 1
    case .random:
      if node.isOptional, Bool.random(using: &random) { return 0 }
      return node.isRepeatable ? Int.random(in: 1...3, using: &random) : 1
    }
  }

  /// A value that the type accepts, often at one of its bounds.
  private mutating func value(of type: SimpleType) -> String {
    switch type.base {
    case .integer:
      if let fixed = type.pattern { return fixed }
      let (least, most) = (type.minimum ?? 0, type.maximum ?? 0)
      let number = Int64.random(in: least...most, using: &random)
      return String([least, most, number, number, number].randomElement(using: &random) ?? number)
    case .date: return CalendarDate(daysSince1970: Int32.random(in: -25_000...25_000, using: &random)).iso
    case .time:
      let time = [23, 59, 59].map { number in
        let text = String(Int.random(in: 0...number, using: &random))
        return text.utf8.count == 1 ? "0" + text : text
      }
      let fraction = ["", ".001", ".100", ".999"].randomElement(using: &random) ?? ""
      return ["24:00:00", time.joined(separator: ":") + fraction].randomElement(using: &random) ?? ""
    case .text: return text(of: type)
    }
  }

  private mutating func text(of type: SimpleType) -> String {
    if let code = type.codes.randomElement(using: &random) { return code }
    switch type.pattern {
    case "[0-9]{9}":
      return ["999900006", "999900018", "999900031", "999900043", "999900055"].randomElement(using: &random) ?? ""
    case "[0-9]{8}": return characters("0123456789", 8...8)
    case "[0-9]{4}": return characters("0123456789", 4...4)
    case "[0-9]*": return characters("0123456789", 1...(type.maximumLength ?? 1))
    case "[a-zA-Z0-9]+": return characters("abcXYZ0189", 1...(type.maximumLength ?? 1))
    case "[a-zA-ZÀ-ỳ]+": return characters("abcXYZÀéỳ", 1...(type.maximumLength ?? 1))
    case #"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"#:
      return (0..<3).map { _ in String(Int.random(in: 0...12, using: &random)) }.joined(separator: ".")
    case let pattern? where pattern.utf8.allSatisfy({ (0x30...0x39).contains($0) }): return pattern
    case #"\s*\S[\s\S]*"#: return "x" + characters("aZ é😀<>&\"'\t\n\r]", 0...300)
    case nil: return characters("aZ é😀<>&\"'\t\n\r]", 1...(type.maximumLength ?? 1))
    // One line that is not blank.
    default: return characters("aZé😀<>&\"']", 1...1) + characters("aZ é😀<>&\"'\t]", 0...((type.maximumLength ?? 1) - 1))
    }
  }

  private mutating func characters(_ alphabet: String, _ count: ClosedRange<Int>) -> String {
    let scalars = Array(alphabet.unicodeScalars)
    var text = ""
    for _ in 0..<Int.random(in: count, using: &random) {
      if let scalar = scalars.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\r": result += "&#13;"
      case "\n": result += "&#10;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A kind of message in a standard, as an argument of a test.
struct MessageSubject: Sendable, CustomTestStringConvertible {
  let profile: StandardProfile
  let kind: MessageKind

  /// Every kind of every standard that Saldo reads.
  static let all = StandardProfile.all.flatMap { profile in
    MessageKind.allCases.map { MessageSubject(profile: profile, kind: $0) }
  }

  /// Every kind in the latest release of both domains.
  static let latest = all.filter { $0.profile.standard.release == .v3_2 }

  var testDescription: String {
    kind.name(in: profile.standard.domain) + " " + profile.standard.release.rawValue
  }
}
