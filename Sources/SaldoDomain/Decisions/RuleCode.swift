/// The code of a rule: of the standard (`TR321`, `CS339`), of the technical form (`XSD`) or of a contract.
public struct RuleCode: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The code as people write it.
  public let rawValue: String

  /// The rule with this code.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Lets a literal stand for a code.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// The code as the register writes it.
  public var description: String { rawValue }

  /// Orders by bytes.
  public static func < (lhs: RuleCode, rhs: RuleCode) -> Bool { ExactText(lhs.rawValue) < ExactText(rhs.rawValue) }
}

/// The control level of a rule (controleniveau). Source: iStandaarden 3.2, IV032; level 5 is the region's contract.
public enum RuleLevel: Int, Hashable, Comparable, Sendable, Codable {
  /// The message against its schema.
  case schema = 1
  /// The elements of one message against each other.
  case message = 2
  /// The message against earlier messages.
  case history = 3
  /// The message against outside sources: contract, code lists, the calendar.
  case external = 4
  /// The message against the region's own contract.
  case contract = 5

  /// The lower level first: it is judged first.
  public static func < (lhs: RuleLevel, rhs: RuleLevel) -> Bool { lhs.rawValue < rhs.rawValue }
}
