internal import SaldoDomain

/// Collects the header, which all messages share (Standard: `Header`).
struct HeaderBuilder {
  private let standard: Standard
  private let kind: MessageKind
  private var sender = ""
  private var receiver = ""
  private var identification: ExactText?
  private var date: CalendarDate?
  private var basicVersion = ""
  private var messageVersion = ""
  private var lines = MessageHeader.SourceLines()

  init(standard: Standard, kind: MessageKind) {
    self.standard = standard
    self.kind = kind
  }

  mutating func open(_ element: StandardElement, line: Int32) {
    if element == .header { lines.header = line }
  }

  /// Takes a leaf; false when it is not one of the header.
  mutating func leaf(
    _ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32
  ) -> Bool {
    switch (parent, element) {
    case (.header, .afzender):
      sender = value.string
      lines.sender = line
    case (.header, .ontvanger):
      receiver = value.string
      lines.receiver = line
    case (.berichtIdentificatie, .identificatie):
      identification = ExactText(value.string)
      lines.identification = line
    case (.berichtIdentificatie, .dagtekening):
      date = value.date
      lines.date = line
    case (.xsdVersie, .basisschemaXsdVersie): basicVersion = value.string
    case (.xsdVersie, .berichtXsdVersie): messageVersion = value.string
    case (.header, _): break
    default: return false
    }
    return true
  }

  /// The header, or nil when something mandatory was not seen.
  func header() -> MessageHeader? {
    guard let identification, let date,
      let (provider, municipality) = Self.parties(sender, receiver) ?? Self.parties(receiver, sender)
    else { return nil }
    return MessageHeader(
      standard: standard, kind: kind, provider: provider, municipality: municipality, identification: identification,
      date: date, schemaVersion: SchemaVersion(basic: basicVersion, message: messageVersion), sourceLines: lines)
  }

  /// A provider has eight digits and a municipality four, so that the schema fixes which is which.
  private static func parties(_ provider: String, _ municipality: String) -> (ProviderCode, MunicipalityCode)? {
    guard let provider = ProviderCode(provider), let municipality = MunicipalityCode(municipality) else { return nil }
    return (provider, municipality)
  }
}
