import SaldoDomain
import Testing

@testable import SaldoRegion

struct SettingsFileTests {
  private func problems(_ text: String) -> [String] { SampleFolder.small.with("region.yaml", text).problems() }

  @Test(arguments: [
    "name: R", "name: 'R'", "\u{FEFF}name: R\r\nsettings:\r\n", "name: R\nsettings: ~\n", "# x\nname: R # y\n",
    "---\nname: R\nsettings: {}\n", "{name: R}",
  ])
  func `the settings have defaults`(text: String) throws {
    let region = try SampleFolder.small.with("region.yaml", text).load().snapshot
    #expect(region.name == "R")
    #expect(region.settings == RegionSettings())
  }

  @Test(arguments: [0, 1, 365])
  func `the payment term lies between 0 and 365 days`(days: Int) throws {
    let text = "name: R\nsettings:\n  payment_term_days: \(days)\n"
    #expect(try SampleFolder.small.with("region.yaml", text).load().snapshot.settings.paymentTermDays == days)
  }

  @Test func `the settings of rules and answers`() throws {
    let text = "name: R\nsettings:\n  uniqueness: municipality\n  tr319: message\n  xslt_version: 2.10.5\n"
    let settings = try SampleFolder.small.with("region.yaml", text).load().snapshot.settings
    #expect(settings == RegionSettings(uniqueness: .municipality, tr319: .message, styleSheetVersion: "2.10.5"))
    let defaults = "name: R\nsettings:\n  uniqueness: ledger\n  tr319: line\n"
    #expect(try SampleFolder.small.with("region.yaml", defaults).load().snapshot.settings == RegionSettings())
  }

  @Test(arguments: ["2.10", "2.10.5.1", "2.010.5", "v2.10.5", "2..5", "2.10.x", "٢.10.5"])
  func `a version has three numbers`(value: String) {
    #expect(
      problems("name: R\nsettings:\n  xslt_version: \"\(value)\"\n") == [
        "region.yaml:3:17, sleutel settings.xslt_version: \"\(value)\" is geen versie; "
          + "verwacht: een versie van drie getallen, zoals 2.10.5"
      ])
  }

  @Test(arguments: [
    ("366", "\"366\" is te groot"), ("99999999999999999999", "\"99999999999999999999\" is te groot"),
    ("-1", "\"-1\" is geen geheel getal"), ("30.5", "\"30.5\" is geen geheel getal"),
    ("dertig", "\"dertig\" is geen geheel getal"), ("", "de waarde is leeg"), ("[30]", "dit is geen enkele waarde"),
    ("{a: 1}", "dit is geen enkele waarde"),
  ])
  func `anything else is an error`(value: String, found: String) {
    let position = value.isEmpty ? 21 : 22
    #expect(
      problems("name: R\nsettings:\n  payment_term_days: \(value)\n").map {
        $0.replacingOccurrences("region.yaml:3:\(position), ")
      } == [
        "sleutel settings.payment_term_days: \(found); verwacht: een geheel getal van 0 tot en met 365"
      ])
  }

  @Test(arguments: [
    ("", "region.yaml: het bestand is leeg; verwacht: ten minste name"),
    ("# niets\n", "region.yaml: het bestand is leeg; verwacht: ten minste name"),
    ("settings:\n", "region.yaml:1:1, sleutel name: de sleutel ontbreekt; verwacht: de naam van de regio"),
    ("name:\n", "region.yaml:1:6, sleutel name: de waarde is leeg; verwacht: de naam van de regio"),
    ("name: ''\n", "region.yaml:1:7, sleutel name: de waarde is leeg; verwacht: de naam van de regio"),
    ("name: [a]\n", "region.yaml:1:7, sleutel name: dit is geen enkele waarde; verwacht: de naam van de regio"),
    (
      "name: \"a\\e[2J\"\n",
      "region.yaml:1:7, sleutel name: de waarde is te lang of bevat stuurtekens; "
        + "verwacht: hoogstens 200 leesbare tekens"
    ),
    (
      "name: R\nnaam: x\n",
      "region.yaml:2:1: sleutel \"naam\" is onbekend; verwacht: een van de sleutels name, settings"
    ),
    (
      "name: R\n999900006: x\n",
      "region.yaml:2:1: sleutel \"*********\" is onbekend; verwacht: een van de sleutels name, settings"
    ),
    (
      "name: R\nsettings:\n  payer: gemeente\n",
      "region.yaml:3:10, sleutel settings.payer: \"gemeente\" is hier geen keuze; verwacht: municipality of region"
    ),
    (
      "name: R\nsettings:\n  uniqueness: region\n",
      "region.yaml:3:15, sleutel settings.uniqueness: \"region\" is hier geen keuze; verwacht: ledger of municipality"
    ),
    (
      "name: R\nsettings:\n  tr319: 9319\n",
      "region.yaml:3:10, sleutel settings.tr319: \"9319\" is hier geen keuze; verwacht: line of message"
    ),
    (
      "name: R\nsettings:\n  term: 3\n",
      "region.yaml:3:3: sleutel \"term\" is onbekend; verwacht: een van de sleutels payment_term_days, payer, uniqueness, tr319, xslt_version"
    ),
    (
      "name: R\nsettings: [1]\n",
      "region.yaml:2:11: hier staan geen sleutels met waarden; verwacht: de sleutels payment_term_days, payer, uniqueness, tr319, xslt_version"
    ),
    (
      "name: R\nsettings: 30\n",
      "region.yaml:2:11: hier staan geen sleutels met waarden; verwacht: de sleutels payment_term_days, payer, uniqueness, tr319, xslt_version"
    ),
    ("name: R\nname: S\n", "region.yaml:1:1: sleutel \"name\" komt vaker voor; verwacht: elke sleutel één keer"),
    (
      "name: R\n---\nname: S\n", "region.yaml:2:1: dit is geen geldige YAML; verwacht: één document zonder verwijzingen"
    ),
    ("name: &a R\nsettings: *a\n", "region.yaml:2:11: hier staat een verwijzing (*); verwacht: de waarde zelf"),
    ("name: \"R\n", "region.yaml:2:1: dit is geen geldige YAML; verwacht: sleutels en waarden, zoals name: Region"),
    (
      "name: R\n\tpayer: x\n",
      "region.yaml:2:1: dit is geen geldige YAML; verwacht: sleutels en waarden, zoals name: Region"
    ),
  ])
  func `mistakes come with line, position and key`(text: String, error: String) {
    #expect(problems(text) == [error.replacingOccurrences("name: Region", with: "name: Regio")])
  }

  @Test func `a list in place of keys says which keys there are`() {
    #expect(
      problems("- a\n") == [
        "region.yaml:1:1: hier staan geen sleutels met waarden; verwacht: de sleutels name, settings"
      ])
  }

  @Test func `an asterisk in a text or a comment is no alias`() throws {
    let folder = SampleFolder.small.with("region.yaml", "# - *x\nname: Regio *Noord* # [*y]\n")
    #expect(try folder.load().snapshot.name == "Regio *Noord*")
  }

  @Test(arguments: [
    String(repeating: "[", count: 60_000), String(repeating: "{a: ", count: 15_000),
    String(repeating: "- ", count: 30_000), String(repeating: "? ", count: 30_000),
    "name: " + String(repeating: "x", count: 70_000), "name: R\u{0}", "!!binary x", "%YAML 9.9\n---\nname: R", "@", "`",
  ])
  func `strange files are errors and no crash`(text: String) {
    #expect(!problems(text).isEmpty)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ part: String, with other: String = "") -> String {
    split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
  }
}
