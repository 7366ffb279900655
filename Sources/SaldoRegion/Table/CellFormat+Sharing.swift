internal import SaldoDomain

extension CellFormat where Value == Int64 {
  /// A weight in a key: a whole number of at most nine digits.
  static var weight: CellFormat {
    let number = CellFormat<Int>.wholeNumber(in: 0...999_999_999)
    return CellFormat(expected: number.expected) { text in
      switch number.parse(text) {
      case .value(let value): .value(Int64(value))
      case .wrong(let found, let expected): .wrong(found, expected: expected)
      }
    }
  }
}

extension CellFormat where Value == Int {
  /// A percentage from 0 up to and including 100 with at most two decimals, in hundredths of a percent.
  static var useRate: CellFormat {
    hundredths(
      upTo: 10_000, signed: false,
      Bilingual(
        nl: "een percentage van 0 tot en met 100 met hoogstens twee decimalen, zoals 4,25",
        en: "a percentage from 0 up to and including 100 with at most two decimals, as 4,25"))
  }

  /// A growth in percent with at most two decimals, negative too, in hundredths of a percent.
  static var growth: CellFormat {
    hundredths(
      upTo: 5_000, signed: true,
      Bilingual(
        nl: "een percentage van -50 tot en met 50 met hoogstens twee decimalen, zoals 2,51",
        en: "a percentage from -50 up to and including 50 with at most two decimals, as 2,51"))
  }

  private static func hundredths(upTo limit: Int64, signed: Bool, _ expected: Bilingual) -> CellFormat {
    CellFormat(expected: expected) { text in
      let isNegative = signed && text.hasPrefix("-")
      guard case .cents(let size) = MoneyText(isNegative ? String(text.dropFirst()) : text), size <= limit else {
        return .wrong(Bilingual(nl: "past hier niet", en: "does not fit here"))
      }
      return .value(Int(isNegative ? -size : size))
    }
  }
}

extension CellFormat where Value == String {
  /// The name of a distribution key.
  static var keyName: CellFormat { name(Bilingual(nl: "de naam van een verdeelsleutel", en: "the name of a key")) }

  /// The four digits of a Dutch postal code.
  static var postalDigits: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "de vier cijfers van een postcode, zoals 3511", en: "the four digits of a postal code, as 3511")
    ) { text in
      let isCode = text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.first != "0"
      return isCode ? .value(text) : .wrong(Bilingual(nl: "is geen postcode", en: "is not a postal code"))
    }
  }
}
