import GRDB
public import SaldoDomain

/// A finding for the municipality at an allocation that is in force: what contradicts the contract or the region's rules.
public struct AllocationFindingFigures: Hashable, Sendable {
  /// The municipality, to which it is addressed.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The number of the allocation.
  public var allocation: AllocationNumber
  /// The rule.
  public var rule: RuleCode
}

extension AllocationFindingFigures {
  /// The findings of messages with something to tell, sorted by municipality, provider, allocation and rule. A finding that
  /// is told again by a later version of the allocation stands there once.
  static func fetch(_ noted: NotedMessages, in database: Database) throws -> [AllocationFindingFigures] {
    let query: SQL = """
      SELECT DISTINCT municipality.code AS municipalityCode, provider.code AS providerCode, allocation.number,
        json_extract(finding.value, '$.rule') AS rule
      FROM message
      CROSS JOIN journalEntry AS entry ON entry.number = message.entry
      CROSS JOIN json_each(CAST(entry.payload AS TEXT), '$.findings') AS finding
      JOIN allocationVersion ON allocationVersion.id = entry.number << 20 | json_extract(finding.value, '$.product')
      JOIN allocation ON allocation.id = allocationVersion.allocation
      JOIN municipality ON municipality.id = message.municipality
      JOIN provider ON provider.id = message.provider
      WHERE message.kind = '301' AND \(noted.condition) AND json_extract(finding.value, '$.severity') = 'signal'
        AND json_extract(finding.value, '$.product') IS NOT NULL
      ORDER BY municipality.code, provider.code, allocation.number, rule
      """
    return try SQLRequest<Row>(literal: query).fetchAll(database).map { row in
      AllocationFindingFigures(
        municipality: try row.municipality(), provider: try row.provider(),
        allocation: AllocationNumber(row["number"]), rule: RuleCode(rawValue: row["rule"]))
    }
  }
}
