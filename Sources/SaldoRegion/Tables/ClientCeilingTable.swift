internal import SaldoDomain

/// `client_ceilings.csv`: the ceilings per client (individuele budgetplafonds, IBP); the file may be missing.
enum ClientCeilingTable {
  static let schema = TableSchema(
    file: "client_ceilings.csv", required: ["municipality", "bsn", "from", "until", "ceiling", "set_by"],
    optional: ["child_nature", "child_severity", "system_nature", "system_severity", "motive"],
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
    let cell = CeilingMatrixTable.cell(reading: &reader)
    let motive = reader.optional("motive", .name(Bilingual(nl: "de motivering", en: "the motive")))
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let municipality, let bsn, let from, let until, let ceiling, let setter else { return RowResult(reader) }
    var value = ClientCeiling(
      municipality: municipality, bsn: bsn, period: Period(begin: from, end: until), ceiling: ceiling, setter: setter)
    value.cell = cell
    value.motive = motive
    return RowResult(reader, value)
  }
}
