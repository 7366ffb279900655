import Foundation
import SaldoDomain
import Testing

@testable import SaldoRegion

struct RegionFolderTests {
  private func date(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

  @Test func `a folder with every feature becomes a snapshot`() throws {
    let region = try SampleFolder.full.load().snapshot
    #expect(region.name == "Regio Voorbeeld")
    #expect(region.settings == RegionSettings(paymentTermDays: 21, payer: .region))
    #expect(region.municipalities.map(\.code.description) == ["0384", "0394", "9001"])
    #expect(region.municipalities[1].validFrom == date("2019-01-01"))
    #expect(region.municipalities[2].validUntil == date("2026-12-31"))
    #expect(region.providers.map(\.name) == ["De Vuurtoren", "Jeugdhulp; \"Het Anker\""])
    #expect(
      region.agreements == [
        Agreement(
          key: "amb", name: "Ambulant", model: .unitPrice, tariffDate: .start, ledgerAccount: "4710",
          costCentre: "JEUGD"),
        Agreement(key: "out", name: "Verblijf", model: .fixedPrice, partialMonth: .proRataDays),
      ])
    #expect(
      region.prices.map(\.price.cents) == [
        8350, 8575, 9000, 8730, 146, 7500, 382_000, 30000, 975_000, 25000, 1200, 31000,
      ])
    #expect(
      region.prices.map(\.basis) == [
        .unit, .unit, .unit, .hour, .unit, .unit, .month, .week, .total, .unit, .unit, .unit,
      ])
    #expect(
      region.prices[2]
        == PriceRow(
          product: Product(category: ProductCategory(rawValue: "45"), code: "45A48"), unit: .hour,
          price: Euros(cents: 9000), basis: .unit, provider: ProviderCode("42420001"),
          municipality: MunicipalityCode("0384"), validity: OpenPeriod(begin: date("2026-01-01"), end: nil),
          agreement: "amb"))
    #expect(region.prices[1].validity == OpenPeriod(begin: date("2027-01-01"), end: date("2027-12-31")))
    #expect(region.prices[5].validity.end == date("2028-02-29"))
    #expect(region.clientCeilings.map(\.ceiling.cents) == [4_000_000, 1_250_000, 1_250_050, 100_000])
    #expect(region.clientCeilings[1].period == Period(begin: date("2026-01-01"), end: date("2026-06-30")))
    #expect(region.clientCeilings[3].setter == .provider)
  }

  @Test func `optional columns, the settings and the ceilings may be left out`() throws {
    let region = try SampleFolder.small
      .with("products.csv", "category;code;unit;price;valid_from;agreement\n45;45A48;04;83,50;2026-01-01;amb\n")
      .load().snapshot
    #expect(region.settings == RegionSettings(paymentTermDays: 30, payer: .municipality))
    #expect(region.agreements[0].tariffDate == .delivery)
    #expect(region.agreements[0].partialMonth == .full)
    #expect(region.prices[0].validity.end == nil)
    #expect(region.prices[0].provider == nil)
    #expect(region.clientCeilings.isEmpty)
  }

  @Test func `columns stand in any order`() throws {
    let folder = SampleFolder.small.with("providers.csv", "name;agb\nDe Vuurtoren;42420001\n")
    #expect(try folder.load().snapshot == SampleFolder.small.load().snapshot)
  }

  @Test func `line ends, byte-order mark and separator do not matter`() throws {
    let expected = try SampleFolder.full.load()
    var folder = SampleFolder.full
    for name in folder.files.keys {
      folder[name] = "\u{FEFF}" + folder[name].replacingOccurrences(of: "\n", with: "\r\n") + "\r\n"
    }
    #expect(try folder.load() == expected)
    var commas = SampleFolder.full.without("providers.csv")
    commas["providers.csv"] = "agb,name\n42420001,De Vuurtoren\n01234567,\"Jeugdhulp; \"\"Het Anker\"\"\"\n"
    commas["client_ceilings.csv"] = """
      municipality,bsn,from,until,ceiling,set_by
      0384,999900006,2026-01-15,2026-12-31,"40000,00",referrer
      0384,999900018,01-01-2026,30-06-2026,12500,municipality
      0384,999900018,2026-07-01,2026-12-31,12500.5,municipality
      0394,999900006,2026-01-01,2026-12-31,1000.00,provider
      """
    #expect(try commas.load() == expected)
  }

  @Test func `what a spreadsheet does to comments and empty rows is understood`() throws {
    let rows = "agb;name\n\"# a comment, with \"\"quotes\"\"\";\n;\n  \n42420001 ; De Vuurtoren \n#;\n"
    #expect(try SampleFolder.small.with("providers.csv", rows).load() == SampleFolder.small.load())
  }

  @Test func `missing files are named, all at once`() {
    #expect(
      SampleFolder(texts: [:]).problems() == [
        "agreements.csv: het bestand ontbreekt; verwacht: een bestand met deze naam in de regiomap",
        "municipalities.csv: het bestand ontbreekt; verwacht: een bestand met deze naam in de regiomap",
        "products.csv: het bestand ontbreekt; verwacht: een bestand met deze naam in de regiomap",
        "providers.csv: het bestand ontbreekt; verwacht: een bestand met deze naam in de regiomap",
        "region.yaml: het bestand ontbreekt; verwacht: een bestand met deze naam in de regiomap",
      ])
    #expect(
      SampleFolder.full.without("providers.csv").problems(in: .english) == [
        "providers.csv: the file is missing; expected: a file of this name in the folder"
      ])
  }

  @Test func `problems of all files come at once, sorted by file, row and column`() {
    let folder = SampleFolder.full
      .with("region.yaml", "naam: x")
      .with("products.csv", row: 13, "39;45A48!;4;x;y;1;2;a;b;")
      .with("products.csv", row: 3, "45;45A48;04;12,345;;;;2026-01-01;2026-12-31;amb")
      .with("municipalities.csv", row: 2, "384;")
    let places = (folder.problems()).map { String($0.prefix { $0 != ":" }) }
    #expect(places == places.sorted())
    #expect(
      folder.problems().map { $0.split(separator: ": ", maxSplits: 1)[0] } == [
        "municipalities.csv:2", "products.csv:3, kolom price", "products.csv:13, kolom agreement",
        "products.csv:13, kolom category", "products.csv:13, kolom code", "products.csv:13, kolom municipality",
        "products.csv:13, kolom price", "products.csv:13, kolom provider", "products.csv:13, kolom unit",
        "products.csv:13, kolom valid_from", "products.csv:13, kolom valid_until", "region.yaml:1:1",
        "region.yaml:1:1, sleutel name",
      ])
  }

  @Test func `a folder on disk loads as the same files in memory`() throws {
    try withTemporaryFolder { path in
      for (name, bytes) in SampleFolder.full.files {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
      }
      #expect(try RegionFolder.load(path) == SampleFolder.full.load())
      #expect(try RegionFolder.load(path + "/").snapshot.name == "Regio Voorbeeld")
      try Data().write(to: URL(fileURLWithPath: path + "/Products_oud.CSV"))
      try Data().write(to: URL(fileURLWithPath: path + "/.~lock.csv"))
      let warnings = try RegionFolder.load(path).warnings.map { $0.text(in: .english) }
      #expect(warnings[0] == "Products_oud.CSV: this file is no part of a region folder and was not read")
      #expect(warnings.count == 2)
    }
  }

  @Test func `a folder that is not there, a file, and a folder in place of a file are errors`() throws {
    try withTemporaryFolder { path in
      func problems(_ path: String) -> [String] {
        do throws(RegionLoadError) {
          _ = try RegionFolder.load(path)
          return []
        } catch {
          return error.problems.map { $0.text(in: .dutch) }
        }
      }
      let expected = "een map met region.yaml, municipalities.csv, providers.csv, agreements.csv, products.csv"
      #expect(problems(path + "/weg") == ["regiomap: de map bestaat niet; verwacht: \(expected)"])
      let file = path + "/products.csv"
      try Data("x".utf8).write(to: URL(fileURLWithPath: file))
      #expect(problems(file) == ["regiomap: dit is geen map; verwacht: \(expected)"])
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
      #expect(problems(path) == ["products.csv: dit is een map; verwacht: een leesbaar bestand"])
    }
  }
}

/// Runs a test with an empty folder, which is removed afterwards.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("saldo-region-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(url.path)
}
