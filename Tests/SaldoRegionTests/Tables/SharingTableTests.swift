import Foundation
import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRegion

/// The tables of what municipalities share: what they become, what they say, and each thing that is wrong with them.
struct SharingTableTests {
  @Test func `rows become records`() throws {
    let region = try SampleFolder.sharing.load().snapshot
    let (diemen, other) = (MunicipalityCode("0384")!, MunicipalityCode("0394")!)
    #expect(region.municipalities.map(\.successor) == [nil, nil, diemen])
    let sharing = region.sharing
    #expect(
      sharing.keys == [
        KeyShare(key: "jeugd", municipality: diemen, year: 2026, weight: 6000, useRate: 425),
        KeyShare(key: "jeugd", municipality: other, year: 2026, weight: 35_000, useRate: 350),
        KeyShare(key: "vast", municipality: diemen, weight: 1), KeyShare(key: "vast", municipality: other, weight: 3),
      ])
    #expect(sharing.groupKeys.map(\.group) == ["verblijf", "crisis", "ambulant"])
    #expect(
      sharing.overheads == [Overhead(name: "Inkoopbureau", year: 2026, amount: Euros(cents: 125_000_00), key: "vast")])
    #expect(sharing.residences.map(\.basis) == [.address, .residential, .responsible, .address])
    #expect(sharing.residences[0].period == OpenPeriod("2015-01-01", "2023-03-31"))
    #expect(sharing.continuations.map(\.period) == [Period("2026-03-10", "2027-03-09")])
    #expect(
      sharing.solidarity == [
        SolidarityTerms(domain: .jw, from: 2015, until: 2017, form: .pool(sharePercent: 85)),
        SolidarityTerms(
          domain: .jw, from: 2018, until: 2026,
          form: .claims(.init(thresholdPercent: 10, scope: .wholeOverrun, cap: .none))),
        SolidarityTerms(
          domain: .jw, from: 2027,
          form: .claims(.init(thresholdPercent: 10, scope: .aboveThreshold, cap: .threshold))),
      ])
    #expect(
      sharing.solidarityReports == [
        SolidarityReport(municipality: diemen, domain: .jw, year: 2026, received: "2027-02-01")
      ])
    #expect(sharing.reserves == [Reserve(municipality: diemen, year: 2026, amount: Euros(cents: 200_000_00))])
    #expect(
      sharing.indexation == [
        IndexationFigures(
          domain: .jw, year: 2026, wageSharePercent: 90, wage: .init(forecast: 251, definitive: 307),
          material: .init(forecast: 418, definitive: -40), isFirstYear: true),
        IndexationFigures(
          domain: .jw, year: 2027, wageSharePercent: 90, wage: .init(forecast: 300), material: .init(forecast: 220)),
      ])
    #expect(sharing.migrations.map(\.new.code) == ["45A48"])
    #expect(sharing.areas.map(\.weight) == [20, 1, 30])
    #expect(sharing.costTiers.map(\.above.cents) == [100_000_00, 25_000_00])
    #expect(sharing.areaExceptions.map(\.period) == [OpenPeriod("2026-01-01")])
  }

  @Test func `a region in words names no client`() throws {
    let description = RegionDescription(try SampleFolder.sharing.load())
    let dutch = description.text(in: .dutch)
    #expect(
      dutch.contains(
        """
          9001 Verzonnen, tot en met 31 december 2026, daarna 0384
        """))
    #expect(
      dutch.contains(
        """
        Tussen gemeenten
          Sleutel jeugd voor 2026: Diemen 6.000 × 4,25 %, Haarlemmermeer 35.000 × 3,50 %; voor ambulant
          Sleutel vast: Diemen 1, Haarlemmermeer 3; voor verblijf, crisis
          Uitvoeringskosten Inkoopbureau in 2026: € 125.000,00, volgens sleutel vast
          Woonplaatsen: 2 cliënten
          Zorg onder het contract van de oude gemeente: 1 cliënt
          Solidariteit jw, 2015 tot en met 2017: 85 % van elk budget gaat in een pool
          Solidariteit jw, 2018 tot en met 2026: een overschrijding van meer dan 10 % wordt geheel gedeeld; \
        de anderen dragen zonder grens
          Solidariteit jw, vanaf 2027: het deel van een overschrijding boven 10 % wordt gedeeld; \
        de anderen dragen tot hun eigen drempel
          Onderbouwing van Diemen voor jw 2026, ontvangen op 1 februari 2027
          Reserve van Diemen in 2026: € 200.000,00
          Indexering jw 2026: 90 % loon en 10 % materieel; loon raming 2,51 %, definitief 3,07 %; \
        materieel raming 4,18 %, definitief -0,40 %; zonder correctie
          Indexering jw 2027: 90 % loon en 10 % materieel; loon raming 3,00 %; materieel raming 2,20 %
          Product 45A04 telt als 45A48
          Wijk Centrum (1111, 1112): gewicht 21, De Vuurtoren
          Wijk Zuid (1113): gewicht 30, Jeugdhulp; "Het Anker"
          Hulp door een ander consortium: 1 cliënt
          Geraamde kosten terug naar de manager boven: € 25.000,00 (licht), € 100.000,00 (zwaar)
          Gezamenlijk gesloten zorg crisis in 2026: afgesproken € 400.000,00, 25 % van een afwijking voor de \
        instellingen: De Vuurtoren 3, Jeugdhulp; "Het Anker" 1
          Voorschot van Haarlemmermeer voor 2026: € 50.000,00

        """))
    #expect(
      description.text(in: .english).contains(
        """
        Between municipalities
          Key jeugd for 2026: Diemen 6,000 × 4.25%, Haarlemmermeer 35,000 × 3.50%; for ambulant
          Key vast: Diemen 1, Haarlemmermeer 3; for verblijf, crisis
          Overhead Inkoopbureau in 2026: €125,000.00, by key vast
          Residences: 2 clients
          Care under the contract of the old municipality: 1 client
          Solidarity jw, 2015 up to and including 2017: 85% of each budget goes into a pool
          Solidarity jw, 2018 up to and including 2026: an overrun of more than 10% is shared as a whole; \
        the others carry without limit
          Solidarity jw, from 2027 on: the part of an overrun above 10% is shared; \
        the others carry up to their own threshold
          Report of Diemen for jw 2026, received on 1 February 2027
          Reserve of Diemen in 2026: €200,000.00
          Indexation jw 2026: 90% wages and 10% material; wages forecast 2.51%, definitive 3.07%; \
        material forecast 4.18%, definitive -0.40%; without correction
          Indexation jw 2027: 90% wages and 10% material; wages forecast 3.00%; material forecast 2.20%
          Product 45A04 counts as 45A48
          Neighbourhood Centrum (1111, 1112): weight 21, De Vuurtoren
          Neighbourhood Zuid (1113): weight 30, Jeugdhulp; "Het Anker"
          Help by another consortium: 1 client
          Projected cost back to the manager above: €25,000.00 (licht), €100,000.00 (zwaar)
          Closed care crisis together in 2026: €400,000.00 agreed, 25% of a deviation for the \
        institutions: De Vuurtoren 3, Jeugdhulp; "Het Anker" 1
          Advance of Haarlemmermeer for 2026: €50,000.00

        """))
    #expect(!dutch.contains("999900006") && !dutch.contains("999900018"))
  }

  /// One row that is wrong in the place of a row of the sample: file, row number, text, and the place and words.
  @Test(arguments: [
    ("municipalities.csv", 3, "0394;Haarlemmermeer;;;0384", "3, kolom valid_until: de cel is leeg"),
    (
      "municipalities.csv", 3, "0394;H;;2025-12-31;0402",
      "3, kolom successor: \"0402\" staat niet in municipalities.csv"
    ),
    ("municipalities.csv", 3, "0394;H;;2027-12-31;9001", "3, kolom successor: de opvolger eindigt op 2026-12-31"),
    ("municipalities.csv", 3, "0394;H;;2026-12-31;9001", "3, kolom successor: de opvolger eindigt op 2026-12-31"),
    ("keys.csv", 2, "jeugd;0402;6000;4,25;2026", "2, kolom municipality: \"0402\" staat niet in municipalities.csv"),
    ("keys.csv", 3, "jeugd;0384;1;3,5;2026", "3, kolom municipality: de rij herhaalt rij 2"),
    ("keys.csv", 3, "jeugd;0394;35000;;2026", "3, kolom use_rate: rij 2 van deze sleutel is anders ingevuld"),
    ("keys.csv", 3, "jeugd;0394;35000;100,01;2026", "3, kolom use_rate: \"100,01\" past hier niet"),
    ("keys.csv", 3, "jeugd;0394;35000;-1;2026", "3, kolom use_rate: \"-1\" past hier niet"),
    ("keys.csv", 3, "jeugd;0394;1000000000;3;2026", "3, kolom weight: \"1000000000\" past hier niet"),
    ("keys.csv", 4, "nul;0384;0;;", "4, kolom weight: niemand weegt mee"),
    ("group_keys.csv", 3, "verblijf;vast", "3, kolom group: de rij herhaalt rij 2"),
    ("group_keys.csv", 2, "thuis;vast", "2, kolom group: \"thuis\" staat niet in product_groups.csv"),
    ("group_keys.csv", 2, "verblijf;ander", "2, kolom key: \"ander\" staat niet in keys.csv"),
    ("overheads.csv", 2, "Bureau;2026;1;ander", "2, kolom key: \"ander\" staat niet in keys.csv"),
    ("overheads.csv", 2, "Bureau;2027;1;jeugd", "2, kolom year: de sleutel heeft geen rijen voor 2027"),
    ("residences.csv", 2, "999900006;0000;2015-01-01;;address", "2, kolom municipality: \"0000\" staat niet in"),
    ("residences.csv", 3, "999900006;0363;2023-03-31;;residential", "3, kolom from: de rij overlapt rij 2"),
    ("residences.csv", 3, "999900006;0363;2023-04-01;2023-03-31;residential", "3, kolom until: de laatste dag ligt"),
    ("residences.csv", 3, "999900007;0363;2023-04-01;;residential", "3, kolom bsn: de cel is geen BSN"),
    ("residences.csv", 3, "999900006;0363;2023-04-01;;elders", "3, kolom basis: \"elders\" is hier geen keuze"),
    (
      "continuations.csv", 2, "999900018;0384;2026-03-10;2027-03-10",
      "2, kolom until: de periode is langer dan een jaar"
    ),
    ("continuations.csv", 2, "999900018;0363;2026-03-10;2027-03-09", "2, kolom municipality: \"0363\" staat niet in"),
    ("solidarity.csv", 3, "jw;2017;2026;10;whole-overrun;none;", "3, kolom from: de rij overlapt rij 2"),
    ("solidarity.csv", 2, "jw;2015;2014;;;;85", "2, kolom until: het laatste jaar ligt voor het eerste"),
    ("solidarity.csv", 2, "jw;2015;2017;10;;;85", "2, kolom threshold: ook pooled_share is ingevuld"),
    ("solidarity.csv", 2, "jw;2015;2017;;;none;85", "2, kolom cap: ook pooled_share is ingevuld"),
    ("solidarity_reports.csv", 2, "0402;jw;2026;2027-02-01", "2, kolom municipality: \"0402\" staat niet in"),
    ("reserves.csv", 2, "0402;2026;1", "2, kolom municipality: \"0402\" staat niet in"),
    ("indexation.csv", 2, "jw;2025;90;2,51;4,18;3,07;-0,40;yes", "3, kolom first_year: het jaar 2026 ontbreekt"),
    ("indexation.csv", 3, "jw;2026;90;3;2,2;;;no", "3, kolom year: de rij herhaalt rij 2"),
    ("indexation.csv", 3, "jw;2027;90;50,01;2,2;;;no", "3, kolom wage_forecast: \"50,01\" past hier niet"),
    ("product_migrations.csv", 2, "39;39A01;45;45A48", "2, kolom old_category: \"39\" is geen categorie"),
    ("areas.csv", 3, "1111;Centrum;1;42420001", "3, kolom postal_code: de rij herhaalt rij 2"),
    ("areas.csv", 3, "0112;Centrum;1;42420001", "3, kolom postal_code: \"0112\" is geen postcode"),
    ("areas.csv", 3, "1112AB;Centrum;1;42420001", "3, kolom postal_code: \"1112AB\" is geen postcode"),
    ("areas.csv", 3, "1112;Centrum;1;01234567", "3, kolom consortium: rij 2 van deze wijk noemt een ander consortium"),
    ("areas.csv", 3, "1112;West;1;00000001", "3, kolom consortium: \"00000001\" staat niet in providers.csv"),
    (
      "cost_tiers.csv", 3, "dubbel;100000,00", "3, kolom above: de rij herhaalt rij 2"
    ),
    ("closed_care.csv", 2, "verblijf;2026;1;25", "2, kolom risk_share: geen instelling van deze groep weegt mee"),
    ("closed_care.csv", 2, "onbekend;2026;1;0", "2, kolom group: \"onbekend\" staat niet in product_groups.csv"),
    ("closed_care.csv", 2, "crisis;2026;1;101", "2, kolom risk_share: \"101\" "),
    (
      "closed_care_institutions.csv", 3, "verblijf;01234567;1",
      "3, kolom group: \"verblijf\" staat niet in closed_care.csv"
    ),
    ("closed_care_institutions.csv", 3, "crisis;42420001;1", "3, kolom provider: de rij herhaalt rij 2"),
    (
      "closed_care_institutions.csv", 3, "crisis;00000001;1",
      "3, kolom provider: \"00000001\" staat niet in providers.csv"
    ),
    ("municipal_advances.csv", 2, "0402;2026;1", "2, kolom municipality: \"0402\" staat niet in"),
    (
      "area_exceptions.csv", 2, "999900018;00000001;2026-01-01;;x",
      "2, kolom consortium: \"…\" staat niet in providers.csv"
    ),
  ])
  func `each mistake is named at its place`(file: String, row: Int, text: String, expected: String) {
    let problems = SampleFolder.sharing.with(file, row: row, text).problems()
    #expect(problems.contains { $0.hasPrefix("\(file):\(expected)") }, "\(problems)")
    #expect(!problems.joined().contains("9999000"))
  }

  @Test func `nothing weighs, or two rows of a client hold on one day`() {
    let weightless = SampleFolder.sharing.with(
      "areas.csv", "postal_code;neighbourhood;weight;consortium\n1111;C;0;42420001\n")
    #expect(
      weightless.problems() == ["areas.csv:2, kolom weight: geen wijk weegt mee; verwacht: een gewicht boven nul"])
    let twice = SampleFolder.sharing.adding([
      "area_exceptions.csv": "bsn;consortium;from;until;reason\n999900018;01234567;2026-01-01;2026-01-31;a\n"
        + "999900018;42420001;2026-01-31;;b\n",
      "continuations.csv": "bsn;municipality;from;until\n999900018;0384;2026-03-10;2026-04-30\n"
        + "999900018;0394;2026-05-01;2026-05-31\n999900018;0384;2026-04-30;2026-04-30\n",
    ])
    #expect(
      twice.problems() == [
        "area_exceptions.csv:3, kolom from: de rij overlapt rij 2; verwacht: op elke dag hoogstens één rij",
        "continuations.csv:4, kolom from: de rij overlapt rij 2; verwacht: op elke dag hoogstens één rij",
      ])
  }

  @Test func `what is probably not meant`() throws {
    let ceiling =
      "client_ceilings.csv:5, kolom set_by: de aanbieder heeft dit plafond zelf gezet; dat hoort de verwijzer of de "
      + "gemeente te doen"
    #expect(SampleFolder.sharing.warnings() == [ceiling])
    let folder = SampleFolder.sharing
      .with("solidarity_reports.csv", row: 2, "0384;wmo;2026;2027-02-01")
      .with("indexation.csv", row: 2, "jw;2026;90;2,51;4,18;3,07;;yes")
    #expect(
      folder.warnings() == [
        ceiling,
        "indexation.csv:3, kolom year: de definitieve cijfers van 2026 ontbreken, dus 2027 kan nog niet worden "
          + "geïndexeerd",
        "solidarity_reports.csv:2, kolom year: in 2026 geldt geen solidariteitsregeling",
      ])
  }

  @Test func `a stored region reads back, and leaves out what it does not have`() throws {
    func stored(_ folder: SampleFolder) throws -> String {
      let data = try JSONEncoder().encode(try folder.load().snapshot)
      #expect(try JSONDecoder().decode(RegionSnapshot.self, from: data) == (try folder.load().snapshot))
      return String(decoding: data, as: UTF8.self)
    }
    #expect(try stored(.sharing).contains("\"successor\":\"0384\""))
    let without = try stored(.full)
    #expect(!without.contains("sharing") && !without.contains("successor"))
  }
}
