import GRDB
import SaldoDomain

/// Finds allocations that are in force by their numbers, in the order of the numbers with the least reading.
///
/// Nearly all that a provider names were granted to it and lie together; what was granted to another is looked for among
/// all of the municipality.
struct AllocationFinder {
  private let database: Database
  private var own: AscendingRows
  private let any: PreparedStatement
  /// Finds whether a municipality allocated care of several providers to one client under a number; nil when none did.
  private let shared: PreparedStatement?
  /// Whether lines can stand on allocations of another municipality.
  private let hasMergers: Bool
  /// The provider that was found last to be the only one of an allocation, as an array that its next ones share.
  private var last: [Int64] = []

  /// A finder for messages under the municipalities of a region.
  init(under region: RegionLookUps, in database: Database) throws {
    self.database = database
    hasMergers = region.hasMergers
    own = AscendingRows(
      try PreparedStatement(
        """
        SELECT number, version, client, category, code, beginDate, endDate, changeReason, volume, unit, frequency,
          budgetCents
        FROM currentAllocation WHERE municipality = ? AND provider = ? AND number >= ? ORDER BY number
        """, in: database))
    any = try PreparedStatement(
      """
      SELECT allocation.number, version.id, version.client, version.category, version.code, version.beginDate,
        version.endDate, version.changeReason, version.volume, version.unit, version.frequency, version.budgetCents,
        version.provider
      FROM allocation JOIN allocationVersion AS version ON version.id = allocation.currentVersion
      WHERE allocation.municipality = ? AND allocation.number = ? AND version.returnedBy IS NULL
      """, in: database)
    let someAreShared =
      try PreparedStatement("SELECT 1 FROM sharedAllocation LIMIT 1", in: database)
      .first { _ in true } ?? false
    shared =
      someAreShared
      ? try PreparedStatement(
        "SELECT 1 FROM sharedAllocation WHERE client = ? AND municipality = ? AND number = ?", in: database) : nil
  }

  /// The columns of an allocation, which can be read until the next one is asked for.
  struct Found {
    private let row: PreparedStatement

    /// The dense id of the provider.
    let provider: Int64

    fileprivate init(_ row: PreparedStatement, of provider: Int64) {
      self.row = row
      self.provider = provider
    }

    /// The entry of its message.
    var entry: JournalNumber { row.integer(1) >> 20 }
    /// The dense id of the client.
    var client: Int64 { row.integer(2) }

    /// The current version.
    ///
    /// - Throws: ``LedgerError/damaged(entry:)``.
    func version(_ number: AllocationNumber) throws -> AllocationVersion {
      var volume: AllocatedVolume?
      if let size = row.optionalInteger(8) {
        guard let unit = row.code(9, CareUnit.words), let frequency = row.code(10, Frequency.words) else {
          throw LedgerError.damaged(entry: entry)
        }
        volume = AllocatedVolume(volume: size, unit: unit, frequency: frequency)
      }
      return AllocationVersion(
        number: number, validity: OpenPeriod(begin: row.date(5), end: row.optionalDate(6)),
        category: row.optionalText(3).map(ProductCategory.init(rawValue:)),
        code: row.optionalText(4).map { ProductCode($0) },
        changeReason: row.optionalText(7).map(ChangeReason.init(rawValue:)), volume: volume,
        budget: row.optionalInteger(11).map { Euros(cents: $0) })
    }
  }

  /// The allocation of a municipality with a number; nil when it has none in force.
  ///
  /// - Parameter provider: The dense id of the provider that names it; nil when the ledger does not know it.
  mutating func find(_ number: AllocationNumber, of municipality: Int64, with provider: Int64?) throws -> Found? {
    if let provider, try own.find(Int64(number.number), of: municipality, with: provider) {
      return Found(own.row, of: provider)
    }
    any.rewind()
    any.bind(municipality, at: 0)
    any.bind(Int64(number.number), at: 1)
    return try any.step() ? Found(any, of: any.integer(12)) : nil
  }

  /// The providers of which approved lines can stand on an allocation of a client: a line is only approved on one that was
  /// allocated to its provider, under the same number and for the same client; by the same municipality, or one that it
  /// merged with.
  ///
  /// - Parameter holder: The dense id of the provider that has it now, when it is for this client; nil when that is not
  ///   known.
  mutating func providers(
    of number: AllocationNumber, for client: Int64, at municipality: Int64, holder: Int64?
  ) throws -> [Int64] {
    let number = Int64(number.number)
    if let holder, !hasMergers, try !isShared(number, for: client, at: municipality) {
      if last.first != holder { last = [holder] }
      return last
    }
    return try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT DISTINCT provider FROM allocationOfClient WHERE client = ? AND number = ? ORDER BY provider"),
      arguments: [client, number])
  }

  /// Lets the ledger go.
  mutating func end() {
    own.end()
    any.rewind()
  }

  private func isShared(_ number: Int64, for client: Int64, at municipality: Int64) throws -> Bool {
    guard let shared else { return false }
    shared.bind(client, at: 0)
    shared.bind(municipality, at: 1)
    shared.bind(number, at: 2)
    return try shared.first { _ in true } ?? false
  }
}
