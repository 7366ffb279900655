import GRDB
public import SaldoDomain
import SaldoFunding

/// What a ledger says of a municipal budget in a year: the budget and what was spent of it (realisatie van de begroting).
public struct BudgetFigures: Hashable, Sendable {
  /// The municipality; after a merger the successor.
  public var municipality: MunicipalityCode
  /// The domain of the care.
  public var domain: Domain
  /// The group of products; nil for all products that no budget covers.
  public var group: String?
  /// The year of delivery.
  public var year: Int
  /// The budget; nil for products that no budget covers.
  public var budget: Euros?
  /// The care costs that were booked for care of the year: approved debits minus credits.
  public var realised: Euros
}

extension Ledger {
  /// The budgets of the year of a day in the order of their table, and after them what they do not cover, by domain and
  /// municipality. Together they are all care costs of the year.
  ///
  /// - Throws: ``LedgerError``.
  public func budgetFigures(of region: RegionSnapshot, asOf: CalendarDate) throws -> [BudgetFigures] {
    var records = region.ceilings
    records.budgets.removeAll { $0.year != asOf.year }
    let succession = Succession(region.municipalities)
    let realisations = BudgetRealisations(of: try careCosts(in: asOf.year), in: records) {
      succession.bearer(of: $0, on: asOf)
    }
    let covered = realisations.budgets.map { realisation in
      BudgetFigures(
        municipality: realisation.budget.municipality, domain: realisation.budget.domain,
        group: realisation.budget.group, year: asOf.year, budget: realisation.budget.amount,
        realised: realisation.realised)
    }
    let uncovered = Dictionary(grouping: realisations.uncovered) { Bearer(domain: $0.domain, code: $0.municipality) }
    return covered
      + uncovered.sorted { ($0.key.domain.rawValue, $0.key.code) < ($1.key.domain.rawValue, $1.key.code) }.map {
        BudgetFigures(
          municipality: $0.key.code, domain: $0.key.domain, group: nil, year: asOf.year, budget: nil,
          realised: $0.value.reduce(.zero) { $0 + $1.amount })
      }
  }

  private struct Bearer: Hashable {
    let domain: Domain
    let code: MunicipalityCode
  }

  /// The care costs of a year of delivery per municipality and product.
  private func careCosts(in year: Int) throws -> [SpentAmount] {
    try read { database in
      let query: SQL = """
        SELECT municipality.domain, municipality.code AS municipalityCode, account.category, account.code,
          SUM(postingSum.amountCents) AS amountCents
        FROM postingSum
        CROSS JOIN account ON account.id = postingSum.account
        JOIN municipality ON municipality.id = account.municipality
        WHERE account.kind = 'care-cost' AND postingSum.deliveryMonth BETWEEN \("\(year)-01") AND \("\(year)-12")
        GROUP BY account.municipality, account.category, account.code
        ORDER BY municipality.domain, municipality.code, account.category, account.code
        """
      return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
        SpentAmount(
          municipality: try row.municipality(), domain: try row.domain(),
          product: Product(
            category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String)),
          year: year, amount: row.euros("amountCents"))
      }
    }
  }
}
