import GRDB
public import SaldoDomain
import SaldoLedger

/// What a ledger says of a spending space at the end of a month (bestedingsruimte).
public struct SpendingFigures: Hashable, Sendable {
  /// The space.
  public var space: SpendingSpace
  /// What was granted on it by delivery year and booked up to and including the month, credits deducted.
  public var used: Euros
  /// The part of it that was set apart in the payables, because the payer decides about it.
  public var setApart: Euros
}

extension Ledger {
  /// The spending spaces of the year of a month and of years before it, in the order of their table.
  ///
  /// - Throws: ``LedgerError``.
  public func spendingFigures(of region: RegionSnapshot, until month: CalendarMonth) throws -> [SpendingFigures] {
    let spaces = region.ceilings.spendingSpaces.filter { $0.year <= month.year }
    guard !spaces.isEmpty else { return [] }
    return try read { database in
      try spaces.map { space in
        let agreements = region.agreements.filter { $0.segment == space.segment }.map(\.key)
        let query: SQL = """
          SELECT COALESCE(SUM(postingSum.amountCents), 0) AS usedCents,
            COALESCE(SUM(postingSum.amountCents) FILTER (WHERE isSetApart), 0) AS setApartCents
          FROM account
          JOIN municipality ON municipality.id = account.municipality
          JOIN provider ON provider.id = account.provider
          CROSS JOIN postingSum ON postingSum.account = account.id AND \(PeriodClauses.isDelivered(in: space.year))
          WHERE account.kind = \(Account.Kind.careCost.rawValue) AND account.agreement IN \(agreements)
            AND municipality.domain = \(space.domain.rawValue) AND provider.code = \(space.provider.description)
            AND postingSum.bookingMonth <= \(month.iso)
          """
        let row = try SQLRequest<Row>(literal: query).fetchOne(database)
        return SpendingFigures(
          space: space, used: row?.euros("usedCents") ?? .zero, setApart: row?.euros("setApartCents") ?? .zero)
      }
    }
  }
}
