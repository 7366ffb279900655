import SaldoDomain
import SaldoMessages
import Testing

struct TechnicalSignalTests {
  private func signals(_ text: String) -> [String?] {
    let reading = Draft(text: text).reading
    #expect(reading.message != nil)
    #expect(reading.signals.allSatisfy { $0.rule == "OP192" && $0.severity == .signal && $0.returnCode == nil })
    return reading.signals.map { $0.english("reason") }
  }

  @Test func `the form of the standard gives no signal`() {
    #expect(signals(Draft.declaration.text) == [])
  }

  @Test func `a byte-order mark is signalled and the message is read`() {
    #expect(signals("\u{FEFF}" + Draft.declaration.text) == ["the file starts with a byte-order mark"])
  }

  @Test func `lines that end in LF are signalled`() {
    let text = Draft.declaration.text.replacing("\r\n", with: "\n")
    #expect(signals(text) == ["not every line ends in CR LF"])
    #expect(Draft(text: text).reading.signals.first?.place.sourceLine == 1)
  }

  @Test func `one wrong line end is signalled with its line`() throws {
    let draft = Draft.declaration.replacing("<jw323:Bsn>", "\n<jw323:Bsn>")
    #expect(signals(draft.text) == ["not every line ends in CR LF"])
    #expect(draft.reading.signals.first?.place.sourceLine == (try Draft.declaration.line(of: "<jw323:Bsn>")))
    #expect(signals(Draft.declaration.replacing("<jw323:Bsn>", "\r<jw323:Bsn>").text).count == 1)
  }

  @Test func `a file without a last line end is fine`() {
    #expect(signals(String(Draft.declaration.text.dropLast())) == [])
  }

  @Test func `25 million bytes are fine, one more is signalled`() throws {
    let bytes = Draft.declaration.bytes
    let limit = TechnicalSignals.sizeLimit
    #expect(limit == 25_000_000)
    let full = bytes + [UInt8](repeating: 0x20, count: limit - bytes.count)
    #expect(reader.read(full).signals.isEmpty)
    let reading = reader.read(full + [0x20])
    #expect(reading.signals.map(\.rule) == ["OP179"])
    #expect(reading.signals.first?.facts["size"] == .number(25_000_001))
    #expect(reading.signals.first?.facts["limit"] == .number(25_000_000))
  }

  @Test func `signals also come with an unusable file`() {
    let reading = Draft(text: "\u{FEFF}<a/>\n").reading
    #expect(reading.message == nil)
    #expect(reading.signals.count == 2)
  }

  @Test func `a file name ends in xml`() {
    #expect(TechnicalSignals.fileName("a.xml") == nil)
    #expect(TechnicalSignals.fileName("A.XML") == nil)
    #expect(TechnicalSignals.fileName("a.txt")?.rule == "OP192")
    #expect(TechnicalSignals.fileName("xml")?.severity == .signal)
  }
}
