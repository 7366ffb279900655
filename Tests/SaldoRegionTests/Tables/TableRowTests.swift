import SaldoDomain
import Testing

@testable import SaldoRegion

/// What errors say was expected; written out here and not taken from the code.
private enum Expected {
  static let zeroHint = "; een spreadsheet heeft misschien een voorloopnul weggelaten"
  static let municipality = "; verwacht: een gemeentecode van vier cijfers, zoals 0384"
  static let provider = "; verwacht: een AGB-code van acht cijfers, zoals 01234567"
  static let date = "; verwacht: een bestaande dag als 2026-01-31 of 31-01-2026"
  static let bsn = "; verwacht: een BSN van negen cijfers dat aan de elfproef voldoet"
  static let category =
    "; verwacht: een productcategorie: 31 tot en met 38 of 40 tot en met 55 (iJw), 01 tot en met 18 (iWmo)"
  static let code = "; verwacht: een productcode van een tot vijf letters en cijfers, zoals 45A48"
  static let unit = "; verwacht: een eenheid uit lijst WJ756: 01 04 14 16 82 83 84"
  static let key = "; verwacht: elke sleutel één keer"
  static let money = "; verwacht: euro's met hoogstens twee decimalen, zoals 83,50"
  static let end = "; verwacht: een dag op of na de eerste"
  static let perMinute = "; verwacht: leeg of 01 (prijs per minuut) of 04 (prijs per uur)"
  static let oncePerDay = "; verwacht: op elke dag hoogstens één plafond"
  static let effort = "; verwacht: een van de eenheden 01 04 14 16 84"
  static let cbs = "; verwacht: een gemeentecode van het CBS, of een laatste dag in kolom valid_until"
}

/// One wrong cell at a time: the row, the column and the words of the error.
struct TableRowTests {
  @Test(arguments: [
    (
      "384;Diemen;;",
      "code: \"384\" is geen gemeentecode\(Expected.municipality)\(Expected.zeroHint)"
    ),
    ("03844;Diemen;;", "code: \"03844\" is geen gemeentecode\(Expected.municipality)"),
    ("Diemen;0384;;", "code: \"Diemen\" is geen gemeentecode\(Expected.municipality)"),
    (";Diemen;;", "code: de cel is leeg\(Expected.municipality)"),
    ("0384;;;", "name: de cel is leeg; verwacht: de naam van de gemeente"),
    (
      "0384;D;2026-02-30;",
      "valid_from: \"2026-02-30\" is geen datum\(Expected.date)"
    ),
    ("0384;D;;nooit", "valid_until: \"nooit\" is geen datum\(Expected.date)"),
    (
      "0384;D;2026-01-02;2026-01-01",
      "valid_until: de laatste dag ligt voor de eerste\(Expected.end)"
    ),
    ("0394;Nog eens;;", "code: komt ook voor in rij 3\(Expected.key)"),
    (
      "9002;Verzonnen;;",
      "code: \"9002\" staat niet in de lijst van het CBS\(Expected.cbs)"
    ),
  ])
  func `municipalities`(row: String, error: String) {
    let text = "code;name;valid_from;valid_until\n# twee\n0394;Haarlemmermeer;;\n\(row)\n"
    #expect(SampleFolder.small.with("municipalities.csv", text).problems() == ["municipalities.csv:4, kolom \(error)"])
  }

  @Test(arguments: [
    (
      "1234567;A",
      "agb: \"1234567\" is geen AGB-code\(Expected.provider)\(Expected.zeroHint)"
    ),
    ("999900006;A", "agb: \"*********\" is geen AGB-code\(Expected.provider)"),
    ("4242000A;A", "agb: \"4242000A\" is geen AGB-code\(Expected.provider)"),
    (";A", "agb: de cel is leeg\(Expected.provider)"),
    ("42420002;", "name: de cel is leeg; verwacht: de naam van de aanbieder"),
    ("42420001;B", "agb: komt ook voor in rij 2\(Expected.key)"),
  ])
  func `providers`(row: String, error: String) {
    let text = "agb;name\n42420001;A\n\(row)\n"
    #expect(SampleFolder.small.with("providers.csv", text).problems() == ["providers.csv:3, kolom \(error)"])
  }

  @Test func `a name has at most 200 characters`() {
    let name = String(repeating: "n", count: 200)
    #expect(SampleFolder.small.with("providers.csv", "agb;name\n42420001;\(name)\n").problems().isEmpty)
    #expect(
      SampleFolder.small.with("providers.csv", "agb;name\n42420001;\(name)n\n").problems() == [
        "providers.csv:2, kolom name: \"\(name.prefix(60))…\" is te lang; verwacht: hoogstens 200 tekens"
      ])
  }

  @Test(arguments: [
    (";N;unit-price;;", "agreement: de cel is leeg; verwacht: de sleutel van de overeenkomst"),
    ("amb;N;unit-price;;", "agreement: komt ook voor in rij 2\(Expected.key)"),
    ("k;;unit-price;;", "name: de cel is leeg; verwacht: de naam van de overeenkomst"),
    (
      "k;N;;;",
      "model: de cel is leeg; verwacht: unit-price, fixed-price, arrangement, tranche, lumpsum, availability of subsidy"
    ),
    (
      "k;N;p*q;;",
      "model: \"p*q\" is hier geen keuze; verwacht: unit-price, fixed-price, arrangement, tranche, lumpsum, availability of subsidy"
    ),
    ("k;N;unit-price;end;", "tariff_date: \"end\" is hier geen keuze; verwacht: delivery of start"),
    ("k;N;fixed-price;;half", "partial_month: \"half\" is hier geen keuze; verwacht: full, none of pro-rata-days"),
  ])
  func `agreements`(row: String, error: String) {
    let text =
      "agreement;name;model;tariff_date;partial_month\namb;A;unit-price;;\nout;B;fixed-price;;\n\(row)\n"
    #expect(SampleFolder.small.with("agreements.csv", text).problems() == ["agreements.csv:4, kolom \(error)"])
  }

  @Test(arguments: [
    (
      "39;45A48;04;1;;;;2026-01-01;;amb",
      "category: \"39\" is geen categorie van iJw of iWmo\(Expected.category)"
    ),
    (
      "56;45A48;04;1;;;;2026-01-01;;amb",
      "category: \"56\" is geen categorie van iJw of iWmo\(Expected.category)"
    ),
    (
      "00;45A48;04;1;;;;2026-01-01;;amb",
      "category: \"00\" is geen categorie van iJw of iWmo\(Expected.category)"
    ),
    (
      "19;45A48;04;1;;;;2026-01-01;;amb",
      "category: \"19\" is geen categorie van iJw of iWmo\(Expected.category)"
    ),
    (
      "+5;45A48;04;1;;;;2026-01-01;;amb",
      "category: \"+5\" is geen categorie van iJw of iWmo\(Expected.category)"
    ),
    (
      "45;45A488;04;1;;;;2026-01-01;;amb",
      "code: \"45A488\" is geen productcode\(Expected.code)"
    ),
    (
      "45;45 A;04;1;;;;2026-01-01;;amb",
      "code: \"45 A\" is geen productcode\(Expected.code)"
    ),
    (
      "45;45A48;4;1;;;;2026-01-01;;amb",
      "unit: \"4\" is geen eenheid\(Expected.unit)\(Expected.zeroHint)"
    ),
    (
      "45;45A48;02;1;;;;2026-01-01;;amb",
      "unit: \"02\" is geen eenheid\(Expected.unit)"
    ),
    (
      "45;45A48;82;1;;;;2026-01-01;;amb",
      "unit: eenheid 82 past niet bij model unit-price van overeenkomst \"amb\"\(Expected.effort)"
    ),
    (
      "45;45A48;04;1;;;;2026-01-01;;out",
      "unit: eenheid 04 past niet bij model fixed-price van overeenkomst \"out\"; verwacht: een van de eenheden 82 83"
    ),
    (
      "45;45A48;04;;;;;2026-01-01;;amb",
      "price: de cel is leeg\(Expected.money)"
    ),
    ("45;45A48;04;1;01;;;2026-01-01;;amb", "price_unit: \"01\" past niet bij eenheid 04; verwacht: leeg of 04"),
    (
      "45;45A48;04;1;4;;;2026-01-01;;amb",
      "price_unit: \"4\" past niet bij eenheid 04; verwacht: leeg of 04\(Expected.zeroHint)"
    ),
    (
      "45;45A48;01;1;16;;;2026-01-01;;amb",
      "price_unit: \"16\" past niet bij eenheid 01\(Expected.perMinute)"
    ),
    ("45;45A48;16;1;04;;;2026-01-01;;amb", "price_unit: \"04\" past niet bij eenheid 16; verwacht: leeg of 16"),
    ("45;45A48;83;1;;;;2026-01-01;;out", "price_unit: de cel is leeg; verwacht: week, month of total"),
    (
      "45;45A48;83;1;83;;;2026-01-01;;out",
      "price_unit: \"83\" past niet bij eenheid 83; verwacht: week, month of total"
    ),
    ("45;45A48;82;1;month;;;2026-01-01;;out", "price_unit: \"month\" past niet bij eenheid 82; verwacht: leeg of 82"),
    (
      "45;45A48;04;1;;4242001;;2026-01-01;;amb",
      "provider: \"4242001\" is geen AGB-code\(Expected.provider)\(Expected.zeroHint)"
    ),
    (
      "45;45A48;04;1;;42420009;;2026-01-01;;amb",
      "provider: \"42420009\" staat niet in providers.csv; verwacht: een sleutel uit providers.csv"
    ),
    (
      "45;45A48;04;1;;;384;2026-01-01;;amb",
      "municipality: \"384\" is geen gemeentecode\(Expected.municipality)\(Expected.zeroHint)"
    ),
    (
      "45;45A48;04;1;;;0394;2026-01-01;;amb",
      "municipality: \"0394\" staat niet in municipalities.csv; verwacht: een sleutel uit municipalities.csv"
    ),
    ("45;45A48;04;1;;;;;;amb", "valid_from: de cel is leeg\(Expected.date)"),
    (
      "45;45A48;04;1;;;;2026-01-02;;amb",
      "valid_from: 2026-01-02 is geen eerste dag van een maand; verwacht: bijvoorbeeld 2026-01-01"
    ),
    (
      "45;45A48;04;1;;;;2026-01-01;2028-02-28;amb",
      "valid_until: 2028-02-28 is geen laatste dag van een maand; verwacht: bijvoorbeeld 2028-02-29"
    ),
    (
      "45;45A48;04;1;;;;2026-02-01;2026-01-31;amb",
      "valid_until: de laatste dag ligt voor de eerste\(Expected.end)"
    ),
    ("45;45A48;04;1;;;;2026-01-01;;", "agreement: de cel is leeg; verwacht: de sleutel van een overeenkomst"),
    (
      "45;45A48;04;1;;;;2026-01-01;;AMB",
      "agreement: \"AMB\" staat niet in agreements.csv; verwacht: een sleutel uit agreements.csv"
    ),
  ])
  func `products`(row: String, error: String) {
    #expect(SampleFolder.products(row).problems() == ["products.csv:2, kolom \(error)"])
  }

  @Test(arguments: CareUnit.allCases, ["amb", "out"])
  func `effort units go with unit prices and output units with fixed prices`(unit: CareUnit, agreement: String) {
    let basis = unit == .euro ? "month" : ""
    let problems = SampleFolder.products("45;45A48;\(unit.rawValue);1;\(basis);;;2026-01-01;;\(agreement)").problems()
    let isOutput = unit == .outputPiece || unit == .euro
    #expect(problems.isEmpty == (isOutput == (agreement == "out")))
  }

  @Test func `a table that could not be read is not the cause of a second error`() {
    #expect(SampleFolder.full.without("providers.csv").problems().count == 1)
    #expect(SampleFolder.full.with("agreements.csv", row: 2, "amb").problems().count == 1)
    #expect(SampleFolder.full.with("municipalities.csv", row: 2, "384;Diemen;;").problems().count == 1)
  }

  @Test(arguments: [
    (
      "384;999900018;2026-01-01;2026-12-31;1;referrer",
      "municipality: \"384\" is geen gemeentecode\(Expected.municipality)\(Expected.zeroHint)"
    ),
    (
      "0394;999900018;2026-01-01;2026-12-31;1;referrer",
      "municipality: \"0394\" staat niet in municipalities.csv; verwacht: een sleutel uit municipalities.csv"
    ),
    (
      "0384;;2026-01-01;2026-12-31;1;referrer",
      "bsn: de cel is leeg\(Expected.bsn)"
    ),
    (
      "0384;999900007;2026-01-01;2026-12-31;1;referrer",
      "bsn: de cel is geen BSN\(Expected.bsn)"
    ),
    (
      "0384;12345;2026-01-01;2026-12-31;1;referrer",
      "bsn: de cel is geen BSN\(Expected.bsn)\(Expected.zeroHint)"
    ),
    (
      "0384;Jan;2026-01-01;2026-12-31;1;referrer",
      "bsn: de cel is geen BSN\(Expected.bsn)"
    ),
    (
      "0384;000000000;2026-01-01;2026-12-31;1;referrer",
      "bsn: de cel is geen BSN\(Expected.bsn)"
    ),
    (
      "0384;99990001;2026-01-01;2026-12-31;1;referrer",
      "bsn: de cel is geen BSN\(Expected.bsn)\(Expected.zeroHint)"
    ),
    (
      "0384;999900018;999900018;2026-12-31;1;referrer",
      "from: de cel is geen datum\(Expected.date)"
    ),
    (
      "0384;999900018;2026-02-30;2026-12-31;1;referrer",
      "from: \"2026-02-30\" is geen datum\(Expected.date)"
    ),
    (
      "0384;999900018;2026-01-01;;1;referrer",
      "until: de cel is leeg\(Expected.date)"
    ),
    (
      "0384;999900018;2026-01-02;2026-01-01;1;referrer",
      "until: de laatste dag ligt voor de eerste\(Expected.end)"
    ),
    (
      "0384;999900018;2026-01-01;2026-12-31;-1;referrer",
      "ceiling: \"-1\" is negatief\(Expected.money)"
    ),
    (
      "0384;999900018;2026-01-01;2026-12-31;100000000;referrer",
      "ceiling: de cel is te groot; verwacht: hoogstens € 99.999.999,99"
    ),
    (
      "0384;999900018;2026-01-01;2026-12-31;1;ouder",
      "set_by: \"ouder\" is hier geen keuze; verwacht: referrer, municipality of provider"
    ),
    (
      "0384;999900006;2026-06-30;2026-12-31;1;referrer",
      "from: de rij overlapt rij 2, met dezelfde gemeente en cliënt\(Expected.oncePerDay)"
    ),
  ])
  func `client ceilings, without ever showing a BSN`(row: String, error: String) {
    let text = "municipality;bsn;from;until;ceiling;set_by\n0384;999900006;2026-01-01;2026-06-30;1;referrer\n\(row)\n"
    let problems = SampleFolder.small.with("client_ceilings.csv", text).problems()
    #expect(problems == ["client_ceilings.csv:3, kolom \(error)"])
    #expect(!problems.joined().contains("9999000"))
  }
}
