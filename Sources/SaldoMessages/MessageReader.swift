public import SaldoDomain

/// Reads messages: judges the bytes against the schema of the standard and turns them into values.
///
/// A message is checked while it is read, by a table that is made from its schema; only one that this fast check does not
/// accept is judged by the schema itself, which words what is wrong. Readers share tables and schemas, which are made when
/// the first message asks for them, and can be used from any number of threads. Nothing is ever read from a disk or a
/// network, whatever a message asks for.
///
///     let reader = MessageReader()
///     let reading = reader.read(bytes)
///     if case .message(.declaration(let declaration)) = reading.result { print(declaration.lines.count) }
///
/// Source: iStandaarden 3.2, level 1 (IV032), OP179 and OP192.
public struct MessageReader: Sendable {
  /// The largest file that is read at all, in bytes. OP179 signals from 25 MB on; this bound protects the memory.
  public static let maximumSize = 256 * 1024 * 1024

  /// How a reader finds out whether a message follows its schema.
  public enum Checking: Hashable, Sendable {
    /// The fast check, and the schema for every message that it does not accept. What it accepts the schema accepts.
    case fast
    /// The schema alone, by libxml2.
    case schema
    /// Both, for every message. When they disagree, which is a fault of Saldo, the file is unusable and a finding says so.
    case both
  }

  let checking: Checking
  let library: SchemaLibrary

  /// A reader for every standard that Saldo knows.
  public init(checking: Checking = .fast) {
    self.checking = checking
    library = SchemaLibrary.shared
  }

  /// Reads one message. An invalid message is never turned into values; a valid one of a known kind always is.
  public func read(_ bytes: [UInt8]) -> MessageReading { process(bytes, checking, buildsMessage: true) }

  /// Reads one message block by block, with the same outcome as when it is read as a whole.
  ///
  /// A message that the fast check accepts is never whole in memory. Of any other nothing that came in is used: it is asked
  /// for as a whole, which may be done before all blocks were, or at once.
  ///
  /// - Parameters:
  ///   - fill: Puts the next bytes at the begin of a buffer and gives their number; 0 at the end.
  ///   - whole: All bytes, from the first one on.
  /// - Throws: What `fill` or `whole` throws.
  public func read<Failure: Error>(
    filling fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int, orWhole whole: () throws(Failure) -> [UInt8]
  ) throws(Failure) -> MessageReading {
    guard checking == .fast else { return read(try whole()) }
    if let reading = try fastReading(filling: fill) { return reading }
    return process(try whole(), .schema, buildsMessage: true)
  }

  /// Judges the bytes against the schema of their message, also of kinds that are only written (325).
  ///
  /// Returns the findings of level 1; none when the message is valid.
  public func validate(_ bytes: [UInt8]) -> [Finding] {
    guard case .unusable(let findings) = process(bytes, checking, buildsMessage: false).result else { return [] }
    return findings
  }

  /// What the fast check alone makes of the bytes; nil when it leaves them to the schema.
  func fastReading(_ bytes: [UInt8]) -> MessageReading? {
    bytes.withUnsafeBufferPointer { buffer in
      guard case .text(let text, let signals) = Self.opened(buffer) else { return nil }
      return FusedParse.run(text, library: library, signals)
    }
  }

  /// The same of bytes that come in block by block.
  func fastReading<Failure: Error>(
    inBlocksOf blockLength: Int = BlockInput.blockLength,
    filling fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) -> MessageReading? {
    var failure: Failure?
    func filled(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
      do throws(Failure) {
        return try fill(buffer)
      } catch {
        failure = error
        return -1
      }
    }
    let reading = withoutActuallyEscaping(filled) { filled in
      var input = BlockInput(blockLength: blockLength, fill: filled)
      defer { input.freeMemory() }
      return FusedParse.run(&input, library: library)
    }
    if let failure { throw failure }
    return reading
  }

  private func process(_ bytes: [UInt8], _ checking: Checking, buildsMessage: Bool) -> MessageReading {
    bytes.withUnsafeBufferPointer { buffer in
      switch Self.opened(buffer) {
      case .unusable(let reading): return reading
      case .text(let text, let signals):
        let fast = checking == .schema ? nil : FusedParse.run(text, library: library, signals)
        if let fast, checking == .fast { return fast }
        let judged = judge(text, signals, buildsMessage: buildsMessage)
        return fast.map { Self.agreed($0, judged, isJudgedOnly: !buildsMessage) } ?? judged
      }
    }
  }

  /// What two checks of a message say together; of what was only judged there is no message to compare.
  static func agreed(_ fast: MessageReading, _ judged: MessageReading, isJudgedOnly: Bool = false) -> MessageReading {
    if fast == judged || (isJudgedOnly && judged.findings.isEmpty) { return judged }
    return MessageReading(.disagreement, line: 1, signals: judged.signals)
  }

  /// A file before its XML is read.
  private enum Opened {
    case unusable(MessageReading)
    /// UTF-8 without byte-order mark, with the signals about the form of the file.
    case text(UnsafeBufferPointer<UInt8>, [Finding])
  }

  private static func opened(_ bytes: UnsafeBufferPointer<UInt8>) -> Opened {
    if bytes.isEmpty { return .unusable(MessageReading(.empty, line: 0)) }
    if bytes.count > maximumSize { return .unusable(MessageReading(.tooLarge(limit: maximumSize), line: 0)) }
    let form = TechnicalForm(bytes)
    let signals = TechnicalSignals.all(of: form, size: bytes.count)
    if let line = form.brokenLine {
      return .unusable(MessageReading(form.hasZeroByte ? .zeroByte : .notUTF8, line: line, signals: signals))
    }
    let text = UnsafeBufferPointer(rebasing: bytes[form.byteOrderMark...])
    // A second mark is no XML, but libxml2 skips one as well.
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      return .unusable(MessageReading(.notWellFormed, line: 1, signals: signals))
    }
    if let line = StartTags.lineOfTooManyAttributes(in: text) {
      return .unusable(MessageReading(.attribute, line: line, signals: signals))
    }
    return .text(text, signals)
  }

  /// Reads a message that the schema judges.
  private func judge(
    _ text: UnsafeBufferPointer<UInt8>, _ signals: [Finding], buildsMessage: Bool
  ) -> MessageReading {
    let parse = MessageParse(library: library, buildsMessage: buildsMessage)
    let message = parse.run(text)
    var reading: MessageReading
    if let message {
      reading = MessageReading(result: .message(message), signals: signals)
    } else if let (reason, line) = parse.unusable {
      reading = MessageReading(reason, line: line, signals: signals)
    } else {
      reading = MessageReading(result: .unusable(parse.findings.all), signals: signals)
    }
    (reading.kind, reading.domain, reading.release) = parse.recognised
    return reading
  }
}
