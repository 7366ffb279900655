internal import SaldoDomain

/// `arrangements.csv`: the dates of the family plan and of the arrangement itself (gezinsplannen en arrangementen).
enum ArrangementPlanTable {
  static let schema = TableSchema(
    file: "arrangements.csv", required: ["municipality", "allocation", "plan_date", "arrangement_date"],
    optional: ["domain"], isPersonal: true)

  /// Reads one row; a date that is not known yet stays empty.
  static func read(_ row: TableRow) -> RowResult<ArrangementPlan> {
    var reader = RowReader(row)
    let arrangement = reader.arrangement()
    let plan = reader.optional("plan_date", .date)
    let agreed = reader.optional("arrangement_date", .date)
    guard let arrangement else { return RowResult(reader) }
    return RowResult(reader, ArrangementPlan(arrangement: arrangement, planDate: plan, arrangementDate: agreed))
  }
}
