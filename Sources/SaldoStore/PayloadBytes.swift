import SaldoLedger

/// The canonical bytes of payloads, one after the other.
///
/// What was decided on most allocations is the same: a payload that equals the one before has its bytes.
struct PayloadBytes {
  private var last: (payload: MessagePayload, bytes: [UInt8])?

  /// The canonical bytes of a payload.
  mutating func encode(_ payload: MessagePayload) throws -> [UInt8] {
    if let last, last.payload == payload { return last.bytes }
    let bytes = try CanonicalJSON.encode(payload)
    last = payload.lineCount == 0 ? (payload, bytes) : nil
    return bytes
  }
}
