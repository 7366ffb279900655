/// A citizen service number (burgerservicenummer, BSN) of nine digits.
///
/// Its description is masked, so that a number never reaches a log or an error by accident; writers of messages take
/// ``digits``. Source: iStandaarden 3.2, `LDT_BurgerServicenummer`.
public struct Bsn: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number, 0...999,999,999; leading zeros count as digits.
  public let number: UInt32

  /// The BSN with this number.
  ///
  /// - Precondition: the number has at most nine digits.
  public init(number: UInt32) {
    precondition(number <= 999_999_999, "a BSN has nine digits")
    self.number = number
  }

  /// The BSN written as exactly nine digits, or nil for any other text.
  public init?(digits: some StringProtocol) {
    guard let number = FixedDigits.parse(digits, count: 9) else { return nil }
    self.init(number: number)
  }

  /// The nine digits. Personal data: only for messages and the register.
  public var digits: String { FixedDigits.text(number, count: 9) }

  /// Whether the number passes the eleven-test (elfproef); all zeros does not.
  ///
  /// Source: iStandaarden 3.2, CS002; refusing 000000000 follows its note.
  public var passesElevenTest: Bool {
    var rest = number
    var sum = -Int(rest % 10)
    rest /= 10
    for weight in 2...9 {
      sum += weight * Int(rest % 10)
      rest /= 10
    }
    return number != 0 && sum % 11 == 0
  }

  /// Nine asterisks.
  public var description: String { "*********" }

  /// Orders by number.
  public static func < (lhs: Bsn, rhs: Bsn) -> Bool { lhs.number < rhs.number }
}

/// A care provider (aanbieder) by its AGB code of eight digits. Source: iStandaarden 3.2, `LDT_AgbCode`.
public struct ProviderCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as a number, 0...99,999,999.
  public let number: UInt32

  /// The provider with this AGB code, or nil when the text is not exactly eight digits.
  public init?(_ digits: some StringProtocol) {
    guard let number = FixedDigits.parse(digits, count: 8) else { return nil }
    self.number = number
  }

  /// The eight digits.
  public var description: String { FixedDigits.text(number, count: 8) }

  /// Orders by number.
  public static func < (lhs: ProviderCode, rhs: ProviderCode) -> Bool { lhs.number < rhs.number }
}

/// A municipality (gemeente) by its CBS code of four digits. Source: iStandaarden 3.2, `LDT_Gemeente`.
public struct MunicipalityCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as a number, 0...9999.
  public let number: UInt32

  /// The municipality with this CBS code, or nil when the text is not exactly four digits.
  public init?(_ digits: some StringProtocol) {
    guard let number = FixedDigits.parse(digits, count: 4) else { return nil }
    self.number = number
  }

  /// The four digits.
  public var description: String { FixedDigits.text(number, count: 4) }

  /// Orders by number.
  public static func < (lhs: MunicipalityCode, rhs: MunicipalityCode) -> Bool { lhs.number < rhs.number }
}

extension Bsn: Codable {
  /// Reads nine digits.
  public init(from decoder: any Decoder) throws { self = try FixedDigits.decode(decoder) { Bsn(digits: $0) } }
  /// Writes nine digits.
  public func encode(to encoder: any Encoder) throws { try FixedDigits.encode(digits, to: encoder) }
}

extension ProviderCode: Codable {
  /// Reads eight digits.
  public init(from decoder: any Decoder) throws { self = try FixedDigits.decode(decoder) { ProviderCode($0) } }
  /// Writes eight digits.
  public func encode(to encoder: any Encoder) throws { try FixedDigits.encode(description, to: encoder) }
}

extension MunicipalityCode: Codable {
  /// Reads four digits.
  public init(from decoder: any Decoder) throws { self = try FixedDigits.decode(decoder) { MunicipalityCode($0) } }
  /// Writes four digits.
  public func encode(to encoder: any Encoder) throws { try FixedDigits.encode(description, to: encoder) }
}

/// Numbers written with a fixed count of digits.
enum FixedDigits {
  static func parse(_ text: some StringProtocol, count: Int) -> UInt32? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return UInt32(text)
  }

  static func text(_ number: UInt32, count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { text in
      write(number, count: count, to: text, at: 0)
      return count
    }
  }

  /// Writes the last digits of a number, with leading zeros.
  static func write(_ number: UInt32, count: Int, to text: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    var rest = number
    for place in (start..<start + count).reversed() {
      text[place] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
  }

  static func decode<T>(_ decoder: any Decoder, _ parse: (String) -> T?) throws -> T {
    let container = try decoder.singleValueContainer()
    guard let value = parse(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the expected number of digits")
    }
    return value
  }

  static func encode(_ text: String, to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
