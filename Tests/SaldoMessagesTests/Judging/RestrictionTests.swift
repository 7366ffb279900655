import SaldoDomain
import SaldoMessages
import Testing

/// The restrictions of level 1 (iStandaarden 3.2, RS rules and CS015, CS025, CS319), on both sides of each boundary.
struct RestrictionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let fixture: String
    let element: String
    let passes: [String]
    let fails: [String]
    let reason: String

    init(_ rule: String, _ fixture: String, _ element: String, _ passes: [String], _ fails: [String], _ reason: String)
    {
      (self.rule, self.fixture, self.element) = (rule, fixture, element)
      (self.passes, self.fails, self.reason) = (passes, fails, reason)
    }

    var testDescription: String { "\(rule) \(element)" }
  }

  private static let form = "the value does not have the right form"
  private static let long = "the value is too long"
  private static let short = "the value is empty or too short"
  private static let small = "the value is too small"
  private static let large = "the value is too large"
  private static let list = "the value is not in the code list"
  private static let type = "the value is not of the right type"

  private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  /// The longest text passes, one character more fails, and so does an empty one.
  private static func length(_ rule: String, _ fixture: String, _ element: String, _ limit: Int) -> [Case] {
    [
      Case(
        rule, fixture, element, [text(1), text(limit), String(repeating: "é", count: limit)], [text(limit + 1)], long),
      Case("RS007", fixture, element, [], [""], short),
    ]
  }

  static let cases: [Case] =
    [
      Case("CS015", "jw301", "BerichtSubversie", ["2"], ["1", "3", "02"], form),
      Case("CS025", "jw301", "BerichtVersie", ["3"], ["2", "4", "03"], form),
      Case("CS319", "jw323", "DeclaratieNummer", ["D2025A1", "1"], ["D-2025", "D 1", "é"], form),
      Case("RS001", "jw323", "GeleverdVolume", ["0", "-0"], ["-1"], small),
      Case("RS002", "jw301", "Volgorde", ["99"], ["100"], large),
      Case("RS004", "jw301", "Huisnummer", ["0", "99999"], ["100000"], large),
      Case("RS005", "jw323", "Bedrag", ["99999999"], ["100000000"], large),
      Case("RS005", "jw323", "ProductTarief", ["99999999"], ["100000000"], large),
      Case("RS005", "jw301", "Budget", ["99999999"], ["100000000"], large),
      Case("RS006", "jw323", "ToewijzingNummer", ["999999999", "0"], ["1000000000"], large),
      Case("RS040", "jw323", "TotaalBedrag", ["999999999999"], ["1000000000000"], large),
      Case("RS001", "jw323", "Bedrag", ["+5", " 5 ", "007"], ["", "x", "1.0", "1e3", "0x1", "1 0"], type),
      Case("RS007", "jw323", "ReferentieNummer", ["x", " "], [""], short),
      Case("RS031", "jw301", "Commentaar", ["x", "\n x \n y"], [" ", "\t\r\n "], form),
      Case("RS032", "jw323", "DeclaratieDagtekening", ["2025-02-01", " 2025-02-01 "], ["2025-02-01Z"], form),
      Case("RS032", "jw323", "DeclaratieDagtekening", ["2024-02-29"], ["2025-02-01+01:00"], form),
      Case(
        "RS032", "jw323", "DeclaratieDagtekening", ["9999-12-31"],
        ["", "2025-02-30", "2025-2-1", "01-02-2025", "2023-02-29", "2025-13-01", "25-01-01"], type),
      Case("RS033", "jw301", "Achternaam", ["Bos", " Bos "], [" ", "Van\nBos"], form),
      Case("RS034", "jw301", "Toewijzingstijd", ["10:00:00", "10:00:00.123"], ["10:00:00+01:00", "10:00:00Z"], form),
      Case("RS034", "jw301", "Toewijzingstijd", ["23:59:59"], ["25:00:00", "10:60:00", "10:00", ""], type),
      Case("RS035", "jw323", "Ontvanger", ["0363"], ["363", "03631", "o363"], form),
      Case("RS036", "jw323", "Afzender", ["12345678"], ["1234567"], form),
      Case("RS037", "jw323", "Bsn", ["012345672"], ["12345672", "01234567x"], form),
      Case("RS045", "jw301", "Voorletters", ["PJ", "Éỳ", "×"], ["P.J.", "P J", "ỹ1"], form),
      Case("RS046", "jw301", "Telefoonnummer", ["0201234567"], ["020-1234567", "+31201234567"], form),
      Case("RS047", "jw323", "BerichtCode", ["490"], ["491", "436", "49"], form),
      Case("RS047", "jw305", "BerichtCode", ["438"], ["440"], form),
      Case("RS047", "jw307", "BerichtCode", ["440"], ["438"], form),
      Case("RS047", "jw301", "BerichtCode", ["436"], ["437"], form),
      Case("RS048", "jw323", "BerichtXsdVersie", ["1.0.0", "0.10.2"], ["1.0", "01.0.0", "1.0.0.0", "a.b.c"], form),
      Case("COD043", "jw323", "DebetCredit", ["C", "D"], ["d", "X", ""], list),
      Case("WJ756", "jw323", "Eenheid", ["01", "04", "14", "16", "82", "83", "84"], ["4", "21", ""], list),
      Case("JZ020", "jw323", "ProductCategorie", ["31", "45", "55"], ["39", "02", "4"], list),
      Case("WMO757", "jw301", "Frequentie", ["1", "2", "4", "6"], ["3", "5", ""], list),
      Case("COD467", "jw305", "StatusAanlevering", ["1", "2", "3", "9"], ["4", ""], list),
      Case("JZ588", "jw307", "RedenBeeindiging", ["02", "20", "39"], ["01", "40"], list),
      Case("JZ002", "jw301", "RedenWijziging", ["01", "14"], ["15", "1"], list),
      Case("COD170", "jw301", "DatumGebruik", ["1", "2", "3"], ["0", "4"], list),
      Case("COD046", "jw305", "Geslacht", ["0", "1", "2"], ["3", "9"], list),
      Case("COD700", "jw301", "NaamGebruik", ["1", "6"], ["0", "7"], list),
      Case("COD032", "jw301", "LandCode", ["NL", "ZW"], ["XX", "nl"], list),
      Case("COD757", "jw301", "Soort", ["03", "25"], ["02", "26"], list),
    ]
    + length("RS011", "jw301", "Landnummer", 4)
    + length("RS008", "jw301", "Huisletter", 1)
    + length("RS011", "jw301", "HuisnummerToevoeging", 4)
    + length("RS012", "jw323", "ProductCode", 5)
    + length("RS014", "jw301", "Postcode", 8)
    + length("RS016", "jw301", "Voorvoegsel", 10)
    + length("RS017", "jw323", "Identificatie", 12)
    + length("RS019", "jw323", "ReferentieNummer", 20)
    + length("RS019", "jw323", "VorigReferentieNummer", 20)
    + length("RS019", "jw301", "Nummer", 20)
    + length("RS020", "jw301", "Straatnaam", 24)
    + length("RS021", "jw301", "Taal", 25)
    + length("RS023", "jw301", "Organisatie", 35)
    + length("RS024", "jw301", "ReferentieAanbieder", 36)
    + length("RS026", "jw301", "Plaatsnaam", 80)
    + length("RS026", "jw301", "Emailadres", 80)
    + length("RS028", "jw301", "Achternaam", 200)
    + length("RS028", "jw301", "Voornamen", 200)
    + [
      Case("RS017", "jw323", "DeclaratieNummer", [text(12)], [text(13)], long),
      Case("RS013", "jw301", "Voorletters", [text(6)], [text(7)], long),
      Case(
        "RS018", "jw301", "Telefoonnummer", [String(repeating: "1", count: 15)], [String(repeating: "1", count: 16)],
        long),
    ]

  @Test(arguments: cases)
  func `a value inside its restriction is accepted, one outside is not`(_ example: Case) {
    for value in example.passes {
      let findings = Draft(example.fixture).with(example.element, value).findings
      #expect(findings.isEmpty, "\(value.debugDescription)")
    }
    for value in example.fails {
      let findings = Draft(example.fixture).with(example.element, value).findings
      #expect(findings.count == 1, "\(value.debugDescription)")
      #expect(findings.first?.rule == "XSD")
      #expect(findings.first?.facts["element"] == .code(example.element))
      #expect(findings.first?.english("reason") == example.reason, "\(value.debugDescription)")
    }
  }

  @Test func `a finding says what the type accepts`() {
    let expected: [(String, String, String, String)] = [
      ("jw323", "Bedrag", "x", "a whole number from 0 up to and including 99999999"),
      ("jw323", "Bsn", "1", "exactly 9 digits"),
      ("jw323", "BerichtCode", "1", "exactly 490"),
      ("jw323", "BerichtVersie", "1", "exactly 3"),
      ("jw323", "DebetCredit", "1", "a code of code list COD043: C, D"),
      ("jw323", "ProductCategorie", "1", "a code of code list JZ020"),
      ("jw323", "ProductCode", "", "1 to 5 characters on one line, not only blanks"),
      ("jw323", "DeclaratieNummer", "-", "1 to 12 plain letters and digits"),
      ("jw323", "ReferentieNummer", "", "1 to 20 characters"),
      ("jw323", "DeclaratieDagtekening", "", "a date as YYYY-MM-DD, without a time zone"),
      ("jw323", "BerichtXsdVersie", "", "three numbers separated by points, such as 1.0.0"),
      ("jw301", "Toewijzingstijd", "", "a time as HH:MM:SS, without a time zone"),
      ("jw301", "Voorletters", "1", "1 to 6 letters"),
      ("jw301", "Telefoonnummer", "a", "1 to 15 digits"),
      ("jw301", "Commentaar", " ", "text, not only blanks"),
    ]
    for (fixture, element, value, words) in expected {
      #expect(Draft(fixture).with(element, value).findings.first?.english("expected") == words)
    }
  }

  @Test(arguments: ["10000-01-01", "-0001-01-01", "12025-01-01"])
  func `a date that the schema accepts and no calendar here holds is a finding`(value: String) {
    let findings = Draft.declaration.with("DeclaratieDagtekening", value).findings
    #expect(findings.map(\.rule) == ["XSD"])
    #expect(findings.first?.english("reason") == "the date or time is out of range")
    #expect(findings.first?.place.path == "/Bericht/Declaratie/DeclaratieDagtekening")
  }
}
