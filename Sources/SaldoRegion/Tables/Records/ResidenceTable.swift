internal import SaldoDomain

/// `residences.csv`: where clients live, as far as it decides who is responsible (woonplaats).
enum ResidenceTable {
  static let schema = TableSchema(
    file: "residences.csv", required: ["bsn", "municipality", "from", "basis"], optional: ["until"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Residence> {
    var reader = RowReader(row)
    let bsn = reader.value("bsn", .bsn)
    let municipality = reader.value("municipality", .municipality)
    let from = reader.value("from", .date)
    let until = reader.optional("until", .date)
    let basis: Residence.Basis? = reader.value("basis", .keyword)
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let bsn, let municipality, let from, let basis else { return RowResult(reader) }
    return RowResult(
      reader,
      Residence(bsn: bsn, municipality: municipality, period: OpenPeriod(begin: from, end: until), basis: basis))
  }
}
