import GRDB
import SaldoDomain

extension Ledger {
  /// What the ledger says of the declarations of a period, read at one moment.
  ///
  /// - Throws: ``LedgerError``.
  public func settlementFigures(of period: ReportPeriod) throws -> SettlementFigures {
    try read { database in
      let clauses = try PeriodClauses(period, in: database)
      let declarations = try DecidedDeclaration.fetch(clauses, in: database)
      let noted = try NotedMessages.fetch(clauses, in: database)
      return SettlementFigures(
        period: period, providers: try ProviderFigures.fetch(clauses, of: declarations, in: database),
        products: try ProductFigures.fetch(clauses, in: database),
        withoutDeclarations: try WithoutDeclarationFigures.fetch(clauses, in: database),
        lineCodes: try LineCodeFigures.fetch(clauses, in: database),
        clientCodes: try ClientCodeFigures.fetch(clauses, in: database),
        refused: try RefusedFigures.fetch(clauses, of: declarations, in: database),
        notices: try noted.map { try NoticeFigures.fetch($0, in: database) },
        allocationFindings: try noted.map { try AllocationFindingFigures.fetch($0, in: database) },
        held: period.by == .booking ? try HeldFigures.fetch(on: period.until.last, in: database) : nil,
        granted: declarations?.reduce(.zero) { $0 + $1.granted })
    }
  }
}
