/// Encodes the values of one level, one after the other, straight into the text.
///
/// Values are written while they are encoded, so that only what Swift makes by itself for `Encodable` is possible: a value
/// encodes itself as one container, and what stands in it as a value. Containers within containers are not.
final class JSONValueEncoder: Encoder {
  fileprivate let writer: JSONWriter
  fileprivate let level: Int
  /// What the value has turned out to be so far.
  private var form = Form.none
  fileprivate var fields: [JSONText.Field] = []
  fileprivate var count = 0

  private enum Form { case none, single, object, array }

  init(_ writer: JSONWriter, level: Int) {
    self.writer = writer
    self.level = level
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Begins with the next value of this level.
  func begin() {
    form = .none
    fields.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Ends the value: closes what it opened. One that wrote nothing is an empty object.
  func end() {
    switch form {
    case .single: break
    case .array: writer.text.close("]", isEmpty: count == 0, at: level)
    case .none, .object:
      if form == .none { writer.text.open("{") }
      writer.text.sort(&fields)
      writer.text.close("}", isEmpty: fields.isEmpty, at: level)
    }
  }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if form != .object { writer.text.open("{") }
    form = .object
    return KeyedEncodingContainer(JSONObject(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if form != .array { writer.text.open("[") }
    form = .array
    return JSONArray(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    form = .single
    return JSONSingle(encoder: self)
  }

  /// Appends a value of the next level.
  fileprivate func inner(_ value: some Encodable) throws { try writer.value(value, at: level + 1) }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }

  private func field(_ key: Key, _ value: () throws -> Void) rethrows {
    var field = encoder.writer.text.key(key.stringValue, isFirst: encoder.fields.isEmpty, at: encoder.level + 1)
    try value()
    field.end = encoder.writer.text.bytes.count
    encoder.fields.append(field)
  }

  func encodeNil(forKey key: Key) { field(key) { encoder.writer.text.null() } }
  func encode(_ value: Bool, forKey key: Key) { field(key) { encoder.writer.text.bool(value) } }
  func encode(_ value: String, forKey key: Key) { field(key) { encoder.writer.text.string(value) } }
  func encode(_ value: Double, forKey key: Key) throws { throw noInteger(value) }
  func encode(_ value: Float, forKey key: Key) throws { throw noInteger(value) }
  func encode<T: FixedWidthInteger & Encodable>(_ value: T, forKey key: Key) {
    field(key) { encoder.writer.text.integer(value) }
  }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try field(key) { try encoder.inner(value) } }

  func nestedContainer<Nested>(keyedBy: Nested.Type, forKey: Key) -> KeyedEncodingContainer<Nested> { noContainer() }
  func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedEncodingContainer { noContainer() }
  func superEncoder() -> any Encoder { noContainer() }
  func superEncoder(forKey: Key) -> any Encoder { noContainer() }
}

private struct JSONArray: UnkeyedEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  private func element(_ value: () throws -> Void) rethrows {
    encoder.writer.text.element(isFirst: encoder.count == 0, at: encoder.level + 1)
    encoder.count += 1
    try value()
  }

  func encodeNil() { element { encoder.writer.text.null() } }
  func encode(_ value: Bool) { element { encoder.writer.text.bool(value) } }
  func encode(_ value: String) { element { encoder.writer.text.string(value) } }
  func encode(_ value: Double) throws { throw noInteger(value) }
  func encode(_ value: Float) throws { throw noInteger(value) }
  func encode<T: FixedWidthInteger & Encodable>(_ value: T) { element { encoder.writer.text.integer(value) } }
  func encode<T: Encodable>(_ value: T) throws { try element { try encoder.inner(value) } }

  func nestedContainer<Nested>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> { noContainer() }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { noContainer() }
  func superEncoder() -> any Encoder { noContainer() }
}

private struct JSONSingle: SingleValueEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.writer.text.null() }
  func encode(_ value: Bool) { encoder.writer.text.bool(value) }
  func encode(_ value: String) { encoder.writer.text.string(value) }
  func encode(_ value: Double) throws { throw noInteger(value) }
  func encode(_ value: Float) throws { throw noInteger(value) }
  func encode<T: FixedWidthInteger & Encodable>(_ value: T) { encoder.writer.text.integer(value) }
  func encode<T: Encodable>(_ value: T) throws { try value.encode(to: encoder) }
}

private func noInteger(_ value: some BinaryFloatingPoint) -> EncodingError {
  EncodingError.invalidValue(
    value, EncodingError.Context(codingPath: [], debugDescription: "Canonical JSON holds integers only."))
}

private func noContainer() -> Never {
  preconditionFailure("canonical JSON has no containers within containers: make what stands in it a value")
}
