import Foundation
import SaldoDomain
import SaldoMessages
import Testing

struct DeclarationTests {
  private func declaration(_ draft: Draft = .declaration) throws -> DeclarationMessage {
    guard case .declaration(let message)? = draft.reading.message else {
      throw Unexpected()
    }
    return message
  }
  private struct Unexpected: Error {}

  @Test func `a 323 tells its kind, domain and release`() {
    let reading = Draft.declaration.reading
    #expect(reading.kind == .declaration)
    #expect(reading.domain == .jw)
    #expect(reading.release == "3.2")
    #expect(reading.signals.isEmpty)
    #expect(reading.findings.isEmpty)
  }

  @Test func `a 323 decodes its header`() throws {
    let header = try declaration().header
    #expect(header.standard == .iJw(.v3_2))
    #expect(header.kind == .declaration)
    #expect(header.provider == ProviderCode("41410007"))
    #expect(header.municipality == MunicipalityCode("0599"))
    #expect(header.identification == "MRT-2025-1")
    #expect(header.date == CalendarDate(year: 2025, month: 3, day: 3))
    #expect(header.schemaVersion == SchemaVersion(basic: "1.0.0", message: "1.0.1"))
    #expect(header.sourceLines.header == 3)
    #expect(header.sourceLines.sender == 7)
    #expect(header.sourceLines.receiver == 8)
    #expect(header.sourceLines.identification == 10)
    #expect(header.sourceLines.date == 11)
  }

  @Test func `a 323 decodes its declaration`() throws {
    let draft = Draft.declaration
    let message = try declaration()
    #expect(message.number == "D2025M02")
    #expect(message.period == Period(begin: day(2025, 2, 1), end: day(2025, 2, 28)))
    #expect(message.date == day(2025, 3, 2))
    #expect(message.total == StatedAmount(size: Euros(cents: 467_50), side: .debit))
    #expect(message.sourceLines.number == (try draft.line(of: "D2025M02")))
    #expect(message.sourceLines.periodBegin == (try draft.line(of: "2025-02-01")))
    #expect(message.sourceLines.periodEnd == (try draft.line(of: "2025-02-28")))
    #expect(message.sourceLines.date == (try draft.line(of: "2025-03-02")))
    #expect(message.sourceLines.total == (try draft.line(of: "TotaalIngediendBedrag")))
  }

  @Test func `a 323 decodes its clients`() throws {
    let message = try declaration()
    #expect(message.clients.map(\.bsn.digits) == ["999900006", "999900018"])
    #expect(message.clients.map(\.lines) == [0..<2, 2..<3])
    #expect(
      message.clients.map(\.sourceLine) == [
        try Draft.declaration.line(of: "999900006"), try Draft.declaration.line(of: "999900018"),
      ])
  }

  @Test func `a 323 decodes its lines`() throws {
    var lines = try declaration().lines
    for index in lines.indices { lines[index].sourceLines = DeliveryLine.SourceLines(first: 0) }
    let care = { (code: ProductCode) in
      Product(category: ProductCategory(rawValue: String(code.string.prefix(2))), code: code)
    }
    let february = Period(begin: day(2025, 2, 1), end: day(2025, 2, 28))
    #expect(
      lines == [
        DeliveryLine(
          reference: "R1", allocation: AllocationNumber(1001), product: care("45A48"), period: february, volume: 10,
          unit: .hour, tariff: Euros(cents: 4000), amount: StatedAmount(size: Euros(cents: 40_000), side: .debit),
          client: 0),
        DeliveryLine(
          reference: "R2", previousReference: "P-7", allocation: AllocationNumber(1002), product: care("50A01"),
          period: Period(begin: day(2025, 1, 13), end: day(2025, 1, 31)), volume: 3, unit: .daypart,
          tariff: Euros(cents: 2750), amount: StatedAmount(size: Euros(cents: 8250), side: .credit), client: 0),
        DeliveryLine(
          reference: "R3", allocation: AllocationNumber(77), product: care("54001"), period: february, volume: 15_000,
          unit: .euro, tariff: nil, amount: StatedAmount(size: Euros(cents: 15_000), side: .debit), client: 1),
      ])
  }

  @Test func `a line keeps where each of its elements stood`() throws {
    let draft = Draft.declaration
    let line = try declaration().lines[1]
    let first = try draft.line(of: "R2") - 2
    #expect(line.sourceLines.first == first)
    let offsets: [DeliveryLine.Element: Int32] = [
      .reference: 2, .previousReference: 3, .allocation: 5, .category: 6, .code: 7, .periodBegin: 9, .periodEnd: 10,
      .volume: 12, .unit: 13, .tariff: 14, .amount: 16, .side: 17,
    ]
    for element in DeliveryLine.Element.allCases {
      #expect(line.sourceLines[element] == first + (offsets[element] ?? -1), "\(element)")
    }
  }

  @Test func `text in pieces is one text`() throws {
    let pieces = "R<!-- a -->&#38;<![CDATA[<1>]]><?pi x?>&amp;é"
    let message = try declaration(Draft.declaration.with("ReferentieNummer", pieces))
    #expect(message.lines[0].reference == "R&<1>&é")
  }

  @Test func `white space around a text stays, around a number or date it does not`() throws {
    let draft = Draft.declaration.with("ReferentieNummer", " R 1\t").with("GeleverdVolume", " \t+0010\r\n ")
      .with("DeclaratieDagtekening", " 2025-03-02\n").with("ToewijzingNummer", "000000001001")
    let message = try declaration(draft)
    #expect(message.lines[0].reference == " R 1\t")
    #expect(message.lines[0].volume == 10)
    #expect(message.lines[0].allocation == AllocationNumber(1001))
    #expect(message.date == day(2025, 3, 2))
  }

  @Test(arguments: ["-0", "+0", "0", "00000000000000000000"])
  func `zero in any spelling is zero`(spelling: String) throws {
    #expect(try declaration(Draft.declaration.with("GeleverdVolume", spelling)).lines[0].volume == 0)
  }

  @Test func `prefixes are free, namespaces are not`() throws {
    let text = Draft.declaration.text.replacing("jw323:", with: "").replacing("xmlns:jw323", with: "xmlns")
      .replacing("ijw:", with: "a.b:").replacing("xmlns:ijw", with: "xmlns:a.b")
    #expect(try declaration(Draft(text: text)) == declaration())
  }

  @Test func `a file without line breaks has every line at 1`() throws {
    let text = Draft.declaration.text.replacing("\r\n", with: "").replacing("\t", with: "")
    let message = try declaration(Draft(text: text))
    #expect(message.lines.allSatisfy { line in DeliveryLine.Element.allCases.allSatisfy { line.sourceLines[$0] == 1 } })
  }

  @Test func `a large declaration keeps every line`() throws {
    let draft = Draft.declaration
    let start = try #require(draft.text.range(of: "\t\t\t\t\t<jw323:Prestatie>"))
    let end = try #require(draft.text.range(of: "</jw323:Prestatie>\r\n"))
    let line = String(draft.text[start.lowerBound..<end.upperBound])
    var many = ""
    for number in 0..<3000 { many += line.replacing("R1<", with: "L\(number)<") }
    let message = try declaration(Draft(text: draft.text.replacing(line, with: many)))
    #expect(message.lines.count == 3002)
    #expect(message.lines[2999].reference == "L2999")
    #expect(message.lines[2999].sourceLines.first == message.lines[0].sourceLines.first + 2999 * 19)
    #expect(message.clients[1].lines == 3001..<3002)
  }
}

/// A day that exists.
func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  guard let date = CalendarDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
  return date
}
