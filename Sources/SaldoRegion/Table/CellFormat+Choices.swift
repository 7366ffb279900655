internal import SaldoDomain

extension CellFormat where Value == Bool {
  /// `yes` or `no`.
  static var yesOrNo: CellFormat {
    CellFormat(expected: Bilingual(nl: "yes (ja) of no (nee)", en: "yes or no")) { text in
      switch text {
      case "yes": .value(true)
      case "no": .value(false)
      default: .wrong(Bilingual(nl: "is geen yes of no", en: "is neither yes nor no"))
      }
    }
  }
}

extension CellFormat where Value == Int {
  /// A whole number in a range, without sign or separators.
  static func wholeNumber(in range: ClosedRange<Int>) -> CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "een geheel getal van \(range.lowerBound) tot en met \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) up to and including \(range.upperBound)")
    ) { text in
      guard text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
        range.contains(number)
      else { return .wrong(Bilingual(nl: "past hier niet", en: "does not fit here")) }
      return .value(number)
    }
  }

  /// A calendar year.
  static var year: CellFormat { wholeNumber(in: 2000...2099) }

  /// A whole percentage from 0 up to and including 100.
  static var percent: CellFormat { wholeNumber(in: 0...100) }
}

extension CellFormat where Value == CalendarMonth {
  /// A month as `2026-04`.
  static var month: CellFormat {
    CellFormat(expected: Bilingual(nl: "een maand als 2026-04", en: "a month as 2026-04")) { text in
      CalendarMonth(iso: text).flatMap { (1900...9999).contains($0.year) ? $0 : nil }.map { .value($0) }
        ?? .wrong(Bilingual(nl: "is geen maand", en: "is not a month"))
    }
  }
}

extension CellFormat where Value == AllocationNumber {
  /// The number of an allocation: one to nine digits.
  static var allocation: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "een toewijzingnummer van hoogstens negen cijfers", en: "an allocation number of at most nine digits")
    ) { text in
      guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt32(text)
      else { return .wrong(Bilingual(nl: "is geen toewijzingnummer", en: "is not an allocation number")) }
      return .value(AllocationNumber(number))
    }
  }
}

extension CellFormat where Value == [Agreement.Instalment] {
  /// Shares in whole percents with their moments, as `50 start, 50 result`; they sum to 100.
  static var instalments: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "delen van samen 100 procent met start of result, zoals 50 start, 50 result",
        en: "shares of 100 per cent together with start or result, as 50 start, 50 result")
    ) { text in
      let wrong = ParsedCell<Value>.wrong(Bilingual(nl: "zijn geen termijnen", en: "are no instalments"))
      var instalments: [Agreement.Instalment] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let words = part.split(separator: " ")
        guard words.count == 2, let share = Int(words[0]), (1...100).contains(share),
          let when = Agreement.Instalment.Moment(rawValue: String(words[1]))
        else { return wrong }
        instalments.append(Agreement.Instalment(share: share, when: when))
      }
      guard instalments.reduce(0, { $0 + $1.share }) == 100 else {
        return .wrong(Bilingual(nl: "zijn samen geen 100 procent", en: "are not 100 per cent together"))
      }
      return .value(instalments)
    }
  }
}
