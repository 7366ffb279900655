import Foundation
import SaldoDomain
import SaldoMessages
import Testing

/// One reader for all tests; it is shareable by design.
let reader = MessageReader()

/// A message on its way to being wrong: a fixture whose text tests change before they read it.
struct Draft {
  var text: String

  init(text: String) { self.text = text }

  /// The fixture of a kind of message, for instance `jw323`. The people in it are invented.
  init(_ name: String) {
    guard let bytes = FileManager.default.contents(atPath: Draft.folder + name + ".xml") else {
      preconditionFailure("no fixture \(name)")
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  static let folder = String(#filePath.dropLast("Support/Draft.swift".count)) + "Fixtures/"

  static var allocation: Draft { Draft("jw301") }
  static var start: Draft { Draft("jw305") }
  static var stop: Draft { Draft("jw307") }
  static var declaration: Draft { Draft("jw323") }
  static var allocationRequest: Draft { Draft("jw315") }
  static var changeRequest: Draft { Draft("jw317") }
  static var requestAnswer: Draft { Draft("jw319") }

  /// The draft as its return message: `codes` has the codes of each class in the order in which the classes end, and
  /// `header` what stands at the header.
  func returned(_ number: String, code: String, ending classes: [String], codes: [String], header: String = "") -> Draft
  {
    let old = String(text[text.range(of: "<jw3")!.lowerBound...].dropFirst().prefix(5))
    let name = "jw" + number
    var rest = codes[...]
    var lines: [String] = []
    for line in text.components(separatedBy: "\r\n") {
      let changed = line.replacing(old, with: name)
      if changed.contains(":BerichtCode>") {
        lines.append("\t\t<\(name):BerichtCode>\(code)</\(name):BerichtCode>")
        continue
      }
      if let ended = changed.wholeMatch(of: #/\t*</\w+:(\w+)>/#)?.output.1 {
        if ended == "Header" { lines += Self.returnHeader(name, header) }
        if classes.contains(String(ended)), let codes = rest.popFirst() { lines += Self.returnCodes(name, codes) }
      }
      lines.append(changed)
    }
    return Draft(text: lines.joined(separator: "\r\n"))
  }

  private static func returnHeader(_ name: String, _ codes: String) -> [String] {
    [
      "<\(name):IdentificatieRetour>RET-7</\(name):IdentificatieRetour>",
      "<\(name):DagtekeningRetour>2025-03-12</\(name):DagtekeningRetour>",
      "<\(name):XsltVersie>1.2.3</\(name):XsltVersie>",
      "<\(name):XsdVersieRetour><ijw:BasisschemaXsdVersie>1.0.2</ijw:BasisschemaXsdVersie>",
      "<ijw:BerichtXsdVersie>1.0.3</ijw:BerichtXsdVersie></\(name):XsdVersieRetour>",
    ] + (codes.isEmpty ? [] : returnCodes(name, codes))
  }

  private static func returnCodes(_ name: String, _ codes: String) -> [String] {
    let each = codes.split(separator: " ").map { "<\(name):RetourCode>\($0)</\(name):RetourCode>" }
    return ["<\(name):RetourCodes>" + each.joined() + "</\(name):RetourCodes>"]
  }

  /// The draft of a declaration or an allocation as a message of iWmo, with categories of that domain.
  func asWmo(code: String) -> Draft {
    Draft(
      text: text.replacing("istandaarden.nl/ijw/3_2/jw", with: "istandaarden.nl/iwmo/3_2/wmo")
        .replacing("istandaarden.nl/ijw/", with: "istandaarden.nl/iwmo/")
        .replacing(#/ategorie>45</#, with: "ategorie>02<").replacing(#/ategorie>50</#, with: "ategorie>10<")
        .replacing(#/ategorie>54</#, with: "ategorie>06<")
    ).with("BerichtCode", code)
  }

  /// The draft with the first occurrence of a text replaced; the text must be there.
  func replacing(_ old: String, _ new: String, location: SourceLocation = #_sourceLocation) -> Draft {
    guard let range = text.range(of: old) else {
      Issue.record("the fixture does not hold the text to replace", sourceLocation: location)
      return self
    }
    return Draft(text: text.replacingCharacters(in: range, with: new))
  }

  /// The draft with the text of the first element of a name replaced.
  func with(_ element: String, _ value: String, location: SourceLocation = #_sourceLocation) -> Draft {
    guard let start = text.range(of: ":" + element + ">"),
      let end = text.range(of: "</", range: start.upperBound..<text.endIndex)
    else {
      Issue.record("the fixture has no element \(element)", sourceLocation: location)
      return self
    }
    return Draft(text: text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: value))
  }

  /// The draft with the first element of a name taken out, with its children.
  func without(_ element: String, location: SourceLocation = #_sourceLocation) -> Draft {
    guard let (whole, _) = parts(of: element) else {
      Issue.record("the fixture has no element \(element)", sourceLocation: location)
      return self
    }
    return Draft(text: text.replacingCharacters(in: whole, with: ""))
  }

  /// The draft with the first element of a name written twice.
  func repeating(_ element: String, location: SourceLocation = #_sourceLocation) -> Draft {
    guard let (whole, content) = parts(of: element) else {
      Issue.record("the fixture has no element \(element)", sourceLocation: location)
      return self
    }
    return Draft(text: text.replacingCharacters(in: whole, with: content + content))
  }

  private func parts(of element: String) -> (Range<String.Index>, String)? {
    guard let name = text.range(of: ":" + element + ">"),
      let open = text.range(of: "<", options: .backwards, range: text.startIndex..<name.lowerBound),
      let close = text.range(of: ":" + element + ">", range: name.upperBound..<text.endIndex)
    else { return nil }
    let whole = open.lowerBound..<close.upperBound
    return (whole, String(text[whole]))
  }

  var bytes: [UInt8] { Array(text.utf8) }
  var reading: MessageReading { reader.read(bytes) }
  var findings: [Finding] { reading.findings }
  var isAccepted: Bool { reading.message != nil }

  /// The 1-based line of the first occurrence of a text.
  func line(of part: String) throws -> Int32 {
    let range = try #require(text.range(of: part))
    return Int32(text.utf8[..<range.lowerBound].count { $0 == 0x0A }) + 1
  }
}

extension Finding {
  /// The English words of a fact.
  func english(_ name: String) -> String? {
    guard case .phrase(let words) = facts[name] else { return nil }
    return words.english
  }
}

extension Located {
  /// The value without the lines of its elements, for comparison with one that was not read.
  func without(_ keyPath: WritableKeyPath<Self, LineOffsets<Element>>) -> Self {
    var copy = self
    copy[keyPath: keyPath] = LineOffsets()
    return copy
  }
}
