public import SaldoDomain

/// Writes messages in the form that the standard asks for: UTF-8 without byte-order mark, CR LF at every line end.
///
/// The same message always gives the same bytes, whoever wrote it first. Elements stand in the order of the schema,
/// indented with tabs, and the prefixes are fixed (for instance `jw325` and `ijw`). Reading what was written gives the
/// same values; writing what was read keeps every value, but not how it was spelled: white space between elements,
/// comments, processing instructions, CDATA, prefixes, leading zeros and signs of numbers, white space around numbers,
/// dates and times, and decimals of a time beyond the third.
///
/// Source: iStandaarden 3.2, OP192, IV087 and IV088.
public struct MessageWriter: Sendable {
  /// A writer.
  public init() {}

  /// The bytes of a message, in the standard that its header names.
  ///
  /// The writer copies what it is given, so that values that break the schema, such as an answer without codes, give an
  /// invalid message; ``MessageReader/validate(_:)`` tells.
  public func encode(_ message: Message) -> [UInt8] {
    var text = MessageText(of: message)
    text.write(message)
    return text.bytes
  }

  /// The bytes of a declaration answer (325). `XsltVersie` is written when the answer names one.
  public func encode(_ answer: DeclarationAnswer) -> [UInt8] { encode(.declarationAnswer(answer)) }
}
