/// The legal domain of a message (wettelijk domein).
public enum Domain: String, CaseIterable, Hashable, Sendable, Codable {
  /// Youth care: Jeugdwet, iJw messages.
  case jw
  /// Social support: Wet maatschappelijke ondersteuning, iWmo messages.
  case wmo
}

/// A release of the iStandaarden.
public enum Release: String, CaseIterable, Hashable, Sendable, Codable {
  /// Release 3.2, in use from 3 April 2023.
  case v3_2 = "3.2"
}

/// A domain and a release: which standard a message follows.
///
/// The two travel as one value, so that no code asks for the release alone; what differs between standards is data in
/// the profile of SaldoMessages.
public struct Standard: Hashable, Sendable, Codable {
  /// The legal domain.
  public let domain: Domain
  /// The release of the standard.
  public let release: Release

  /// The standard of a domain in a release.
  public init(domain: Domain, release: Release) {
    self.domain = domain
    self.release = release
  }

  /// iJw, for youth care.
  public static func iJw(_ release: Release) -> Standard { Standard(domain: .jw, release: release) }
}

/// The kind of a message by its number, equal in both domains (berichtsoort).
public enum MessageKind: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  /// Allocation of care to a provider (toewijzing).
  case allocation = "301"
  /// Start of delivery (start zorg).
  case start = "305"
  /// Stop of delivery (stop zorg).
  case stop = "307"
  /// Declaration of delivered care (declaratie).
  case declaration = "323"
  /// Answer to a declaration (declaratie-antwoord).
  case declarationAnswer = "325"

  /// Orders by the raw value.
  public static func < (lhs: MessageKind, rhs: MessageKind) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The name of the message in a domain, for instance `JW323`.
  public func name(in domain: Domain) -> String { (domain == .jw ? "JW" : "WMO") + rawValue }
}
