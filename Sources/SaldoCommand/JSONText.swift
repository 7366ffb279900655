import Foundation

/// JSON for machines: sorted keys, two spaces, a line end at the end.
enum JSONText {
  /// The bytes of a value.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(value)) + [0x0A]
  }
}
