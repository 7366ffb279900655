/// The price rows of a region, indexed for the question that every line asks: which row holds here?
public struct Catalogue: Sendable {
  private let rows: [Product: [PriceRow]]
  private let agreements: [String: Agreement]
  private let groups: [Client: [ClientGroupMember]]
  private let continuations: ContinuedContracts

  /// The catalogue of a region.
  public init(_ region: RegionSnapshot) {
    rows = Dictionary(grouping: region.prices, by: \.product)
    agreements = Dictionary(region.agreements.map { ($0.key, $0) }) { first, _ in first }
    groups = Dictionary(grouping: region.clientGroups) { Client(municipality: $0.municipality, bsn: $0.bsn) }
    continuations = ContinuedContracts(region.sharing.continuations)
  }

  private struct Client: Hashable {
    let municipality: MunicipalityCode
    let bsn: Bsn
  }

  /// Whether the region contracted the product at all, with anyone and at any time.
  public func contains(_ product: Product) -> Bool { rows[product] != nil }

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
        return rows[product, default: []].filter {
          $0.concerns(provider: provider, municipality: municipality, groups: groups)
            && agreement(of: $0, holdsOn: delivery, start: start) != nil
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
        return rows[product, default: []].filter {
          $0.concerns(provider: provider, municipality: municipality, groups: groups) && $0.validity.overlaps(period)
        }
      })
  }

  /// The units of rows, each once.
  private static func inOrderOfCode(_ rows: [PriceRow]) -> [CareUnit] {
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
    continuations.contracts(of: client, at: municipality, on: delivery).lazy.compactMap {
      ownTerms(
        for: product, unit: unit, provider: provider, municipality: $0, delivery: delivery, start: start,
        client: client)
    }.first
  }

  /// The terms under the contract of one municipality.
  private func ownTerms(
    for product: Product, unit: CareUnit, provider: ProviderCode, municipality: MunicipalityCode,
    delivery: CalendarDate, start: CalendarDate?, client: Bsn?
  ) -> ContractTerms? {
    let groups = groups(of: client, in: municipality, on: start ?? delivery)
    let candidates = rows[product, default: []].filter {
      $0.concerns(provider: provider, municipality: municipality, groups: groups)
        && ($0.unit == unit || ($0.unit == .hour && unit == .minute))
    }
    func holds(_ row: PriceRow) -> Bool { agreement(of: row, holdsOn: delivery, start: start) != nil }
    let begun = start.flatMap { start in
      Self.mostSpecific(candidates.filter { $0.validity.contains(start) }, for: unit)?.agreement
    }
    let row =
      Self.mostSpecific(candidates.filter { $0.agreement == begun && holds($0) }, for: unit)
      ?? Self.mostSpecific(candidates.filter(holds), for: unit)
    return row.flatMap { row in agreements[row.agreement].map { ContractTerms(row: row, agreement: $0) } }
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
    let validities =
      rows[product, default: []].map(\.validity)
      + contracts.flatMap { memberships(of: client, in: $0) }.map(\.validity)
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

  /// The row that wins among rows that hold; independent of the order of the table.
  private static func mostSpecific(_ rows: [PriceRow], for unit: CareUnit) -> PriceRow? {
    func rank(_ row: PriceRow) -> Int {
      (row.clientGroup == nil ? 0 : 8) + (row.provider == nil ? 0 : 4) + (row.municipality == nil ? 0 : 2)
        + (row.unit == unit ? 1 : 0)
    }
    // A client may be in two groups; the later name then decides, so that the order of the table never does.
    func group(_ row: PriceRow) -> ExactText { ExactText(row.clientGroup ?? "") }
    return rows.max { (rank($0), $0.validity.begin, group($0)) < (rank($1), $1.validity.begin, group($1)) }
  }

  /// What the tables say of the groups of a client, on any day.
  private func memberships(of client: Bsn?, in municipality: MunicipalityCode) -> [ClientGroupMember] {
    guard let client else { return [] }
    return groups[Client(municipality: municipality, bsn: client)] ?? []
  }

  /// The groups of a client on a day.
  private func groups(
    of client: Bsn?, in municipality: MunicipalityCode, on day: CalendarDate
  ) -> Set<String> {
    Set(memberships(of: client, in: municipality).filter { $0.validity.contains(day) }.map(\.group))
  }

  /// The agreement of a row, when the row is valid on the day that the agreement goes by.
  private func agreement(of row: PriceRow, holdsOn delivery: CalendarDate, start: CalendarDate?) -> Agreement? {
    guard let agreement = agreements[row.agreement] else { return nil }
    let day = agreement.tariffDate == .start ? start ?? delivery : delivery
    return row.validity.contains(day) ? agreement : nil
  }
}

/// The price row and the agreement that hold for one line.
public struct ContractTerms: Hashable, Sendable {
  /// The price row.
  public let row: PriceRow
  /// The agreement of the row.
  public let agreement: Agreement

  /// The terms of a row under its agreement.
  public init(row: PriceRow, agreement: Agreement) {
    self.row = row
    self.agreement = agreement
  }

  /// The price of the row; nothing when the care is paid without declarations: the row then has a reference tariff.
  public var price: Euros { agreement.model.isPaidWithoutDeclarations ? .zero : row.price }

  /// The price of one hour, when minutes are declared on an hourly price; nil otherwise.
  public func hourlyPrice(for unit: CareUnit) -> Euros? {
    guard unit == .minute else { return nil }
    return row.unit == .hour || row.basis == .hour ? price : nil
  }
}

extension PriceRow {
  /// Whether the row holds for the provider, the municipality and a client in these groups.
  fileprivate func concerns(
    provider: ProviderCode, municipality: MunicipalityCode, groups: Set<String>
  ) -> Bool {
    (self.provider ?? provider) == provider && (self.municipality ?? municipality) == municipality
      && clientGroup.map(groups.contains) ?? true
  }
}
