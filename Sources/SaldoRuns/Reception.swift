public import SaldoDomain
public import SaldoLedger
public import SaldoMessages
import SaldoStore

/// What came in with a run: the messages in canonical order, and the files that could not be used.
///
/// Reading touches no ledger, so a run with nothing usable leaves everything as it was.
public struct Reception: Sendable {
  /// The messages, without doubles, in canonical order (Documentation/Funding.md).
  public private(set) var messages: [ReceivedMessage] = []
  /// Files that hold the same bytes as another file of the run.
  public var doubles: [InputFile] { originals.map(\.double) }
  /// Each double with the file that stands for it.
  private(set) var originals: [(double: InputFile, original: InputFile)] = []
  /// Files that could not be used, with the reason.
  public private(set) var unusable: [UnusableFile] = []

  /// Reads files for a region.
  ///
  /// - Parameters:
  ///   - region: The region that the messages must be meant for; nil takes them all.
  ///   - reader: What reads the messages.
  ///   - takes: Whether a message with a header can be used; for a settlement that is ``SettleRun/takes(_:)``.
  /// - Throws: ``InputError`` when a file cannot be read from disk.
  public init(
    _ files: [InputFile], for region: RegionSnapshot?, reader: MessageReader = MessageReader(),
    takes: (MessageHeader) -> Bool = { _ in true }
  ) throws(InputError) {
    let contracts = region.map(RegionContracts.init)
    // Files with the same bytes have the same header; among those the digest decides.
    var seen: [MessageHeader: [ReceivedMessage]] = [:]
    for file in files {
      let bytes = try file.bytes()
      let reading = reader.read(bytes)
      guard let message = reading.message else {
        unusable.append(UnusableFile(file: file, reading: reading))
        continue
      }
      if let next = message.header.standard.release.successor, message.header.date >= next.live {
        unusable.append(UnusableFile(file: file, after: next, message))
        continue
      }
      guard takes(message.header) else {
        unusable.append(UnusableFile(file: file, notSettled: message))
        continue
      }
      let municipality = message.header.municipality
      if let contracts, !contracts.contains(municipality),
        NationalMunicipalities.validity(of: municipality) != .unknown
      {
        unusable.append(UnusableFile(file: file, otherRegion: message))
        continue
      }
      let received = ReceivedMessage(file: file, bytes: bytes, message: message, signals: reading.signals)
      if let original = seen[message.header]?.first(where: { $0.digest == received.digest }) {
        originals.append((double: file, original: original.file))
        continue
      }
      seen[message.header, default: []].append(received)
      messages.append(received)
    }
    messages.sort { $0.precedes($1) }
  }

  /// The SHA-256 over the digests of all messages in their sorted order: what went in, whatever its names.
  public var digest: Digest {
    Ledger.digest(of: messages.map(\.digest).sorted().flatMap(\.bytes))
  }
}
