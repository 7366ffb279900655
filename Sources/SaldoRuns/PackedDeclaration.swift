import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore

/// A large declaration of which only the head was read; its bytes wait for its turn, packed (ingepakte declaratie).
///
/// Most of a run is declarations, and to read them is a quarter of the work: it can be done while others are booked. Until then
/// they take a twentieth of their size, or nothing when there is no room for that either.
struct PackedDeclaration: Sendable {
  let file: InputFile
  let head: DeclarationHead
  let byteCount: Int
  let digest: Digest
  /// Nil when its file is read again in its turn.
  let packed: PackedBytes?

  private static let blockLength = 65_536

  /// Packs a file; nil when it is small, is not there block by block, or does not start as a declaration.
  ///
  /// - Parameters:
  ///   - packs: Whether its bytes are kept, and not only their digest.
  ///   - limit: The largest size of a small file, in bytes.
  /// - Throws: ``InputError/unreadable(path:)``.
  init?(_ file: InputFile, with reader: MessageReader, packs: Bool, largerThan limit: Int) throws(InputError) {
    let size = file.byteCount
    guard size > limit, size <= MessageReader.maximumSize, let blocks = try file.blocks() else { return nil }
    let packing = BlockPacking(compresses: packs)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockLength, alignment: 1)
    defer { block.deallocate() }
    var head: DeclarationHead?
    var byteCount = 0
    while case let count = try blocks.read(into: block), count > 0 {
      let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
      if head == nil { head = reader.declarationHead(of: bytes.bindMemory(to: UInt8.self)) }
      guard head != nil else { return nil }
      packing.take(bytes)
      byteCount += bytes.count
    }
    guard let head else { return nil }
    self.file = file
    self.head = head
    self.byteCount = byteCount
    packed = packs ? packing.packed() : nil
    digest = packed?.digest ?? packing.digest()
  }
}
