internal import CLibXML2

/// Serves the embedded schemas to libxml2 under addresses of our own, so that an import needs no file.
///
/// The handlers answer only to addresses that begin with `saldo-schema:/`; the files and addresses of a program that
/// uses libxml2 itself are left alone.
enum EmbeddedSchemaInput {
  static let scheme = "saldo-schema:/"

  /// Starts libxml2 and registers the handlers, once per process.
  static let registered: Bool = {
    xmlInitParser()
    let slot = xmlRegisterInputCallbacks(
      { address in address.map { String(cString: $0).hasPrefix(EmbeddedSchemaInput.scheme) } == true ? 1 : 0 },
      { address in address.flatMap { EmbeddedSchemaInput.open(String(cString: $0)) } },
      { context, buffer, length in EmbeddedSchemaInput.read(context, into: buffer, length) },
      { context in EmbeddedSchemaInput.close(context) })
    precondition(slot >= 0, "libxml2 has no room for input handlers")
    return true
  }()

  /// A text that is being read.
  private final class Cursor {
    var rest: ArraySlice<UInt8>
    init(_ text: String) { rest = Array(text.utf8)[...] }
  }

  private static func open(_ address: String) -> UnsafeMutableRawPointer? {
    guard let text = SchemaText.text(of: String(address.dropFirst(scheme.count))) else { return nil }
    return Unmanaged.passRetained(Cursor(text)).toOpaque()
  }

  private static func read(
    _ context: UnsafeMutableRawPointer?, into buffer: UnsafeMutablePointer<CChar>?, _ length: Int32
  ) -> Int32 {
    guard let context, let buffer, length > 0 else { return 0 }
    let cursor = Unmanaged<Cursor>.fromOpaque(context).takeUnretainedValue()
    let part = cursor.rest.prefix(Int(length))
    for (index, byte) in part.enumerated() { buffer[index] = CChar(bitPattern: byte) }
    cursor.rest = cursor.rest.dropFirst(part.count)
    return Int32(part.count)
  }

  private static func close(_ context: UnsafeMutableRawPointer?) -> Int32 {
    if let context { Unmanaged<Cursor>.fromOpaque(context).release() }
    return 0
  }
}
