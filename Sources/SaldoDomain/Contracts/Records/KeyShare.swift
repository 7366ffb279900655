/// What a municipality weighs in a distribution key (verdeelsleutel).
///
/// A key is a set of rows with one name: fixed shares, numbers of youths, or numbers of youths with the part of them that
/// uses care. A row of `keys.csv`. Source: Documentation/Funding.md.
public struct KeyShare: Hashable, Sendable, Codable {
  /// The name of the key.
  public var key: String
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The year; nil for every year for which the key has no rows of its own.
  public var year: Int?
  /// The fixed share or the number of youths; what a share means follows from the sum of the key.
  public var weight: Int64
  /// The part of the youths that uses care (gebruik), in hundredths of a percent; nil when the weight counts alone.
  public var useRate: Int?

  /// A weight in a key.
  public init(key: String, municipality: MunicipalityCode, year: Int? = nil, weight: Int64, useRate: Int? = nil) {
    self.key = key
    self.municipality = municipality
    self.year = year
    self.weight = weight
    self.useRate = useRate
  }

  /// What the row weighs: the weight, or the weight × the use rate.
  public var product: Int64 { weight * Int64(useRate ?? 1) }
}

/// The key by which the cost of a group of products is shared (productgroep); a group without one follows own use.
///
/// A row of `group_keys.csv`.
public struct GroupKey: Hashable, Sendable, Codable {
  /// The name of the group.
  public var group: String
  /// The name of the key.
  public var key: String

  /// The key of a group.
  public init(group: String, key: String) {
    self.group = group
    self.key = key
  }
}
