internal import SaldoDomain

/// `areas.csv`: neighbourhoods by postal code, with their weight and consortium (wijken).
enum AreaTable {
  static let schema = TableSchema(
    file: "areas.csv", required: ["postal_code", "neighbourhood", "weight", "consortium"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Area> {
    var reader = RowReader(row)
    let postalCode = reader.value("postal_code", .postalDigits)
    let neighbourhood = reader.value(
      "neighbourhood", .name(Bilingual(nl: "de naam van een wijk of team", en: "the name of a neighbourhood or team")))
    let weight = reader.value("weight", .weight)
    let consortium = reader.value("consortium", .provider)
    guard let postalCode, let neighbourhood, let weight, let consortium else { return RowResult(reader) }
    return RowResult(
      reader, Area(postalCode: postalCode, neighbourhood: neighbourhood, weight: weight, consortium: consortium))
  }
}

/// `area_exceptions.csv`: clients who are helped by another consortium than that of their address (grensgevallen).
enum AreaExceptionTable {
  static let schema = TableSchema(
    file: "area_exceptions.csv", required: ["bsn", "consortium", "from", "reason"], optional: ["until"],
    isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<AreaException> {
    var reader = RowReader(row)
    let bsn = reader.value("bsn", .bsn)
    let consortium = reader.value("consortium", .provider)
    let from = reader.value("from", .date)
    let until = reader.optional("until", .date)
    let reason = reader.value("reason", .name(Bilingual(nl: "een reden", en: "a reason")))
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let bsn, let consortium, let from, let reason else { return RowResult(reader) }
    return RowResult(
      reader,
      AreaException(bsn: bsn, consortium: consortium, period: OpenPeriod(begin: from, end: until), reason: reason))
  }
}
