public import SaldoDomain

extension KnownAllocation {
  /// An allocation of the sample client with the sample provider.
  public static func sample(
    _ product: AllocatedProduct = .sample(), provider: ProviderCode = Sample.provider, bsn: Bsn = Sample.bsn
  ) -> KnownAllocation {
    KnownAllocation(provider: provider, bsn: bsn, product: AllocationVersion(product))
  }
}

extension KnownLine {
  /// A line of an earlier message, approved and not credited.
  public static func sample(
    _ line: DeliveryLine = .sample(reference: "OLD1"), id: Int64 = 1 << 20, bsn: Bsn = Sample.bsn,
    municipality: MunicipalityCode = Sample.municipality, isApproved: Bool = true, creditedBy: Int64? = nil
  ) -> KnownLine {
    KnownLine(
      id: LineID(rawValue: id), bsn: bsn, municipality: municipality, line: line, isApproved: isApproved,
      creditedBy: creditedBy.map { LineID(rawValue: $0) })
  }
}

extension WorkingSet {
  /// What is known when the sample declaration comes in: allocation 1001, and no earlier line.
  public static var sample: WorkingSet { .sample() }

  /// What is known with these allocations and earlier lines.
  ///
  /// Lines that are approved debits and not credited stand open on their allocation and use it.
  public static func sample(
    allocations: [KnownAllocation] = [.sample()], lines: [KnownLine] = []
  ) -> WorkingSet {
    var known = WorkingSet()
    for allocation in allocations {
      if allocation.predecessor == nil {
        known.allocations[allocation.product.number] = allocation
      } else {
        known.inherited[ClientAllocation(allocation.product.number, of: allocation.bsn)] = allocation
      }
      known.clientsWithAllocation.insert(allocation.bsn)
    }
    for line in lines {
      known.earlierLines[line.line.reference] = line
      if line.isApproved, !line.line.isCredit, line.creditedBy == nil {
        let named = ClientAllocation(line.line.allocation, of: line.bsn)
        known.openDebits[named, default: []].append(line)
        known.use[named, default: AllocationUse()].add(line.line)
        if line.line.unit == .euro {
          known.arrangementClaims[named, default: []].append(
            ArrangementClaim(
              id: line.id, product: line.line.product, periodEnd: line.line.period.end, amount: line.line.amount.size))
        }
      }
    }
    return known
  }
}

extension PriceRow {
  /// € 4.00 per hour of the sample product in 2025, with any provider, for any municipality.
  public static func sample(
    product: Product = Sample.product, unit: CareUnit = .hour, price: Int64 = 400, basis: PriceBasis = .unit,
    provider: ProviderCode? = nil, municipality: MunicipalityCode? = nil,
    validity: OpenPeriod = OpenPeriod("2025-01-01", "2025-12-31"), agreement: String = "pxq",
    clientGroup: String? = nil
  ) -> PriceRow {
    PriceRow(
      product: product, unit: unit, price: Euros(cents: price), basis: basis, provider: provider,
      municipality: municipality, validity: validity, agreement: agreement, clientGroup: clientGroup)
  }
}

extension RegionContracts {
  /// A region with the sample price.
  public static var sample: RegionContracts { .sample() }

  /// A region with these price rows and municipalities.
  ///
  /// Its agreements are `pxq` (unit price), `start` (unit price of the day on which the allocation starts) and `month`
  /// (fixed price).
  public static func sample(
    prices: [PriceRow] = [.sample()], municipalities: [Municipality] = [],
    settings: RegionSettings = RegionSettings()
  ) -> RegionContracts {
    RegionContracts(
      RegionSnapshot(
        name: "Voorbeeldregio", settings: settings, municipalities: municipalities,
        providers: [Provider(code: Sample.provider, name: "Voorbeeldzorg")],
        agreements: [
          Agreement(key: "pxq", name: "Uurtarieven", model: .unitPrice),
          Agreement(key: "start", name: "Uurtarieven bij aanvang", model: .unitPrice, tariffDate: .start),
          Agreement(key: "month", name: "Maandbedragen", model: .fixedPrice),
        ],
        prices: prices, clientCeilings: []))
  }
}
