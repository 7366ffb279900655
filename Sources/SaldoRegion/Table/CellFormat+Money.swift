internal import SaldoDomain

extension CellFormat where Value == Euros {
  /// A price: at most € 999,999.99, the largest amount of a declared line (`LDT_Bedrag`).
  static var price: CellFormat { money(upToCents: 99_999_999) }

  /// A ceiling: at most € 99,999,999.99, a hundred times the largest line, so that a mistyped one is noticed.
  static var ceiling: CellFormat { money(upToCents: 9_999_999_999) }

  /// An amount of a year: at most € 9,999,999,999.99, so that a mistyped one is noticed.
  static var yearAmount: CellFormat { money(upToCents: 999_999_999_999) }

  /// Euros with at most two decimals after a comma or a point, without sign or thousands separators.
  private static func money(upToCents limit: Int64) -> CellFormat {
    let expected = Bilingual(
      nl: "euro's met hoogstens twee decimalen, zoals 83,50", en: "euros with at most two decimals, as 83,50")
    return CellFormat(expected: expected) { text in
      switch MoneyText(text) {
      case .cents(let cents) where cents <= limit: return .value(Euros(cents: cents))
      case .cents, .tooLarge:
        let most = Euros(cents: limit)
        return .wrong(
          Bilingual(nl: "is te groot", en: "is too large"),
          expected: Bilingual(
            nl: "hoogstens \(HumanText.euros(most, in: .dutch))", en: "at most \(HumanText.euros(most, in: .english))"))
      case .negative: return .wrong(Bilingual(nl: "is negatief", en: "is negative"))
      case .grouped:
        return .wrong(
          Bilingual(nl: "heeft een scheidingsteken voor duizendtallen", en: "has a thousands separator"),
          expected: Bilingual(
            nl: "euro's zonder scheidingsteken voor duizendtallen, zoals 1234,56",
            en: "euros without thousands separators, as 1234,56"))
      case .ambiguous:
        return .wrong(
          Bilingual(
            nl: "is dubbelzinnig: duizendtallen of decimalen", en: "is ambiguous: thousands or decimals"))
      case .none: return .wrong(Bilingual(nl: "is geen bedrag", en: "is not an amount"))
      }
    }
  }
}

/// What the text of an amount of money says.
enum MoneyText: Equatable {
  /// An amount in whole euro cents.
  case cents(Int64)
  /// More digits than any amount has.
  case tooLarge
  /// A minus sign.
  case negative
  /// More than one separator, such as `1.234,56`.
  case grouped
  /// A point and three digits, such as `1.234`: thousands in Dutch, decimals in English.
  case ambiguous

  /// Reads `83`, `83,5`, `83,50` and `83.50`; nil when the text is no amount at all.
  init?(_ text: String) {
    let unsigned = text.drop { $0 == "-" || $0 == "−" }
    let parts = unsigned.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    if unsigned.count < text.count {
      self = .negative
      return
    }
    guard parts.count <= 2 else {
      self = .grouped
      return
    }
    let decimals = parts.count == 2 ? parts[1] : "".utf8[...]
    guard decimals.count <= 2 else {
      guard unsigned.contains("."), decimals.count == 3, parts[0].count <= 3 else { return nil }
      self = .ambiguous
      return
    }
    var cents: Int64 = 0
    let padding = Array(repeating: UInt8(0x30), count: 2 - decimals.count)
    for digit in Array(parts[0]) + Array(decimals) + padding {
      guard cents < 1_000_000_000_000_000 else {
        self = .tooLarge
        return
      }
      cents = cents * 10 + Int64(digit - 0x30)
    }
    self = .cents(cents)
  }
}
