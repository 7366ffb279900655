import Foundation
import GRDB
import SaldoDomain
import SaldoLedger

/// What the contracts of a region ask of a working set, besides what the standard does: spending spaces, birth dates,
/// lines of other providers, and claims on arrangements.
extension Ledger {
  /// Loads what the region's own rules and spending spaces ask of a declaration; nothing where the region has none.
  func loadLocalRules(
    _ keys: WorkingSetKeys, of grantors: [Grantor], with provider: Int64?, region: RegionSnapshot,
    into set: inout WorkingSet, in database: Database
  ) throws {
    set.spending = try spending(keys, of: provider, region: region, in: database)
    if region.contractRules.productRules.contains(where: { $0.limit == .age18 }) {
      for bsn in keys.clients { set.birthDates[bsn] = try birthDate(of: bsn, in: database) }
    }
    if region.agreements.contains(where: { $0.model == .arrangement }) {
      for bsn in keys.clients {
        let lines = try grantors.compactMap(\.id).flatMap {
          try linesElsewhere(for: bsn, keys, of: $0, without: provider, in: database)
        }
        if !lines.isEmpty { set.linesElsewhere[bsn] = lines }
      }
    }
  }

  /// What is used of the spending spaces of a provider: one indexed query per year of delivery.
  private func spending(
    _ keys: WorkingSetKeys, of provider: Int64?, region: RegionSnapshot, in database: Database
  ) throws -> [SpendingUse] {
    guard let first = keys.firstPeriodBegin?.year else { return [] }
    let spaces = region.ceilings.spendingSpaces.filter {
      $0.provider == keys.header.provider && $0.domain == keys.header.standard.domain && $0.year >= first
    }
    let segments = Dictionary(region.agreements.map { ($0.key, $0.segment) }) { first, _ in first }
    var used: [Int: [String: Euros]] = [:]
    for year in Set(spaces.map(\.year)) {
      guard let provider else { break }
      let query: SQL = """
        SELECT account.agreement, SUM(postingSum.amountCents) FROM account
        CROSS JOIN postingSum ON postingSum.account = account.id AND \(PeriodClauses.isDelivered(in: year))
        WHERE account.kind = \(Account.Kind.careCost.rawValue) AND account.provider = \(provider)
        GROUP BY account.agreement
        """
      try PreparedStatement(query, in: database).forEachRow { row in
        guard let segment = segments[row.text(0)] ?? nil else { return }
        used[year, default: [:]][segment, default: .zero] += Euros(cents: row.integer(1))
      }
    }
    return spaces.map { SpendingUse(space: $0, used: used[$0.year]?[$0.segment] ?? .zero) }
  }

  /// The birth date that the last allocation message for a client told; nil when none did since this is kept.
  private func birthDate(of bsn: Bsn, in database: Database) throws -> BirthDate? {
    guard let client = try ids.client(bsn, keys: keys, in: database),
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT keyYear, sealedBirthDate FROM client WHERE id = ?"),
        arguments: [client]),
      let sealed = row["sealedBirthDate"] as Data?, let key = keys.key(forYear: row["keyYear"])
    else { return nil }
    return Sealing.openBirthDate(sealed, key: key)
  }

  /// The approved, uncredited lines of other providers for a client at a municipality, from the first product period
  /// on.
  private func linesElsewhere(
    for bsn: Bsn, _ keys: WorkingSetKeys, of municipality: Int64, without provider: Int64?, in database: Database
  ) throws -> [LineElsewhere] {
    guard let client = try ids.client(bsn, keys: self.keys, in: database), let first = keys.firstPeriodBegin else {
      return []
    }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT provider.code AS providerCode, line.category, line.code, line.periodBegin, line.periodEnd
          FROM \(Self.linesOfClient)
          JOIN linePosting ON linePosting.line = line.id
          JOIN provider ON provider.id = line.provider
          WHERE line.provider <> ?5
            AND line.isCredit = 0 AND line.creditedBy IS NULL AND line.periodEnd >= ?6
          ORDER BY line.id
          """),
      arguments: [client, municipality, Int32.min, Int32.max, provider ?? 0, first.daysSince1970])
    return try rows.map { row in
      LineElsewhere(
        provider: try row.provider(),
        product: Product(
          category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String)),
        period: Period(
          begin: CalendarDate(daysSince1970: row["periodBegin"]), end: CalendarDate(daysSince1970: row["periodEnd"])))
    }
  }

  /// Loads what was claimed on the arrangements of a declaration, and what is used of those that they replaced.
  func loadArrangements(
    _ keys: WorkingSetKeys, at places: [AllocationPlace], before entry: JournalNumber, under region: RegionSnapshot,
    _ held: HeldMessages, into set: inout WorkingSet, in database: Database
  ) throws {
    let agreements = region.agreements.filter { $0.model == .arrangement }.map(\.key)
    guard !agreements.isEmpty else { return }
    var finder = try AllocationFinder(under: lookUps(in: region), in: database)
    var used = try UseFinder(waitingBefore: 0, held, in: database)
    defer {
      finder.end()
      used.end()
    }
    for place in places {
      let claims = try arrangementClaims(on: place, under: agreements, waitingBefore: entry, held, in: database)
      if !claims.isEmpty { set.arrangementClaims[place.named] = claims }
      let grantor = set.inherited[place.named]?.predecessor ?? keys.header.municipality
      for replacement in region.arrangements.replacements
      where replacement.replacedBy == place.named.number && replacement.arrangement.municipality == grantor
        && replacement.arrangement.domain == keys.header.standard.domain && !place.municipalities.isEmpty
      {
        let replaced = ClientAllocation(replacement.arrangement.allocation, of: place.named.bsn)
        let providers = try place.client.map {
          try finder.providers(of: replaced.number, for: $0, at: place.municipalities[0], holder: nil)
        }
        set.paidOnReplaced[replaced] =
          try used.use(
            of: AllocationPlace(
              named: replaced, client: place.client, municipalities: place.municipalities, providers: providers ?? [])
          )?.use.amount ?? .zero
      }
    }
  }

  /// What approved, uncredited debit lines in euros claimed on an allocation, with those that wait and came in before an
  /// entry.
  ///
  /// What a line gave up is read from the finding of its decision in the journal.
  private func arrangementClaims(
    on place: AllocationPlace, under agreements: [String], waitingBefore entry: JournalNumber, _ held: HeldMessages,
    in database: Database
  ) throws -> [ArrangementClaim] {
    guard let client = place.client else { return [] }
    let statement = try database.cachedStatement(
      sql: """
        SELECT line.id, line.category, line.code, line.periodEnd, line.amountCents, account.agreement
        FROM line
        LEFT JOIN linePosting ON linePosting.line = line.id
        LEFT JOIN account ON account.id = linePosting.costAccount
        WHERE line.municipality = ? AND line.provider = ? AND line.allocationNumber = ? AND line.client = ?
          AND line.unit = ? AND line.isApproved = 1 AND line.isCredit = 0 AND line.creditedBy IS NULL
        """)
    let rows = try place.municipalities.flatMap { municipality in
      try place.providers.flatMap { provider in
        try Row.fetchAll(
          statement,
          arguments: [municipality, provider, Int64(place.named.number.number), client, CareUnit.euro.rawValue])
      }
    }
    return try rows.compactMap { row in
      let id = LineID(rawValue: row["id"])
      guard try !held.holdLine(id.rawValue, from: entry) else { return nil }
      // A line that waits was not booked under an agreement yet.
      let isArrangement = (row["agreement"] as String?).map(agreements.contains) ?? true
      return ArrangementClaim(
        id: id,
        product: Product(
          category: ProductCategory(rawValue: row["category"]), code: ProductCode(row["code"] as String)),
        periodEnd: CalendarDate(daysSince1970: row["periodEnd"]), amount: Euros(cents: row["amountCents"]),
        forgone: isArrangement ? try forgone(by: id, in: database) : .zero)
    }.sorted { $0.id < $1.id }
  }

  /// How much less than was due a line on an arrangement claimed, as its decision told.
  private func forgone(by line: LineID, in database: Database) throws -> Euros {
    let cents = try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT finding.value ->> '$.facts.due.amount' - finding.value ->> '$.facts.found.amount'
          FROM journalEntry, json_each(CAST(journalEntry.payload AS TEXT), '$.findings') AS finding
          WHERE journalEntry.number = IFNULL((SELECT decision FROM hold WHERE message = ?1), ?1) AND finding.value ->> '$.line' = ?2
            AND finding.value ->> '$.rule' = ?3
          """),
      arguments: [line.message, line.position, ArrangementClaim.belowDue.rawValue])
    return Euros(cents: cents ?? 0)
  }
}
