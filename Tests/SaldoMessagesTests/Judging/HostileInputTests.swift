import Foundation
import SaldoDomain
import SaldoMessages
import Testing

/// Bytes that are no message, by accident or on purpose: a finding, never a crash, never a look at disk or network.
struct HostileInputTests {
  private func reason(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) throws -> String? {
    let reading = reader.read(bytes)
    #expect(reading.message == nil, sourceLocation: location)
    #expect(reading.findings.map(\.rule) == ["XML"], sourceLocation: location)
    #expect(reading.findings.first?.level == .schema, sourceLocation: location)
    #expect(reading.findings.first?.severity == .reject, sourceLocation: location)
    return reading.findings.first?.english("reason")
  }

  private func reason(_ text: String, location: SourceLocation = #_sourceLocation) throws -> String? {
    try reason(Array(text.utf8), location: location)
  }

  @Test func `an empty file is empty`() throws {
    #expect(try reason("") == "the file is empty")
  }

  @Test(arguments: ["x", "   ", "{}", "PK\u{3}\u{4}", "<", "<a", "<?xml", "<?xml version='1.0'?>", "\u{FEFF}", "<!--"])
  func `something else is not well-formed`(text: String) throws {
    _ = try reason(text)
  }

  @Test func `every cut of a message is refused`() throws {
    let bytes = Draft.declaration.bytes
    for length in stride(from: 0, to: bytes.count - 30, by: 37) {
      let reading = reader.read(Array(bytes[..<length]))
      #expect(reading.message == nil && reading.findings.map(\.rule) == ["XML"], "cut at \(length)")
    }
    #expect(
      try reason(Array(bytes[..<(bytes.count / 2)])) == "the file is cut off or an element is not closed")
  }

  @Test func `a second root element is refused`() throws {
    #expect(try reason(Draft.declaration.text + "<a/>") == "something follows the end of the message")
    #expect(try reason(Draft.declaration.text + "x") == "something follows the end of the message")
  }

  @Test func `the line of the damage is told`() throws {
    let draft = Draft.declaration.replacing("</jw323:ProductCode>", "</jw323:ProductKode>")
    let finding = try #require(draft.findings.first)
    #expect(finding.english("reason") == "an end tag does not match its start tag")
    #expect(finding.place.sourceLine == (try draft.line(of: "ProductKode")))
  }

  @Test func `a tag with far too many attributes is refused before anything compares them`() throws {
    func declaration(_ count: Int) -> String {
      let attributes = (0..<count).map { " attribuut\($0)='waarde'" }.joined()
      return Draft.declaration.text.replacing("<jw323:Declaratie>", with: "<jw323:Declaratie\(attributes)>")
    }
    let finding = try #require(reader.read(Array(declaration(200_000).utf8)).findings.first)
    #expect(finding.rule == "XML")
    #expect(finding.place.sourceLine == (try Draft.declaration.line(of: "<jw323:Declaratie>")))
    // A few are a matter of the schema, as is a long text with equals signs; a long comment is nothing at all.
    #expect(reader.read(Array(declaration(2).utf8)).findings.map(\.rule) == ["XSD", "XSD"])
    let comment = "<!--" + String(repeating: "a = b, ", count: 20_000) + "-->"
    let commented = Draft.declaration.text.replacing("<jw323:Declaratie>", with: comment + "<jw323:Declaratie>")
    #expect(reader.read(Array(commented.utf8)).message != nil)
  }

  @Test(arguments: [0, 1, 100, 16_000, 32_000, 32_500, 33_000, 40_000, 65_000])
  func `a long tag is seen wherever it stands`(offset: Int) throws {
    // 1,001 attributes in a tag of a little more than 65,536 bytes.
    let attributes = (0..<1_001).map { " a\($0)='\(String(repeating: "x", count: 58))'" }.joined()
    let padding =
      "<!--" + String(repeating: "-  ", count: offset / 3) + String(repeating: " ", count: offset % 3) + "-->"
    let text = Draft.declaration.text.replacing("<jw323:Declaratie>", with: padding + "<jw323:Declaratie\(attributes)>")
    #expect(attributes.utf8.count > 65_536 && attributes.utf8.count < 66_536)
    let finding = try #require(reader.read(Array(text.utf8)).findings.first)
    #expect(finding.rule == "XML" && finding.english("reason") == "an attribute is written wrongly")
  }

  // MARK: Encoding

  @Test func `a second byte-order mark is no part of a message`() throws {
    #expect(try reason("\u{FEFF}\u{FEFF}" + Draft.declaration.text) == "the file is not well-formed XML")
  }

  @Test func `UTF-16 is refused, with and without a byte-order mark`() throws {
    let text = Draft.declaration.text.replacing("UTF-8", with: "UTF-16")
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32] {
      let data = try #require(text.data(using: encoding))
      #expect(try reason([UInt8](data)) == "the file is not UTF-8 (OP192)")
    }
  }

  @Test(arguments: ["ISO-8859-1", "windows-1252", "UTF-16", "US-ASCII", "klingon"])
  func `another declared encoding is refused`(name: String) throws {
    #expect(
      try reason(Draft.declaration.text.replacing("UTF-8", with: name)) == "the file is not UTF-8 (OP192)")
  }

  @Test(arguments: ["utf-8", "Utf-8"])
  func `the name of the encoding is read without case`(name: String) {
    #expect(Draft(text: Draft.declaration.text.replacing("UTF-8", with: name)).isAccepted)
  }

  @Test func `no declaration means UTF-8`() {
    let text = Draft.declaration.text.replacing(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\r\n", with: "")
    #expect(Draft(text: text).isAccepted)
  }

  @Test(
    arguments: [
      [0xE9], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xC3],
      [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func `a wrong UTF-8 sequence is refused with its line`(sequence: [UInt8]) throws {
    let draft = Draft.start
    let text = draft.bytes
    let index = try #require(draft.text.utf8.firstRange(of: Array("Wouters".utf8)))
    let offset = draft.text.utf8.distance(from: draft.text.startIndex, to: index.lowerBound)
    let bytes = text[..<offset] + sequence + text[offset...]
    #expect(try reason(Array(bytes)) == "the file is not UTF-8 (OP192)")
    #expect(reader.read(Array(bytes)).findings.first?.place.sourceLine == (try draft.line(of: "Wouters")))
  }

  @Test func `a wrong sequence at the very end is refused`() throws {
    #expect(try reason(Draft.start.bytes + [0xC3]) == "the file is not UTF-8 (OP192)")
  }

  @Test func `four-byte characters are read`() {
    #expect(Draft.start.with("Achternaam", "Wouters 😀").isAccepted)
  }

  @Test func `a zero byte is refused anywhere`() throws {
    let bytes = Draft.declaration.bytes
    for offset in [100, bytes.count / 2, bytes.count] {
      #expect(try reason(Array(bytes[..<offset] + [0] + bytes[offset...])) == "the file holds a byte of value zero")
    }
  }

  @Test(arguments: ["\u{1}", "\u{B}", "&#1;", "&#0;", "&#xD800;", "\u{FFFF}"])
  func `a character that XML forbids is refused`(character: String) throws {
    #expect(
      try reason(Draft.declaration.with("ReferentieNummer", character).text)
        == "the file holds a character that XML forbids")
  }

  // MARK: Another message

  @Test func `XML that is no message is told so`() throws {
    #expect(try reason("<a/>") == "the file is not an iStandaarden message")
    #expect(try reason("<Bericht/>") == "the file is not an iStandaarden message")
    #expect(try reason(#"<a xmlns="urn:x"/>"#) == "the file is not an iStandaarden message")
    #expect(
      try reason(#"<a xmlns="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"/>"#)
        == "the file is not an iStandaarden message")
  }

  @Test(arguments: ["2_3", "3_3", "4_0"])
  func `another release is told by its number`(release: String) throws {
    let text = Draft.declaration.text.replacing("3_2", with: release)
    let number = release.replacing("_", with: ".")
    #expect(try reason(text) == "release \(number) is not supported")
    let reading = Draft(text: text).reading
    #expect(reading.kind == .declaration)
    #expect(reading.domain == .jw)
    #expect(reading.release == number)
  }

  @Test func `the namespace of release 2.1 is told by its number`() throws {
    let text = #"<x:Bericht xmlns:x="http://www.istandaarden.nl/iwmo/2_1/wmo301/schema/2_1"/>"#
    #expect(try reason(text) == "release 2.1 is not supported")
    #expect(Draft(text: text).reading.domain == .wmo)
    #expect(Draft(text: text).reading.kind == .allocation)
  }

  @Test(arguments: ["303", "304", "321", "401"])
  func `a message that the release does not have is told by its number`(number: String) throws {
    let text = "<x:Bericht xmlns:x=\"http://www.istandaarden.nl/iwmo/3_2/wmo\(number)/schema\"/>"
    #expect(try reason(text) == "message \(number) is not read")
    #expect(Draft(text: text).reading.kind == nil)
  }

  @Test func `a namespace of the standard with something behind it is not the standard's`() throws {
    let text = #"<x:Bericht xmlns:x="http://www.istandaarden.nl/ijw/3_2/jw323/schema/3_2"/>"#
    #expect(try reason(text) == "the file is not an iStandaarden message")
  }

  @Test func `a namespace that only resembles the standard's is not shown`() throws {
    let text = #"<x:Bericht xmlns:x="http://www.istandaarden.nl/ijw/999900006_2/jw323/schema"/>"#
    #expect(try reason(text) == "the file is not an iStandaarden message")
    #expect(Draft(text: text).reading.release == nil)
  }

  @Test func `a prefix without namespace is refused`() throws {
    #expect(
      try reason(Draft.declaration.replacing("<jw323:Bsn>", "<x:y/><jw323:Bsn>").text)
        == "a prefix has no namespace or is wrong")
  }

  // MARK: Attacks

  @Test func `a nest of 300 levels is refused`() throws {
    let nest = String(repeating: "<jw323:Client>", count: 300) + String(repeating: "</jw323:Client>", count: 300)
    #expect(
      try reason(Draft.declaration.replacing("<jw323:Bsn>", nest + "<jw323:Bsn>").text)
        == "the elements are nested deeper than 100 levels")
    let plain = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(try reason(plain) == "the file is not an iStandaarden message")
  }

  private static let forbidden = "a document type (DOCTYPE) is not allowed"

  @Test func `a document type is refused`() throws {
    let text = Draft.declaration.text
    for type in ["<!DOCTYPE x>", "<!DOCTYPE x []>", #"<!DOCTYPE x SYSTEM "file:///etc/passwd">"#] {
      #expect(try reason(text.replacing("<jw323:Bericht", with: type + "<jw323:Bericht")) == Self.forbidden)
    }
  }

  @Test func `the billion laughs are not laughed`() throws {
    var type = #"<!DOCTYPE x [<!ENTITY a0 "lol">"#
    for level in 1...20 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      type += "<!ENTITY a\(level) \"\(inner)\">"
    }
    type += "]>"
    let draft = Draft.declaration.with("DeclaratieNummer", "&a20;")
    #expect(try reason(draft.replacing("<jw323:Bericht", type + "<jw323:Bericht").text) == Self.forbidden)
  }

  @Test func `an external entity is not opened`() throws {
    let type = #"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://127.0.0.1:1/">%p;]>"#
    let draft = Draft.declaration.with("DeclaratieNummer", "&a;")
    #expect(try reason(draft.replacing("<jw323:Bericht", type + "<jw323:Bericht").text) == Self.forbidden)
  }

  @Test func `an unknown entity is refused`() throws {
    #expect(
      try reason(Draft.declaration.with("ReferentieNummer", "&eacute;").text)
        == "a reference to an entity that XML itself does not have is not allowed")
  }

  @Test func `a catalogue instruction has no effect`() {
    let catalogue = #"<?oasis-xml-catalog catalog="file:///etc/hostname"?>"#
    #expect(Draft.declaration.replacing("<jw323:Bericht", catalogue + "<jw323:Bericht").isAccepted)
  }

  @Test func `a huge attribute is refused`() {
    let attribute = " a=\"" + String(repeating: "x", count: 1_000_000) + "\""
    let reading = Draft.declaration.replacing("<jw323:Bsn>", "<jw323:Bsn\(attribute)>").reading
    #expect(reading.findings.map(\.rule) == ["XSD"])
    #expect(reading.findings.first?.english("reason") == "the element has an attribute that is not allowed")
  }

  @Test func `a huge text is refused without delay`() {
    let blanks = String(repeating: " ", count: 1_000_000)
    #expect(Draft.allocation.with("Commentaar", blanks).findings.count == 1)
    #expect(Draft.allocation.with("Achternaam", blanks + "x").findings.count == 1)
    #expect(Draft.allocation.with("Commentaar", blanks + "x" + blanks).isAccepted)
    #expect(Draft.declaration.with("Bedrag", String(repeating: "9", count: 1_000_000)).findings.count == 1)
  }

  @Test func `a file over the bound is not read at all`() throws {
    let bytes = [UInt8](repeating: 0x20, count: MessageReader.maximumSize + 1)
    #expect(try reason(bytes) == "the file is larger than 268435456 bytes and is not read")
  }
}
