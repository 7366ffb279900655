internal import SaldoDomain

/// How the text of a cell becomes a value.
struct CellFormat<Value> {
  /// The value, or what is wrong, as a predicate about the cell: `is geen bedrag`.
  let parse: (String) -> ParsedCell<Value>
  private let words: () -> Bilingual

  /// What a cell of this format holds, for errors; worded when there is one.
  var expected: Bilingual { words() }

  init(expected words: @autoclosure @escaping () -> Bilingual, parse: @escaping (String) -> ParsedCell<Value>) {
    self.words = words
    self.parse = parse
  }
}

/// What became of the text of a cell.
enum ParsedCell<Value> {
  case value(Value)
  /// What is wrong, as a predicate about the cell, and a better description of what was expected, if any.
  case wrong(Bilingual, expected: Bilingual? = nil)
}
