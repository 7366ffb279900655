internal import SaldoDomain

/// `ceiling_raises.csv`: the raises of ceilings per client (ophogingen).
enum CeilingRaiseTable {
  static let schema = TableSchema(
    file: "ceiling_raises.csv",
    required: ["municipality", "bsn", "from", "valid_from", "known_on", "old", "new", "by", "reason"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<CeilingRaise> {
    var reader = RowReader(row)
    let municipality = reader.value("municipality", .municipality)
    let bsn = reader.value("bsn", .bsn)
    let from = reader.value("from", .date)
    let validFrom = reader.value("valid_from", .date)
    let knownOn = reader.value("known_on", .date)
    let old = reader.value("old", .ceiling)
    let new = reader.value("new", .ceiling)
    let by = reader.value("by", .name(Bilingual(nl: "wie besloot", en: "who decided")))
    let reason = reader.value("reason", .name(Bilingual(nl: "de reden", en: "the reason")))
    guard let municipality, let bsn, let from, let validFrom, let knownOn, let old, let new, let by, let reason else {
      return RowResult(reader)
    }
    return RowResult(
      reader,
      CeilingRaise(
        municipality: municipality, bsn: bsn, ceilingBegin: from, validFrom: validFrom, knownOn: knownOn, old: old,
        new: new, by: by, reason: reason))
  }
}
