/// A page of HTML as values: what the template shows. The names of its properties are the keys of the template.
struct Page {
  /// The language of the page, for the `lang` attribute.
  let language: String
  /// The title.
  let title: String
  /// The line above the title.
  let kicker: String
  /// What the page is about.
  let about: [About]
  /// What a reader must know before the figures.
  let warnings: [String]
  /// The key figures: one list or none.
  let figureLists: [FigureList]
  /// The sections.
  let sections: [Section]
  /// The style sheet, not escaped.
  var style = PageStyle.css

  /// A label with its value.
  struct About {
    let label: String
    let value: String
    /// Whether the value is a digest, shown in small type.
    let isDigest: Bool
  }

  /// A list of key figures.
  struct FigureList {
    let figures: [Figure]
  }

  /// A key figure.
  struct Figure {
    let label: String
    let value: String
    /// Lines below it.
    let notes: [String]
  }

  /// A heading with what belongs below it.
  struct Section {
    let heading: String
    let paragraphs: [String]
    let tables: [Table]
  }

  /// A table.
  struct Table {
    let caption: String
    let columns: [Column]
    /// The rows, as markup; see ``Row/markup``. One text: the template engine takes longer for an element than we do.
    let rows: String
    /// The row of totals, when there is one, as markup.
    let totals: String
    let remarks: [String]

    struct Column {
      let header: String
      let isNumber: Bool
    }

    struct Row {
      /// The first cell, which names the row.
      let first: Cell
      let cells: [Cell]
    }

    struct Cell {
      let content: String
      /// The code behind the content: one or none.
      let codes: [String]
      let numeric: Bool
      /// Whether it stays on one line, as a day or a month.
      let fixed: Bool
      /// The bar behind a share: one or none.
      let bars: [Bar]
    }

    struct Bar {
      /// The width in per cent, for instance `70.5`.
      let width: String
      /// The band, which gives the colour.
      let band: String
    }
  }
}
