/// The price rows of a region, indexed for the question that every line asks: which row holds here?
public struct Catalogue: Sendable {
  private let products: [Product: Rows]
  private let terms: [ContractTerms]
  private let memberships: [Client: [Membership]]
  private let continuations: ContinuedContracts

  /// The catalogue of a region.
  public init(_ region: RegionSnapshot) {
    let agreements = Dictionary(region.agreements.map { ($0.key, $0) }) { first, _ in first }
    // Keys and names as numbers, so that a line compares no texts; names in the order of their bytes.
    let keys = Self.numbers(of: region.prices.map(\.agreement))
    let names = Self.numbers(of: region.clientGroups.map(\.group) + region.prices.compactMap(\.clientGroup))
    var terms: [ContractTerms] = []
    products = Dictionary(grouping: region.prices, by: \.product).mapValues { rows in
      Rows(
        rows.map { row in
          let agreement = agreements[row.agreement]
          if let agreement { terms.append(ContractTerms(row: row, agreement: agreement)) }
          return Candidate(
            row, key: keys[ExactText(row.agreement)]!, group: row.clientGroup.map { names[ExactText($0)]! },
            terms: agreement == nil ? nil : terms.count - 1, goesByStart: agreement?.tariffDate == .start)
        })
    }
    self.terms = terms
    memberships = Dictionary(grouping: region.clientGroups) { Client(municipality: $0.municipality, bsn: $0.bsn) }
      .mapValues { $0.map { Membership(group: names[ExactText($0.group)]!, validity: $0.validity) } }
    continuations = ContinuedContracts(region.sharing.continuations)
  }

  private static func numbers(of texts: [String]) -> [ExactText: Int] {
    let sorted = Set(texts.map { ExactText($0) }).sorted()
    return Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
  }

  private struct Client: Hashable {
    let municipality: MunicipalityCode
    let bsn: Bsn
  }

  /// A group of a client, from when up to when.
  private struct Membership {
    let group: Int
    let validity: OpenPeriod
  }

  /// A price row as a line looks at it: numbers only.
  private struct Candidate {
    let unit: CareUnit
    let provider: ProviderCode?
    let municipality: MunicipalityCode?
    let validity: OpenPeriod
    /// The number of the group of clients; nil for all clients.
    let group: Int?
    /// The number of the key of the agreement.
    let key: Int
    /// The position of row and agreement in ``Catalogue/terms``; nil when the region has no such agreement.
    let terms: Int?
    /// Whether the agreement goes by the first day of the allocation.
    let goesByStart: Bool

    init(_ row: PriceRow, key: Int, group: Int?, terms: Int?, goesByStart: Bool) {
      unit = row.unit
      provider = row.provider
      municipality = row.municipality
      validity = row.validity
      self.group = group
      self.key = key
      self.terms = terms
      self.goesByStart = goesByStart
    }

    /// Whether the row holds for a municipality and a client in these groups.
    func concerns(_ municipality: MunicipalityCode, _ groups: [Int]) -> Bool {
      (self.municipality ?? municipality) == municipality && group.map(groups.contains) ?? true
    }

    /// Whether the row has an agreement and is valid on the day that the agreement goes by.
    func holds(on delivery: CalendarDate, start: CalendarDate?) -> Bool {
      terms != nil && validity.contains(goesByStart ? start ?? delivery : delivery)
    }

    /// Whether a line in a unit can be paid by the row.
    func serves(_ unit: CareUnit) -> Bool { self.unit == unit || (self.unit == .hour && unit == .minute) }

    /// Whether it goes before another one for a line in a unit.
    ///
    /// A client may be in two groups; the later name then decides, so that the order of the table never does.
    func goesBefore(_ other: Candidate, for unit: CareUnit) -> Bool {
      (rank(for: unit), validity.begin, group ?? -1) > (other.rank(for: unit), other.validity.begin, other.group ?? -1)
    }

    private func rank(for unit: CareUnit) -> Int {
      (group == nil ? 0 : 8) + (provider == nil ? 0 : 4) + (municipality == nil ? 0 : 2) + (self.unit == unit ? 1 : 0)
    }
  }

  /// The rows of one product: those for all providers, and each provider's own.
  private struct Rows {
    let general: [Candidate]
    let own: [ProviderCode: [Candidate]]
    /// Whether all rows have one agreement, so that it makes no difference under which one care began.
    let haveOneAgreement: Bool
    /// Whether the first day of an allocation can make a difference, for a client in no group.
    let startMatters: Bool

    init(_ rows: [Candidate]) {
      general = rows.filter { $0.provider == nil }
      own = Dictionary(grouping: rows.filter { $0.provider != nil }) { $0.provider! }
      haveOneAgreement = rows.allSatisfy { $0.key == rows[0].key }
      startMatters = !haveOneAgreement || rows.contains { $0.goesByStart }
    }

    /// The rows that concern a provider.
    func of(_ provider: ProviderCode) -> [Candidate] {
      guard let own = own[provider] else { return general }
      return own + general
    }
  }

  /// Whether the region contracted the product at all, with anyone and at any time.
  public func contains(_ product: Product) -> Bool { products[product] != nil }

  /// The units in which a line's product is contracted with the provider for the municipality, in the order of their
  /// codes; empty when it is not contracted on the day that counts for each row.
  ///
  /// - Parameters:
  ///   - delivery: The first day of the product period.
  ///   - start: The first day of the allocation, when it is known.
  ///   - client: The client, whose groups and continued contract count; nil when it is not known.
  public func units(
    of product: Product, provider: ProviderCode, municipality: MunicipalityCode, delivery: CalendarDate,
    start: CalendarDate?, client: Bsn? = nil
  ) -> [CareUnit] {
    let contracts = continuations.contracts(of: client, at: municipality, on: delivery)
    return Self.inOrderOfCode(
      contracts.flatMap { municipality in
        let groups = groups(of: client, in: municipality, on: start ?? delivery)
        return rows(of: product, provider).filter {
          $0.concerns(municipality, groups) && $0.holds(on: delivery, start: start)
        }
      })
  }

  /// The units in which a product is contracted with the provider for the municipality on some day of a period, in the
  /// order of their codes.
  ///
  /// - Parameter client: The client, whose groups on the first day and continued contracts count; nil when it is not
  ///   known.
  public func units(
    of product: Product, provider: ProviderCode, municipality: MunicipalityCode, during period: OpenPeriod,
    client: Bsn? = nil
  ) -> [CareUnit] {
    let contracts = [(municipality, period)] + continuations.contracts(of: client, at: municipality, during: period)
    return Self.inOrderOfCode(
      contracts.flatMap { municipality, period in
        let groups = groups(of: client, in: municipality, on: period.begin)
        return rows(of: product, provider).filter {
          $0.concerns(municipality, groups) && $0.validity.overlaps(period)
        }
      })
  }

  /// The units of rows, each once.
  private static func inOrderOfCode(_ rows: [Candidate]) -> [CareUnit] {
    Set(rows.map(\.unit)).sorted { ExactText($0.rawValue) < ExactText($1.rawValue) }
  }

  /// The terms on which a line is paid, or nil when the contract has none.
  ///
  /// The allocation's first day decides the agreement, so that running care stays under the agreement that it began
  /// with; the price is then that agreement's row of the day that it goes by. When the agreement has no such row, or the
  /// allocation is not known, any row of the day will do (Documentation/Funding.md).
  ///
  /// The most specific row wins: one for a group of the client on the first day of the allocation, then provider and
  /// municipality, then provider, then municipality, then all; among equals the exact unit comes before an hourly row for
  /// minutes, and then the row that begins last.
  ///
  /// After a move the contract of the old municipality may go on for a client: then its terms hold on the days of the
  /// ``Continuation``, and the addressed municipality's own where the old contract has none.
  ///
  /// - Parameters:
  ///   - delivery: The first day of the product period.
  ///   - start: The first day of the allocation, when it is known.
  ///   - client: The client, whose groups and continued contract count; nil when it is not known.
  public func terms(
    for product: Product, unit: CareUnit, provider: ProviderCode, municipality: MunicipalityCode,
    delivery: CalendarDate, start: CalendarDate?, client: Bsn? = nil
  ) -> ContractTerms? {
    if continuations.isEmpty(for: client) {
      return ownTerms(
        for: product, unit: unit, provider: provider, municipality: municipality, delivery: delivery, start: start,
        client: client)
    }
    for contract in continuations.contracts(of: client, at: municipality, on: delivery) {
      if let terms = ownTerms(
        for: product, unit: unit, provider: provider, municipality: contract, delivery: delivery, start: start,
        client: client)
      {
        return terms
      }
    }
    return nil
  }

  /// The terms under the contract of one municipality.
  private func ownTerms(
    for product: Product, unit: CareUnit, provider: ProviderCode, municipality: MunicipalityCode,
    delivery: CalendarDate, start: CalendarDate?, client: Bsn?
  ) -> ContractTerms? {
    guard let offer = products[product] else { return nil }
    let rows = offer.of(provider)
    let groups = groups(of: client, in: municipality, on: start ?? delivery)
    /// The row that wins among those that concern the line; independent of the order of the table.
    func mostSpecific(where holds: (Candidate) -> Bool) -> Candidate? {
      var winner: Candidate?
      for row in rows where row.serves(unit) && row.concerns(municipality, groups) && holds(row) {
        if winner.map({ row.goesBefore($0, for: unit) }) ?? true { winner = row }
      }
      return winner
    }
    var row: Candidate?
    if !offer.haveOneAgreement, let start, let begun = mostSpecific(where: { $0.validity.contains(start) }) {
      row = mostSpecific { $0.key == begun.key && $0.holds(on: delivery, start: start) }
    }
    row = row ?? mostSpecific { $0.holds(on: delivery, start: start) }
    return row?.terms.map { terms[$0] }
  }

  /// Whether the first day of the allocation makes a difference to the terms of a line or the units of its product:
  /// an agreement goes by that day, the product came under another agreement, or the client came into a group.
  ///
  /// It is asked of an allocation that is not known, which begins no later than the delivery. The terms can only change
  /// where the validity of a row or of a membership begins or has ended, so the days before those stand for all earlier
  /// days.
  ///
  /// - Parameters:
  ///   - delivery: The first day of the product period.
  ///   - client: The client, whose groups and continued contract count; nil when it is not known.
  public func dependsOnStart(
    _ product: Product, unit: CareUnit, provider: ProviderCode, municipality: MunicipalityCode, delivery: CalendarDate,
    client: Bsn? = nil
  ) -> Bool {
    let contracts = continuations.contracts(of: client, at: municipality, on: delivery)
    let groups = contracts.flatMap { memberships(of: client, in: $0) }
    guard let rows = products[product], rows.startMatters || !groups.isEmpty else { return false }
    let validities = rows.of(provider).map(\.validity) + groups.map(\.validity)
    let days = validities.flatMap { [$0.begin.adding(days: -1), $0.end ?? delivery] }
    let starts = Set(days.map { min($0, delivery) })
    func terms(_ start: CalendarDate) -> ContractTerms? {
      self.terms(
        for: product, unit: unit, provider: provider, municipality: municipality, delivery: delivery, start: start,
        client: client)
    }
    func units(_ start: CalendarDate) -> [CareUnit] {
      self.units(
        of: product, provider: provider, municipality: municipality, delivery: delivery, start: start, client: client)
    }
    let (lastTerms, lastUnits) = (terms(delivery), units(delivery))
    return starts.contains { terms($0) != lastTerms || units($0) != lastUnits }
  }

  /// The rows of a product that concern a provider.
  private func rows(of product: Product, _ provider: ProviderCode) -> [Candidate] {
    products[product]?.of(provider) ?? []
  }

  /// What the tables say of the groups of a client, on any day.
  private func memberships(of client: Bsn?, in municipality: MunicipalityCode) -> [Membership] {
    guard let client, !memberships.isEmpty else { return [] }
    return memberships[Client(municipality: municipality, bsn: client)] ?? []
  }

  /// The groups of a client on a day.
  private func groups(of client: Bsn?, in municipality: MunicipalityCode, on day: CalendarDate) -> [Int] {
    memberships(of: client, in: municipality).filter { $0.validity.contains(day) }.map(\.group)
  }
}

/// The price row and the agreement that hold for one line.
public struct ContractTerms: Hashable, Sendable {
  /// The price row.
  @inlinable public var row: PriceRow { terms.value.row }
  /// The agreement of the row.
  @inlinable public var agreement: Agreement { terms.value.agreement }

  @usableFromInline let terms: Shared<Terms>

  @usableFromInline
  struct Terms: Hashable, Sendable {
    @usableFromInline let row: PriceRow
    @usableFromInline let agreement: Agreement
  }

  /// The terms of a row under its agreement.
  public init(row: PriceRow, agreement: Agreement) { terms = Shared(Terms(row: row, agreement: agreement)) }

  /// What tells these terms from all others of one catalogue, as long as that is there.
  public var identity: ObjectIdentifier { ObjectIdentifier(terms) }

  /// The price of the row; nothing when the care is paid without declarations: the row then has a reference tariff.
  public var price: Euros { agreement.model.isPaidWithoutDeclarations ? .zero : row.price }

  /// The price of one hour, when minutes are declared on an hourly price; nil otherwise.
  public func hourlyPrice(for unit: CareUnit) -> Euros? {
    guard unit == .minute else { return nil }
    return row.unit == .hour || row.basis == .hour ? price : nil
  }
}
