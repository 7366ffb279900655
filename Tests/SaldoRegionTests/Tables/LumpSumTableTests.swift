import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRegion

/// The tables of what is paid without declarations: each error by itself, and what the rows mean.
struct LumpSumTableTests {
  /// A folder with an agreement of each model, and two municipalities.
  static let folder = SampleFolder.small
    .with("municipalities.csv", "code;name\n0384;Diemen\n0394;Haarlemmermeer\n")
    .with(
      "agreements.csv",
      "agreement;name;model\namb;Ambulant;unit-price\nout;Verblijf;fixed-price\nls;Wijk;lumpsum\nsub;Subsidie;subsidy\nbed;Bedden;availability\n"
    )

  static let lumpSums =
    "agreement;provider;municipality;municipality_shares;domain;year;amount;instalments;part;corridor_band;corridor_risk_share;book_from\n"
  static let capacities = "agreement;provider;municipality;domain;places;price_per_day;from;until\n"
  static let advances =
    "agreement;provider;municipality;domain;year;yearly_amount;percent;monthly_amount;settled;final\n"
  static let production = "municipality;provider;bsn;category;code;month;volume\n"

  private func problems(_ file: String, _ text: String) -> [String] {
    Self.folder.with(file, text).problems(in: .english).map {
      String($0.split(separator: ";")[0])
    }
  }

  @Test func `rows become values`() throws {
    let region = try Self.folder
      .with(
        "lump_sums.csv",
        Self.lumpSums + "ls;42420001;;0384 60, 0394 40;jw;2026;1200000,01;monthly;;5;50;2026-02-01\n"
          + "sub;42420001;0384;;wmo;2026;500;2026-03-01, 01-09-2026;transformation;;;\n"
      )
      .with("availability.csv", Self.capacities + "bed;42420001;0394;jw;3;250,5;2026-01-01;\n")
      .with("advances.csv", Self.advances + "amb;42420001;0384;jw;2026;120000;80;;quarterly;yes\n")
      .with("production.csv", Self.production + "0384;42420001;999900006;45;45A48;2026-03;12\n")
      .load()
    let records = region.snapshot.lumpSums
    let provider = try #require(ProviderCode("42420001"))
    let (diemen, meer) = (try #require(MunicipalityCode("0384")), try #require(MunicipalityCode("0394")))
    #expect(
      records.lumpSums == [
        LumpSum(
          agreement: "ls", provider: provider, domain: .jw,
          shares: [.init(municipality: diemen, weight: 60), .init(municipality: meer, weight: 40)], year: 2026,
          amount: Euros(cents: 120_000_001), instalments: .monthly,
          corridor: .init(bandPercent: 5, riskSharePercent: 50), bookFrom: "2026-02-01"),
        LumpSum(
          agreement: "sub", provider: provider, domain: .wmo, shares: [.init(municipality: diemen, weight: 1)],
          year: 2026, amount: Euros(cents: 50_000), instalments: .days(["2026-03-01", "2026-09-01"]),
          part: .transformation),
      ])
    #expect(
      records.capacities == [
        Capacity(
          agreement: "bed", provider: provider, municipality: meer, domain: .jw, places: 3,
          pricePerDay: Euros(cents: 25_050), validity: OpenPeriod("2026-01-01"))
      ])
    #expect(
      records.advances == [
        Advance(
          agreement: "amb", provider: provider, municipality: diemen, domain: .jw, year: 2026,
          yearlyAmount: Euros(cents: 12_000_000), height: .percent(80), settled: .quarterly, isFinal: true)
      ])
    #expect(records.production.map(\.volume) == [12])
    #expect(region.warnings == [])
    let text = RegionDescription(region).text(in: .english)
    #expect(text.contains("€1,200,000.01 for 2026, De Vuurtoren, Diemen (60/100), Haarlemmermeer (40/100)"))
    #expect(text.contains("advance of 80% of €120,000.00 for 2026"))
    #expect(text.contains("Diemen: 1 row of production"))
    #expect(!text.contains("999900006"))
  }

  @Test(arguments: [
    ("ls;42420001;0384;0384 1;jw;2026;1;monthly;;;;", "municipality: municipality_shares is filled too"),
    ("ls;42420001;;;jw;2026;1;monthly;;;;", "municipality: no municipality is filled in"),
    ("ls;42420001;;0384 0;jw;2026;1;monthly;;;;", "municipality_shares: \"0384 0\" is not a division"),
    (
      "ls;42420001;;0384 1, 0384 2;jw;2026;1;monthly;;;;",
      "municipality_shares: \"0384 1, 0384 2\" names a municipality twice"
    ),
    (
      "ls;42420001;;0384 1, 0363 2;jw;2026;1;monthly;;;;",
      "municipality_shares: \"0384 1, 0363 2\" is not in municipalities.csv"
    ),
    ("ls;42420001;0363;;jw;2026;1;monthly;;;;", "municipality: \"0363\" is not in municipalities.csv"),
    ("ls;42420002;0384;;jw;2026;1;monthly;;;;", "provider: \"42420002\" is not in providers.csv"),
    ("xx;42420001;0384;;jw;2026;1;monthly;;;;", "agreement: \"xx\" is not in agreements.csv"),
    ("amb;42420001;0384;;jw;2026;1;monthly;;;;", "agreement: the agreement has model unit-price"),
    ("ls;42420001;0384;;jw;2026;1;2025-12-31;;;;", "instalments: 2025-12-31 is not in 2026"),
    ("ls;42420001;0384;;jw;2026;1;weekly;;;;", "instalments: \"weekly\" does not say when is paid"),
    (
      "ls;42420001;0384;;jw;2026;1;2026-01-01, 2026-01-01;;;;",
      "instalments: \"2026-01-01, 2026-01-01\" names a day twice"
    ),
    ("ls;42420001;0384;;jw;2026;1;monthly;;5;;", "corridor_risk_share: the cell is empty"),
    ("ls;42420001;0384;;jw;2026;1;monthly;transformation;5;50;", "corridor_band: part is transformation"),
    ("ls;42420001;0384;;zz;2026;1;monthly;;;;", "domain: \"zz\" is no choice here"),
  ])
  func `lump sums`(row: String, error: String) {
    #expect(problems("lump_sums.csv", Self.lumpSums + row + "\n") == ["lump_sums.csv:2, column \(error)"])
  }

  /// Keys: `jeugd` 6,000 youths of whom 4.25 % use care, and 35,000 of whom 3.5 %, in 2026; `vast` 1 : 3 in every year.
  private static func keyed(_ row: String, keys: String = "") -> SampleFolder {
    folder
      .with("municipalities.csv", "code;name;valid_until;successor\n0384;Diemen;2026-12-31;0394\n0394;Meer;;\n")
      .with(
        "keys.csv",
        "key;municipality;weight;use_rate;year\njeugd;0394;35000;3,5;2026\njeugd;0384;6000;4,25;2026\n"
          + "vast;0384;1;;\nvast;0394;3;;\n" + keys
      )
      .with("lump_sums.csv", "agreement;provider;municipality;key;domain;year;amount;instalments\n" + row + "\n")
  }

  @Test func `a yearly amount is shared by a key, in the order of the region`() throws {
    let (diemen, meer) = (try #require(MunicipalityCode("0384")), try #require(MunicipalityCode("0394")))
    func shares(_ row: String) throws -> [LumpSum.Share]? {
      try Self.keyed(row).load().snapshot.lumpSums.lumpSums.first?.shares
    }
    // 6,000 × 4.25 % and 35,000 × 3.5 %, in hundredths of a percent.
    #expect(
      try shares("ls;42420001;;jeugd;jw;2026;1200;monthly") == [
        .init(municipality: diemen, weight: 2_550_000), .init(municipality: meer, weight: 12_250_000),
      ])
    #expect(
      try shares("ls;42420001;;vast;jw;2026;1200;monthly") == [
        .init(municipality: diemen, weight: 1), .init(municipality: meer, weight: 3),
      ])
    // Diemen went up in Haarlemmermeer at the end of 2026.
    #expect(try shares("ls;42420001;;vast;jw;2027;1200;monthly") == [.init(municipality: meer, weight: 4)])
  }

  @Test(arguments: [
    ("ls;42420001;;ander;jw;2026;1;monthly", "key: \"ander\" is not in keys.csv"),
    ("ls;42420001;;jeugd;jw;2027;1;monthly", "key: the key has no rows for 2027"),
    ("ls;42420001;0394;vast;jw;2026;1;monthly", "municipality: key is filled too"),
    ("ls;42420001;;;jw;2026;1;monthly", "municipality: no municipality is filled in"),
  ])
  func `a key that cannot be used`(row: String, error: String) {
    let problems = Self.keyed(row).problems(in: .english).map { String($0.split(separator: ";")[0]) }
    #expect(problems == ["lump_sums.csv:2, column \(error)"])
  }

  @Test func `a mistake in the keys is told there only`() {
    let problems = Self.keyed("ls;42420001;;nieuw;jw;2026;1;monthly", keys: "nieuw;0384;x;;\n").problems(in: .english)
    #expect(problems.count == 1 && problems[0].hasPrefix("keys.csv:6, column weight"), "\(problems)")
  }

  @Test func `what stands twice is named once`() {
    let row = "ls;42420001;0384;;jw;2026;1;monthly;;;;\n"
    #expect(
      problems("lump_sums.csv", Self.lumpSums + row + "ls;42420001;;0394 1, 0384 1;jw;2026;1;monthly;;;;\n")
        == ["lump_sums.csv:3, column year: the row says the same as row 2"])
    #expect(problems("lump_sums.csv", Self.lumpSums + row + row.replacing("2026", with: "2027")) == [])
    let bed = "bed;42420001;0384;jw;3;1;2026-01-01;2026-06-30\n"
    #expect(
      problems("availability.csv", Self.capacities + bed + "bed;42420001;0384;jw;3;1;2026-06-30;\n")
        == ["availability.csv:3, column from: the row says the same as row 2"])
    #expect(problems("availability.csv", Self.capacities + bed + "bed;42420001;0384;jw;3;1;2026-07-01;\n") == [])
    let advance = "amb;42420001;0384;jw;2026;;;100;monthly;\n"
    #expect(
      problems("advances.csv", Self.advances + advance + advance)
        == ["advances.csv:3, column year: the row says the same as row 2"])
    let care = "0384;42420001;999900006;45;45A48;2026-03;\n"
    #expect(
      problems("production.csv", Self.production + care + care)
        == ["production.csv:3, column month: the row says the same as row 2"])
  }

  @Test(arguments: [
    ("bed;42420001;0384;jw;0;1;2026-01-01;", "places: \"0\" does not fit here"),
    ("bed;42420001;0384;jw;1;1;2026-01-02;2026-01-01", "until: the last day is before the first"),
    ("ls;42420001;0384;jw;1;1;2026-01-01;", "agreement: the agreement has model lumpsum"),
  ])
  func `availability`(row: String, error: String) {
    #expect(problems("availability.csv", Self.capacities + row + "\n") == ["availability.csv:2, column \(error)"])
  }

  @Test(arguments: [
    ("amb;42420001;0384;jw;2026;;;;monthly;", "percent: the height of the advance is not determined"),
    ("amb;42420001;0384;jw;2026;;80;;monthly;", "yearly_amount: the height of the advance is not determined"),
    ("amb;42420001;0384;jw;2026;100;80;100;monthly;", "yearly_amount: the height of the advance is not determined"),
    ("amb;42420001;0384;jw;2026;100;101;;monthly;", "percent: \"101\" does not fit here"),
    ("ls;42420001;0384;jw;2026;100;80;;monthly;", "agreement: the agreement has model lumpsum"),
    ("amb;42420001;0384;jw;2026;100;80;;weekly;", "settled: \"weekly\" is no choice here"),
  ])
  func `advances`(row: String, error: String) {
    #expect(problems("advances.csv", Self.advances + row + "\n") == ["advances.csv:2, column \(error)"])
  }

  @Test func `an agreement that nobody pays is named`() {
    let folder = Self.folder.with(
      "lump_sums.csv", Self.lumpSums + "ls;42420001;;0384 60, 0394 40;jw;2026;1;monthly;;;;\n")
    #expect(
      folder.warnings(in: .english).filter { $0.contains("pays") } == [
        "agreements.csv:5, column agreement: no row in lump_sums.csv pays this agreement",
        "agreements.csv:6, column agreement: no row in availability.csv pays this agreement",
      ])
  }

  @Test func `a wrong BSN in production is not shown`() {
    #expect(
      problems("production.csv", Self.production + "0384;42420001;999900007;45;45A48;2026-03;\n")
        == ["production.csv:2, column bsn: the cell is not a BSN"])
  }
}
