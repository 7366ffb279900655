/// Encodes the values of one level, one after the other, straight into the text.
///
/// Values are written while they are encoded: a container within a container ends when the outer one goes on, and is not
/// used after that.
final class JSONValueEncoder: Encoder {
  fileprivate let writer: JSONWriter
  fileprivate let level: Int
  /// What the value has turned out to be so far.
  private var form = Form.none
  fileprivate var fields: [JSONText.Field] = []
  fileprivate var count = 0
  /// A container that stands in this one and has not ended, with its field when this is an object.
  private var inner: (encoder: JSONValueEncoder, field: JSONText.Field?)?
  /// The number of the value, to tell containers that are used too late.
  fileprivate private(set) var serial = 0

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
    inner = nil
    serial += 1
  }

  /// Ends the value: closes what it opened. One that wrote nothing is an empty object.
  func end() {
    endInner()
    switch form {
    case .single: break
    case .array: writer.text.close("]", isEmpty: count == 0, at: level)
    case .none, .object:
      if form == .none { writer.text.open("{") }
      writer.text.sort(&fields)
      writer.text.close("}", isEmpty: fields.isEmpty, at: level)
    }
    serial += 1
  }

  func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if form != .object { writer.text.open("{") }
    form = .object
    return KeyedEncodingContainer(JSONObject(encoder: self, serial: serial))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if form != .array { writer.text.open("[") }
    form = .array
    return JSONArray(encoder: self, serial: serial)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    form = .single
    return JSONSingle(encoder: self)
  }

  /// Appends a value of the next level.
  fileprivate func value(_ value: some Encodable) throws { try writer.value(value, at: level + 1) }

  /// Begins a field of the object.
  fileprivate func field(_ name: String) -> JSONText.Field {
    endInner()
    return writer.text.key(name, isFirst: fields.isEmpty, at: level + 1)
  }

  /// Ends a field of the object, after its value.
  fileprivate func end(_ field: JSONText.Field) {
    var field = field
    field.end = writer.text.bytes.count
    fields.append(field)
  }

  /// Begins a value of the array.
  fileprivate func element() {
    endInner()
    writer.text.element(isFirst: count == 0, at: level + 1)
    count += 1
  }

  /// Begins a container within this one, after its field when this is an object.
  fileprivate func begin(_ field: JSONText.Field?) -> JSONValueEncoder {
    let encoder = writer.begin(at: level + 1)
    inner = (encoder, field)
    return encoder
  }

  private func endInner() {
    guard let inner else { return }
    self.inner = nil
    inner.encoder.end()
    if let field = inner.field { end(field) }
  }

  fileprivate func check(_ serial: Int) {
    precondition(serial == self.serial, "a container of canonical JSON is used after it ended")
  }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONValueEncoder
  let serial: Int
  var codingPath: [any CodingKey] { [] }

  private func open(_ name: String) -> JSONText.Field {
    encoder.check(serial)
    return encoder.field(name)
  }

  private func field(_ key: Key, _ value: () throws -> Void) rethrows {
    let field = open(key.stringValue)
    try value()
    encoder.end(field)
  }

  func encodeNil(forKey key: Key) { field(key) { encoder.writer.text.null() } }
  func encode(_ value: Bool, forKey key: Key) { field(key) { encoder.writer.text.bool(value) } }
  func encode(_ value: String, forKey key: Key) { field(key) { encoder.writer.text.string(value) } }
  func encode<T: BinaryFloatingPoint & Encodable>(_ value: T, forKey key: Key) throws { throw noInteger(value) }
  func encode<T: FixedWidthInteger & Encodable>(_ value: T, forKey key: Key) {
    field(key) { encoder.writer.text.integer(value) }
  }
  func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try field(key) { try encoder.value(value) } }

  func nestedContainer<Nested>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested> {
    superEncoder(forKey: key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    superEncoder(forKey: key).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { encoder.begin(open("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { encoder.begin(open(key.stringValue)) }
}

private struct JSONArray: UnkeyedEncodingContainer {
  let encoder: JSONValueEncoder
  let serial: Int
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  private func element(_ value: () throws -> Void) rethrows {
    encoder.check(serial)
    encoder.element()
    try value()
  }

  func encodeNil() { element { encoder.writer.text.null() } }
  func encode(_ value: Bool) { element { encoder.writer.text.bool(value) } }
  func encode(_ value: String) { element { encoder.writer.text.string(value) } }
  func encode<T: BinaryFloatingPoint & Encodable>(_ value: T) throws { throw noInteger(value) }
  func encode<T: FixedWidthInteger & Encodable>(_ value: T) { element { encoder.writer.text.integer(value) } }
  func encode<T: Encodable>(_ value: T) throws { try element { try encoder.value(value) } }

  func nestedContainer<Nested>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    superEncoder().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }
  func superEncoder() -> any Encoder {
    encoder.check(serial)
    encoder.element()
    return encoder.begin(nil)
  }
}

private struct JSONSingle: SingleValueEncodingContainer {
  let encoder: JSONValueEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.writer.text.null() }
  func encode(_ value: Bool) { encoder.writer.text.bool(value) }
  func encode(_ value: String) { encoder.writer.text.string(value) }
  func encode<T: BinaryFloatingPoint & Encodable>(_ value: T) throws { throw noInteger(value) }
  func encode<T: FixedWidthInteger & Encodable>(_ value: T) { encoder.writer.text.integer(value) }
  func encode<T: Encodable>(_ value: T) throws { try value.encode(to: encoder) }
}

private func noInteger(_ value: some BinaryFloatingPoint) -> EncodingError {
  EncodingError.invalidValue(
    value, EncodingError.Context(codingPath: [], debugDescription: "Canonical JSON holds integers only."))
}
