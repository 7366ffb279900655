import GRDB
public import SaldoDomain
import SaldoLedger
import SaldoSettlement

/// What a ledger says of a yearly amount at the end of a month: what was paid, and what was delivered for it.
public struct LumpSumFigures: Hashable, Sendable {
  /// The yearly amount.
  public var lumpSum: LumpSum
  /// The costs that were booked up to and including the month.
  public var paid: Euros
  /// What was delivered up to and including the month at reference tariffs; nil for an amount that is not for care.
  public var realised: Euros?
}

extension Ledger {
  /// The yearly amounts of the year of a month, in the order of their table.
  ///
  /// - Parameter day: The day up to which care that goes on counts as delivered, when it comes before the end of the month.
  /// - Throws: ``LedgerError``.
  public func lumpSumFigures(
    of region: RegionSnapshot, until month: CalendarMonth, asOf day: CalendarDate
  ) throws -> [LumpSumFigures] {
    let rows = region.lumpSums.lumpSums.filter { $0.year == month.year }
    guard !rows.isEmpty else { return [] }
    let contracts = RegionContracts(region)
    let until = max(min(day, month.last), CalendarMonth(year: month.year, month: 1).first)
    return try read { database in
      let scope = ProductionScope(rows, year: month.year, until: until, in: contracts)
      let production = try production(scope, of: contracts, in: database)
      return try rows.map { row in
        LumpSumFigures(
          lumpSum: row, paid: try Self.paid(row, until: month, in: database),
          realised: row.part == .care ? row.realised(in: production, catalogue: contracts.catalogue) : nil)
      }
    }
  }

  /// What was booked as the costs of a yearly amount; what its corridor settled is not part of it.
  private static func paid(_ row: LumpSum, until month: CalendarMonth, in database: Database) throws -> Euros {
    let kind: Account.Kind = row.part == .care ? .lumpSumCost : .transformationCost
    return try row.shares.reduce(.zero) { sum, share in
      let query: SQL = """
        SELECT SUM(postingSum.amountCents) FROM municipality
        JOIN provider ON provider.domain = municipality.domain
        JOIN account ON account.municipality = municipality.id AND account.provider = provider.id
        CROSS JOIN postingSum ON postingSum.account = account.id AND \(PeriodClauses.isDelivered(in: row.year))
        WHERE account.kind = \(kind.rawValue) AND account.agreement = \(row.agreement)
          AND municipality.domain = \(row.domain.rawValue) AND municipality.code = \(share.municipality.description)
          AND provider.code = \(row.provider.description) AND postingSum.bookingMonth <= \(month.iso)
        """
      let cents = try PreparedStatement(query, in: database).first { $0.integer(0) }
      return sum + Euros(cents: cents ?? 0)
    }
  }
}
