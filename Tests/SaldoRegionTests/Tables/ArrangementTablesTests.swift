import Foundation
import SaldoDomain
import Testing

@testable import SaldoRegion

/// The tables on single arrangements and on groups of clients: what they become, and each mistake in words.
struct ArrangementTablesTests {
  private static let folder = SampleFolder.small
    .with(
      "agreements.csv",
      "agreement;name;model;instalments\narr;Arrangement;arrangement;70 start, 30 result\ntra;Tranche;tranche;\n"
    )
    .with(
      "products.csv",
      """
      category;code;unit;price;price_unit;valid_from;agreement;client_group
      45;45A01;83;8000,00;total;2026-01-01;arr;
      45;45A02;83;620,00;month;2026-01-01;tra;
      45;45A02;83;700,00;month;2026-01-01;tra;proef
      """
    )
    .with("client_groups.csv", "group;municipality;bsn;from;until\nproef;0384;999900006;2026-02-01;\n")
    .with(
      "outcomes.csv",
      """
      municipality;allocation;category;code;date;outcome;percent;assessed_by
      0384;1001;45;45A01;2026-06-20;achieved;;cliënt, aanbieder en gemeente
      0384;1002;45;45A01;2026-06-21;partly;60;cliënt, aanbieder en gemeente
      0384;1003;45;45A01;2026-06-22;not-achieved;;cliënt, aanbieder en gemeente
      """
    )
    .with(
      "arrangement_changes.csv",
      """
      municipality;allocation;date;old_amount;new_amount;agreed_by
      0384;1001;2026-03-10;8000,00;12000,00;aanbieder en gemeente
      0384;1001;2026-04-10;12000,00;11000,00;aanbieder en gemeente
      """
    )
    .with(
      "arrangement_replacements.csv",
      """
      municipality;allocation;replaced_by;from;reason;domain
      0384;1003;1004;2026-07-01;transfer;
      0384;1005;1006;2026-07-01;new;wmo
      """
    )
    .with(
      "arrangements.csv",
      """
      municipality;allocation;plan_date;arrangement_date
      0384;1001;2026-01-05;2026-01-08
      0384;1002;;2026-01-08
      """
    )
    .with("providers.csv", "agb;name;closed_from\n42420001;De Vuurtoren;2026-05-01\n")

  private func date(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

  @Test func `the tables become records`() throws {
    let region = try Self.folder.load()
    #expect(region.warnings == [])
    let snapshot = region.snapshot
    func key(_ number: UInt32, _ domain: Domain = .jw) -> ArrangementKey {
      ArrangementKey(
        domain: domain, municipality: MunicipalityCode("0384")!, allocation: AllocationNumber(number))
    }
    let records = snapshot.arrangements
    #expect(records.outcomes.map(\.arrangement) == [key(1001), key(1002), key(1003)])
    #expect(records.outcomes.map(\.percent) == [100, 60, 0])
    #expect(records.outcomes.map(\.result) == [.achieved, .partly, .notAchieved])
    #expect(records.outcomes[1].date == date("2026-06-21"))
    #expect(records.changes.map(\.new.cents) == [1_200_000, 1_100_000])
    #expect(records.changes[0].old == Euros(cents: 800_000) && records.changes[0].agreedBy == "aanbieder en gemeente")
    #expect(records.replacements.map(\.replacement) == [key(1004), key(1006, .wmo)])
    #expect(records.replacements.map(\.reason) == [.transfer, .new])
    #expect(records.plans.map(\.planDate) == [date("2026-01-05"), nil])
    #expect(records.plans.map(\.arrangementDate) == [date("2026-01-08"), date("2026-01-08")])
    #expect(snapshot.agreements[0].instalments.map(\.share) == [70, 30])
    #expect(snapshot.prices.map(\.clientGroup) == [nil, nil, "proef"])
    #expect(snapshot.clientGroups.map(\.group) == ["proef"])
    #expect(snapshot.clientGroups[0].validity == OpenPeriod(begin: date("2026-02-01"), end: nil))
    #expect(snapshot.providers[0].closedFrom == date("2026-05-01"))
    let copy = try JSONDecoder().decode(RegionSnapshot.self, from: JSONEncoder().encode(snapshot))
    #expect(copy == snapshot)
  }

  @Test func `tables that are not there leave no trace in a stored region`() throws {
    let json = String(decoding: try JSONEncoder().encode(SampleFolder.small.load().snapshot), as: UTF8.self)
    for word in ["arrangements", "outcomes", "clientGroup", "closedFrom"] { #expect(!json.contains(word), "\(word)") }
  }

  @Test func `the description counts, and names no client`() throws {
    let text = RegionDescription(try Self.folder.load()).text(in: .dutch)
    for line in [
      "Cliëntgroepen\n  proef, Diemen: 1 cliënt\n",
      """
      Arrangementen
        Uitkomsten: 1 behaald, 1 deels behaald, 1 niet behaald
        Afgesproken wijzigingen: 2, per saldo € 3.000,00
        Vervangen arrangementen: 2, waarvan 1 naar een andere aanbieder zonder nieuwe start
        Gezinsplannen en arrangementen: 2, waarvan 1 compleet

      """,
      "42420001 De Vuurtoren, gesloten vanaf 1 mei 2026\n", "alle aanbieders, cliëntgroep proef, vanaf 1 januari 2026",
    ] { #expect(text.contains(line), "\(line)") }
    #expect(!text.contains("999900006"))
    let english = RegionDescription(try Self.folder.load()).text(in: .english)
    #expect(english.contains("Outcomes: 1 achieved, 1 partly achieved, 1 not achieved\n"))
    #expect(english.contains("Replaced arrangements: 2, of which 1 go to another provider without a new start\n"))
  }

  private static let wrongRows: [(String, Int, String, String)] = [
    (
      "outcomes.csv", 3, "0384;1002;45;45A01;2026-06-21;partly;;drie",
      "outcomes.csv:3, kolom percent: de cel is leeg; verwacht: een geheel getal van 1 tot en met 99"
    ),
    (
      "outcomes.csv", 3, "0384;1002;45;45A01;2026-06-21;partly;100;drie",
      "outcomes.csv:3, kolom percent: \"100\" past hier niet; verwacht: een geheel getal van 1 tot en met 99"
    ),
    (
      "outcomes.csv", 2, "0384;1001;45;45A01;2026-06-20;achieved;100;drie",
      "outcomes.csv:2, kolom percent: een percentage hoort niet bij achieved; verwacht: leeg, of uitkomst partly"
    ),
    (
      "outcomes.csv", 2, "0384;1001;45;45A01;2026-06-20;gehaald;;drie",
      "outcomes.csv:2, kolom outcome: \"gehaald\" is hier geen keuze; verwacht: achieved, partly of not-achieved"
    ),
    (
      "outcomes.csv", 2, "0384;1001;45;45A01;2026-06-20;achieved;;",
      "outcomes.csv:2, kolom assessed_by: de cel is leeg; verwacht: wie de uitkomst beoordeelden"
    ),
    (
      "outcomes.csv", 4, "0384;1001;45;45A01;2026-06-25;achieved;;drie",
      "outcomes.csv:4, kolom allocation: rij 2 zegt al iets over hetzelfde arrangement; "
        + "verwacht: elk arrangement één keer"
    ),
    (
      "outcomes.csv", 2, "0599;1001;45;45A01;2026-06-20;achieved;;drie",
      "outcomes.csv:2, kolom municipality: \"0599\" staat niet in municipalities.csv; "
        + "verwacht: een sleutel uit municipalities.csv"
    ),
    (
      "outcomes.csv", 2, "0384;1234567890;45;45A01;2026-06-20;achieved;;drie",
      "outcomes.csv:2, kolom allocation: de cel is geen toewijzingnummer; "
        + "verwacht: een toewijzingnummer van hoogstens negen cijfers"
    ),
    (
      "arrangement_changes.csv", 3, "0384;1001;2026-04-10;8000,00;11000,00;beide",
      "arrangement_changes.csv:3, kolom old_amount: volgens rij 2 gold toen € 12.000,00; "
        + "verwacht: het bedrag dat voor de wijziging gold"
    ),
    (
      "arrangement_changes.csv", 3, "0384;1001;2026-03-10;12000,00;11000,00;beide",
      "arrangement_changes.csv:3, kolom date: rij 2 zegt al iets over hetzelfde arrangement; "
        + "verwacht: elk arrangement één keer"
    ),
    (
      "arrangement_replacements.csv", 2, "0384;1003;1003;2026-07-01;new;",
      "arrangement_replacements.csv:2, kolom replaced_by: een arrangement vervangt zichzelf; "
        + "verwacht: het nummer van een andere toewijzing"
    ),
    (
      "arrangement_replacements.csv", 3, "0384;1005;1004;2026-07-01;new;",
      "arrangement_replacements.csv:3, kolom replaced_by: rij 2 zegt al iets over hetzelfde arrangement; "
        + "verwacht: elk arrangement één keer"
    ),
    (
      "arrangements.csv", 3, "0384;1001;2026-01-05;2026-01-08",
      "arrangements.csv:3, kolom allocation: rij 2 zegt al iets over hetzelfde arrangement; "
        + "verwacht: elk arrangement één keer"
    ),
    (
      "client_groups.csv", 2, "proef;0384;999900006;2026-02-01;2026-01-31",
      "client_groups.csv:2, kolom until: de laatste dag ligt voor de eerste; verwacht: een dag op of na de eerste"
    ),
    (
      "client_groups.csv", 2, "proef;0599;999900006;2026-02-01;",
      "client_groups.csv:2, kolom municipality: \"0599\" staat niet in municipalities.csv; "
        + "verwacht: een sleutel uit municipalities.csv"
    ),
    (
      "client_groups.csv", 2, "proef;0384;999900007;2026-02-01;",
      "client_groups.csv:2, kolom bsn: de cel is geen BSN; "
        + "verwacht: een BSN van negen cijfers dat aan de elfproef voldoet"
    ),
    (
      "providers.csv", 2, "42420001;De Vuurtoren;gisteren",
      "providers.csv:2, kolom closed_from: \"gisteren\" is geen datum; "
        + "verwacht: een bestaande dag als 2026-01-31 of 31-01-2026"
    ),
    (
      "products.csv", 2, "45;45A01;83;8000,00;month;2026-01-01;arr;",
      "products.csv:2, kolom price_unit: een prijs per month past niet bij model arrangement van overeenkomst "
        + "\"arr\"; verwacht: total"
    ),
    (
      "products.csv", 3, "45;45A02;83;620,00;week;2026-01-01;tra;",
      "products.csv:3, kolom price_unit: een prijs per week past niet bij model tranche van overeenkomst "
        + "\"tra\"; verwacht: month"
    ),
  ]

  @Test(arguments: wrongRows)
  func `a wrong row is named`(file: String, row: Int, text: String, problem: String) {
    #expect(Self.folder.with(file, row: row, text).problems() == [problem])
  }

  @Test func `replacements that lead in a circle are named`() {
    let folder = Self.folder.with(
      "arrangement_replacements.csv",
      """
      municipality;allocation;replaced_by;from;reason
      0384;1;2;2026-01-01;new
      0384;2;3;2026-02-01;new
      0384;3;1;2026-03-01;new
      0384;9;1009;2026-03-01;new
      """)
    let problem =
      "kolom replaced_by: de vervangingen komen weer bij hetzelfde arrangement uit; "
      + "verwacht: een arrangement dat niet eerder vervangen is"
    #expect(folder.problems() == [2, 3, 4].map { "arrangement_replacements.csv:\($0), \(problem)" })
  }

  @Test func `a client is in a group once on any day`() {
    let header = "group;municipality;bsn;from;until\n"
    let overlapping = Self.folder.with(
      "client_groups.csv",
      header + "proef;0384;999900006;2026-01-01;2026-03-31\nproef;0384;999900006;2026-03-31;\n")
    #expect(
      overlapping.problems() == [
        "client_groups.csv:3, kolom from: de rij overlapt rij 2, met dezelfde groep, gemeente en cliënt; "
          + "verwacht: een cliënt op elke dag hoogstens één keer in een groep"
      ])
    let following = Self.folder.with(
      "client_groups.csv",
      header + "proef;0384;999900006;2026-01-01;2026-03-31\nproef;0384;999900006;2026-04-01;\n")
    #expect(following.problems() == [])
  }

  @Test func `a group without a price or without clients is a warning`() {
    let folder = Self.folder.with("client_groups.csv", row: 2, "uitloop;0384;999900006;2026-02-01;")
    #expect(
      folder.warnings() == [
        "client_groups.csv:2, kolom group: geen prijs in products.csv is voor deze groep",
        "products.csv:4, kolom client_group: geen cliënt in client_groups.csv is in deze groep",
      ])
  }

  @Test func `choices on arrangements are told, and are a warning in another agreement`() throws {
    let folder = Self.folder.with(
      "agreements.csv",
      """
      agreement;name;model;instalments;on_replacement;hold_days;entitlement
      arr;Arrangement;arrangement;;set-off;1;plan-and-arrangement
      tra;Tranche;tranche;50 start, 50 result;;3;
      """)
    let words = "deze keuze betekent alleen iets bij model arrangement"
    #expect(
      folder.warnings() == [
        "agreements.csv:3, kolom hold_days: \(words)", "agreements.csv:3, kolom instalments: \(words)",
      ])
    let text = RegionDescription(try folder.load()).text(in: .dutch)
    #expect(
      text.contains(
        "een bedrag in termijnen: 50 % bij de start, 50 % bij het resultaat; wacht hoogstens 1 werkdag op een uitkomst; "
          + "bij vervanging verrekend met de oude start; recht op zorg door gezinsplan en arrangement; "))
  }

  @Test func `tables on arrangements without an arrangement are a warning`() {
    let folder = SampleFolder.small.with(
      "arrangements.csv", "municipality;allocation;plan_date;arrangement_date\n0384;1001;;\n")
    #expect(
      folder.warnings() == [
        "arrangements.csv: geen overeenkomst heeft model arrangement, dus deze tabel doet niets"
      ])
  }
}
