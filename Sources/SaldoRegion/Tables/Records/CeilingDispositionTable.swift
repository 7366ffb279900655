internal import SaldoDomain

/// `ceiling_dispositions.csv`: what was decided about overruns of ceilings per client (afhandelingen).
enum CeilingDispositionTable {
  static let schema = TableSchema(
    file: "ceiling_dispositions.csv", required: ["municipality", "bsn", "from", "date", "disposition"],
    optional: ["note"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<CeilingDisposition> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let bsn = reader.value("bsn", .bsn)
    let from = reader.value("from", .date)
    let date = reader.value("date", .date)
    let outcome: CeilingDisposition.Outcome? = reader.value("disposition", .keyword)
    let note = reader.optional("note", .name(Bilingual(nl: "een opmerking", en: "a remark")))
    guard let municipality, let bsn, let from, let date, let outcome else { return RowResult(reader) }
    return RowResult(
      reader,
      CeilingDisposition(
        municipality: municipality, bsn: bsn, ceilingBegin: from, date: date, outcome: outcome, note: note))
  }
}
