/// The legal domain of a message (wettelijk domein).
public enum Domain: String, CaseIterable, Hashable, Sendable, Codable {
  /// Youth care: Jeugdwet, iJw messages.
  case jw
  /// Social support: Wet maatschappelijke ondersteuning, iWmo messages.
  case wmo
}

/// A release of the iStandaarden; the later one is the greater.
///
/// A release goes live for everyone on one day, without time to change over.
public enum Release: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  /// Release 3.0, in use from 1 January 2021.
  case v3_0 = "3.0"
  /// Release 3.1, in use from 4 April 2022.
  case v3_1 = "3.1"
  /// Release 3.2, in use from 3 April 2023.
  case v3_2 = "3.2"

  /// The number before the point, and the one after it (Standard: `BerichtVersie`, `BerichtSubversie`; CS025, CS015).
  public var version: (major: Int, minor: Int) {
    switch self {
    case .v3_0: (3, 0)
    case .v3_1: (3, 1)
    case .v3_2: (3, 2)
    }
  }

  /// The day on which the release went live.
  public var live: CalendarDate {
    switch self {
    case .v3_0: CalendarDate(uncheckedYear: 2021, month: 1, day: 1)
    case .v3_1: CalendarDate(uncheckedYear: 2022, month: 4, day: 4)
    case .v3_2: CalendarDate(uncheckedYear: 2023, month: 4, day: 3)
    }
  }

  /// The release that replaced this one; nil for the last.
  public var successor: Release? { Release.allCases.first { $0 > self } }

  /// Orders by version.
  public static func < (lhs: Release, rhs: Release) -> Bool { lhs.version < rhs.version }
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

  /// iWmo, for social support.
  public static func iWmo(_ release: Release) -> Standard { Standard(domain: .wmo, release: release) }
}

/// The kind of a message by its number, equal in both domains (berichtsoort).
public enum MessageKind: String, CaseIterable, Hashable, Comparable, Sendable, Codable {
  /// Allocation of care to a provider (toewijzing).
  case allocation = "301"
  /// Answer to an allocation (retour toewijzing).
  case allocationReturn = "302"
  /// Start of delivery (start zorg).
  case start = "305"
  /// Answer to a start (retour start zorg).
  case startReturn = "306"
  /// Stop of delivery (stop zorg).
  case stop = "307"
  /// Answer to a stop (retour stop zorg).
  case stopReturn = "308"
  /// Request for an allocation (verzoek om toewijzing).
  case allocationRequest = "315"
  /// Answer to the form of a request for an allocation (retour verzoek om toewijzing).
  case allocationRequestReturn = "316"
  /// Request for a change (verzoek om wijziging).
  case changeRequest = "317"
  /// Answer to the form of a request for a change (retour verzoek om wijziging).
  case changeRequestReturn = "318"
  /// Answer to a request that is not allocated (antwoord).
  case requestAnswer = "319"
  /// Answer to the form of an answer (retour antwoord).
  case requestAnswerReturn = "320"
  /// Declaration of delivered care (declaratie).
  case declaration = "323"
  /// Answer to a declaration (declaratie-antwoord).
  case declarationAnswer = "325"

  /// The answers that a municipality gives to a provider.
  public static let answersOfMunicipality = allCases.compactMap(\.answerOfMunicipality)

  /// Orders by the raw value.
  public static func < (lhs: MessageKind, rhs: MessageKind) -> Bool { lhs.rawValue < rhs.rawValue }

  /// The name of the message in a domain, for instance `JW323`.
  public func name(in domain: Domain) -> String { (domain == .jw ? "JW" : "WMO") + rawValue }

  /// The kind of the return message on a message of this kind; nil for a return message and for 323 and 325, which
  /// have none.
  public var returnKind: MessageKind? {
    switch self {
    case .allocation: .allocationReturn
    case .start: .startReturn
    case .stop: .stopReturn
    case .allocationRequest: .allocationRequestReturn
    case .changeRequest: .changeRequestReturn
    case .requestAnswer: .requestAnswerReturn
    default: nil
    }
  }

  /// The kind of the answer that a municipality gives to a message of this kind; nil for its own messages, which the
  /// provider answers, and for answers.
  public var answerOfMunicipality: MessageKind? {
    switch self {
    case .declaration: .declarationAnswer
    case .start, .stop, .allocationRequest, .changeRequest: returnKind
    default: nil
    }
  }

  /// Whether a message of this kind is answered by another one; otherwise no code can tell its sender what is wrong.
  public var isAnswered: Bool { self == .declaration || returnKind != nil }

  /// The kind that a return message of this kind answers; nil for every other message.
  public var returnedKind: MessageKind? {
    switch self {
    case .allocationReturn: .allocation
    case .startReturn: .start
    case .stopReturn: .stop
    case .allocationRequestReturn: .allocationRequest
    case .changeRequestReturn: .changeRequest
    case .requestAnswerReturn: .requestAnswer
    default: nil
    }
  }
}
