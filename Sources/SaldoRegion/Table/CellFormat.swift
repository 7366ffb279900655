internal import SaldoDomain

/// How the text of a cell becomes a value.
struct CellFormat<Value> {
  /// What a cell of this format holds, for errors.
  let expected: Bilingual
  /// The value, or what is wrong, as a predicate about the cell: `is geen bedrag`.
  let parse: (String) -> ParsedCell<Value>
}

/// What became of the text of a cell.
enum ParsedCell<Value> {
  case value(Value)
  /// What is wrong, as a predicate about the cell, and a better description of what was expected, if any.
  case wrong(Bilingual, expected: Bilingual? = nil)
}
