/// The unit in which care is delivered (eenheid). Source: iStandaarden 3.2, code list WJ756.
public enum CareUnit: String, CaseIterable, Hashable, Sendable, Codable {
  case minute = "01"
  case hour = "04"
  case fullDay = "14"
  case daypart = "16"
  case outputPiece = "82"
  case euro = "83"
  case effortPiece = "84"

  /// The execution variant (uitvoeringsvariant) that the unit implies (Documentation/DeclarationGuide.md).
  public var variant: ExecutionVariant {
    switch self {
    case .outputPiece, .euro: .output
    case .minute, .hour, .fullDay, .daypart, .effortPiece: .effort
    }
  }
}

/// How care is bought (uitvoeringsvariant). Task-oriented care is not declared and so has no case here.
public enum ExecutionVariant: String, Hashable, Sendable, Codable {
  /// Paid per delivered unit (inspanningsgericht).
  case effort
  /// Paid per agreed result (outputgericht).
  case output
}

/// How often the volume of an allocation may be delivered (frequentie). Source: iStandaarden 3.2, code list WMO757.
public enum Frequency: String, CaseIterable, Hashable, Sendable, Codable {
  case perDay = "1"
  case perWeek = "2"
  case perMonth = "4"
  case total = "6"
}

/// Whether an amount is claimed or given back (debet of credit). Source: iStandaarden 3.2, code list COD043.
public enum DebitCredit: String, CaseIterable, Hashable, Sendable, Codable {
  case credit = "C"
  case debit = "D"
}

/// The delivery status of a start or stop (status aanlevering). Source: iStandaarden 3.2, code list COD467.
public enum DeliveryStatus: String, CaseIterable, Hashable, Sendable, Codable {
  /// First delivery (eerste aanlevering).
  case first = "1"
  /// Changed delivery, not allowed by CS058.
  case changed = "2"
  /// Removal of an earlier delivery (verwijderen).
  case removal = "3"
  /// Not relevant, not allowed by CS058.
  case notRelevant = "9"
}

/// Why an allocation was changed (reden wijziging). Source: iStandaarden 3.2, code lists JZ002 and WMO002.
public struct ChangeReason: RawRepresentable, Hashable, Sendable, Codable {
  /// The code of two digits.
  public let rawValue: String

  /// The reason with this code.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A correction or removal until release 3.0 (administratieve correctie); lapsed since 3.1 (CS336).
  public static let administrativeCorrection = ChangeReason(rawValue: "01")
  /// The allocation is removed (verwijderd); CS335 then asks that it ends on its first day.
  public static let removed = ChangeReason(rawValue: "13")
}

/// Why delivery stopped (reden beëindiging). Source: iStandaarden 3.2, code lists JZ588 and WMO588.
public struct StopReason: RawRepresentable, Hashable, Sendable, Codable {
  /// The code of two digits.
  public let rawValue: String

  /// The reason with this code.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Delivery is interrupted for the time being (tijdelijk beëindigd).
  public static let temporary = StopReason(rawValue: "20")
}

/// A return code (retourcode). Source: iStandaarden 3.2, code list WJ001; the list grows between releases.
public struct ReturnCode: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The code of four characters.
  public let rawValue: String

  /// The return code with this text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The code as the code list writes it.
  public var description: String { rawValue }

  /// Orders by bytes.
  public static func < (lhs: ReturnCode, rhs: ReturnCode) -> Bool {
    ExactText(lhs.rawValue) < ExactText(rhs.rawValue)
  }

  /// The message is rejected on technical grounds (every rule of level 2).
  public static let technicallyRejected = ReturnCode(rawValue: "0001")
  /// No remark on this class.
  public static let noRemark = ReturnCode(rawValue: "0200")
  /// The class was not assessed, because a class above it was rejected.
  public static let notAssessed = ReturnCode(rawValue: "0233")
  /// The declaration is granted in full.
  public static let grantedInFull = ReturnCode(rawValue: "8001")
}
