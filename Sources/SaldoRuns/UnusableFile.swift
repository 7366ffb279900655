public import SaldoDomain
import SaldoLedger
import SaldoMessages

/// A file that could not be used, and why.
public struct UnusableFile: Hashable, Sendable {
  /// The file.
  public private(set) var file: InputFile
  /// The SHA-256 of its bytes, when only its turn told that it is not usable.
  private(set) var digest: Digest?
  /// Why, never empty.
  public let findings: [Finding]
  /// Remarks on the form of the file.
  public let signals: [Finding]
  /// The kind of message with its domain, as far as it was recognised.
  public let messageName: String?
  /// The release, as far as it was recognised.
  public let release: String?

  /// - Parameter digest: The SHA-256 of its bytes, when it waited for its turn.
  init(file: InputFile, reading: MessageReading, digest: Digest? = nil) {
    self.file = file
    self.digest = digest
    findings = reading.findings
    signals = reading.signals
    release = reading.release
    if let kind = reading.kind, let domain = reading.domain {
      messageName = kind.name(in: domain)
    } else {
      messageName = nil
    }
  }

  /// The same of another file with the same bytes.
  func named(_ file: InputFile) -> UnusableFile {
    var other = self
    other.file = file
    return other
  }

  /// A message of a context that was read and decides nothing.
  init(_ received: ReceivedMessage, findings: [Finding]) {
    let header = received.message.header
    file = received.file
    self.findings = findings
    signals = []
    messageName = header.kind.name(in: header.standard.domain)
    release = header.standard.release.rawValue
  }

  /// A message to a municipality that exists but is not in this region: it came to the wrong place.
  init(file: InputFile, otherRegion header: MessageHeader) {
    self.init(
      file: file, header, rule: "REGION", element: header.isFromProvider ? "Ontvanger" : "Afzender",
      sourceLine: header.isFromProvider ? header.sourceLines.receiver : header.sourceLines.sender,
      facts: ["municipality": .code(header.municipality.description)])
  }

  /// A message of a release that another one had replaced on its date.
  init(file: InputFile, after next: Release, _ header: MessageHeader) {
    self.init(
      file: file, header, rule: "RELEASE", element: "BerichtIdentificatie/Dagtekening",
      sourceLine: header.sourceLines.date,
      facts: [
        "date": .date(header.date), "release": .code(header.standard.release.rawValue), "live": .date(next.live),
        "next": .code(next.rawValue),
      ])
  }

  /// A message of a kind that is not settled: an answer of a municipality.
  init(file: InputFile, notSettled header: MessageHeader) {
    self.init(
      file: file, header, rule: "KIND", element: "BerichtCode", sourceLine: header.sourceLines.header,
      facts: [
        "message": .code(header.kind.name(in: header.standard.domain)),
        "release": .code(header.standard.release.rawValue),
        "reason": .phrase(Self.isAnswer),
      ])
  }

  private static let isAnswer = Bilingual(
    nl: "het is een antwoord van een gemeente aan een aanbieder", en: "it is an answer of a municipality to a provider")

  private init(
    file: InputFile, _ header: MessageHeader, rule: RuleCode, element: String, sourceLine: Int32, facts: Facts
  ) {
    self.file = file
    signals = []
    messageName = header.kind.name(in: header.standard.domain)
    release = header.standard.release.rawValue
    let place = Finding.Place(element: "Header", path: "/Bericht/Header/\(element)", sourceLine: sourceLine)
    findings = [Finding(rule: rule, level: .schema, severity: .reject, place: place, facts: facts)]
  }
}
