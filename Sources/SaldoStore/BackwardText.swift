/// Bytes that are written from the last to the first, as the digits of a number come.
struct BackwardText {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private var first: Int

  /// Lends a text of at most so many bytes; more than those end the process.
  static func withRoom(for count: Int, _ write: (inout BackwardText) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { room in
      var text = BackwardText(room: room, first: room.endIndex)
      write(&text)
    }
  }

  /// Prepends a byte.
  mutating func prepend(_ byte: UInt8) {
    precondition(first > 0, "there is room")
    first -= 1
    room[first] = byte
  }

  /// Prepends bytes, in their order.
  mutating func prepend(_ bytes: [UInt8]) {
    precondition(first >= bytes.count, "there is room")
    first -= bytes.count
    _ = room[first...].update(fromContentsOf: bytes)
  }

  /// Prepends a number in decimal digits, without a text for each.
  mutating func prepend(decimal number: Int64) {
    var rest = number.magnitude
    repeat {
      prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { prepend(UInt8(ascii: "-")) }
  }

  /// Appends the text to other bytes, and begins anew.
  mutating func move(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: room[first...]))
    first = room.endIndex
  }
}
