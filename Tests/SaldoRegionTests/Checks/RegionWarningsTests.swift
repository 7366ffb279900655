import SaldoDomain
import Testing

@testable import SaldoRegion

struct RegionWarningsTests {
  @Test func `a plain folder has none`() {
    #expect(SampleFolder.small.warnings().isEmpty)
  }

  @Test func `a ceiling that the provider set`() {
    #expect(
      SampleFolder.full.warnings() == [
        "client_ceilings.csv:5, kolom set_by: de aanbieder heeft dit plafond zelf gezet; dat hoort de verwijzer of de "
          + "gemeente te doen"
      ])
  }

  @Test func `providers, municipalities and agreements without a price`() {
    let folder = SampleFolder.small
      .with("providers.csv", "agb;name\n42420001;A\n42420002;B\n")
      .with("municipalities.csv", "code;name\n0384;A\n0394;B\n")
      .with("products.csv", SampleFolder.header + "45;45A48;04;1;;42420001;0394;2026-01-01;;amb\n")
    #expect(
      folder.warnings() == [
        "agreements.csv:3, kolom agreement: geen prijs in products.csv geldt voor \"out\"",
        "municipalities.csv:2, kolom code: geen prijs in products.csv geldt voor \"0384\"",
        "providers.csv:3, kolom agb: geen prijs in products.csv geldt voor \"42420002\"",
      ])
    #expect(
      folder.warnings(in: .english)[2] == "providers.csv:3, column agb: no price in products.csv is for \"42420002\"")
  }

  @Test func `a price of nothing, and one that begins after its municipality ended`() {
    let folder = SampleFolder.products("45;45A48;04;0;;;0457;2023-01-01;;amb")
      .with("municipalities.csv", "code;name;valid_until\n0384;A;\n0457;Weesp;2022-03-23\n")
    #expect(
      folder.warnings() == [
        "products.csv:2, kolom price: de prijs is nul",
        "products.csv:2, kolom valid_from: de prijs begint nadat de gemeente is opgeheven",
      ])
  }

  @Test func `a price may begin on the last day of its municipality`() {
    let folder = SampleFolder.products("45;45A48;04;1;;;0384;2026-02-01;;amb")
      .with("municipalities.csv", "code;name;valid_until\n0384;A;2026-02-01\n")
    #expect(folder.warnings().isEmpty)
  }

  @Test(arguments: ["", "2022-03-24"])
  func `a code that the national list ended earlier`(until: String) {
    let folder = SampleFolder.small
      .with("municipalities.csv", "code;name;valid_until\n0384;A;\n0457;Weesp;\(until)\n")
    #expect(
      folder.warnings() == [
        "municipalities.csv:3, kolom valid_until: volgens het CBS is deze gemeente na 23 maart 2022 opgeheven"
      ])
  }

  @Test func `a partial month under unit prices, and a file that is not ours`() {
    var folder = SampleFolder.small
      .with("agreements.csv", "agreement;name;model;partial_month\namb;A;unit-price;none\nout;B;fixed-price;none\n")
    folder.others = ["client_ceiling.csv"]
    #expect(
      folder.warnings() == [
        "agreements.csv:2, kolom partial_month: een gebroken maand betekent niets bij model unit-price",
        "client_ceiling.csv: dit bestand hoort niet bij een regiomap en is niet gelezen",
      ])
  }
}
