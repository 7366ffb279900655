public import SaldoDomain
import SaldoMessages

/// A file that could not be used, and why.
public struct UnusableFile: Sendable {
  /// The file.
  public let file: InputFile
  /// Why, never empty.
  public let findings: [Finding]
  /// Remarks on the form of the file.
  public let signals: [Finding]
  /// The kind of message with its domain, as far as it was recognised.
  public let messageName: String?
  /// The release, as far as it was recognised.
  public let release: String?

  init(file: InputFile, reading: MessageReading) {
    self.file = file
    findings = reading.findings
    signals = reading.signals
    release = reading.release
    if let kind = reading.kind, let domain = reading.domain {
      messageName = kind.name(in: domain)
    } else {
      messageName = nil
    }
  }

  /// A message to a municipality that exists but is not in this region: it came to the wrong place.
  init(file: InputFile, otherRegion message: Message) {
    let code = message.header.municipality.description
    let lines = message.header.sourceLines
    let place = Finding.Place(
      element: "Header", path: "/Bericht/Header/\(message.header.isFromProvider ? "Ontvanger" : "Afzender")",
      sourceLine: message.header.isFromProvider ? lines.receiver : lines.sender)
    self.init(file: file, message, rule: "REGION", at: place, facts: ["municipality": .code(code)])
  }

  /// An answer of a municipality, which this office gives and does not take in.
  init(file: InputFile, answer message: Message) {
    let name = message.header.kind.name(in: message.header.standard.domain)
    let place = Finding.Place(element: "Header", path: "/Bericht/Header", sourceLine: message.header.sourceLines.header)
    self.init(file: file, message, rule: "ANSWER", at: place, facts: ["message": .code(name)])
  }

  private init(file: InputFile, _ message: Message, rule: RuleCode, at place: Finding.Place, facts: Facts) {
    self.file = file
    signals = []
    messageName = message.header.kind.name(in: message.header.standard.domain)
    release = message.header.standard.release.rawValue
    findings = [Finding(rule: rule, level: .schema, severity: .reject, place: place, facts: facts)]
  }
}
