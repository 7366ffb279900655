import SaldoDomain

/// What is looked up in a region with every message, made once for a region: its price goes with the size of the region.
struct RegionLookUps {
  /// Which municipality took over from which.
  let succession: Succession
  /// Whether any municipality merged into another one.
  let hasMergers: Bool
  /// The ceilings by municipality, those of one in the order of the region.
  private let ceilings: [MunicipalityCode: [ClientCeiling]]
  private let municipalities: [Municipality]
  private let clientCeilings: [ClientCeiling]

  /// The look-ups of a region, or of no region at all.
  init(_ region: RegionSnapshot?) {
    municipalities = region?.municipalities ?? []
    clientCeilings = region?.clientCeilings ?? []
    succession = Succession(municipalities)
    hasMergers = municipalities.contains { $0.successor != nil }
    ceilings = Dictionary(grouping: clientCeilings, by: \.municipality)
  }

  /// The ceilings of the clients of a municipality, in the order of the region.
  func ceilings(at municipality: MunicipalityCode) -> [ClientCeiling] { ceilings[municipality] ?? [] }

  /// Whether these are the look-ups of a region. Arrays that share their memory, as those of one run do, are equal at a glance.
  func areOf(_ region: RegionSnapshot?) -> Bool {
    municipalities == region?.municipalities ?? [] && clientCeilings == region?.clientCeilings ?? []
  }
}

extension Ledger {
  /// The look-ups of a region: those of the message before, when it had the same.
  func lookUps(in region: RegionSnapshot?) -> RegionLookUps {
    if let known = regionLookUps, known.areOf(region) { return known }
    let made = RegionLookUps(region)
    regionLookUps = made
    return made
  }
}
