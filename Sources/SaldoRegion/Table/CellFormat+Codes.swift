internal import SaldoDomain

extension CellFormat where Value == String {
  /// A name or key: any text of at most 200 characters.
  static func name(_ what: Bilingual) -> CellFormat {
    CellFormat(expected: what) { text in
      guard text.count > 200 else { return .value(text) }
      return .wrong(
        Bilingual(nl: "is te lang", en: "is too long"),
        expected: Bilingual(nl: "hoogstens 200 tekens", en: "at most 200 characters"))
    }
  }
}

extension CellFormat where Value == MunicipalityCode {
  /// A CBS code of four digits.
  static var municipality: CellFormat {
    fixedDigits(
      4,
      Bilingual(
        nl: "een gemeentecode van vier cijfers, zoals 0384", en: "a municipality code of four digits, such as 0384"),
      not: Bilingual(nl: "is geen gemeentecode", en: "is not a municipality code")
    ) { MunicipalityCode($0) }
  }
}

extension CellFormat where Value == ProviderCode {
  /// An AGB code of eight digits.
  static var provider: CellFormat {
    fixedDigits(
      8,
      Bilingual(
        nl: "een AGB-code van acht cijfers, zoals 01234567", en: "an AGB code of eight digits, such as 01234567"),
      not: Bilingual(nl: "is geen AGB-code", en: "is not an AGB code")
    ) { ProviderCode($0) }
  }
}

extension CellFormat where Value == Bsn {
  /// A BSN of nine digits that passes the eleven-test.
  static var bsn: CellFormat {
    fixedDigits(
      9,
      Bilingual(
        nl: "een BSN van negen cijfers dat aan de elfproef voldoet",
        en: "a BSN of nine digits that passes the eleven-test"),
      not: Bilingual(nl: "is geen BSN", en: "is not a BSN")
    ) { text in Bsn(digits: text).flatMap { $0.passesElevenTest ? $0 : nil } }
  }
}

extension CellFormat where Value == CareUnit {
  /// A unit code of list WJ756.
  static var unit: CellFormat {
    let codes = CareUnit.allCases.map(\.rawValue).joined(separator: " ")
    return fixedDigits(
      2, Bilingual(nl: "een eenheid uit lijst WJ756: \(codes)", en: "a unit of list WJ756: \(codes)"),
      not: Bilingual(nl: "is geen eenheid", en: "is not a unit")
    ) { CareUnit(rawValue: $0) }
  }
}

extension CellFormat where Value == ProductCategory {
  /// A category of list JZ020 (youth care) or WMO020 (social support).
  static var category: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "een productcategorie: 31 tot en met 38 of 40 tot en met 55 (iJw), 01 tot en met 18 (iWmo)",
        en: "a product category: 31 up to 38 or 40 up to 55 (iJw), 01 up to 18 (iWmo)")
    ) { text in
      let category = ProductCategory(rawValue: text)
      return category.isListed
        ? .value(category)
        : .wrong(Bilingual(nl: "is geen categorie van iJw of iWmo", en: "is not a category of iJw or iWmo"))
    }
  }
}

extension ProductCategory {
  /// Whether the category is in a list of either domain; the lists share no code.
  ///
  /// Source: iStandaarden 3.2, code lists JZ020 and WMO020.
  var isListed: Bool { domain != nil }
}

extension CellFormat where Value == ProductCode {
  /// A product code of one to five letters and digits.
  static var productCode: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "een productcode van een tot vijf letters en cijfers, zoals 45A48",
        en: "a product code of one to five letters and digits, such as 45A48")
    ) { text in
      let isCode =
        text.utf8.count <= 5
        && text.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
      return isCode
        ? .value(ProductCode(text)) : .wrong(Bilingual(nl: "is geen productcode", en: "is not a product code"))
    }
  }
}

extension CellFormat where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of a few words.
  static var keyword: CellFormat {
    let words = Value.allCases.map(\.rawValue)
    let last = words.last ?? ""
    let others = words.dropLast().joined(separator: ", ")
    return CellFormat(expected: Bilingual(nl: "\(others) of \(last)", en: "\(others) or \(last)")) { text in
      Value(rawValue: text).map { .value($0) }
        ?? .wrong(Bilingual(nl: "is hier geen keuze", en: "is no choice here"))
    }
  }
}

extension CellFormat {
  /// A code of a fixed number of digits; fewer digits earn a hint about spreadsheets.
  fileprivate static func fixedDigits(
    _ count: Int, _ expected: Bilingual, not: Bilingual, _ parse: @escaping (String) -> Value?
  ) -> CellFormat {
    CellFormat(expected: expected) { text in
      if let value = parse(text) { return .value(value) }
      let isShort = text.utf8.count < count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isShort else { return .wrong(not) }
      return .wrong(
        not,
        expected: Bilingual(
          nl: "\(expected.dutch); een spreadsheet heeft misschien een voorloopnul weggelaten",
          en: "\(expected.english); a spreadsheet may have dropped a leading zero"))
    }
  }
}
