import Foundation
import Testing

/// One thing changed in a message in which everything was right: which finding, where, and how it ends.
struct CheckFindingTests {
  struct Change: Sendable, CustomTestStringConvertible {
    /// What is replaced, once, and by what.
    let from: String
    let to: String
    let rules: [String]
    var severity = "reject"
    var at = ""
    var status: Int32 = 1
    var testDescription: String { "\(from) → \(to)" }
  }

  static let changes = [
    // Level 1: the schema.
    Change(from: "<jw323:BerichtCode>490", to: "<jw323:BerichtCode>491", rules: ["XSD"], at: "BerichtCode", status: 2),
    Change(from: "<jw323:Ontvanger>0088", to: "<jw323:Ontvanger>88", rules: ["XSD"], at: "Ontvanger", status: 2),
    Change(from: "<jw323:Afzender>99100011", to: "<jw323:Afzender>9910001", rules: ["XSD"], at: "Afzender", status: 2),
    Change(
      from: "<ijw:Einddatum>2026-03-31", to: "<ijw:Einddatum>2026-03-32", rules: ["XSD"], at: "Einddatum", status: 2),
    Change(from: "<jw323:Eenheid>04", to: "<jw323:Eenheid>99", rules: ["XSD"], at: "Eenheid", status: 2),
    Change(
      from: "<jw323:GeleverdVolume>12", to: "<jw323:GeleverdVolume>12.5", rules: ["XSD"], at: "GeleverdVolume",
      status: 2),
    Change(from: "<ijw:DebetCredit>D", to: "<ijw:DebetCredit>X", rules: ["XSD"], at: "DebetCredit", status: 2),
    Change(from: "<ijw:Bedrag>100200", to: "<ijw:Bedrag>-100200", rules: ["XSD"], at: "Bedrag", status: 2),
    Change(
      from: "<jw323:DeclaratieNummer>L2603A</jw323:DeclaratieNummer>", to: "", rules: ["XSD"],
      at: "/Bericht/Declaratie/", status: 2),
    Change(
      from: "<jw323:Declaratie>", to: "<jw323:Declaratie><jw323:Iets/>", rules: ["XSD"], at: "/Bericht/Declaratie/",
      status: 2),
    // Level 2: what a message can be judged on alone.
    Change(
      from: "<ijw:TotaalBedrag>490866", to: "<ijw:TotaalBedrag>490867", rules: ["TR358"], at: "TotaalIngediendBedrag"),
    Change(from: "<jw323:ProductTarief>8350</jw323:ProductTarief>", to: "", rules: ["CD087"], at: "Prestatie[1]"),
    Change(
      from: "<ijw:Begindatum>2026-03-01", to: "<ijw:Begindatum>2026-03-02", rules: ["CS340"], at: "DeclaratiePeriode"),
    Change(
      from: "<ijw:ReferentieNummer>L-3-002", to: "<ijw:ReferentieNummer>L-3-001", rules: ["TR101"], at: "Prestatie[2]"),
    // The form of the file: signals only.
    Change(from: "<?xml", to: "\u{FEFF}<?xml", rules: ["OP192"], severity: "signal", status: 0),
    Change(from: "\r\n", to: "\n", rules: ["OP192"], severity: "signal", status: 0),
    Change(
      from: "L-3-001", to: "999900006", rules: ["BSN"], severity: "signal", at: "Prestatie[1]/ProductReferentie",
      status: 0),
  ]

  @Test(arguments: changes)
  func `one change gives its finding`(change: Change) throws {
    let scratch = try Scratch()
    let good = try String(contentsOfFile: Merenland.goodDeclaration, encoding: .utf8)
    let bytes = Data(good.utf8)
    let range = try #require(bytes.range(of: Data(change.from.utf8)), "the sample no longer holds \(change.from)")
    let file = try scratch.write(bytes.replacingCharacters(in: range, with: change.to), to: "bericht.xml")
    let output = try CheckOutput([file, "--as-of", Merenland.march.asOf])
    let found = try output.file.findings
    #expect(output.outcome.status == change.status)
    #expect(Set(found.map(\.rule)) == Set(change.rules), "\(found.map(\.text))")
    for finding in found {
      #expect(finding.severity == change.severity)
      #expect(change.at.isEmpty || finding.at.contains(change.at), "\(finding.at)")
      #expect(finding.level == (["XSD", "OP192"].contains(finding.rule) ? 1 : 2))
    }
    let expected = [0: "accepted", 1: "refused", 2: "unusable"][change.status]
    #expect(try output.file.verdict == expected)
  }

  @Test func `the unchanged message has no finding`() throws {
    let output = try CheckOutput([Merenland.goodDeclaration, "--as-of", Merenland.march.asOf])
    #expect(output.outcome.status == 0)
    #expect(try output.file.findings.isEmpty)
  }
}

extension Data {
  fileprivate func replacingCharacters(in range: Range<Data.Index>, with text: String) -> Data {
    var result = self
    result.replaceSubrange(range, with: Data(text.utf8))
    return result
  }
}
