import SaldoDomain
import SaldoMessages
import Testing

/// The order and number of elements, namespaces and attributes.
struct StructureTests {
  private func only(_ draft: Draft, location: SourceLocation = #_sourceLocation) throws -> Finding {
    let findings = draft.findings
    #expect(findings.count == 1, sourceLocation: location)
    let finding = try #require(findings.first, sourceLocation: location)
    #expect(finding.rule == "XSD", sourceLocation: location)
    #expect((finding.level, finding.severity) == (.schema, .reject), sourceLocation: location)
    #expect(finding.returnCode == nil && finding.answerClass == nil, sourceLocation: location)
    return finding
  }

  @Test func `a missing element is named at its parent`() throws {
    let finding = try only(Draft.declaration.without("TotaalBedrag").without("DebetCredit"))
    #expect(finding.place.element == "Declaratie")
    #expect(finding.place.path == "/Bericht/Declaratie/TotaalIngediendBedrag")
    #expect(finding.place.sourceLine == (try Draft.declaration.line(of: "TotaalIngediendBedrag")))
    #expect(finding.facts["element"] == .code("TotaalIngediendBedrag"))
    #expect(finding.english("reason") == "a mandatory element is missing")
    #expect(finding.english("expected") == "TotaalBedrag")
  }

  @Test func `an element that follows a missing one is not expected`() throws {
    let draft = Draft.declaration.without("Bsn")
    let finding = try only(draft)
    #expect(finding.place.path == "/Bericht/Declaratie/Clienten/Client[1]/Prestaties")
    #expect(finding.place.element == "Prestaties")
    #expect(finding.place.client == 0)
    #expect(finding.place.sourceLine == (try draft.line(of: "<jw323:Prestaties>")))
    #expect(finding.english("reason") == "the element is not expected at this place")
    #expect(finding.english("expected") == "Bsn")
  }

  @Test func `a finding in the second client and its line says so`() throws {
    let text = Draft.declaration.text
    let finding = try only(Draft(text: text.replacing("<ijw:Bedrag>15000<", with: "<ijw:Bedrag>15,00<")))
    #expect(
      finding.place.path
        == "/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]/IngediendBedrag/Bedrag")
    #expect(finding.place.element == "Prestatie")
    #expect(finding.place.client == 1)
    #expect(finding.place.line == 2)
    #expect(finding.place.sourceLine == (try Draft.declaration.line(of: "<ijw:Bedrag>15000<")))
  }

  @Test func `a repeated element is refused`() throws {
    let finding = try only(Draft.declaration.repeating("DeclaratieNummer"))
    #expect(finding.english("reason") == "the element may occur only once")
    #expect(finding.english("expected") == "DeclaratiePeriode")
    #expect(finding.facts["element"] == .code("DeclaratieNummer"))
  }

  @Test func `elements in the wrong order are refused`() throws {
    let finding = try only(
      Draft.declaration.replacing("<jw323:GeleverdVolume>10</jw323:GeleverdVolume>", "")
        .replacing(
          "<jw323:Eenheid>04</jw323:Eenheid>",
          "<jw323:Eenheid>04</jw323:Eenheid><jw323:GeleverdVolume>10</jw323:GeleverdVolume>"))
    #expect(finding.facts["element"] == .code("Eenheid"))
    #expect(finding.english("expected") == "GeleverdVolume")
  }

  @Test func `optional elements widen what is expected`() throws {
    let finding = try only(
      Draft.allocation.replacing("<jw301:Toewijzingsdatum>", "<jw301:Zomaar>x</jw301:Zomaar><jw301:Toewijzingsdatum>"))
    #expect(finding.english("reason") == "the standard has no such element here")
    #expect(finding.english("expected") == "Toewijzingsdatum")
    let first = try only(Draft.declaration.without("Eenheid"))
    #expect(first.english("expected") == "Eenheid")
    let optional = try only(Draft.declaration.without("IngediendBedrag"))
    #expect(optional.english("expected") == "IngediendBedrag")
    let both = try only(Draft.declaration.without("ProductTarief").without("IngediendBedrag"))
    #expect(both.english("expected") == "ProductTarief or IngediendBedrag")
  }

  @Test func `an unknown name is not shown`() throws {
    let finding = try only(Draft.declaration.replacing("<jw323:Bsn>", "<jw323:Jansen/><jw323:Bsn>"))
    #expect(finding.facts["element"] == .code("*"))
    #expect(finding.place.path == "/Bericht/Declaratie/Clienten/Client[1]/*")
    #expect(finding.english("expected") == "Bsn")
  }

  @Test func `an element in the wrong namespace is refused`() throws {
    let finding = try only(
      Draft.declaration.replacing("<ijw:Begindatum>2025-02-01</ijw:", "<jw323:Begindatum>2025-02-01</jw323:"))
    #expect(finding.english("reason") == "the element is in the wrong namespace")
    #expect(finding.facts["element"] == .code("Begindatum"))
  }

  @Test func `a missing last element is named`() throws {
    let finding = try only(Draft.declaration.without("Declaratie"))
    #expect(finding.place.path == "/Bericht")
    #expect(finding.english("expected") == "Declaratie")
  }

  @Test func `a nameless repeat of the root content is refused`() throws {
    let finding = try only(Draft.start.repeating("Client"))
    #expect(finding.english("reason") == "the element may occur only once")
    #expect(finding.english("expected") == "no further element")
  }

  @Test func `an empty list is refused`() throws {
    let text = Draft.declaration.text
    let start = try #require(text.firstRange(of: "<jw323:Prestatie>"))
    let end = try #require(text.firstRange(of: "</jw323:Prestaties>"))
    var changed = text
    changed.removeSubrange(start.lowerBound..<end.lowerBound)
    let finding = try only(Draft(text: changed))
    #expect(finding.english("expected") == "Prestatie")
    #expect(finding.place.path == "/Bericht/Declaratie/Clienten/Client[1]/Prestaties")
  }

  @Test func `another root element is refused`() throws {
    let finding = try only(
      Draft(
        text: Draft.declaration.text.replacing(":Bericht ", with: ":Header ")
          .replacing("/jw323:Bericht>", with: "/jw323:Header>")))
    #expect(finding.english("expected") == "Bericht")
    #expect(finding.place.path == "/Header")
  }

  @Test(arguments: [#" id="1""#, #" xml:lang="nl""#, #" xsi:nil="true""#, #" xsi:type="jw323:Client""#])
  func `an attribute is refused`(attribute: String) throws {
    let draft = Draft.declaration.replacing(
      "<jw323:DeclaratieNummer>",
      #"<jw323:DeclaratieNummer xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""# + attribute + ">")
    #expect(!draft.isAccepted)
    #expect(draft.findings.allSatisfy { $0.rule == "XSD" })
    #expect(draft.findings.first?.place.path == "/Bericht/Declaratie/DeclaratieNummer")
  }

  @Test func `a schema location is the one attribute that the schema lets through, and is not followed`() {
    let location =
      #" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/hostname""#
    #expect(Draft.declaration.replacing("<jw323:Bericht", "<jw323:Bericht" + location).isAccepted)
  }

  @Test(arguments: ["x", "<![CDATA[x]]>", "<![CDATA[ ]]>"])
  func `text between elements is refused`(text: String) throws {
    let finding = try only(Draft.declaration.replacing("<jw323:Bsn>", text + "<jw323:Bsn>"))
    #expect(finding.english("reason") == "there is text between the elements")
    #expect(finding.place.path == "/Bericht/Declaratie/Clienten/Client[1]")
  }

  @Test func `comments and processing instructions between elements are fine`() {
    #expect(Draft.declaration.replacing("<jw323:Bsn>", "<!-- a --><?b c?><jw323:Bsn>").isAccepted)
  }

  @Test func `an element inside a field is refused`() throws {
    let findings = Draft.declaration.with("DeclaratieNummer", "A<jw323:Bsn>1</jw323:Bsn>").findings
    #expect(findings.contains { $0.english("reason") == "there is an element inside a field" })
  }

  @Test func `every error is reported, in file order`() {
    let draft = Draft.declaration.with("Afzender", "1").with("DeclaratieNummer", "-").with("ProductCode", "")
      .with("Bedrag", "x")
    #expect(
      draft.findings.map(\.place.path).map { $0.split(separator: "/").last.map(String.init) } == [
        "Afzender", "DeclaratieNummer", "ProductCode", "Bedrag",
      ])
  }

  @Test func `from the hundred and first error on they are counted`() throws {
    let draft = Draft.declaration
    let line = String(
      draft.text[
        try #require(draft.text.firstRange(of: "<jw323:Prestatie>"))
          .lowerBound..<(try #require(draft.text.firstRange(of: "</jw323:Prestatie>"))).upperBound])
    let wrong = line.replacing("45A48", with: "")
    let findings = draft.replacing(line, String(repeating: wrong, count: 150)).findings
    #expect(findings.count == 101)
    #expect(findings[99].place.line == 99)
    #expect(findings[100].english("reason") == "there are 50 more errors against the schema")
    #expect(draft.replacing(line, String(repeating: wrong, count: 100)).findings.count == 100)
  }

  @Test(arguments: ["jw301", "jw305", "jw307", "jw315", "jw317", "jw319", "jw323", "jw325-partly"])
  func `leaving out any one mandatory element, or doubling any single one, is refused`(name: String) throws {
    // Take each leaf element of the fixture away in turn: only the optional ones may go.
    let optional: Set<String> = [
      "DatumGebruik", "Voorvoegsel", "Voornamen", "Voorletters", "JuridischeStatus", "WettelijkeVertegenwoordiging",
      "Commentaar", "Volgorde", "Geslacht", "Taal", "Huisletter", "HuisnummerToevoeging", "AanduidingWoonadres",
      "Postcode", "Straatnaam", "Plaatsnaam", "LandCode", "Organisatie", "Emailadres", "ReferentieAanbieder", "Code",
      "RedenWijziging", "Budget", "VorigReferentieNummer", "ProductTarief", "ToewijzingIngangsdatum",
      "ToewijzingNummer", "Einddatum", "Begindatum", "Periode", "GezagsdragerBekend", "BeschikkingNummer",
      "BeschikkingIngangsdatum", "ToewijzingEinddatum", "Raamcontract", "ZorgverlenerCode", "RedenAfwijzingVerzoek",
      "Naam",
    ]
    let text = Draft(name).text
    // A class may have any number of codes but none; every other leaf occurs once at most.
    for match in text.matches(of: #/<\w+:(\w+)>[^<]*</\w+:\w+>/#) where match.output.1 != "RetourCode" {
      let element = String(match.output.1)
      var without = text
      without.removeSubrange(match.range)
      if !optional.contains(element) { #expect(!Draft(text: without).isAccepted, "\(element) left out") }
      var doubled = text
      doubled.insert(contentsOf: match.output.0, at: match.range.upperBound)
      #expect(!Draft(text: doubled).isAccepted, "\(element) twice")
    }
  }
}
