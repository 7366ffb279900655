internal import SaldoDomain

/// Keys of one table that another one does not have.
enum UnknownKeys {
  /// A problem at a cell whose key a file does not have; a personal cell is not shown.
  static func problem(at row: TableRow, _ column: String, in file: String) -> RegionProblem {
    let shown = row.quoted(column) ?? "\"…\""
    return RegionProblem(
      at: row.place(column),
      found: Bilingual(nl: "\(shown) staat niet in \(file)", en: "\(shown) is not in \(file)"),
      expected: Bilingual(nl: "een sleutel uit \(file)", en: "a key of \(file)"))
  }
}
