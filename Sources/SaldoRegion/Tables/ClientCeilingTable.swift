internal import SaldoDomain

/// `client_ceilings.csv`: the ceilings per client (individuele budgetplafonds, IBP); the file may be missing.
enum ClientCeilingTable {
  static let schema = TableSchema(
    file: "client_ceilings.csv", required: ["municipality", "bsn", "from", "until", "ceiling", "set_by"],
    isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ClientCeiling> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let bsn = reader.value("bsn", .bsn)
    let from = reader.value("from", .date)
    let until = reader.value("until", .date)
    let ceiling = reader.value("ceiling", .ceiling)
    let setter: ClientCeiling.Setter? = reader.value("set_by", .keyword)
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let municipality, let bsn, let from, let until, let ceiling, let setter else { return RowResult(reader) }
    let value = ClientCeiling(
      municipality: municipality, bsn: bsn, period: Period(begin: from, end: until), ceiling: ceiling, setter: setter)
    return RowResult(reader, value)
  }
}
