internal import SaldoDomain

/// `arrangement_changes.csv`: agreements to change the amount of a running arrangement (wijzigingen).
enum ArrangementChangeTable {
  static let schema = TableSchema(
    file: "arrangement_changes.csv",
    required: ["municipality", "allocation", "date", "old_amount", "new_amount", "agreed_by"], optional: ["domain"],
    isPersonal: true)

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ArrangementChange> {
    var reader = RowReader(row)
    let arrangement = reader.arrangement()
    let date = reader.value("date", .date)
    let old = reader.value("old_amount", .price)
    let new = reader.value("new_amount", .price)
    let parties = reader.value(
      "agreed_by", .name(Bilingual(nl: "wie de wijziging afspraken", en: "who agreed on the change")))
    guard let arrangement, let date, let old, let new, let parties else { return RowResult(reader) }
    return RowResult(
      reader, ArrangementChange(arrangement: arrangement, date: date, old: old, new: new, agreedBy: parties))
  }
}
