/// What municipalities share and for whom: keys, residence history, solidarity and reserves.
///
/// Every table is optional; an empty record is left out of a stored region, so that the digest of a region never changes
/// by a table that it does not have.
public struct SharingRecords: Hashable, Sendable {
  /// The weights of the distribution keys.
  public var keys: [KeyShare] = []
  /// The keys of groups of products.
  public var groupKeys: [GroupKey] = []
  /// What the purchaser itself costs.
  public var overheads: [Overhead] = []
  /// Where clients live.
  public var residences: [Residence] = []
  /// Care that goes on after a move.
  public var continuations: [Continuation] = []
  /// The terms of solidarity.
  public var solidarity: [SolidarityTerms] = []
  /// The reports behind claims.
  public var solidarityReports: [SolidarityReport] = []
  /// What municipalities hold in reserve.
  public var reserves: [Reserve] = []
  /// The figures by which prices are indexed.
  public var indexation: [IndexationFigures] = []
  /// What old products became.
  public var migrations: [ProductMigration] = []
  /// Neighbourhoods and their consortia.
  public var areas: [Area] = []
  /// Clients who are helped by another consortium.
  public var areaExceptions: [AreaException] = []
  /// Above which projected costs a request goes back to the manager (drempels); none for the usual ones.
  public var costTiers: [CostTier] = []
  /// What was agreed on closed care.
  public var closedCare: [ClosedCareTerms] = []
  /// The institutions that carry a part of its risk.
  public var closedCareInstitutions: [ClosedCareInstitution] = []
  /// What municipalities paid the purchasing municipality in advance.
  public var municipalAdvances: [MunicipalAdvance] = []

  /// No rows at all.
  public init() {}

  /// The weights of a key in a year: its rows of the year, or else those for every year; empty for an unknown key.
  public func weights(of key: String, in year: Int) -> [KeyShare] {
    let rows = keys.filter { $0.key == key }
    let own = rows.filter { $0.year == year }
    return own.isEmpty ? rows.filter { $0.year == nil } : own
  }

  /// What municipalities pay of a cost of a year by a key, in the order of the region; empty for an unknown key, and for
  /// one that has no rows for the year.
  ///
  /// Weights of an abolished municipality count for the one that bears them on the last day of the year.
  public func shares(of key: String, in year: Int, among municipalities: [Municipality]) -> [LumpSum.Share] {
    let (succession, day) = (Succession(municipalities), CalendarMonth(year: year, month: 12).last)
    let weights = Dictionary(
      weights(of: key, in: year).map { (succession.bearer(of: $0.municipality, on: day), $0.product) },
      uniquingKeysWith: +)
    return municipalities.map(\.code).compactMap { code in
      weights[code].flatMap { $0 > 0 ? LumpSum.Share(municipality: code, weight: $0) : nil }
    }
  }

  /// The terms of solidarity of a year; nil when no regime holds.
  public func solidarity(_ domain: Domain, in year: Int) -> SolidarityTerms? {
    solidarity.first { $0.domain == domain && $0.holds(in: year) }
  }
}

extension SharingRecords: RegionRecords {
  private enum Key: String, CodingKey {
    case keys, groupKeys, overheads, residences, continuations, solidarity, solidarityReports, reserves, indexation
    case migrations, areas, areaExceptions, costTiers, closedCare, closedCareInstitutions, municipalAdvances
  }

  /// Reads the tables that are there.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    keys = try container.rows(.keys)
    groupKeys = try container.rows(.groupKeys)
    overheads = try container.rows(.overheads)
    residences = try container.rows(.residences)
    continuations = try container.rows(.continuations)
    solidarity = try container.rows(.solidarity)
    solidarityReports = try container.rows(.solidarityReports)
    reserves = try container.rows(.reserves)
    indexation = try container.rows(.indexation)
    migrations = try container.rows(.migrations)
    areas = try container.rows(.areas)
    areaExceptions = try container.rows(.areaExceptions)
    costTiers = try container.rows(.costTiers)
    closedCare = try container.rows(.closedCare)
    closedCareInstitutions = try container.rows(.closedCareInstitutions)
    municipalAdvances = try container.rows(.municipalAdvances)
  }

  /// Writes the tables that have rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rows: keys, .keys)
    try container.encode(rows: groupKeys, .groupKeys)
    try container.encode(rows: overheads, .overheads)
    try container.encode(rows: residences, .residences)
    try container.encode(rows: continuations, .continuations)
    try container.encode(rows: solidarity, .solidarity)
    try container.encode(rows: solidarityReports, .solidarityReports)
    try container.encode(rows: reserves, .reserves)
    try container.encode(rows: indexation, .indexation)
    try container.encode(rows: migrations, .migrations)
    try container.encode(rows: areas, .areas)
    try container.encode(rows: areaExceptions, .areaExceptions)
    try container.encode(rows: costTiers, .costTiers)
    try container.encode(rows: closedCare, .closedCare)
    try container.encode(rows: closedCareInstitutions, .closedCareInstitutions)
    try container.encode(rows: municipalAdvances, .municipalAdvances)
  }
}
