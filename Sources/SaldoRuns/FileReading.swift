import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoStore

/// A file as it was read, before it is known whether the run can use it.
struct FileReading: Sendable {
  let file: InputFile
  let byteCount: Int
  let reading: MessageReading
  let digest: Digest
  let packed: PackedBytes?

  /// What is kept of the bytes of a file.
  enum Bytes {
    /// Nothing: the file is compared with no other, and not booked. The number of a return message is made of the digest
    /// of the message that it answers, so that one is kept.
    case drop
    /// Their digest, to find files that are the same.
    case digest
    /// All of them, packed for the ledger.
    case pack
  }

  /// Reads a file: block by block when it is large and stays where it is, as a whole otherwise.
  ///
  /// - Parameters:
  ///   - compressor: What packs the files that are read as a whole; of one that reads many files one after the other.
  ///   - limit: The largest size that is read as a whole at once, in bytes.
  init(
    _ file: InputFile, with reader: MessageReader, _ keeping: Bytes, _ compressor: Compressor = Compressor(),
    wholeUpTo limit: Int = 65_536
  ) throws(InputError) {
    guard let blocks = try file.blocks() else {
      let bytes = try file.bytes()
      self.init(file, reader.read(bytes), of: bytes, keeping, compressor)
      return
    }
    guard blocks.size > limit else {
      let bytes = try blocks.readWhole()
      self.init(file, reader.read(bytes), of: bytes, keeping, compressor)
      return
    }
    let packing = keeping == .drop ? nil : BlockPacking(compresses: keeping == .pack)
    var byteCount = 0
    var whole: [UInt8]?
    let reading = try reader.read(
      filling: { buffer throws(InputError) in
        let block = UnsafeRawBufferPointer(rebasing: buffer[..<(try blocks.read(into: buffer))])
        byteCount += block.count
        packing?.take(block)
        return block.count
      },
      orWhole: { () throws(InputError) in
        let bytes = try blocks.readWhole()
        whole = bytes
        return bytes
      })
    if let whole {
      self.init(file, reading, of: whole, keeping, compressor)
    } else if let packing {
      let packed = keeping == .pack ? packing.packed() : nil
      self.init(file, reading, byteCount: byteCount, packed?.digest ?? packing.digest(), packed)
    } else if reading.message.map(OwedReturn.answers) == true {
      try self.init(file, with: reader, .digest, compressor, wholeUpTo: limit)
    } else {
      self.init(file, reading, byteCount: byteCount, .zero, nil)
    }
  }

  private init(
    _ file: InputFile, _ reading: MessageReading, of bytes: [UInt8], _ keeping: Bytes, _ compressor: Compressor
  ) {
    switch keeping {
    case .pack where reading.message != nil:
      let packed = PackedBytes(bytes, with: compressor)
      self.init(file, reading, byteCount: bytes.count, packed.digest, packed)
    case .digest where reading.message != nil, .drop where reading.message.map(OwedReturn.answers) == true:
      self.init(file, reading, byteCount: bytes.count, Ledger.digest(of: bytes), nil)
    default: self.init(file, reading, byteCount: bytes.count, .zero, nil)
    }
  }

  private init(_ file: InputFile, _ reading: MessageReading, byteCount: Int, _ digest: Digest, _ packed: PackedBytes?) {
    self.file = file
    self.byteCount = byteCount
    self.reading = reading
    self.digest = digest
    self.packed = packed
  }
}

extension ReceivedMessage {
  /// The message of a file.
  init(_ read: FileReading, _ message: Message) {
    self.init(
      file: read.file, digest: read.digest, packed: read.packed, message: message, signals: read.reading.signals)
  }
}
