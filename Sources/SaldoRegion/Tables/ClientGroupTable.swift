internal import SaldoDomain

/// `client_groups.csv`: the clients with agreements of their own, as in a pilot or in run-off care (cliëntgroepen).
enum ClientGroupTable {
  static let schema = TableSchema(
    file: "client_groups.csv", required: ["group", "municipality", "bsn", "from"], optional: ["until"],
    isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ClientGroupMember> {
    var reader = RowReader(row)
    let group = reader.value("group", .clientGroup)
    let municipality = reader.value("municipality", .municipality)
    let bsn = reader.value("bsn", .bsn)
    let from = reader.value("from", .date)
    let until = reader.optional("until", .date)
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let group, let municipality, let bsn, let from else { return RowResult(reader) }
    return RowResult(
      reader,
      ClientGroupMember(
        group: group, municipality: municipality, bsn: bsn, validity: OpenPeriod(begin: from, end: until)))
  }
}

extension CellFormat where Value == String {
  /// The name of a group of clients.
  static var clientGroup: CellFormat {
    .name(Bilingual(nl: "de naam van een cliëntgroep", en: "the name of a group of clients"))
  }
}
