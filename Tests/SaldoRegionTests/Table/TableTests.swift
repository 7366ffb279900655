import SaldoDomain
import Testing

@testable import SaldoRegion

struct TableTests {
  private func providers(_ text: String) -> [String] { SampleFolder.small.with("providers.csv", text).problems() }
  private let columns = "de kolommen agb, name en desgewenst closed_from"

  @Test(arguments: ["", "\n", "# alleen toelichting\n\n"])
  func `a file without a header is an error`(text: String) {
    #expect(providers(text) == ["providers.csv: het bestand heeft geen kopregel; verwacht: \(columns)"])
  }

  @Test func `a table with only a header has no rows, which is a warning`() {
    let folder = SampleFolder.small.with("providers.csv", "agb;name")
    #expect(folder.problems().isEmpty)
    #expect(folder.warnings() == ["providers.csv: de tabel heeft geen rijen"])
    #expect(folder.warnings(in: .english) == ["providers.csv: the table has no rows"])
  }

  @Test func `headers are unique, known and complete`() {
    #expect(
      providers("agb;name;agb\n") == [
        "providers.csv:1: kolom agb komt twee keer voor; verwacht: elke kolom één keer"
      ])
    #expect(
      providers("\nagb;naam;\n") == [
        "providers.csv:2: kolom 2 heet \"naam\" en is onbekend; verwacht: \(columns)",
        "providers.csv:2: kolom 3 heeft geen naam; verwacht: \(columns)",
        "providers.csv:2: kolom name ontbreekt; verwacht: \(columns)",
      ])
    #expect(
      SampleFolder.small.with("municipalities.csv", "code\n").problems(in: .english) == [
        "municipalities.csv:1: column name is missing; expected: the columns code, name and optionally valid_from, "
          + "valid_until, successor"
      ])
  }

  @Test func `a table without a header never shows a BSN in place of one`() {
    let problems = SampleFolder.full
      .with("client_ceilings.csv", "0384;999900006;2026-01-01;2026-12-31;1;referrer\n").problems()
    #expect(problems.count == 12)
    #expect(problems.contains { $0.contains("kolom 2 heet \"…\" en is onbekend") })
    #expect(!problems.joined().contains("9999"))
  }

  @Test func `each row has as many cells as the header`() {
    #expect(
      providers("agb;name\n42420001\n42420002;B;\n42420003;C\n") == [
        "providers.csv:2: de rij heeft 1 cel; verwacht: 2 cellen, zoveel als de kopregel",
        "providers.csv:3: de rij heeft 3 cellen; verwacht: 2 cellen, zoveel als de kopregel",
      ])
    #expect(
      providers("agb,name\n42420001,Anker, Het\n") == [
        "providers.csv:2: de rij heeft 3 cellen; verwacht: 2 cellen, zoveel als de kopregel "
          + "(een cel met een komma staat hier tussen aanhalingstekens)"
      ])
  }

  @Test(arguments: [" A b ;;\t; C", " A b ;;  ; C ", "\" A b \";\"\";; \"C\" "])
  func `cells are without the blanks around them, quoted or not`(row: String) {
    var reader = TableReader(schema: TableSchema(file: "table.csv", required: ["a", "b", "c", "d"]))
    for line in ["a;b;c;d", row] { _ = reader.take(line[...]) }
    #expect(reader.rows.map(\.cells) == [["A b", "", "", "C"]])
  }

  @Test func `an empty last cell is a cell, also on the last line`() throws {
    let folder = SampleFolder.small.with("municipalities.csv", "code;name;valid_until\n0384;Diemen;")
    #expect(
      try folder.load().snapshot.municipalities == [Municipality(code: MunicipalityCode("0384")!, name: "Diemen")])
  }

  @Test func `an open quotation mark is an error and never a lost row`() {
    #expect(
      providers("agb;name\n42420001;A\n42420002;\"B\n42420003;C\n42420004;D\n") == [
        "providers.csv:3: een aanhalingsteken wordt in de rij niet gesloten; de rest van het bestand is niet gelezen; "
          + "verwacht: een even aantal aanhalingstekens per rij en geen regeleinde in een cel"
      ])
    #expect(providers("agb;\"name\n42420001;A\n").map { $0.prefix(16) } == ["providers.csv:1:"])
  }

  @Test(arguments: ["42420001;A \"B\" C", "42420001;\"A\" B", "42420001;\"A\"B\"C\""])
  func `a quotation mark inside a cell is an error`(row: String) {
    #expect(
      providers("agb;name\n\(row)\n") == [
        "providers.csv:2: een aanhalingsteken staat midden in een cel; verwacht: een cel geheel tussen "
          + "aanhalingstekens, met dubbele aanhalingstekens erbinnen"
      ])
  }

  @Test(arguments: ["A\rB", "A\u{2028}B", "A\u{0}B", "A\u{7F}B", "A\u{85}B", "A\u{200B}B", "A\u{B}B"])
  func `an invisible character or stray line break is an error`(name: String) {
    #expect(
      providers("agb;name\n42420001;\(name)\n42420002;C\n42420003\n") == [
        "providers.csv:2: de rij bevat een onzichtbaar teken of een los regeleinde; verwacht: tekst, met LF of CR LF "
          + "aan het eind van elke rij",
        "providers.csv:4: de rij heeft 1 cel; verwacht: 2 cellen, zoveel als de kopregel",
      ])
  }

  @Test func `a row ends in LF or CR LF, and in nothing else`() {
    #expect(providers("agb;name\r\n42420001;A\n42420002;B\r\n42420003;C").isEmpty)
    for text in ["agb;name\n42420001;A\r", "agb;name\n42420001;A\r\r\n"] {
      #expect(providers(text).map { $0.prefix(45) } == ["providers.csv:2: de rij bevat een onzichtbaar"], "\(text)")
    }
  }

  @Test func `another encoding is an error that says how to save`() {
    var folder = SampleFolder.small
    folder.files["providers.csv"] = Array("agb;name\r\n42420001;No".utf8) + [0xEB] + Array("\r\n".utf8)
    let expected = "een bestand in UTF-8 (in een spreadsheet: opslaan als \"CSV UTF-8\")"
    #expect(folder.problems() == ["providers.csv:2: de codering is geen UTF-8; verwacht: \(expected)"])
    folder.files["providers.csv"] = [0xFF, 0xFE] + "agb;name".utf8.flatMap { [$0, 0] }
    #expect(folder.problems() == ["providers.csv: de codering is UTF-16; verwacht: \(expected)"])
  }

  @Test func `comments and blank rows keep the numbers of the rows right`() {
    #expect(
      providers("# a\n\nagb;name\n# b\n;\n\n4242;A\n").map { $0.prefix(27) } == ["providers.csv:7, kolom agb:"])
  }
}
