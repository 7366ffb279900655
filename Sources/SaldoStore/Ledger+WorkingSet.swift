import Foundation
import GRDB
public import SaldoDomain
import SaldoLedger

extension Ledger {
  /// Loads what a message touches: the allocations, what is used of them, earlier lines, numbers in use and ceilings
  /// that its keys name.
  ///
  /// What waits counts as taken: its numbers, keys, volumes and credits. It frees nothing yet.
  ///
  /// - Parameters:
  ///   - region: The contracts: the ceilings of the message's clients are counted, and its settings say over which
  ///     messages numbers are new. Nil when they are not known.
  ///   - deciding: The number of the message, when it waits and is judged again: its numbers are then new over what came
  ///     in before it, and neither what it took itself counts, nor what waits after it.
  public func workingSet(
    for keys: WorkingSetKeys, region: RegionSnapshot?, deciding number: JournalNumber = .max
  ) throws -> WorkingSet {
    try read { database in
      let domain = keys.header.standard.domain
      var set = WorkingSet()
      let clients = SortedTable(
        keys: keys.clients, values: try ids.clients(keys.clients, keys: self.keys, in: database))
      let municipality = try ids.municipality(keys.header.municipality, domain, in: database)
      let provider = try ids.provider(keys.header.provider, domain, in: database)
      let grantors = try grantors(for: keys.header, under: region, in: database)
      let held = try HeldMessages(in: database)
      if let sender = keys.header.isFromProvider ? provider : municipality {
        set.identificationIsUsed = try isUsed(keys.header, by: sender, before: number, in: database)
      }
      if let provider {
        switch region?.settings.uniqueness ?? .ledger {
        case .ledger: try loadLines(keys, of: provider, to: nil, before: number, held, into: &set, in: database)
        case .municipality:
          // A municipality that the ledger does not know received nothing yet.
          if let municipality {
            try loadLines(keys, of: provider, to: municipality, before: number, held, into: &set, in: database)
          }
        }
      }
      let places = try loadAllocations(
        keys, clients, of: grantors, with: provider, under: region, before: number, held, into: &set, in: database)
      if let municipality, let region {
        try loadCeilings(keys, clients, of: municipality, under: region, held, into: &set, in: database)
      }
      if let municipality, let provider, keys.declarationNumber != nil {
        set.lastDeclarationMonth = try lastDeclarationMonth(
          of: provider, to: municipality, before: number, in: database)
      }
      if let region, keys.declarationNumber != nil {
        try loadArrangements(keys, at: places, before: number, under: region, held, into: &set, in: database)
        try loadLocalRules(keys, of: grantors, with: provider, region: region, into: &set, in: database)
      }
      if let provider {
        if keys.needsDeliveries { try loadDeliveries(keys, of: grantors, with: provider, into: &set, in: database) }
        if let municipality { try loadCare(keys, of: municipality, with: provider, held, into: &set, in: database) }
      }
      return set
    }
  }

  /// Loads what the provider sent before: to one municipality, or to any of the domain when none is given (TR314,
  /// TR333).
  private func loadLines(
    _ keys: WorkingSetKeys, of provider: Int64, to municipality: Int64?, before entry: JournalNumber,
    _ held: HeldMessages, into set: inout WorkingSet, in database: Database
  ) throws {
    if let number = keys.declarationNumber {
      set.declarationNumberIsUsed = try isProcessed(
        number, of: provider, to: municipality, before: entry, in: database)
    }
    var used = try UsedReferences(of: provider, in: database)
    for reference in keys.references {
      guard try used.contains(reference) else { continue }
      set.earlierLines[reference] = try line(
        reference, of: provider, to: municipality, before: entry, held, in: database)
    }
  }

  /// Loads what the municipality and those that it took over from allocated, and what was declared on it.
  ///
  /// An allocation that the municipality made anew under the number, product, client and provider of a predecessor's is the
  /// same one.
  private func loadAllocations(
    _ keys: WorkingSetKeys, _ clients: SortedTable<Bsn, Int64?>, of grantors: [Grantor], with provider: Int64?,
    under region: RegionSnapshot?, before entry: JournalNumber, _ held: HeldMessages, into set: inout WorkingSet,
    in database: Database
  ) throws -> [AllocationPlace] {
    // Only other declarations make way for what waits; an allocation is taken back as if it were not there.
    let waiting = keys.declarationNumber == nil ? 0 : entry
    var finder = try AllocationFinder(under: lookUps(in: region), in: database)
    defer { finder.end() }
    let own = grantors.first { $0.id != nil && $0.code == keys.header.municipality }
    var places = zip(keys.allocations, keys.clientPositions).map {
      AllocationPlace(named: $0, client: clients.values[Int($1)], municipalities: own?.declaredTo ?? [])
    }
    // Whether the provider has an allocation, by client.
    var isAllocated = [Bool](repeating: false, count: keys.clients.count)
    set.allocations.reserveCapacity(places.count)
    for grantor in grantors {
      guard let id = grantor.id else { continue }
      let isOwn = grantor.code == keys.header.municipality
      for index in places.indices {
        let (named, client) = (places[index].named, places[index].client)
        let found = try finder.find(named.number, of: id, with: provider)
        if isOwn || found != nil, places[index].providers.isEmpty, let client {
          places[index].providers = try finder.providers(
            of: named.number, for: client, at: id, holder: found?.client == client ? found?.provider : nil)
        }
        guard let found else { continue }
        let known = KnownAllocation(
          provider: found.provider == provider ? keys.header.provider : try code(of: found, in: database),
          // A BSN is only opened when it is another one than the message names.
          bsn: found.client == client
            ? named.bsn : try bsn(ofClient: found.client, entry: found.entry, in: database),
          product: try found.version(named.number))
        let isNamed = known.bsn == named.bsn && known.provider == keys.header.provider
        if isNamed { isAllocated[Int(keys.clientPositions[index])] = true }
        if isOwn {
          set.allocations[named.number] = known
        } else if isNamed, inherit(known, from: grantor, as: named, into: &set) {
          for municipality in grantor.declaredTo where !places[index].municipalities.contains(municipality) {
            places[index].municipalities.append(municipality)
          }
        }
      }
      guard let provider else { continue }
      for position in isAllocated.indices where !isAllocated[position] {
        guard let client = clients.values[position] else { continue }
        isAllocated[position] = try hasAllocation(client, of: id, with: provider, in: database)
      }
    }
    set.clientsWithAllocation.reserveCapacity(keys.clients.count)
    for (bsn, isAllocated) in zip(keys.clients, isAllocated) where isAllocated { set.clientsWithAllocation.insert(bsn) }
    var used = try UseFinder(waitingBefore: waiting, held, in: database)
    defer { used.end() }
    for index in places.indices {
      guard let found = try used.use(of: places[index]) else { continue }
      let place = places[index]
      var begin: CalendarDate?
      if keys.declarationNumber != nil {
        set.use[place.named] = found.use
        begin = keys.firstDebitBegins[place.named]
        guard let begin, begin <= found.lastPeriodBegin else { continue }
      }
      set.openDebits[place.named] = try openDebits(
        on: place, from: begin, waitingBefore: waiting, held, in: database)
    }
    return places
  }

  /// Takes an allocation over from a predecessor; false when the provider has another one under its number, of another
  /// product.
  private func inherit(
    _ known: KnownAllocation, from grantor: Grantor, as named: ClientAllocation, into set: inout WorkingSet
  ) -> Bool {
    if let current = set.allocation(named, with: known.provider) {
      return current.product.category == known.product.category && current.product.code == known.product.code
    }
    var inherited = known
    inherited.predecessor = grantor.code
    set.inherited[named] = inherited
    return true
  }

  /// Loads the ceilings of the message's clients at the municipality that did not end before its first product period.
  private func loadCeilings(
    _ keys: WorkingSetKeys, _ clients: SortedTable<Bsn, Int64?>, of municipality: Int64, under region: RegionSnapshot,
    _ held: HeldMessages, into set: inout WorkingSet, in database: Database
  ) throws {
    guard keys.header.standard.domain == ClientCeiling.domain else { return }
    let finder = try CeilingUseFinder(without: region.agreementsOutsideCeilings, held, in: database)
    for ceiling in lookUps(in: region).ceilings(at: keys.header.municipality)
    where keys.firstPeriodBegin.map({ $0 <= ceiling.period.end }) ?? true {
      guard let client = clients[ceiling.bsn] else { continue }
      let used = try client.map { try finder.used(of: ceiling, client: $0, municipality: municipality) }
      set.ceilings.append(CeilingUse(ceiling: ceiling, used: used ?? .zero))
    }
  }

  /// Loads the starts and stops of the client of a start or stop, also those that a predecessor was told.
  private func loadDeliveries(
    _ keys: WorkingSetKeys, of grantors: [Grantor], with provider: Int64, into set: inout WorkingSet,
    in database: Database
  ) throws {
    guard let bsn = keys.clients.first, let client = try ids.client(bsn, keys: self.keys, in: database) else { return }
    let told = try grantors.compactMap(\.id).flatMap {
      try notices(on: client, by: provider, for: $0, in: database)
    }
    set.deliveries = DeliveryHistory(after: told.sorted { $0.id < $1.id }.map(\.notice))
  }

  /// Loads what a provider told a municipality about its clients: requests, refused allocations.
  private func loadCare(
    _ keys: WorkingSetKeys, of municipality: Int64, with provider: Int64, _ held: HeldMessages,
    into set: inout WorkingSet, in database: Database
  ) throws {
    if !keys.requests.isEmpty {
      set.requestsAreKnown = try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM request WHERE provider = ?)"),
        arguments: [provider])!
      for reference in keys.requests {
        set.requests[reference] = try request(reference, of: provider, to: municipality, in: database)
      }
    }
    if keys.header.kind == .allocationReturn,
      let entry = try allocationEntry(keys.header.identification, of: municipality, with: provider, in: database)
    {
      let returned = try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT allocation.number, client.keyYear, client.sealedBsn FROM allocationVersion
            JOIN allocation ON allocation.id = allocationVersion.allocation
            JOIN client ON client.id = allocationVersion.client
            WHERE \(Self.ofEntry) AND allocationVersion.returnedBy IS NULL
            ORDER BY allocationVersion.id
            """),
        arguments: [entry]
      ).map { row in ClientAllocation(AllocationNumber(row["number"]), of: try bsn(of: row, entry: entry)) }
      if !returned.isEmpty { set.returnedAllocations = returned }
      var finder = try AllocationFinder(under: RegionLookUps(nil), in: database)
      defer { finder.end() }
      for named in returned {
        guard let client = try ids.client(named.bsn, keys: self.keys, in: database) else { continue }
        let place = AllocationPlace(
          named: named, client: client, municipalities: [municipality],
          providers: try finder.providers(of: named.number, for: client, at: municipality, holder: nil))
        let lines = try openDebits(on: place, from: nil, waitingBefore: 0, held, in: database)
        if !lines.isEmpty { set.openDebits[named] = lines }
      }
    }
  }

  /// The starts and stops on a client that a provider sent to a municipality, with the order in which they came (TR063,
  /// TR074).
  private func notices(
    on client: Int64, by provider: Int64, for municipality: Int64, in database: Database
  ) throws -> [(id: Int64, notice: DeliveryNotice)] {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT * FROM notice WHERE client = ? AND provider = ? AND municipality = ? ORDER BY id"),
      arguments: [client, provider, municipality])
    return try rows.map { ($0["id"], try Self.notice($0)) }
  }

  private static func notice(_ row: Row) throws -> DeliveryNotice {
    let entry: Int64 = row["entry"]
    guard let status = DeliveryStatus(rawValue: row["status"]) else { throw LedgerError.damaged(entry: entry) }
    let start = StartedProduct(
      allocation: (row["allocationNumber"] as UInt32?).map { AllocationNumber($0) },
      category: (row["category"] as String?).map(ProductCategory.init(rawValue:)),
      code: (row["code"] as String?).map { ProductCode($0) },
      allocationBegin: (row["allocationBegin"] as Int32?).map { CalendarDate(daysSince1970: $0) },
      begin: CalendarDate(daysSince1970: row["beginDate"]), status: status)
    guard row["kind"] == MessageKind.stop.rawValue else { return .start(start) }
    guard let reason = row["reason"] as String?, let end = row["endDate"] as Int32? else {
      throw LedgerError.damaged(entry: entry)
    }
    return .stop(
      StoppedProduct(start: start, reason: StopReason(rawValue: reason), end: CalendarDate(daysSince1970: end)))
  }

  /// The last request of a provider to a municipality with a reference (TR379).
  private func request(
    _ reference: ExactText, of provider: Int64, to municipality: Int64, in database: Database
  ) throws -> KnownRequest? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT request.entry, client.keyYear, client.sealedBsn,
            EXISTS (
              SELECT 1 FROM allocationVersion JOIN allocation ON allocation.id = allocationVersion.allocation
              WHERE allocationVersion.provider = request.provider AND allocation.municipality = request.municipality
                AND allocationVersion.providerReference = request.reference AND allocationVersion.returnedBy IS NULL
            ) AS isHonoured
          FROM request JOIN client ON client.id = request.client
          WHERE request.provider = ? AND request.reference = ? AND request.municipality = ?
          ORDER BY request.id DESC LIMIT 1
          """),
      arguments: [provider, reference.string, municipality])
    return try row.map { row in
      KnownRequest(bsn: try bsn(of: row, entry: row["entry"]), isHonoured: row["isHonoured"])
    }
  }

  /// The entry of an allocation message that is in force as a message, by its identification.
  func allocationEntry(
    _ identification: ExactText, of municipality: Int64, with provider: Int64, in database: Database
  ) throws -> JournalNumber? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT entry FROM message
          WHERE municipality = ? AND kind = '301' AND \(Schema.fromMunicipality) AND identification = ?
            AND provider = ? AND isProcessed = 1
          ORDER BY entry LIMIT 1
          """),
      arguments: [municipality, identification.string, provider])
  }

  /// Whether the sender used the identification before in a message of the same kind (TR056).
  private func isUsed(
    _ header: MessageHeader, by sender: Int64, before entry: JournalNumber, in database: Database
  ) throws -> Bool {
    let finder = try PreparedStatement(
      Self.usedIdentification(isFromProvider: header.isFromProvider), in: database)
    finder.bind(sender, at: 0)
    finder.bind(header.kind.rawValue, at: 1)
    finder.bind(header.identification.string, at: 2)
    finder.bind(entry, at: 3)
    return try finder.first { _ in true } ?? false
  }

  /// The messages of a sender with a kind and an identification, before an entry.
  static func usedIdentification(isFromProvider: Bool) -> String {
    let isSender =
      isFromProvider
      ? "provider = ? AND NOT (\(Schema.fromMunicipality))" : "municipality = ? AND \(Schema.fromMunicipality)"
    return "SELECT 1 FROM message WHERE \(isSender) AND kind = ? AND identification = ? AND entry < ?"
  }

  /// Whether a declaration of the provider with this number was processed before (TR333).
  private func isProcessed(
    _ number: ExactText, of provider: Int64, to municipality: Int64?, before entry: JournalNumber,
    in database: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM message
            WHERE provider = ?1 AND declarationNumber = ?2 AND isProcessed = 1
              AND (?3 IS NULL OR municipality = ?3) AND entry < ?4)
          """),
      arguments: [provider, number.string, municipality, entry])!
  }

  /// The last month over which a declaration of the provider to the municipality was processed (TR318).
  private func lastDeclarationMonth(
    of provider: Int64, to municipality: Int64, before entry: JournalNumber, in database: Database
  ) throws -> CalendarMonth? {
    try String.fetchOne(
      database.cachedStatement(sql: Self.lastMonth), arguments: [provider, municipality, entry]
    ).flatMap { CalendarMonth(iso: $0) }
  }

  /// The last month of the processed declarations of a provider to a municipality before an entry. Only declarations have
  /// a number.
  static let lastMonth = """
    SELECT MAX(declarationMonth) FROM message
    WHERE provider = ? AND municipality = ? AND isProcessed = 1 AND declarationNumber IS NOT NULL AND entry < ?
    """

  /// Whether the provider has an allocation for the client (TR304). Removed and returned ones are included, so that
  /// lines that were approved before can be credited.
  private func hasAllocation(
    _ client: Int64, of municipality: Int64, with provider: Int64, in database: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM allocationOfClient AS own
            CROSS JOIN allocation ON allocation.municipality = own.municipality AND allocation.number = own.number
            CROSS JOIN allocationVersion AS version ON version.id = allocation.currentVersion
            WHERE own.client = ? AND own.municipality = ? AND own.provider = ?
              AND version.client = own.client AND version.provider = own.provider)
          """),
      arguments: [client, municipality, provider])!
  }

  /// The provider of an allocation that was found.
  private func code(of found: AllocationFinder.Found, in database: Database) throws -> ProviderCode {
    guard let code = try ids.providerCode(found.provider, in: database) else {
      throw LedgerError.damaged(entry: found.entry)
    }
    return code
  }

  /// The BSN of a client by its dense id.
  ///
  /// - Throws: ``LedgerError/sealed(entry:year:)`` when its key was destroyed.
  func bsn(ofClient client: Int64, entry: JournalNumber, in database: Database) throws -> Bsn {
    let statement = try PreparedStatement("SELECT keyYear, sealedBsn FROM client WHERE id = ?", in: database)
    statement.bind(client, at: 0)
    let sealed = try statement.first { (year: Int($0.integer(0)), bsn: Data($0.bytes(1))) }
    guard let sealed else { throw LedgerError.damaged(entry: entry) }
    return try bsn(sealed.bsn, year: sealed.year, entry: entry)
  }

  /// The BSN of a joined client row.
  ///
  /// - Throws: ``LedgerError/sealed(entry:year:)`` when its key was destroyed.
  func bsn(of row: Row, entry: JournalNumber) throws -> Bsn {
    try bsn(row["sealedBsn"] as Data, year: row["keyYear"], entry: entry)
  }

  private func bsn(_ sealed: Data, year: Int, entry: JournalNumber) throws -> Bsn {
    guard let key = keys.key(forYear: year) else { throw LedgerError.sealed(entry: entry, year: year) }
    guard let bsn = Sealing.openBsn(sealed, key: key) else { throw LedgerError.damaged(entry: entry) }
    return bsn
  }

  /// A `FROM` clause that names `line`: those of a client (the first argument) to a municipality (the second) whose product
  /// period begins in a stretch of days (the third and the fourth), and credits and rejected ones with them.
  ///
  /// What is approved stands on an allocation to its provider for the client, so that the index of lines by allocation
  /// finds it. One by client would be the dearest of all: clients come in no order. An allocation that two municipalities
  /// made, one after the other, counts once: as that of the municipality itself, else of the first. That is asked of lines that
  /// were found on the allocation of another municipality, which are few.
  static let linesOfClient = """
    allocationOfClient AS own
    CROSS JOIN line ON line.municipality = ?2 AND line.provider = own.provider
      AND line.allocationNumber = own.number AND line.client = ?1 AND line.periodBegin BETWEEN ?3 AND ?4
      AND own.client = ?1 AND (own.municipality = ?2 OR NOT EXISTS (
        SELECT 1 FROM allocationOfClient AS other WHERE other.client = line.client
          AND other.provider = line.provider AND other.number = line.allocationNumber
          AND (other.municipality = ?2 OR other.municipality < own.municipality)))
    """
}
