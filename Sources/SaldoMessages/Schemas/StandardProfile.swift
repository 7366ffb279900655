public import SaldoDomain

/// What one standard looks like on the wire: namespaces, prefixes, message codes, schemas.
///
/// Standards differ in this data, not in code.
public struct StandardProfile: Sendable {
  /// The standard that the profile describes.
  public let standard: Standard
  /// The namespace of the elements inside the shared types (Standard: `basisschema`).
  public let basicNamespace: String
  /// The prefix that we write for ``basicNamespace``.
  public let basicPrefix: String
  /// The messages of the standard, in the order of ``MessageKind``.
  public let messages: [MessageProfile]

  /// Every standard that Saldo reads and writes: both domains in every release.
  public static let all = Release.allCases.flatMap { release in
    Domain.allCases.map { StandardProfile(Standard(domain: $0, release: release)) }
  }

  /// The versions of the schemas in `Schemas/`, written into `XsdVersie`.
  public static let schemaVersion = SchemaVersion(basic: "1.0.0", message: "1.0.0")

  /// The profile of a standard.
  public static func profile(of standard: Standard) -> StandardProfile {
    guard let profile = all.first(where: { $0.standard == standard }) else {
      preconditionFailure("every standard has a profile")
    }
    return profile
  }

  /// The profile of a kind of message.
  public func message(_ kind: MessageKind) -> MessageProfile {
    guard let message = messages.first(where: { $0.kind == kind }) else {
      preconditionFailure("every kind of message has a profile")
    }
    return message
  }

  private init(_ standard: Standard) {
    let names = standard.domain.names
    let base = MessageNamespace.root + names.path + "/" + standard.release.path + "/"
    self.standard = standard
    basicNamespace = base + "basisschema/schema"
    basicPrefix = names.path
    messages = MessageKind.allCases.map { kind in
      let prefix = names.message + kind.rawValue
      return MessageProfile(
        kind: kind, code: kind.code(in: standard.domain), namespace: base + prefix + "/schema", prefix: prefix,
        schemaPath: "\(names.folder)-\(standard.release.rawValue)/\(prefix).xsd")
    }
  }
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
  /// The path of the schema below `Schemas/`, for instance `iJw-3.2/jw323.xsd`; the schemas of releases before 3.2 are
  /// derived and have no file.
  public let schemaPath: String
}

extension MessageKind {
  /// The code in the header of a message of this kind (Standard: `BerichtCode`, Vektis COD002).
  fileprivate func code(in domain: Domain) -> String {
    let (jw, wmo) =
      switch self {
      case .allocation: ("436", "414")
      case .allocationReturn: ("437", "415")
      case .start: ("438", "418")
      case .startReturn: ("439", "419")
      case .stop: ("440", "420")
      case .stopReturn: ("441", "421")
      case .allocationRequest: ("446", "444")
      case .allocationRequestReturn: ("447", "445")
      case .changeRequest: ("486", "480")
      case .changeRequestReturn: ("487", "481")
      case .requestAnswer: ("488", "482")
      case .requestAnswerReturn: ("489", "483")
      case .declaration: ("490", "484")
      case .declarationAnswer: ("491", "485")
      }
    return domain == .jw ? jw : wmo
  }
}

extension Domain {
  /// How the domain is written: in namespaces (and as prefix), in the folder of its schemas, and in names of messages.
  fileprivate var names: (path: String, folder: String, message: String) {
    switch self {
    case .jw: ("ijw", "iJw", "jw")
    case .wmo: ("iwmo", "iWmo", "wmo")
    }
  }
}

extension Release {
  /// The release as namespaces write it, for instance `3_2`.
  var path: String { rawValue.replacing(".", with: "_") }
}
