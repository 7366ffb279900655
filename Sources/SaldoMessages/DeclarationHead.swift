public import SaldoDomain

/// The start of a declaration (kop van een declaratie), read before the rest of it: enough to know where it belongs and when
/// it is its turn. Source: iStandaarden 3.2, message 323.
public struct DeclarationHead: Hashable, Sendable {
  /// The header (Standard: `Header`).
  public let header: MessageHeader
  /// The declaration period (Standard: `DeclaratiePeriode`).
  public let period: Period
}

extension MessageReader {
  /// Of how many bytes the head of a declaration is read. A head that is longer, by white space, is left alone.
  public static let headLength = 4_096

  /// The head of a declaration, from the first ``headLength`` bytes of its file; nil when they do not start one, or when that
  /// takes a closer look. It says nothing of what follows: only reading all of it tells whether there is a message.
  public func declarationHead(of start: UnsafeBufferPointer<UInt8>) -> DeclarationHead? {
    guard checking == .fast else { return nil }
    let form = TechnicalForm(head: start)
    let text = start[form.byteOrderMark...]
    // A second mark is no XML, but libxml2 skips one as well.
    guard form.brokenLine == nil, !text.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    return FusedParse.declarationHead(
      of: UnsafeBufferPointer(rebasing: text.prefix(Self.headLength)), library: library)
  }
}
