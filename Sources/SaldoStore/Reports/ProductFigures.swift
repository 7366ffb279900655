import GRDB
public import SaldoDomain

/// The care costs of one municipality, product and agreement.
public struct ProductFigures: Hashable, Sendable {
  /// The legal domain.
  public var domain: Domain
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The product.
  public var product: Product
  /// The key of the agreement; empty when the account is not kept per agreement.
  public var agreement: String
  /// The number of booked lines.
  public var lines: Int
  /// The sum of the care-cost postings.
  public var careCosts: Euros
}

extension ProductFigures {
  /// The rows of a period, sorted by domain, municipality, product and agreement.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [ProductFigures] {
    let query: SQL = """
      SELECT municipality.domain, municipality.code AS municipalityCode, account.category, account.code,
        account.agreement, SUM(postingSum.lines) AS lines, SUM(postingSum.amountCents) AS careCostCents
      FROM postingSum
      \(period.joinAfterSums) account ON account.id = postingSum.account
      \(period.joinAfterSums) municipality ON municipality.id = account.municipality
      WHERE account.kind = 'care-cost' AND \(period.postingSums)
      GROUP BY account.municipality, account.category, account.code, account.agreement
      ORDER BY municipality.domain, municipality.code, account.category, account.code, account.agreement
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      ProductFigures(
        domain: try row.domain(), municipality: try row.municipality(),
        product: Product(
          category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String)),
        agreement: row["agreement"], lines: row["lines"], careCosts: row.euros("careCostCents"))
    }
  }
}
