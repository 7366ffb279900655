import GRDB
public import SaldoDomain
public import SaldoLedger

/// What is booked without being the cost of a declared line or payable: lump sums, availability, advances and what is
/// settled with them, of one municipality, provider and agreement on one kind of account.
public struct WithoutDeclarationFigures: Hashable, Sendable {
  /// The legal domain.
  public var domain: Domain
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The key of the agreement.
  public var agreement: String
  /// The kind of account.
  public var kind: Account.Kind
  /// The sum of the postings: a cost or an advance is positive, what is still to be settled is negative.
  public var amount: Euros
}

extension WithoutDeclarationFigures {
  /// The rows of a period, sorted by domain, municipality, provider, agreement and kind.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [WithoutDeclarationFigures] {
    let query: SQL = """
      SELECT municipality.domain, municipality.code AS municipalityCode, provider.code AS providerCode,
        account.agreement, account.kind, SUM(postingSum.amountCents) AS amountCents
      FROM postingSum
      \(period.joinAfterSums) account ON account.id = postingSum.account
      \(period.joinAfterSums) municipality ON municipality.id = account.municipality
      JOIN provider ON provider.id = account.provider
      WHERE account.kind NOT IN ('care-cost', 'payable') AND \(period.postingSums)
      GROUP BY account.municipality, account.provider, account.agreement, account.kind
      ORDER BY municipality.domain, municipality.code, provider.code, account.agreement, account.kind
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      guard let kind = Account.Kind(rawValue: row["kind"]) else { throw LedgerError.damaged(entry: 0) }
      return WithoutDeclarationFigures(
        domain: try row.domain(), municipality: try row.municipality(), provider: try row.provider(),
        agreement: row["agreement"], kind: kind, amount: row.euros("amountCents"))
    }
  }
}
