public import SaldoDomain

/// Reads messages: judges the bytes against the schema of the standard and turns them into values.
///
/// The first reader compiles the schemas, which takes some milliseconds; readers share them and can be used from any
/// number of threads. Nothing is ever read from a disk or a network, whatever a message asks for.
///
///     let reader = MessageReader()
///     let reading = reader.read(bytes)
///     if case .message(.declaration(let declaration)) = reading.result { print(declaration.lines.count) }
///
/// Source: iStandaarden 3.2, level 1 (IV032), OP179 and OP192.
public struct MessageReader: Sendable {
  /// The largest file that is read at all, in bytes. OP179 signals from 25 MB on; this bound protects the memory.
  public static let maximumSize = 256 * 1024 * 1024

  private let library: SchemaLibrary

  /// A reader for every standard that Saldo knows.
  public init() {
    library = SchemaLibrary.shared
  }

  /// Reads one message. An invalid message is never turned into values; a valid one of a known kind always is.
  public func read(_ bytes: [UInt8]) -> MessageReading { process(bytes, buildsMessage: true) }

  /// Judges the bytes against the schema of their message, also of kinds that are only written (325).
  ///
  /// Returns the findings of level 1; none when the message is valid.
  public func validate(_ bytes: [UInt8]) -> [Finding] {
    guard case .unusable(let findings) = process(bytes, buildsMessage: false).result else { return [] }
    return findings
  }

  private func process(_ bytes: [UInt8], buildsMessage: Bool) -> MessageReading {
    bytes.withUnsafeBufferPointer { buffer in
      if buffer.isEmpty { return MessageReading(.empty, line: 0) }
      if buffer.count > Self.maximumSize { return MessageReading(.tooLarge(limit: Self.maximumSize), line: 0) }
      let form = TechnicalForm(buffer)
      let signals = TechnicalSignals.all(of: form, size: buffer.count)
      if let line = form.brokenLine {
        return MessageReading(form.hasZeroByte ? .zeroByte : .notUTF8, line: line, signals: signals)
      }
      let text = UnsafeBufferPointer(rebasing: buffer[form.byteOrderMark...])
      // A second mark is no XML, but libxml2 skips one as well.
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { return MessageReading(.notWellFormed, line: 1, signals: signals) }
      if let line = StartTags.lineOfTooManyAttributes(in: text) {
        return MessageReading(.attribute, line: line, signals: signals)
      }
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
}
