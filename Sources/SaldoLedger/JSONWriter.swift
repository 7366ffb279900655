/// Writes a value with all that stands in it as JSON.
final class JSONWriter {
  var text: JSONText
  /// One for each level, used again for each value of that level.
  private var encoders: [JSONValueEncoder] = []

  init(_ layout: CanonicalJSON.Layout) { text = JSONText(layout) }

  /// Appends a value.
  ///
  /// - Parameter level: The number of objects and arrays that it stands in.
  func value(_ value: some Encodable, at level: Int) throws {
    let encoder = begin(at: level)
    try value.encode(to: encoder)
    encoder.end()
  }

  /// Begins a value: it is what is encoded with the encoder, until that is told to end.
  func begin(at level: Int) -> JSONValueEncoder {
    if encoders.count == level { encoders.append(JSONValueEncoder(self, level: level)) }
    encoders[level].begin()
    return encoders[level]
  }

  /// Lets go of the encoders, which know their writer.
  func end() { encoders = [] }
}
