import Foundation
import SaldoDomain
import Testing

@testable import SaldoRegion

struct RegionTemplateTests {
  private func contents(_ path: String) -> String {
    RegionTemplate.files.first { $0.path == path }?.text ?? ""
  }

  @Test func `the written folder loads without problems or warnings`() throws {
    try withTemporaryFolder { parent in
      let path = parent + "/nieuw/regio"
      try RegionTemplate.write(to: path)
      let region = try RegionFolder.load(path)
      #expect(region.warnings.isEmpty)
      #expect(region.snapshot.name == "Voorbeeldregio")
      #expect(region.snapshot.prices.map(\.price.cents) == [8350, 8730, 382_000])
      for file in RegionTemplate.files {
        let written = FileManager.default.contents(atPath: path + "/" + file.path)
        #expect(written == Data(file.text.utf8))
      }
      let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0 != "inbox" }
      #expect(Set(names) == Set(RegionTemplate.files.map(\.path)))
    }
  }

  @Test func `an empty folder is filled`() throws {
    try withTemporaryFolder { path in
      try RegionTemplate.write(to: path)
      #expect(try RegionFolder.load(path).warnings.isEmpty)
    }
  }

  @Test func `a folder with anything in it, or a file, is left alone`() throws {
    try withTemporaryFolder { path in
      let file = path + "/.verborgen"
      try Data("x".utf8).write(to: URL(fileURLWithPath: file))
      #expect(throws: RegionTemplateError.notEmpty) { try RegionTemplate.write(to: path) }
      #expect(throws: RegionTemplateError.notAFolder) { try RegionTemplate.write(to: file) }
      #expect(throws: RegionTemplateError.cannotWrite(file: "region.yaml")) {
        try RegionTemplate.write(to: file + "/regio")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [".verborgen"])
    }
  }

  @Test(arguments: [true, false])
  func `a file that cannot be written leaves nothing behind`(isNew: Bool) throws {
    struct DiskFull: Error {}
    try withTemporaryFolder { parent in
      let path = isNew ? parent + "/regio" : parent
      #expect(throws: RegionTemplateError.cannotWrite(file: "inbox/toewijzing-1002.xml")) {
        try RegionTemplate.write(to: path) { data, url in
          if url.lastPathComponent == "toewijzing-1002.xml" { throw DiskFull() }
          try data.write(to: url)
        }
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: parent)
      #expect(left.isEmpty)
    }
  }

  @Test func `reasons come in both languages`() {
    let reason = RegionTemplateError.notEmpty
    #expect(reason.text(in: .dutch) == "de map is niet leeg; verwacht: een nieuwe of lege map")
    #expect(reason.text(in: .english) == "the folder is not empty; expected: a new or empty folder")
    #expect(RegionTemplateError.notAFolder.text(in: .english).hasPrefix("this is a file"))
    #expect(RegionTemplateError.cannotWrite(file: "a.csv").text(in: .dutch) == "a.csv kan niet worden geschreven")
    #expect(RegionTemplateError.cannotWrite(file: "").text(in: .dutch) == "de map kan niet worden geschreven")
  }

  @Test func `messages and tables end their lines with CR LF, and have no byte-order mark`() {
    for file in RegionTemplate.files where file.path.hasSuffix(".xml") || file.path.hasSuffix(".csv") {
      let bytes = Array(file.text.utf8)
      let feeds = bytes.indices.filter { bytes[$0] == 0x0A }
      #expect(feeds.allSatisfy { $0 > 0 && bytes[$0 - 1] == 0x0D }, "\(file.path)")
      #expect(bytes.count { $0 == 0x0D } == feeds.count)
      #expect(bytes.suffix(2) == [0x0D, 0x0A])
      #expect(bytes.first == (file.path.hasSuffix(".xml") ? 0x3C : bytes.first) && bytes.first != 0xEF)
    }
    // A spreadsheet that does not see UTF-8 must not spoil a table.
    for file in RegionTemplate.files where file.path.hasSuffix(".csv") {
      #expect(file.text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `the sample declares what it says and what is due`() {
    let declaration = contents("inbox/declaratie-2026-03.xml")
    func values(_ element: String, in text: String) -> [String] {
      text.split(separator: "<\(element)>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }
    let amounts = values("ijw:Bedrag", in: declaration).compactMap(Int64.init)
    // 14 × 83.50; 385 × 87.30 / 60 = 560.175, halves up; one month.
    #expect(amounts == [14 * 8350, Rounding.halfAwayFromZero(385 * 8730, over: 60), 382_000])
    #expect(amounts == [116_900, 56_018, 382_000])
    #expect(values("ijw:TotaalBedrag", in: declaration) == ["554918"])
    #expect(values("jw323:ProductTarief", in: declaration) == ["8350", "146"])
    #expect(values("jw323:Eenheid", in: declaration) == ["04", "01", "83"])
    let allocations = RegionTemplate.files.filter { $0.path.hasPrefix("inbox/toewijzing") }.map(\.text)
    let bsns = allocations.flatMap { values("jw301:Bsn", in: $0) }
    #expect(bsns == values("jw323:Bsn", in: declaration))
    #expect(bsns.allSatisfy { Bsn(digits: $0)?.passesElevenTest == true && ("999900006"..."999999990").contains($0) })
    #expect(
      allocations.flatMap { values("jw301:ToewijzingNummer", in: $0) }
        == values("jw323:ToewijzingNummer", in: declaration))
    #expect(
      allocations.flatMap { values("ijw:Code", in: $0) } == values("jw323:ProductCode", in: declaration))
    #expect(
      contents("README.md").contains(
        "saldo settle inbox --region . --ledger grootboek.saldo --out uit --as-of 2026-04-10"))
  }

  @Test func `every line of the sample has its price in the catalogue`() throws {
    try withTemporaryFolder { path in
      try RegionTemplate.write(to: path)
      let catalogue = Catalogue(try RegionFolder.load(path).snapshot)
      let provider = try #require(ProviderCode("42420001"))
      let municipality = try #require(MunicipalityCode("0384"))
      let march = try #require(CalendarDate(iso: "2026-03-01"))
      func terms(_ code: String, _ unit: CareUnit) -> ContractTerms? {
        let product = Product(category: ProductCategory(rawValue: String(code.prefix(2))), code: ProductCode(code))
        return catalogue.terms(
          for: product, unit: unit, provider: provider, municipality: municipality, delivery: march, start: nil)
      }
      #expect(terms("45A48", .hour)?.row.price == Euros(cents: 8350))
      #expect(terms("45A49", .minute)?.hourlyPrice(for: .minute) == Euros(cents: 8730))
      #expect(terms("44A09", .euro)?.row.basis == .month)
    }
  }
}
