import SaldoDomain
import Testing

@testable import SaldoRegion

struct RegionDescriptionTests {
  @Test func `a region in Dutch`() throws {
    let text = RegionDescription(try SampleFolder.full.load()).text(in: .dutch)
    #expect(
      text == """
        Regio: Regio Voorbeeld
        Betaaltermijn 21 dagen; de regio betaalt voor alle gemeenten

        Gemeenten (3)
          0384 Diemen
          0394 Haarlemmermeer, vanaf 1 januari 2019
          9001 Verzonnen, tot en met 31 december 2026

        Aanbieders (2)
          42420001 De Vuurtoren
          01234567 Jeugdhulp; "Het Anker"

        Overeenkomsten (2)
          amb, Ambulant: geleverd volume × prijs; de prijs van de eerste dag van de toewijzing; \
        grootboekrekening 4710; kostenplaats JEUGD
          out, Verblijf: een vaste prijs per stuk of periode; een gebroken maand telt naar dagen; \
        de prijs van de eerste dag van de productperiode

        Prijzen (12)
          41A11, per dagdeel € 75,00, alle aanbieders, gemeente Diemen, \
        van 1 januari 2026 tot en met 29 februari 2028, volgens overeenkomst amb (Ambulant)
          43A01, per etmaal € 310,00, alle aanbieders, vanaf 1 januari 2026, volgens overeenkomst amb (Ambulant)
          44A09, per maand € 3.820,00, Jeugdhulp; "Het Anker", vanaf 1 januari 2026, \
        volgens overeenkomst out (Verblijf)
          44A10, per week € 300,00, alle aanbieders, vanaf 1 januari 2026, volgens overeenkomst out (Verblijf)
          44A11, in totaal € 9.750,00, alle aanbieders, vanaf 1 januari 2026, volgens overeenkomst out (Verblijf)
          45A48, per uur € 83,50, alle aanbieders, van 1 januari 2026 tot en met 31 december 2026, \
        volgens overeenkomst amb (Ambulant)
          45A48, per uur € 85,75, alle aanbieders, van 1 januari 2027 tot en met 31 december 2027, \
        volgens overeenkomst amb (Ambulant)
          45A48, per uur € 90,00, De Vuurtoren, gemeente Diemen, vanaf 1 januari 2026, \
        volgens overeenkomst amb (Ambulant)
          45A49, in minuten, per uur € 87,30, alle aanbieders, vanaf 1 januari 2026, \
        volgens overeenkomst amb (Ambulant)
          45A50, per minuut € 1,46, alle aanbieders, vanaf 1 januari 2026, volgens overeenkomst amb (Ambulant)
          50X01, per stuk (output) € 250,00, alle aanbieders, vanaf 1 januari 2026, \
        volgens overeenkomst out (Verblijf)
          54A01, per stuk (inspanning) € 12,00, alle aanbieders, gemeente Verzonnen, \
        van 1 januari 2026 tot en met 30 juni 2026, volgens overeenkomst amb (Ambulant)

        Plafonds per cliënt
          Diemen: 3 plafonds, samen € 65.000,50
          Haarlemmermeer: 1 plafond, samen € 1.000,00

        Waarschuwingen (1)
          client_ceilings.csv:5, kolom set_by: de aanbieder heeft dit plafond zelf gezet; \
        dat hoort de verwijzer of de gemeente te doen

        """)
  }

  @Test func `choices on judging are told when they are not the usual ones`() throws {
    let folder = SampleFolder.small.with(
      "region.yaml",
      "name: R\nsettings: {payer: region, uniqueness: municipality, tr319: message, xslt_version: 2.10.5}\n")
    let description = RegionDescription(try folder.load())
    #expect(
      description.text(in: .dutch).split(separator: "\n")[1]
        == "Betaaltermijn 30 dagen; de regio betaalt voor alle gemeenten; nummers zijn uniek per gemeente; "
        + "TR319 wijst het hele bericht af (0001); antwoorden noemen XsltVersie 2.10.5")
    #expect(
      description.text(in: .english).split(separator: "\n")[1]
        == "Payment term 30 days; the region pays for all municipalities; numbers are unique per municipality; "
        + "TR319 refuses the whole message (0001); answers name XsltVersie 2.10.5")
  }

  @Test func `a small region in English`() throws {
    let folder = SampleFolder.small
      .with("region.yaml", "name: Small\nsettings: {payment_term_days: 1}\n")
      .with("products.csv", SampleFolder.header + "45;T01;16;0;;42420001;0384;2026-01-01;2026-03-31;amb\n")
      .with(
        "agreements.csv", "agreement;name;model;partial_month\namb;Walk-in;unit-price;\nout;Stay;fixed-price;none\n")
    #expect(
      RegionDescription(try folder.load()).text(in: .english) == """
        Region: Small
        Payment term 1 day; each municipality pays for its own clients

        Municipalities (1)
          0384 Diemen

        Providers (1)
          42420001 De Vuurtoren

        Agreements (2)
          amb, Walk-in: delivered volume × price; the price of the first day of the product period
          out, Stay: a fixed price per piece or period; a partial month does not count; \
        the price of the first day of the product period

        Prices (1)
          T01 (category 45), per half-day €0.00, De Vuurtoren, municipality Diemen, \
        from 1 January 2026 up to and including 31 March 2026, under agreement amb (Walk-in)

        Ceilings per client
          none

        Warnings (2)
          agreements.csv:3, column agreement: no price in products.csv is for "out"
          products.csv:2, column price: the price is zero

        """)
  }

  @Test func `a number that could be a BSN is masked in a name too`() throws {
    let folder = SampleFolder.small.with("providers.csv", "agb;name\n42420001;Praktijk 999900006\n")
    let text = RegionDescription(try folder.load()).text(in: .dutch)
    #expect(text.contains("42420001 Praktijk *********"))
  }
}
