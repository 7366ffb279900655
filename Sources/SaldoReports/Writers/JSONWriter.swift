import Foundation

/// Writes values as JSON whose bytes depend on the value alone.
enum JSONWriter {
  /// Pretty printed, with sorted keys and a line feed at the end; slashes are not escaped.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
  }
}
