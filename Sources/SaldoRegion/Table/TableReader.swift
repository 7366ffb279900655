internal import SaldoDomain
internal import SwiftCSV

/// The cells of one row and its number.
struct TableLine: Sendable {
  let number: Int
  let cells: [String]
}

/// Takes the lines of a table one by one.
struct TableReader {
  let schema: TableSchema
  private(set) var columns: [String: Int]?
  private(set) var rows: [TableLine] = []
  private(set) var problems: [RegionProblem] = []
  private var number = 0
  private var delimiter = CSVDelimiter.semicolon
  private var cellCount = 0
  private static let blank = UInt8(ascii: " ")

  init(schema: TableSchema) { self.schema = schema }

  /// Takes the next line; false when the rest of the file cannot be read.
  mutating func take(_ line: Substring) -> Bool {
    number += 1
    if isPlain(line) {
      guard let first = line.utf8.first(where: { $0 != Self.blank }), first != UInt8(ascii: "#") else { return true }
    } else {
      let isComment = line.first { !$0.isWhitespace && $0 != "\"" } == "#"
      if isComment || line.allSatisfy({ $0.isWhitespace && !$0.isNewline }) { return true }
      if line.unicodeScalars.contains(where: { $0 != "\t" && QuotedText.isControl($0) }) {
        report(
          Bilingual(
            nl: "de rij bevat een onzichtbaar teken of een los regeleinde",
            en: "the row holds an invisible character or a stray line break"),
          Bilingual(
            nl: "tekst, met LF of CR LF aan het eind van elke rij", en: "text, with LF or CR LF after every row"))
        return columns != nil
      }
      guard line.unicodeScalars.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
        report(
          Bilingual(
            nl: "een aanhalingsteken wordt in de rij niet gesloten; de rest van het bestand is niet gelezen",
            en: "a quotation mark is not closed in the row; the rest of the file has not been read"),
          Bilingual(
            nl: "een even aantal aanhalingstekens per rij en geen regeleinde in een cel",
            en: "an even number of quotation marks in each row and no line break in a cell"))
        return false
      }
    }
    if columns == nil { return takeHeader(line) }
    guard let cells = cells(of: line), !cells.allSatisfy(\.isEmpty) else { return true }
    guard cells.count == cellCount else {
      reportCount(cells.count)
      return true
    }
    rows.append(TableLine(number: number, cells: cells))
    return true
  }

  private mutating func takeHeader(_ line: Substring) -> Bool {
    delimiter = line.contains(";") ? .semicolon : .comma
    guard let names = cells(of: line) else { return false }
    var found: [String: Int] = [:]
    var isUsable = true
    for (index, name) in names.enumerated() {
      if !schema.columns.contains(name) {
        isUsable = false
        let shown =
          name.isEmpty
          ? Bilingual(nl: "kolom \(index + 1) heeft geen naam", en: "column \(index + 1) has no name")
          : Bilingual(
            nl: "kolom \(index + 1) heet \(quote(name)) en is onbekend",
            en: "column \(index + 1) is called \(quote(name)) and is unknown")
        report(shown, Self.header(of: schema))
      } else if found.updateValue(index, forKey: name) != nil {
        isUsable = false
        report(
          Bilingual(nl: "kolom \(name) komt twee keer voor", en: "column \(name) occurs twice"),
          Bilingual(nl: "elke kolom één keer", en: "every column once"))
      }
    }
    for name in schema.required where found[name] == nil {
      isUsable = false
      report(Bilingual(nl: "kolom \(name) ontbreekt", en: "column \(name) is missing"), Self.header(of: schema))
    }
    guard isUsable else { return false }
    columns = found
    cellCount = names.count
    return true
  }

  /// The cells of a line without the blanks around them; nil, and reported, when the quotation marks are misplaced.
  private mutating func cells(of line: Substring) -> [String]? {
    if isPlain(line), let separator = delimiter.rawValue.asciiValue {
      return line.utf8.split(separator: separator, omittingEmptySubsequences: false).map { cell in
        var cell = cell.drop { $0 == Self.blank }
        while cell.last == Self.blank { cell.removeLast() }
        return String(Substring(cell))
      }
    }
    guard let cells = cellsWithBlanks(of: line) else {
      report(
        Bilingual(nl: "een aanhalingsteken staat midden in een cel", en: "a quotation mark stands inside a cell"),
        Bilingual(
          nl: "een cel geheel tussen aanhalingstekens, met dubbele aanhalingstekens erbinnen",
          en: "a cell wholly between quotation marks, with doubled quotation marks inside"))
      return nil
    }
    return cells.map { cell in
      let start = cell.drop { $0.isWhitespace }
      let end = start.reversed().prefix { $0.isWhitespace }.count
      return String(start.dropLast(end))
    }
  }

  private func cellsWithBlanks(of line: Substring) -> [String]? {
    guard line.utf8.contains(UInt8(ascii: "\"")) else {
      return line.split(separator: delimiter.rawValue, omittingEmptySubsequences: false).map { String($0) }
    }
    // One line at a time: SwiftCSV fills short rows up and gives no row numbers. The line feed keeps an empty cell at
    // the end.
    let csv = try? CSV<Enumerated>(string: line + "\n", delimiter: delimiter, loadColumns: false, rowLimit: 0)
    return csv?.header
  }

  /// Whether a line holds only printable ASCII without quotation marks, as nearly all do: then each byte is a character, and
  /// only the blank is white space.
  private func isPlain(_ line: Substring) -> Bool {
    line.utf8.allSatisfy { (Self.blank..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") }
  }

  private func quote(_ name: String) -> String {
    schema.isPersonal && name.contains(where: \.isNumber) ? "\"…\"" : QuotedText.quote(name)
  }

  private mutating func report(_ found: Bilingual, _ expected: Bilingual) {
    problems.append(RegionProblem(at: RegionPlace(file: schema.file, row: number), found: found, expected: expected))
  }

  private mutating func reportCount(_ count: Int) {
    let isSplitAmount = delimiter == .comma && count > cellCount
    report(
      Bilingual(
        nl: "de rij heeft \(count) \(count == 1 ? "cel" : "cellen")",
        en: "the row has \(count) cell\(count == 1 ? "" : "s")"),
      Bilingual(
        nl: "\(cellCount) cellen, zoveel als de kopregel"
          + (isSplitAmount ? " (een cel met een komma staat hier tussen aanhalingstekens)" : ""),
        en: "\(cellCount) cells, as many as the header"
          + (isSplitAmount ? " (a cell with a comma stands between quotation marks here)" : "")))
  }

  /// The header that a table should have, in words.
  static func header(of schema: TableSchema) -> Bilingual {
    let required = schema.required.joined(separator: ", ")
    guard !schema.optional.isEmpty else {
      return Bilingual(nl: "de kolommen \(required)", en: "the columns \(required)")
    }
    let optional = schema.optional.joined(separator: ", ")
    return Bilingual(
      nl: "de kolommen \(required) en desgewenst \(optional)", en: "the columns \(required) and optionally \(optional)")
  }
}
