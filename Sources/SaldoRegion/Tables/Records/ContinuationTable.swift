internal import SaldoDomain

/// `continuations.csv`: care that goes on under the contract of the old municipality (overgangsrecht).
enum ContinuationTable {
  static let schema = TableSchema(
    file: "continuations.csv", required: ["bsn", "municipality", "from", "until"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<Continuation> {
    var reader = RowReader(row)
    let bsn = reader.value("bsn", .bsn)
    let municipality = reader.value("municipality", .municipality)
    let from = reader.value("from", .date)
    let until = reader.value("until", .date)
    if let from, let until {
      let latest = Continuation.latestEnd(from: from)
      if until < from {
        reader.report("until", .endsTooEarly, .endExpected)
      } else if until > latest {
        reader.report(
          "until", Bilingual(nl: "de periode is langer dan een jaar", en: "the period is longer than a year"),
          Bilingual(nl: "uiterlijk \(latest)", en: "\(latest) at the latest"))
      }
    }
    guard let bsn, let municipality, let from, let until else { return RowResult(reader) }
    return RowResult(
      reader, Continuation(bsn: bsn, municipality: municipality, period: Period(begin: from, end: until)))
  }
}
