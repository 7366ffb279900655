internal import SaldoDomain

/// `arrangement_replacements.csv`: arrangements that took the place of others (vervangingen).
enum ArrangementReplacementTable {
  static let schema = TableSchema(
    file: "arrangement_replacements.csv", required: ["municipality", "allocation", "replaced_by", "from", "reason"],
    optional: ["domain"], isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ArrangementReplacement> {
    var reader = RowReader(row)
    let arrangement = reader.arrangement()
    let replacedBy = reader.value("replaced_by", .allocation)
    let from = reader.value("from", .date)
    let reason: ArrangementReplacement.Reason? = reader.value("reason", .keyword)
    if let replacedBy, replacedBy == arrangement?.allocation {
      reader.report(
        "replaced_by",
        Bilingual(nl: "een arrangement vervangt zichzelf", en: "an arrangement replaces itself"),
        Bilingual(nl: "het nummer van een andere toewijzing", en: "the number of another allocation"))
    }
    guard let arrangement, let replacedBy, let from, let reason else { return RowResult(reader) }
    return RowResult(
      reader, ArrangementReplacement(arrangement: arrangement, replacedBy: replacedBy, from: from, reason: reason))
  }
}
