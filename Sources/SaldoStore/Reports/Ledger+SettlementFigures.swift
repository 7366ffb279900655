import GRDB
import SaldoDomain

extension Ledger {
  /// What the ledger says of the declarations of a period, read at one moment.
  ///
  /// - Throws: ``LedgerError``.
  public func settlementFigures(of period: ReportPeriod) throws -> SettlementFigures {
    try read { database in
      let clauses = try PeriodClauses(period, in: database)
      return SettlementFigures(
        period: period, providers: try ProviderFigures.fetch(clauses, in: database),
        products: try ProductFigures.fetch(clauses, in: database),
        withoutDeclarations: try WithoutDeclarationFigures.fetch(clauses, in: database),
        lineCodes: try LineCodeFigures.fetch(clauses, in: database),
        clientCodes: try ClientCodeFigures.fetch(clauses, in: database),
        refused: try RefusedFigures.fetch(clauses, in: database),
        notices: try NoticeFigures.fetch(clauses, in: database),
        allocationFindings: try AllocationFindingFigures.fetch(clauses, in: database),
        held: period.by == .booking ? try HeldFigures.fetch(on: period.until.last, in: database) : nil,
        granted: try Self.granted(in: clauses, database))
    }
  }

  /// What the answers to the declarations of a period granted; nil when messages cannot be selected by it.
  private static func granted(in period: PeriodClauses, _ database: Database) throws -> Euros? {
    guard let messages = period.messages else { return nil }
    let query: SQL = """
      SELECT IFNULL(SUM(json_extract(CAST(entry.payload AS TEXT), '$.grantedCents')), 0)
      FROM \(SQL.decidedDeclarations)
      WHERE message.kind = '323' AND \(messages)
      """
    return Euros(cents: try SQLRequest<Int64>(literal: query).fetchOne(database) ?? 0)
  }
}
