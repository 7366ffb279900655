public import SaldoDomain

/// What `saldo region` prints: a region folder in words, so that somebody can see that it was understood as meant.
///
/// Ceilings appear as counts and totals only; no text shows a BSN.
public struct RegionDescription: Sendable {
  /// The region.
  public let region: LoadedRegion

  /// A description of a region.
  public init(_ region: LoadedRegion) { self.region = region }

  /// The description in a language: lines that end in a line feed.
  public func text(in language: Language) -> String {
    let snapshot = region.snapshot
    let words = RegionWords(language)
    let names = RegionNames(snapshot)
    var lines = [words.title(snapshot.name), words.settings(snapshot.settings)]
    func section(_ title: String, _ items: [String]) {
      lines += ["", title] + (items.isEmpty ? ["  " + words.none] : items.map { "  " + $0 })
    }
    section(
      words.municipalities(snapshot.municipalities.count),
      snapshot.municipalities.map(words.municipality))
    section(words.providers(snapshot.providers.count), snapshot.providers.map(words.provider))
    section(words.agreements(snapshot.agreements.count), snapshot.agreements.map(words.agreement))
    section(words.prices(snapshot.prices.count), prices(words, names))
    section(words.clientCeilings, ceilings(words, names))
    let records = [
      (words.clientGroups, groups(words, names)),
      (words.arrangements, ArrangementTables.lines(snapshot.arrangements, words, names)),
      (words.lumpSums, LumpSumTables.lines(snapshot.lumpSums, words, names)),
      (words.ceilings, CeilingTables.lines(snapshot.ceilings, words, names)),
      (words.contractRules, ContractRuleTables.lines(snapshot.contractRules, words, names)),
      (words.sharing, SharingTables.lines(snapshot.sharing, words, names)),
    ]
    for (title, items) in records where !items.isEmpty { section(title, items) }
    if !region.warnings.isEmpty {
      section(words.warnings(region.warnings.count), region.warnings.map { $0.text(in: language) })
    }
    return lines.map { QuotedText.safe($0) + "\n" }.joined()
  }

  /// A line per price row, by product and then as the most specific row wins.
  private func prices(_ words: RegionWords, _ names: RegionNames) -> [String] {
    region.snapshot.prices.sorted { lhs, rhs in
      if lhs.product != rhs.product { return lhs.product < rhs.product }
      if lhs.unit != rhs.unit { return ExactText(lhs.unit.rawValue) < ExactText(rhs.unit.rawValue) }
      if lhs.provider != rhs.provider { return (lhs.provider?.number ?? 0) < (rhs.provider?.number ?? 0) }
      if lhs.municipality != rhs.municipality {
        return (lhs.municipality?.number ?? 0) < (rhs.municipality?.number ?? 0)
      }
      return lhs.validity.begin < rhs.validity.begin
    }.map { words.price($0, names) }
  }

  /// A line per group and municipality: how many clients.
  private func groups(_ words: RegionWords, _ names: RegionNames) -> [String] {
    struct Key: Hashable {
      let group: String
      let municipality: MunicipalityCode
    }
    let groups = Dictionary(grouping: region.snapshot.clientGroups) {
      Key(group: $0.group, municipality: $0.municipality)
    }
    return groups.sorted {
      (ExactText($0.key.group), $0.key.municipality) < (ExactText($1.key.group), $1.key.municipality)
    }.map { key, members in
      words.clientGroup(
        key.group, in: names.municipality(key.municipality), count: Set(members.map(\.bsn)).count)
    }
  }

  /// A line per municipality: how many ceilings, and their sum.
  private func ceilings(_ words: RegionWords, _ names: RegionNames) -> [String] {
    let groups = Dictionary(grouping: region.snapshot.clientCeilings, by: \.municipality)
    return groups.sorted { $0.key < $1.key }.map { code, ceilings in
      words.ceilings(
        of: names.municipality(code), count: ceilings.count, total: ceilings.reduce(.zero) { $0 + $1.ceiling })
    }
  }
}

/// The names behind the codes of a region.
struct RegionNames {
  private let providers: [ProviderCode: String]
  private let municipalities: [MunicipalityCode: String]
  private let agreements: [String: String]

  init(_ region: RegionSnapshot) {
    providers = Dictionary(region.providers.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    municipalities = Dictionary(
      region.municipalities.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    agreements = Dictionary(region.agreements.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func provider(_ code: ProviderCode) -> String { providers[code] ?? code.description }
  func municipality(_ code: MunicipalityCode) -> String { municipalities[code] ?? code.description }
  func agreement(_ key: String) -> String { agreements[key].map { "\(key) (\($0))" } ?? key }
}
