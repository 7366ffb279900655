import Foundation
import SaldoDomain
@testable import SaldoReports
import SaldoStore
import SaldoTestLedger
import Testing

struct CSVWriterTests {
  private func table(_ texts: [String], cents: Int64 = -5) -> ReportTable {
    let title = Bilingual(nl: "Blad", en: "Sheet")
    return ReportTable(
      name: "t", title: title,
      columns: [.init(key: "name", title: title, kind: .text), .init(key: "sum", title: title, kind: .euros)],
      rows: texts.map { [.text($0), .euros(cents)] })
  }

  @Test func `cells are quoted where they must be`() {
    let csv = text(CSVWriter.bytes(of: table(["a;b", "say \"hi\"", "two\nlines", "plain"])))
    #expect(
      csv == "name;sumCents;sumEuros\r\n\"a;b\";-5;-0.05\r\n\"say \"\"hi\"\"\";-5;-0.05\r\n"
        + "\"two\nlines\";-5;-0.05\r\nplain;-5;-0.05\r\n")
  }

  @Test func `a quotation mark is doubled also before a mark that combines with it`() {
    let csv = CSVWriter.bytes(of: table(["\"\u{301}x"]))
    #expect(csv.starts(with: Array("name;sumCents;sumEuros\r\n\"\"\"\u{301}x\";-5;-0.05\r\n".utf8)))
  }

  @Test(arguments: ["=1+1", "+31", "-2", "@cmd", "\tx", "\rx"])
  func `a text that starts like a formula gets an apostrophe`(value: String) {
    let line = text(CSVWriter.bytes(of: table([value]))).components(separatedBy: "\r\n")[1]
    #expect(line.contains("'" + value.prefix(1)))
  }

  @Test func `an amount is never guarded and has two decimals`() {
    let csv = text(CSVWriter.bytes(of: table(["x"], cents: -123_456)))
    #expect(csv.contains("x;-123456;-1234.56\r\n"))
    #expect(text(CSVWriter.bytes(of: table(["x"], cents: 7))).contains("x;7;0.07\r\n"))
  }

  @Test func `a byte-order mark stands in front when asked`() {
    #expect(CSVWriter.bytes(of: table([]), byteOrderMark: true).prefix(3) == [0xEF, 0xBB, 0xBF])
  }
}

struct MaskedTextTests {
  @Test(arguments: [
    ("999900006", "*********"), ("R6-999900006/2", "R6-*********/2"), ("999900007", "999900007"),
    ("1999900006", "1999900006"), ("", ""), ("é999900006", "é*********"), ("000000000", "000000000"),
  ])
  func `nine digits that pass the eleven-test are masked`(given: String, shown: String) {
    #expect(MaskedText.of(ExactText(given)) == shown)
  }
}

struct XLSXWriterTests {
  /// The numbers of a sheet, without the references to its strings.
  private func numbers(in sheet: String) -> [Double] {
    sheet.components(separatedBy: "<c ").filter { $0.contains("<v>") && !$0.contains("t=\"s\"") }.compactMap { cell in
      cell.components(separatedBy: "<v>")[1].components(separatedBy: "</v>").first.flatMap { Double($0) }
    }
  }

  private func entries(of bytes: [UInt8]) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "saldo-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: folder.appending(path: "book.xlsx"))
    let unzip = Process()
    unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    unzip.arguments = ["-q", "-o", "book.xlsx"]
    unzip.currentDirectoryURL = folder
    try unzip.run()
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0)
    var files: [String: String] = [:]
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)! {
      if let text = try? String(contentsOf: file, encoding: .utf8) { files[file.lastPathComponent] = text }
    }
    return files
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
  func `amounts are exact decimals and the date of making is the as-of date`() throws {
    let (ledger, _) = try Support.ledger()
    let report = try SettlementReport(
      ledger: ledger, region: TestRegion.snapshot(), period: .init(TestRegion.month("2026-02")),
      asOf: TestRegion.day("2026-03-31"))
    let bytes = try report.xlsx()
    #expect(try report.xlsx() == bytes)
    let files = try entries(of: bytes)
    #expect(files["core.xml"]?.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-03-31T00:00:00Z") == true)
    #expect(files["sheet1.xml"]?.contains("<v>1420</v>") == true)
    #expect(files["workbook.xml"]?.contains("Per gemeente en aanbieder") == true)
    #expect(files["sharedStrings.xml"]?.contains("Gezin &amp; Co &lt;zorg&gt;") == true)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
  func `cents are written as their decimal and a long table goes on in a next sheet`() throws {
    let title = Bilingual(nl: "Lang: blad/een", en: "Long")
    let amounts: [Int64] = [123_456, 1, -7, 99_999_999_999_999, 10]
    let table = ReportTable(
      name: "t", title: title, columns: [.init(key: "sum", title: title, kind: .euros)],
      rows: amounts.map { [.euros($0)] })
    let writer = XLSXWriter(rowsPerSheet: 3, language: .dutch)
    let files = try entries(of: try writer.bytes(of: [table], title: "x", asOf: TestRegion.day("2026-03-31")))
    let written = ["sheet1.xml", "sheet2.xml", "sheet3.xml"].flatMap { numbers(in: files[$0] ?? "") }
    #expect(written == [1234.56, 0.01, -0.07, 999_999_999_999.99, 0.1])
    #expect(files["workbook.xml"]?.contains("Lang  blad een (3)") == true)
  }

  // Every title as it stands: none is cut.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")), arguments: Language.allCases)
  func `no name of a sheet of the reports is cut`(language: Language) throws {
    let (ledger, _) = try Support.ledger()
    let (region, asOf) = (TestRegion.snapshot(), TestRegion.day("2026-03-31"))
    let period = ReportPeriod(TestRegion.month("2026-03"))
    let settlement = try SettlementReport(ledger: ledger, region: region, period: period, asOf: asOf)
    let overrun = try OverrunReport(ledger: ledger, region: region, period: period, asOf: asOf)
    for table in settlement.tables + overrun.tables {
      #expect((table.sheet ?? table.title).text(in: language).count <= 31, "\(table.name)")
    }
    let workbook = try entries(of: settlement.xlsx(in: language))["workbook.xml"]
    #expect(workbook?.contains(language == .dutch ? "\"Niet van kracht\"" : "\"Not in force\"") == true)
  }

  @Test func `a sheet name has at most 31 characters`() {
    #expect(
      XLSXWriter.sheetName(String(repeating: "x", count: 40), part: 11) == String(repeating: "x", count: 26) + " (12)")
  }
}

struct PageTests {
  /// Walks a template and fails on a key that the value beside it does not have.
  private func missing(_ template: String, in stack: [Any]) throws -> [String] {
    var result: [String] = []
    var rest = template[...]
    while let open = rest.range(of: "{{") {
      rest = rest[open.upperBound...]
      let close = try #require(rest.range(of: "}}"))
      var key = rest[..<close.lowerBound].trimmingCharacters(in: ["{", " "])
      rest = rest[close.upperBound...]
      switch key.first {
      case ">":
        let partials = ["table": PageTemplate.table]
        let name = key.dropFirst().trimmingCharacters(in: .whitespaces)
        guard let partial = partials[name] else {
          result.append(key)
          continue
        }
        result += try missing(partial, in: stack)
      case "#":
        key.removeFirst()
        let end = try #require(rest.range(of: "{{/\(key)}}"))
        let body = String(rest[..<end.lowerBound])
        rest = rest[end.upperBound...]
        guard let value = value(key, in: stack) else {
          result.append(key)
          continue
        }
        let children = value as? [Any] ?? [value]
        if children.isEmpty { result.append("\(key) is empty, so that its keys are not proved") }
        for child in children { result += try missing(body, in: child is Bool ? stack : stack + [child]) }
      case ".": if !(stack.last is String) { result.append(key) }
      default: if value(key, in: stack) == nil { result.append(key) }
      }
    }
    return result
  }

  private func value(_ key: String, in stack: [Any]) -> Any? {
    for object in stack.reversed() {
      if let child = Mirror(reflecting: object).children.first(where: { $0.label == key }) { return child.value }
    }
    return nil
  }

  private var full: Page {
    let cell = Page.Table.Cell(
      content: "<a> & \"b\" 'c'", codes: ["1"], numeric: true, fixed: false,
      bars: [.init(width: "70.5", band: "from-70")])
    let row = Page.Table.Row(first: cell, cells: [cell])
    let table = Page.Table(
      caption: "caption", columns: [.init(header: "head", isNumber: true)], rows: row.markup, totals: row.markup,
      remarks: ["remark"])
    return Page(
      language: "nl", title: "title", kicker: "kicker", about: [.init(label: "l", value: "v", isDigest: true)],
      warnings: ["warning"], figureLists: [.init(figures: [.init(label: "l", value: "v", notes: ["n"])])],
      sections: [.init(heading: "h", paragraphs: ["p"], tables: [table])])
  }

  @Test func `every key of the templates is a property of the page`() throws {
    #expect(try missing(PageTemplate.page, in: [full]).isEmpty)
    #expect(try missing("{{nothing}} {{#sections}}{{wrong}}{{/sections}}", in: [full]) == ["nothing", "wrong"])
  }

  @Test func `a row shows its first cell as a heading, and every cell with its kind, codes and bar`() {
    let plain = Page.Table.Cell(content: "b", codes: [], numeric: false, fixed: true, bars: [])
    let full = Page.Table.Cell(
      content: "c", codes: ["1 & 2"], numeric: true, fixed: false, bars: [.init(width: "70.5", band: "from-70")])
    #expect(
      Page.Table.Row(first: plain, cells: [plain, full]).markup == """
        <tr><th scope="row">b</th><td class="d">b</td><td class="n">c <small>1 &amp; 2</small><span class="bar">\
        <span class="from-70" style="width:70.5%"></span></span></td></tr>

        """)
  }

  @Test func `everything is escaped`() {
    let page = text(PageTemplate.render(full))
    #expect(!page.contains("<a>"))
    #expect(page.contains("&lt;a&gt; &amp; &quot;b&quot; &#39;c&#39;"))
  }

  @Test func `a page asks nothing from elsewhere and runs nothing`() {
    let page = text(PageTemplate.render(full))
    for word in ["http", "<script", "<link", "@import", "url(", "src="] { #expect(!page.contains(word), "\(word)") }
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(page.contains("<th scope=\"col\""))
    #expect(page.contains("<th scope=\"row\""))
    #expect(page.contains("<caption>"))
  }

  @Test func `a long table shows its first rows and says so`() {
    let title = Bilingual(nl: "Blad", en: "Sheet")
    func table(_ count: Int) -> ReportTable {
      ReportTable(
        name: "t", title: title, columns: [.init(key: "n", title: title, kind: .count)],
        rows: (0..<count).map { [.count($0)] })
    }
    let long = Page.Table(table(5001), in: .dutch)
    #expect(long.rows.split(separator: "\n").count == 5000)
    #expect(long.remarks == ["De eerste 5.000 van 5.001 rijen; alle rijen staan in de CSV- en XLSX-bestanden."])
    #expect(Page.Table(table(5000), in: .dutch).remarks.isEmpty)
  }

  @Test func `amounts and shares read as in each language`() {
    #expect(PageText.euros(123_456, in: .dutch) == "€\u{A0}1.234,56")
    #expect(PageText.euros(-5, in: .dutch) == "€\u{A0}-0,05")
    #expect(PageText.euros(123_456, in: .english) == "€1,234.56")
    #expect(PageText.share(699, in: .dutch) == "69,9\u{A0}%")
    #expect(PageText.share(12_345, in: .english) == "1,234.5%")
  }
}
