import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRegion

struct CeilingTablesTests {
  /// The small folder with a ceiling, a matrix, a segment and every table of ceilings.
  private static let full = SampleFolder.small
    .with(
      "agreements.csv", "agreement;name;model;segment\namb;Ambulant;unit-price;ambulant\nout;Verblijf;fixed-price;\n"
    )
    .with(
      "client_ceilings.csv",
      """
      municipality;bsn;from;until;ceiling;set_by;child_nature;child_severity;system_nature;system_severity;motive
      0384;999900006;2026-01-01;2026-12-31;6000;referrer;gedrag;licht;opvoeding;matig;
      0384;999900018;2026-01-01;2026-12-31;9000;referrer;gedrag;licht;opvoeding;matig;drie kinderen
      """
    )
    .with(
      "ceiling_matrix.csv",
      """
      child_nature;child_severity;system_nature;system_severity;height;valid_from
      gedrag;licht;opvoeding;matig;6000;2026-01-01
      """
    )
    .with(
      "ceiling_raises.csv",
      """
      municipality;bsn;from;valid_from;known_on;old;new;by;reason
      0384;999900006;2026-01-01;2026-03-01;2026-03-10;6000;7000;gemeente;zwaardere vraag
      """
    )
    .with(
      "ceiling_dispositions.csv",
      """
      municipality;bsn;from;date;disposition;note
      0384;999900006;2026-01-01;2026-03-10;raised;na overleg
      """
    )
    .with("spending_spaces.csv", "provider;segment;domain;year;amount\n42420001;ambulant;jw;2026;1000000,00\n")
    .with("budgets.csv", "municipality;group;domain;year;amount\n0384;Ambulant;jw;2026;2500000\n")
    .with("product_groups.csv", "group;category;code\nAmbulant;45;*\nDyslexie;45;45D01\n")

  @Test func `a folder with all of them loads without warnings`() throws {
    #expect(Self.full.problems() == [])
    #expect(Self.full.warnings() == [])
    let snapshot = try Self.full.load().snapshot
    let bsn = try #require(Bsn(digits: "999900006"))
    let municipality = try #require(MunicipalityCode("0384"))
    #expect(
      snapshot.ceilings.raises == [
        CeilingRaise(
          municipality: municipality, bsn: bsn, ceilingBegin: "2026-01-01", validFrom: "2026-03-01",
          knownOn: "2026-03-10", old: Euros(cents: 600_000), new: Euros(cents: 700_000), by: "gemeente",
          reason: "zwaardere vraag")
      ])
    #expect(
      snapshot.ceilings.dispositions == [
        CeilingDisposition(
          municipality: municipality, bsn: bsn, ceilingBegin: "2026-01-01", date: "2026-03-10", outcome: .raised,
          note: "na overleg")
      ])
    #expect(
      snapshot.ceilings.spendingSpaces == [
        SpendingSpace(
          provider: try #require(ProviderCode("42420001")), segment: "ambulant", domain: .jw, year: 2026,
          amount: Euros(cents: 100_000_000))
      ])
    #expect(snapshot.ceilings.budgets.map(\.amount.cents) == [250_000_000])
    #expect(snapshot.ceilings.productGroups.map(\.code) == [nil, "45D01"])
    #expect(snapshot.ceilings.matrix.map(\.height.cents) == [600_000])
    #expect(snapshot.clientCeilings.map(\.motive) == [nil, "drie kinderen"])
    #expect(snapshot.clientCeilings[0].cell?.systemSeverity == "matig")
  }

  @Test func `saldo region tells them without naming a client`() throws {
    let text = RegionDescription(try Self.full.load()).text(in: .dutch)
    for line in [
      "plafonds per cliënt: 1 ophoging, 1 afhandeling", "matrix van plafonds: 1 rij",
      "plafond van een cliënt van Diemen: van € 6.000,00 naar € 7.000,00 vanaf 1 maart 2026, bekend op 10 maart 2026",
      "bestedingsruimte 2026 (jw) van De Vuurtoren, ambulant: € 1.000.000,00",
      "begroting 2026 (jw) van Diemen, Ambulant: € 2.500.000,00", "productgroep Ambulant: categorie 45",
      "productgroep Dyslexie: 45D01",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
    #expect(!text.contains("999900006"))
    let english = RegionDescription(try Self.full.load()).text(in: .english)
    #expect(english.contains("ceilings per client: 1 raise, 1 disposition"))
    #expect(
      english.contains(
        "ceiling of a client of Diemen: from €6,000.00 to €7,000.00 from 1 March 2026, known on 10 March 2026"))
  }

  @Test func `GA-5: a deviation from the matrix without a motive is a warning`() {
    let folder = Self.full.with(
      "client_ceilings.csv", row: 2,
      "0384;999900006;2026-01-01;2026-12-31;6000,01;referrer;gedrag;licht;opvoeding;matig;"
    )
    .with("ceiling_raises.csv", "municipality;bsn;from;valid_from;known_on;old;new;by;reason\n")
    #expect(
      folder.warnings() == [
        "client_ceilings.csv:2, kolom ceiling: de matrix zegt € 6.000,00 en een motivering ontbreekt"
      ])
  }

  @Test func `GA-2: an old height that is not the ceiling's is a warning`() {
    let folder = Self.full.with(
      "ceiling_raises.csv", row: 2, "0384;999900006;2026-01-01;2026-03-01;2026-03-10;5999;7000;gemeente;vraag")
    #expect(
      folder.warnings() == ["ceiling_raises.csv:2, kolom old: het plafond was op die dag € 6.000,00"])
    let second = Self.full.with(
      "ceiling_raises.csv",
      Self.full["ceiling_raises.csv"]
        + "\n0384;999900006;2026-01-01;2026-04-01;2026-04-10;7000;8000;gemeente;vraag\n")
    #expect(second.warnings() == [])
  }

  @Test func `raises and dispositions are of a ceiling that exists, and errors show no BSN`() {
    let folder = Self.full
      .with("ceiling_raises.csv", row: 2, "0384;999900006;2026-01-02;2026-03-01;2026-03-10;6000;7000;gemeente;vraag")
      .with("ceiling_dispositions.csv", row: 2, "0384;999900031;2026-01-01;2026-03-10;raised;")
    let words =
      "client_ceilings.csv heeft geen plafond van deze cliënt dat op deze dag begint; verwacht: de eerste dag van "
      + "een plafond"
    #expect(
      folder.problems() == [
        "ceiling_dispositions.csv:2, kolom from: \(words)", "ceiling_raises.csv:2, kolom from: \(words)",
      ])
  }

  @Test(arguments: [
    ("spending_spaces.csv", "42420002;ambulant;jw;2026;1", "kolom provider: \"42420002\" staat niet in providers.csv"),
    ("spending_spaces.csv", "42420001;verblijf;jw;2026;1", "kolom segment: \"verblijf\" staat niet in agreements.csv"),
    ("spending_spaces.csv", "42420001;ambulant;zvw;2026;1", "kolom domain: \"zvw\" is hier geen keuze"),
    ("budgets.csv", "0394;Ambulant;jw;2026;1", "kolom municipality: \"0394\" staat niet in municipalities.csv"),
    ("budgets.csv", "0384;Verblijf;jw;2026;1", "kolom group: \"Verblijf\" staat niet in product_groups.csv"),
    ("product_groups.csv", "Ambulant;99;*", "kolom category: \"99\" is geen categorie van iJw of iWmo"),
    ("ceiling_matrix.csv", "gedrag;;opvoeding;matig;1;2026-01-01", "kolom child_severity: de cel is leeg"),
    ("ceiling_dispositions.csv", "0384;999900006;2026-01-01;2026-03-10;later;", "is hier geen keuze"),
    (
      "ceiling_raises.csv", "0384;999900006;2026-01-01;2026-03-01;2026-03-10;6000;7000;;vraag",
      "kolom by: de cel is leeg"
    ),
  ])
  func `a mistake in a row`(file: String, row: String, expected: String) {
    let problems = Self.full.with(file, row: 2, row).problems()
    #expect(problems.contains { $0.hasPrefix("\(file):2") && $0.contains(expected) }, "\(problems)")
  }

  @Test func `a ceiling names its whole cell, and one of the matrix`() {
    let half = Self.full.with(
      "client_ceilings.csv", row: 2, "0384;999900006;2026-01-01;2026-12-31;6000;referrer;gedrag;;;;")
    #expect(half.problems().contains { $0.hasPrefix("client_ceilings.csv:2, kolom child_severity: de cel is leeg") })
    let unknown = Self.full.with(
      "client_ceilings.csv", row: 2,
      "0384;999900006;2026-01-01;2026-12-31;6000;referrer;gedrag;zwaar;opvoeding;matig;")
    #expect(
      unknown.problems() == [
        "client_ceilings.csv:2, kolom child_nature: \"gedrag\" staat niet in ceiling_matrix.csv; verwacht: een sleutel "
          + "uit ceiling_matrix.csv"
      ])
  }

  @Test(arguments: [
    "spending_spaces.csv", "budgets.csv", "product_groups.csv", "ceiling_matrix.csv", "ceiling_raises.csv",
  ])
  func `a row that repeats another`(file: String) {
    let row = Self.full[file].split(separator: "\n")[1]
    let problems = Self.full.with(file, Self.full[file] + "\n\(row)\n").problems()
    #expect(problems.count == 1 && problems[0].contains("de rij herhaalt rij 2"), "\(problems)")
  }
}
