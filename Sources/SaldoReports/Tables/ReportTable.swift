import SaldoDomain

/// A table of a report with typed cells, from which CSV, HTML and XLSX are written alike.
struct ReportTable {
  /// The name in file names, English.
  let name: String
  /// The title above the table and on its sheet.
  let title: Bilingual
  /// The name of its sheet, when the title is too long for one.
  var sheet: Bilingual?
  /// What a reader should know about the table.
  var notes: [Bilingual] = []
  /// The columns.
  let columns: [Column]
  /// The rows; each has a cell for each column, and may be made when it is asked for.
  let rows: AnyRandomAccessCollection<[Cell]>
  /// A row of totals for people; machine-readable files leave it out.
  var totals: [Cell]?

  init(
    name: String, title: Bilingual, sheet: Bilingual? = nil, notes: [Bilingual] = [], columns: [Column],
    rows: some RandomAccessCollection<[Cell]>, totals: [Cell]? = nil
  ) {
    self.name = name
    self.title = title
    self.sheet = sheet
    self.notes = notes
    self.columns = columns
    self.rows = AnyRandomAccessCollection(rows)
    self.totals = totals
  }

  /// A column.
  struct Column {
    /// The stem of the header in CSV: English, in camel case.
    let key: String
    /// The header for people.
    let title: Bilingual
    /// What its cells hold.
    let kind: Kind
    /// Whether a page shows it; files always do.
    var isOnPage = true
  }

  /// What the cells of a column hold.
  enum Kind {
    /// A text.
    case text
    /// A word of a short list; on a page it stays on one line.
    case word
    /// A code with its name; two columns in CSV and XLSX.
    case party
    /// A whole number.
    case count
    /// An amount; in CSV a column in cents and one in euros.
    case euros
    /// A month.
    case month
    /// A day.
    case date
    /// A share in thousandths.
    case share

    /// Whether the cells are numbers, which people read from the right.
    var isNumber: Bool {
      switch self {
      case .count, .euros, .share: true
      case .text, .word, .party, .month, .date: false
      }
    }
  }

  /// A cell.
  enum Cell {
    /// Nothing.
    case empty
    /// A text as it stands in the data.
    case text(String)
    /// A stable English word, and what people read instead.
    case word(String, Bilingual)
    /// A code with its name.
    case party(code: String, name: String?)
    /// A whole number.
    case count(Int)
    /// An amount in euro cents.
    case euros(Int64)
    /// A month.
    case month(CalendarMonth)
    /// A day.
    case date(CalendarDate)
    /// A share in thousandths, with the band that colours its bar.
    case share(permille: Int64, band: CeilingBand)
  }
}
