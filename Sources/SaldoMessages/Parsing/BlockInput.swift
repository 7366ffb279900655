internal import SaldoDomain

/// The bytes of a message that come in block by block, looked at and handed to libxml2 before the next ones.
///
/// It serves the fast check only. Whatever keeps a file from being read at all, or asks for a closer look, ends it; the whole
/// file is then read in another way.
struct BlockInput {
  /// How many bytes a block has. Longer tags are looked at before libxml2 is (``StartTags``), so a block holds no more.
  static let blockLength = StartTags.suspiciousLength

  /// What the form of the file may still need of the bytes before a block: a character and the byte before it.
  private static let keptLength = 8

  /// Puts bytes at the begin of a buffer and gives their number: 0 at the end, less when there are none to be had.
  private let fill: (UnsafeMutableRawBufferPointer) -> Int
  private let blockLength: Int
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  /// Where the bytes in the buffer end, and those that the form of the file has been told of and libxml2 has.
  private var end = 0
  private var scanned = 0
  private var handed = 0

  private var form: TechnicalForm?
  private var tags = StartTags.Distance()
  private var size = 0
  private var isAtEnd = false
  private var isRefused = false

  init(blockLength: Int, fill: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    precondition(1...Self.blockLength ~= blockLength, "a tag of more than a block is noticed")
    self.fill = fill
    self.blockLength = blockLength
    buffer = .allocate(capacity: Self.keptLength + max(blockLength, TechnicalForm.headLength))
  }

  func freeMemory() { buffer.deallocate() }

  /// The signals about the form of the file; nil unless all of it came in and can be read.
  var signals: [Finding]? {
    guard isAtEnd, !isRefused, let form else { return nil }
    return TechnicalSignals.all(of: form, size: size)
  }

  static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 = {
    context, buffer, length in
    guard let context, let buffer, length > 0 else { return 0 }
    return Int32(
      context.assumingMemoryBound(to: BlockInput.self).pointee.hand(
        to: UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
  }

  /// Hands out as many of the next bytes as fit, as libxml2 would get them from memory, and gives their number: 0 at the end,
  /// -1 when there is nothing more to read.
  private mutating func hand(to target: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    while count < target.count {
      if handed == end, !isAtEnd, !isRefused { takeBlock() }
      guard !isRefused else { return -1 }
      guard handed < end else { break }
      let part = UnsafeRawBufferPointer(rebasing: raw[handed..<min(end, handed + target.count - count)])
      UnsafeMutableRawBufferPointer(rebasing: target[count...]).copyMemory(from: part)
      handed += part.count
      count += part.count
    }
    return count
  }

  private mutating func takeBlock() {
    let kept = max(scanned - 1, 0)..<end
    buffer.baseAddress!.update(from: buffer.baseAddress! + kept.lowerBound, count: kept.count)
    (scanned, handed, end) = (scanned - kept.lowerBound, kept.count, kept.count)
    let isHead = form == nil
    guard fillBlock(upTo: kept.count + (isHead ? max(blockLength, TechnicalForm.headLength) : blockLength)) else {
      return refuse()
    }
    let block = UnsafeBufferPointer(rebasing: buffer[handed..<end])
    size += block.count
    isAtEnd = block.isEmpty
    var form = self.form ?? TechnicalForm(head: block)
    scanned = form.scan(UnsafeBufferPointer(rebasing: buffer[..<end]), from: scanned, isLast: isAtEnd)
    self.form = form
    if isHead {
      handed = form.byteOrderMark
      // A second mark is no XML, but libxml2 skips one as well.
      if block.dropFirst(handed).starts(with: [0xEF, 0xBB, 0xBF]) { return refuse() }
    }
    if form.brokenLine != nil || size > MessageReader.maximumSize || tags.isTooLong(with: block) { refuse() }
  }

  /// Fills the buffer, or as much of it as there is; false when the bytes cannot be had.
  private mutating func fillBlock(upTo limit: Int) -> Bool {
    while end < limit {
      let count = fill(UnsafeMutableRawBufferPointer(rebasing: raw[end..<limit]))
      guard count > 0 else { return count == 0 }
      end += count
    }
    return true
  }

  private var raw: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(buffer) }

  private mutating func refuse() { isRefused = true }
}
