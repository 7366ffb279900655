/// The bytes of a message, handed to libxml2 piece by piece: it would copy them whole otherwise.
struct ByteInput {
  var rest: Slice<UnsafeBufferPointer<UInt8>>

  static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 = {
    context, buffer, length in
    guard let context, let buffer, length > 0 else { return 0 }
    let input = context.assumingMemoryBound(to: ByteInput.self)
    let part = input.pointee.rest.prefix(Int(length))
    UnsafeMutableRawBufferPointer(start: buffer, count: Int(length)).copyBytes(from: part)
    input.pointee.rest.removeFirst(part.count)
    return Int32(part.count)
  }
}
