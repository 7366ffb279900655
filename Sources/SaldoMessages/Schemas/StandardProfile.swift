public import SaldoDomain

/// What one standard looks like on the wire: namespaces, prefixes, message codes, schemas.
///
/// Standards differ in this data, not in code; a further domain or release is a further constant here.
public struct StandardProfile: Hashable, Sendable {
  /// The standard that the profile describes.
  public let standard: Standard
  /// The namespace of the elements inside the shared types (Standard: `basisschema`).
  public let basicNamespace: String
  /// The prefix that we write for ``basicNamespace``.
  public let basicPrefix: String
  /// The messages of the standard that Saldo knows, by kind.
  public let messages: [MessageProfile]
  /// The fixed release numbers in the header (Standard: `BerichtVersie`, `BerichtSubversie`; CS025, CS015).
  public let version: (major: Int, minor: Int)
  /// The versions of the schemas, written into `XsdVersie`.
  public let schemaVersion: SchemaVersion

  /// iJw 3.2, for youth care.
  public static let iJw3_2 = StandardProfile(
    standard: .iJw(.v3_2), domainPath: "ijw", releasePath: "3_2", schemaFolder: "iJw-3.2", messagePrefix: "jw",
    codes: [.allocation: "436", .start: "438", .stop: "440", .declaration: "490", .declarationAnswer: "491"],
    version: (major: 3, minor: 2))

  /// Every standard that Saldo reads and writes.
  public static let all = [iJw3_2]

  /// The profile of a standard, or nil when Saldo does not know it.
  public static func profile(of standard: Standard) -> StandardProfile? { all.first { $0.standard == standard } }

  /// The profile of a kind of message.
  public func message(_ kind: MessageKind) -> MessageProfile? { messages.first { $0.kind == kind } }

  private init(
    standard: Standard, domainPath: String, releasePath: String, schemaFolder: String, messagePrefix: String,
    codes: KeyValuePairs<MessageKind, String>, version: (major: Int, minor: Int)
  ) {
    let base = MessageNamespace.root + domainPath + "/" + releasePath + "/"
    self.standard = standard
    self.version = version
    basicNamespace = base + "basisschema/schema"
    basicPrefix = domainPath
    schemaVersion = SchemaVersion(basic: "1.0.0", message: "1.0.0")
    messages = codes.map { kind, code in
      let prefix = messagePrefix + kind.rawValue
      return MessageProfile(
        kind: kind, code: code, namespace: base + prefix + "/schema", prefix: prefix,
        schemaPath: schemaFolder + "/" + prefix + ".xsd")
    }
  }

  /// Profiles of the same standard are equal.
  public static func == (lhs: StandardProfile, rhs: StandardProfile) -> Bool { lhs.standard == rhs.standard }
  /// Hashes the standard.
  public func hash(into hasher: inout Hasher) { hasher.combine(standard) }
}

/// What one kind of message of a standard looks like on the wire.
public struct MessageProfile: Hashable, Sendable {
  /// The kind.
  public let kind: MessageKind
  /// The code in the header (Standard: `BerichtCode`, Vektis COD002).
  public let code: String
  /// The namespace of the classes of the message.
  public let namespace: String
  /// The prefix that we write for ``namespace``.
  public let prefix: String
  /// The path of the schema below `Schemas/`, for instance `iJw-3.2/jw323.xsd`.
  public let schemaPath: String
}

/// The namespace of a message, taken apart: domain, release and message name.
struct MessageNamespace {
  static let root = "http://www.istandaarden.nl/"

  let domain: Domain
  /// The release with a point, for instance `3.1`; at most two digits on each side, so that it is safe to show.
  let release: String
  /// The number of the message, for instance `302`.
  let number: String

  /// Reads for instance `http://www.istandaarden.nl/ijw/3_1/jw301/schema`; nil for any other namespace.
  init?(_ namespace: String) {
    guard namespace.hasPrefix(Self.root) else { return nil }
    let parts = namespace.dropFirst(Self.root.count).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[3] == "schema" else { return nil }
    let names: [Substring: (Domain, String)] = ["ijw": (.jw, "jw"), "iwmo": (.wmo, "wmo")]
    let version = parts[1].split(separator: "_", omittingEmptySubsequences: false)
    guard let (domain, prefix) = names[parts[0]], version.count == 2, parts[2].hasPrefix(prefix) else { return nil }
    let digits = parts[2].dropFirst(prefix.count)
    guard version.allSatisfy({ Self.isNumber($0, digits: 1...2) }), Self.isNumber(digits, digits: 3...3) else {
      return nil
    }
    self.domain = domain
    release = version.joined(separator: ".")
    number = String(digits)
  }

  private static func isNumber(_ text: Substring, digits: ClosedRange<Int>) -> Bool {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
