import SaldoDomain
import Testing

@testable import SaldoRegion

struct CellFormatTests {
  @Test(arguments: [
    ("83", 8300), ("83,5", 8350), ("83,50", 8350), ("83.50", 8350), ("0", 0), ("0,01", 1), ("007,10", 710),
    ("1234,56", 123_456), ("999999,99", 99_999_999),
  ])
  func `an amount is euros with at most two decimals`(text: String, cents: Int64) {
    #expect(MoneyText(text) == .cents(cents))
  }

  @Test(arguments: [
    ("12,345", "is geen bedrag"), ("1234.567", "is geen bedrag"), ("1,2345", "is geen bedrag"),
    ("83,", "is geen bedrag"),
    (",50", "is geen bedrag"), ("€ 83,50", "is geen bedrag"), ("83 euro", "is geen bedrag"), ("1e3", "is geen bedrag"),
    ("٨٣", "is geen bedrag"), ("+83", "is geen bedrag"), ("--5-", "is geen bedrag"),
    ("-83,50", "is negatief"), ("−1", "is negatief"),
    ("1.234", "is dubbelzinnig: duizendtallen of decimalen"),
  ])
  func `anything else is not`(text: String, predicate: String) {
    #expect(
      SampleFolder.products("45;45A48;04;\(text);;;;2026-01-01;;amb").problems() == [
        "products.csv:2, kolom price: \"\(text)\" \(predicate); verwacht: euro's met hoogstens twee decimalen, "
          + "zoals 83,50"
      ])
  }

  @Test(arguments: ["1.234,56", "1,234.56", "1.234.567"])
  func `thousands separators are refused by name`(text: String) {
    #expect(
      SampleFolder.products("45;45A48;04;\(text);;;;2026-01-01;;amb").problems() == [
        "products.csv:2, kolom price: \"\(text)\" heeft een scheidingsteken voor duizendtallen; "
          + "verwacht: euro's zonder scheidingsteken voor duizendtallen, zoals 1234,56"
      ])
  }

  @Test func `the largest price is one`() throws {
    let region = try SampleFolder.products("45;45A48;04;999999,99;;;;2026-01-01;;amb").load().snapshot
    #expect(region.prices[0].price == Euros(cents: 99_999_999))
  }

  @Test(arguments: ["1000000", "999999999999999999", "99999999999999999999999999999999999999999999"])
  func `a price fits in a declared line`(text: String) {
    #expect(
      SampleFolder.products("45;45A48;04;\(text);;;;2026-01-01;;amb").problems() == [
        "products.csv:2, kolom price: \"\(text)\" is te groot; verwacht: hoogstens € 999.999,99"
      ])
  }

  @Test(arguments: [
    ("2026-01-01", "2026-01-01"), ("01-01-2026", "2026-01-01"), ("2028-02-29", "2028-02-29"),
    ("29-02-2028", "2028-02-29"), ("31-12-9999", "9999-12-31"), ("1900-01-01", "1900-01-01"),
  ])
  func `a day is written as in ISO 8601 or the Dutch way`(text: String, iso: String) {
    #expect(DateText.parse(text)?.iso == iso)
  }

  @Test(arguments: [
    "2026-02-29", "29-02-2027", "1-1-2026", "2026-1-1", "01/01/2026", "20260101", "2026-13-01", "2026-00-10",
    "01-01-26", "1899-12-31", "46023", "2026-01-01T00:00:00", "1 januari 2026", "٢٠٢٦-٠١-٠١", "--", "2026-01-",
  ])
  func `nothing else is a day`(text: String) {
    #expect(DateText.parse(text) == nil)
    #expect(
      SampleFolder.products("45;45A48;04;1;;;;\(text);;amb").problems() == [
        "products.csv:2, kolom valid_from: \"\(text)\" is geen datum; verwacht: een bestaande dag als 2026-01-31 of "
          + "31-01-2026"
      ])
  }

  @Test func `errors come in English as well`() {
    #expect(
      SampleFolder.products("45;45A48;04;12,345;;;;2026-01-01;;amb").problems(in: .english) == [
        "products.csv:2, column price: \"12,345\" is not an amount; expected: euros with at most two decimals, such as 83,50"
      ])
  }
}
