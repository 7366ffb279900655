/// JSON whose bytes depend on the value alone: sorted keys, no escaped slashes, no numbers but integers.
///
/// Hashes of journal entries cover these bytes, so that their form is ours to keep, and not that of a library that may
/// write a number or an escape otherwise one day.
public enum CanonicalJSON {
  /// How values are set out.
  public enum Layout: Sendable {
    /// Without white space, as a journal keeps them.
    case compact
    /// A line a value, two spaces a level, and a line feed at the end, for files that people open too.
    case lines
  }

  /// The bytes of a value, in UTF-8.
  ///
  /// - Throws: `EncodingError` for a number with a fraction; what the value itself throws.
  public static func encode(_ value: some Encodable, _ layout: Layout = .compact) throws -> [UInt8] {
    let writer = JSONWriter(layout)
    defer { writer.end() }
    try writer.value(value, at: 0)
    if layout == .lines { writer.text.endLine() }
    return writer.text.bytes
  }
}
