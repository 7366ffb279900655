import SaldoDomain

/// The names that a region gives to codes; a code without a name stays without.
struct RegionNames {
  private let municipalities: [MunicipalityCode: String]
  private let providers: [ProviderCode: String]
  private let agreements: [String: Agreement]

  init(_ region: RegionSnapshot) {
    municipalities = Dictionary(region.municipalities.map { ($0.code, $0.name) }) { first, _ in first }
    providers = Dictionary(region.providers.map { ($0.code, $0.name) }) { first, _ in first }
    agreements = Dictionary(region.agreements.map { ($0.key, $0) }) { first, _ in first }
  }

  subscript(municipality: MunicipalityCode) -> String? { municipalities[municipality] }
  subscript(provider: ProviderCode) -> String? { providers[provider] }

  func agreement(_ key: String) -> Agreement? { agreements[key] }
}
