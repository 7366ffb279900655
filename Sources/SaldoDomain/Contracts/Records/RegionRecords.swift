/// Optional tables of a region on one theme, kept together.
public protocol RegionRecords: Hashable, Sendable, Codable {
  /// No rows at all.
  init()
}

extension RegionRecords {
  /// Whether no table has a row.
  public var isEmpty: Bool { self == Self() }
}

extension KeyedDecodingContainer {
  /// A table that may be absent; then it has no rows.
  func rows<Row: Decodable>(_ key: Key) throws -> [Row] { try decodeIfPresent([Row].self, forKey: key) ?? [] }

  /// Tables that may be absent; then they have no rows.
  func records<Records: RegionRecords>(_ key: Key) throws -> Records {
    try decodeIfPresent(Records.self, forKey: key) ?? Records()
  }
}

extension KeyedEncodingContainer {
  /// Writes a table, unless it has no rows.
  mutating func encode<Row: Encodable>(rows: [Row], _ key: Key) throws {
    if !rows.isEmpty { try encode(rows, forKey: key) }
  }

  /// Writes tables, unless none has a row.
  mutating func encode(records: some RegionRecords, _ key: Key) throws {
    if !records.isEmpty { try encode(records, forKey: key) }
  }
}
