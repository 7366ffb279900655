import Foundation
import SaldoDomain
import SaldoLedger
public import SaldoMessages
import SaldoSettlement
public import SaldoStore

/// The folder with the answers of a run: one file per answered message, written from the journal after the commit.
public struct AnswerFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// The folder at a path; it is made when the first answer is written.
  public init(path: String) { self.path = path }

  /// Makes the folder and tries whether a file can be written into it, so that a run that cannot answer books nothing.
  ///
  /// - Throws: ``RunError/unwritable(path:)``.
  public func prepare() throws(RunError) {
    let probe = path + "/.saldo"
    try OutputFile.write([], to: probe)
    try? FileManager.default.removeItem(atPath: probe)
  }

  /// Writes the answer of a message, unless the folder already holds exactly that file.
  ///
  /// A declaration that waits has no answer yet. A file that is missing, cut or changed is written again: the answer is made
  /// from the stored message and the recorded decision, and compared with the recorded digest.
  ///
  /// - Returns: The name of the file, or nil when the message has no answer.
  /// - Throws: ``RunError``, ``LedgerError``.
  @discardableResult
  public func write(answerTo number: Int64, of ledger: Ledger, reader: MessageReader) throws -> String? {
    guard let received = try ledger.received(number) else { throw RunError.unreadableMessage(entry: number) }
    guard let kind = received.kind.answerOfMunicipality else { return nil }
    guard let stored = try ledger.decidingEntry(of: number) else { throw RunError.unreadableMessage(entry: number) }
    let payload = try MessagePayload(stored)
    guard let answer = payload.answer else { return nil }
    let name = Self.name(of: kind, in: received.domain, to: received.provider, digest: received.digest)
    if holds(name, digest: answer.sha256) { return name }
    guard
      let message = reader.read(try ledger.rawBytes(of: number)).message?.answer(
        judgement: payload.judgement, refusal: payload.refusal, as: number, on: stored.entry.asOf,
        styleSheetVersion: answer.styleSheetVersion)
    else { throw RunError.unreadableMessage(entry: number) }
    let bytes = MessageWriter().encode(message)
    guard Ledger.digest(of: bytes).hex == answer.sha256 else { throw RunError.answerDiffers(entry: number) }
    try OutputFile.write(bytes, to: path + "/" + name, isPrivate: true)
    return name
  }

  /// Writes the answer to a message that was booked just now, unless the folder already holds exactly that file.
  ///
  /// - Parameter digest: That of the bytes of the message.
  /// - Throws: ``RunError/unwritable(path:)``.
  func write(_ answer: Message, as bytes: [UInt8], to digest: Digest) throws {
    let name = Self.name(of: answer, digest: digest)
    if holds(name, digest: Ledger.digest(of: bytes).hex) { return }
    try OutputFile.write(bytes, to: path + "/" + name, isPrivate: true)
  }

  /// Whether the folder has a file of this name with bytes of this digest.
  private func holds(_ name: String, digest: @autoclosure () -> String) -> Bool {
    guard let existing = FileManager.default.contents(atPath: path + "/" + name) else { return false }
    return Ledger.digest(of: Array(existing)).hex == digest()
  }

  /// Writes the return message that a provider owes for a message that it checked.
  ///
  /// - Returns: The path of the file.
  /// - Throws: ``RunError/unwritable(path:)``.
  public func write(_ owed: OwedReturn) throws(RunError) -> String {
    let file = path + "/" + Self.name(of: .returned(owed.message), digest: owed.digest)
    try OutputFile.write(MessageWriter().encode(.returned(owed.message)), to: file, isPrivate: true)
    return file
  }

  /// The name of an answer: its message, the provider that sent what it answers, and the start of the digest of that.
  static func name(of answer: Message, digest: Digest) -> String {
    let header = answer.header
    return name(of: header.kind, in: header.standard.domain, to: header.provider, digest: digest)
  }

  private static func name(of kind: MessageKind, in domain: Domain, to provider: ProviderCode, digest: Digest) -> String
  {
    "\(kind.name(in: domain))-\(provider)-\(digest.hex.prefix(12)).xml"
  }
}
