import GRDB
public import SaldoDomain

/// The declared lines and the postings of one municipality and provider.
public struct ProviderFigures: Hashable, Sendable {
  /// The legal domain.
  public var domain: Domain
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The number of declared lines, of processed declarations.
  public var lines: Int
  /// The number of approved lines among them.
  public var approvedLines: Int
  /// The declared amount, debit minus credit.
  public var declared: Euros
  /// The declared amount of the approved lines; equals ``careCosts`` in a sound ledger.
  public var approved: Euros
  /// The sum of the care-cost postings.
  public var careCosts: Euros
  /// The sum of the payable postings: negative when money is owed to the provider.
  public var payables: Euros
  /// The sum of all other postings: costs without declarations, advances, and what is to be settled with them.
  public var others: Euros
}

extension ProviderFigures {
  /// The rows of a period, sorted by domain, municipality and provider.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [ProviderFigures] {
    let query: SQL = """
      SELECT municipality.domain, municipality.code AS municipalityCode, provider.code AS providerCode,
        SUM(lines) AS lines, SUM(approvedLines) AS approvedLines, SUM(declaredCents) AS declaredCents,
        SUM(approvedCents) AS approvedCents, SUM(careCostCents) AS careCostCents, SUM(payableCents) AS payableCents,
        SUM(otherCents) AS otherCents
      FROM (
        SELECT line.municipality, line.provider, COUNT(*) AS lines, SUM(isApproved) AS approvedLines,
          SUM(CASE isCredit WHEN 1 THEN -amountCents ELSE amountCents END) AS declaredCents,
          SUM(CASE isCredit WHEN 1 THEN -amountCents ELSE amountCents END * isApproved) AS approvedCents,
          0 AS careCostCents, 0 AS payableCents, 0 AS otherCents
        \(period.lines)
        GROUP BY line.municipality, line.provider
        UNION ALL
        SELECT account.municipality, account.provider, 0, 0, 0, 0,
          SUM(CASE account.kind WHEN 'care-cost' THEN posting.amountCents ELSE 0 END),
          SUM(CASE account.kind WHEN 'payable' THEN posting.amountCents ELSE 0 END),
          SUM(CASE WHEN account.kind IN ('care-cost', 'payable') THEN 0 ELSE posting.amountCents END)
        FROM posting JOIN account ON account.id = posting.account
        WHERE \(period.postings)
        GROUP BY account.municipality, account.provider
      ) AS part
      JOIN municipality ON municipality.id = part.municipality
      JOIN provider ON provider.id = part.provider
      GROUP BY part.municipality, part.provider
      ORDER BY municipality.domain, municipality.code, provider.code
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      ProviderFigures(
        domain: try row.domain(), municipality: try row.municipality(), provider: try row.provider(),
        lines: row["lines"], approvedLines: row["approvedLines"], declared: row.euros("declaredCents"),
        approved: row.euros("approvedCents"), careCosts: row.euros("careCostCents"),
        payables: row.euros("payableCents"), others: row.euros("otherCents"))
    }
  }
}
