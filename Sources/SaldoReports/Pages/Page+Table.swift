import SaldoDomain

extension Page.Table {
  /// The number of rows that a page shows of a table. Source: DESIGN, "at most 5,000 lines each".
  static let rowLimit = 5000

  /// A table as a page shows it: the first rows when it is long, with a remark.
  init(_ table: ReportTable, in language: Language, rowLimit: Int = rowLimit) {
    let places = table.columns.indices.filter { table.columns[$0].isOnPage }
    func row(_ cells: [ReportTable.Cell]) -> String {
      func cell(_ place: Int) -> Cell { Cell(cells[place], in: table.columns[place].kind, language: language) }
      return Row(first: cell(places[0]), cells: places.dropFirst().map(cell)).markup
    }
    var remarks = table.notes.map { $0.text(in: language) }
    if table.rows.count > rowLimit {
      remarks.insert(ReportText.onlyFirst(rowLimit, of: table.rows.count, in: language), at: 0)
    }
    self.init(
      caption: table.title.text(in: language),
      columns: table.columns.filter(\.isOnPage).map {
        Column(header: $0.title.text(in: language), isNumber: $0.kind.isNumber)
      },
      rows: table.rows.prefix(rowLimit).map(row).joined(), totals: table.totals.map(row) ?? "", remarks: remarks)
  }
}

extension Page.Table.Cell {
  init(_ cell: ReportTable.Cell, in kind: ReportTable.Kind, language: Language) {
    var codes: [String] = []
    var bars: [Page.Table.Bar] = []
    let content: String
    switch cell {
    case .empty: content = ""
    case .text(let text): content = text
    case .word(_, let words): content = words.text(in: language)
    case .party(let key, let name):
      content = name ?? key
      if name != nil { codes = [key] }
    case .count(let count): content = HumanText.number(Int64(count), in: language)
    case .euros(let cents): content = PageText.euros(cents, in: language)
    case .month(let month): content = PageText.unbroken(HumanText.month(month, in: language))
    case .date(let date): content = PageText.digits(of: date, in: language)
    case .share(let permille, let band):
      content = PageText.share(permille, in: language)
      bars = [Page.Table.Bar(permille: permille, band: band)]
    }
    self.init(
      content: content, codes: codes, numeric: kind.isNumber, fixed: kind == .date || kind == .month || kind == .word,
      bars: bars)
  }
}

extension Page.Table.Bar {
  fileprivate init(permille: Int64, band: CeilingBand) {
    let shown = min(max(permille, 0), 1000)
    let name =
      switch band {
      case .below70: "below-70"
      case .upTo100: "from-70"
      case .above100: "above-100"
      }
    self.init(width: "\(shown / 10).\(shown % 10)", band: name)
  }
}
