internal import SaldoDomain

/// A table of a region folder (tabel): a header and rows of as many cells, each with its row number.
///
/// Separator: the semicolon when the header has one, else the comma. Lines that begin with `#` are comments and rows
/// without any text are skipped; both keep their row number. A cell never holds a line break.
struct Table: Sendable {
  /// The file and columns.
  let schema: TableSchema
  /// The rows with text, in the order of the file.
  let rows: [TableRow]

  /// Reads a table and reports what is wrong with its form.
  ///
  /// Rows with a wrong form are left out after they have been reported.
  ///
  /// - Returns: nil when there is no header to read the rows with.
  static func read(_ bytes: [UInt8], schema: TableSchema, problems: inout [RegionProblem]) -> Table? {
    let text: String
    do throws(RegionProblem) {
      text = try SourceText.decode(bytes, file: schema.file)
    } catch {
      problems.append(error)
      return nil
    }
    var reader = TableReader(schema: schema)
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let endsInReturn = index + 1 < lines.count && line.last == UInt8(ascii: "\r")
      guard reader.take(Substring(endsInReturn ? line.dropLast() : line)) else { break }
    }
    problems += reader.problems
    guard let columns = reader.columns else {
      if reader.problems.isEmpty { problems.append(noHeader(schema)) }
      return nil
    }
    return Table(schema: schema, rows: reader.rows.map { TableRow(schema: schema, columns: columns, line: $0) })
  }

  private static func noHeader(_ schema: TableSchema) -> RegionProblem {
    RegionProblem(
      at: RegionPlace(file: schema.file),
      found: Bilingual(nl: "het bestand heeft geen kopregel", en: "the file has no header"),
      expected: TableReader.header(of: schema))
  }
}
