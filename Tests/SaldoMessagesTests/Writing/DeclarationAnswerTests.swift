import Foundation
import SaldoDomain
import SaldoMessages
import Testing

struct DeclarationAnswerTests {
  private let writer = MessageWriter()

  private var header: MessageHeader {
    get throws {
      MessageHeader(
        standard: .iJw(.v3_2), kind: .declarationAnswer, provider: try #require(ProviderCode("41410007")),
        municipality: try #require(MunicipalityCode("0599")), identification: "A1", date: day(2025, 3, 10),
        schemaVersion: StandardProfile.schemaVersion)
    }
  }

  private func answer(
    codes: [ReturnCode], _ declaration: DeclarationAnswer.Declaration?
  ) throws -> DeclarationAnswer {
    DeclarationAnswer(
      header: try header, declarationIdentification: "MRT-2025-1", declarationDate: day(2025, 3, 3),
      declarationSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.1"), codes: codes,
      declaration: declaration)
  }

  /// The lines of the fixture as a 323 that was received.
  private var lines: [DeliveryLine] {
    get throws {
      guard case .declaration(let message)? = Draft.declaration.reading.message else { return [] }
      return message.lines
    }
  }

  private func debit(_ cents: Int64) -> StatedAmount { StatedAmount(signed: Euros(cents: cents)) }

  private var refused: DeclarationAnswer {
    get throws { try answer(codes: [.technicallyRejected], nil) }
  }

  private var granted: DeclarationAnswer {
    get throws {
      try answer(
        codes: [.noRemark],
        DeclarationAnswer.Declaration(
          number: "D2025M02", claimed: debit(46_750), granted: debit(46_750), clients: [], codes: [.grantedInFull]))
    }
  }

  /// 46,750 claimed, of which -8,250 and 15,000 rejected: 40,000 granted (TR342).
  private var partly: DeclarationAnswer {
    get throws {
      let lines = try lines
      return try answer(
        codes: [.noRemark],
        DeclarationAnswer.Declaration(
          number: "D2025M02", claimed: debit(46_750), granted: debit(40_000),
          clients: [
            DeclarationAnswer.Client(
              bsn: try #require(Bsn(digits: "999900006")),
              lines: [
                DeclarationAnswer.Line(
                  line: lines[1], codes: [ReturnCode(rawValue: "8017"), ReturnCode(rawValue: "9340")])
              ], codes: [.noRemark]),
            DeclarationAnswer.Client(
              bsn: try #require(Bsn(digits: "999900018")),
              lines: [DeclarationAnswer.Line(line: lines[2], codes: [.notAssessed])],
              codes: [ReturnCode(rawValue: "8187")]),
          ], codes: [.noRemark]))
    }
  }

  @Test func `the version of style sheets is written when the answer names one, before the schemas of the declaration`()
    throws
  {
    var answer = try refused
    let without = String(decoding: writer.encode(answer), as: UTF8.self)
    #expect(!without.contains("XsltVersie"))
    answer.styleSheetVersion = "2.10.5"
    let bytes = writer.encode(answer)
    #expect(reader.validate(bytes).isEmpty)
    #expect(
      String(decoding: bytes, as: UTF8.self).replacing(
        "\t\t<jw325:XsltVersie>2.10.5</jw325:XsltVersie>\r\n", with: "") == without)
  }

  /// Compares with the file in Fixtures; with `RECORD_GOLDEN=1` it writes the file and fails.
  private func expectGolden(_ answer: DeclarationAnswer, _ name: String) throws {
    let bytes = writer.encode(answer)
    #expect(reader.validate(bytes).isEmpty)
    #expect(bytes == writer.encode(answer))
    let path = Draft.folder + name
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      Issue.record("recorded \(name)")
    }
    let golden = try #require(FileManager.default.contents(atPath: path))
    #expect(bytes == [UInt8](golden))
  }

  @Test func `a refused declaration has a header only`() throws {
    try expectGolden(refused, "jw325-refused.xml")
  }

  @Test func `a granted declaration names no clients`() throws {
    try expectGolden(granted, "jw325-granted.xml")
  }

  @Test func `a partly granted declaration returns the rejected lines with their codes`() throws {
    try expectGolden(partly, "jw325-partly.xml")
  }

  @Test func `the form is that of the standard`() throws {
    let bytes = writer.encode(try partly)
    #expect(bytes.starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<jw325:Bericht".utf8)))
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    let reading = reader.read(bytes)
    #expect(reading.signals.isEmpty)
    #expect(reading.kind == .declarationAnswer)
    #expect(reading.findings.isEmpty)
  }

  @Test func `an answer that was written reads as what it was`() throws {
    let bytes = writer.encode(try partly)
    guard case .declarationAnswer(let answer)? = reader.read(bytes).message else {
      Issue.record("the answer does not read")
      return
    }
    let text = Draft(text: String(decoding: bytes, as: UTF8.self))
    let expected = try partly
    #expect(answer.declarationIdentification == "MRT-2025-1")
    #expect(answer.declarationDate == day(2025, 3, 3))
    #expect(answer.styleSheetVersion == nil)
    #expect(answer.declarationSchemaVersion == SchemaVersion(basic: "1.0.0", message: "1.0.1"))
    #expect(answer.codes == [.noRemark])
    let declaration = try #require(answer.declaration)
    #expect(declaration.claimed == debit(46_750))
    #expect(declaration.granted == debit(40_000))
    #expect(declaration.codes == [.noRemark])
    #expect(declaration.sourceLine == (try text.line(of: "<jw325:DeclaratieAntwoord>")))
    #expect(declaration.clients.map(\.bsn.digits) == ["999900006", "999900018"])
    #expect(declaration.clients.map(\.codes) == [[.noRemark], [ReturnCode(rawValue: "8187")]])
    #expect(
      declaration.clients.map(\.sourceLine) == [try text.line(of: "999900006"), try text.line(of: "999900018")])
    let lines = declaration.clients.flatMap(\.lines)
    #expect(lines.map(\.codes) == [["8017", "9340"].map { ReturnCode(rawValue: $0) }, [.notAssessed]])
    var values = lines.map(\.line)
    #expect(values[0].sourceLines[.amount] == (try text.line(of: ">8250<")))
    for index in values.indices { values[index].sourceLines = DeliveryLine.SourceLines(first: 0) }
    var declared = (expected.declaration?.clients ?? []).flatMap(\.lines).map(\.line)
    for index in declared.indices { declared[index].sourceLines = DeliveryLine.SourceLines(first: 0) }
    #expect(values == declared)
    #expect(writer.encode(answer) == bytes)
  }

  @Test func `special characters survive writing and reading`() throws {
    // A 323 that is read again from the lines of an answer: same element, same text.
    var line = try lines[0]
    let awkward = ExactText("<&>\"'\r\n\té]]>")
    line.reference = awkward
    var changed = try partly
    changed.declaration?.clients[0].lines[0].line = line
    let bytes = writer.encode(changed)
    #expect(reader.validate(bytes).isEmpty)
    #expect(reader.read(bytes).signals.isEmpty)
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.firstRange(of: "<ijw:ReferentieNummer>"))
    let end = try #require(text.firstRange(of: "</ijw:ReferentieNummer>"))
    let written = String(text[start.upperBound..<end.lowerBound])
    guard case .declaration(let message)? = Draft.declaration.with("ReferentieNummer", written).reading.message else {
      Issue.record("the text does not read")
      return
    }
    #expect(message.lines[0].reference == awkward)
  }

  @Test(arguments: ["A\u{1}\u{0}", "A\u{FFFE}\u{FFFF}"])
  func `a character that XML forbids becomes the replacement character`(identification: String) throws {
    var changed = try granted
    changed.declarationIdentification = ExactText(identification)
    let bytes = writer.encode(changed)
    #expect(reader.validate(bytes).isEmpty)
    #expect(String(decoding: bytes, as: UTF8.self).contains("A\u{FFFD}\u{FFFD}<"))
  }

  @Test func `validate tells what is wrong with an answer`() throws {
    let findings = reader.validate(writer.encode(try answer(codes: [], nil)))
    #expect(findings.map(\.place.path) == ["/Bericht/Header/RetourCodes"])
    #expect(findings.first?.english("expected") == "RetourCode")
    var unknown = try granted
    unknown.codes = [ReturnCode(rawValue: "1234")]
    #expect(reader.validate(writer.encode(unknown)).first?.english("reason") == "the value is not in the code list")
  }
}
