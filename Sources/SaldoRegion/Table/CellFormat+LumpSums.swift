internal import SaldoDomain

extension CellFormat where Value == LumpSum.Instalments {
  /// `monthly`, `quarterly`, or days between commas.
  static var calendar: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "monthly, quarterly of dagen met een komma ertussen, zoals 2026-03-01, 2026-09-01",
        en: "monthly, quarterly, or days with a comma between them, as 2026-03-01, 2026-09-01")
    ) { text in
      switch text {
      case "monthly": return .value(.monthly)
      case "quarterly": return .value(.quarterly)
      default:
        let days = text.split(separator: ",", omittingEmptySubsequences: false)
          .map { DateText.parse(String($0.drop { $0 == " " })) }
        let known = days.compactMap(\.self)
        guard known.count == days.count else {
          return .wrong(Bilingual(nl: "zegt niet wanneer er wordt betaald", en: "does not say when is paid"))
        }
        guard Set(known).count == known.count else {
          return .wrong(Bilingual(nl: "noemt een dag twee keer", en: "names a day twice"))
        }
        return .value(.days(known))
      }
    }
  }
}

extension CellFormat where Value == [LumpSum.Share] {
  /// Municipalities with their weights between commas: `0088 60, 0093 40`.
  static var municipalityShares: CellFormat {
    CellFormat(
      expected: Bilingual(
        nl: "gemeenten met hun gewicht, zoals 0088 60, 0093 40",
        en: "municipalities with their weights, as 0088 60, 0093 40")
    ) { text in
      let wrong = ParsedCell<Value>.wrong(Bilingual(nl: "is geen verdeling", en: "is not a division"))
      var shares: [LumpSum.Share] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        let words = part.split(separator: " ")
        guard words.count == 2, let code = MunicipalityCode(words[0]), words[1].utf8.count <= 12,
          words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let weight = Int64(words[1]), weight > 0
        else { return wrong }
        shares.append(LumpSum.Share(municipality: code, weight: weight))
      }
      guard Set(shares.map(\.municipality)).count == shares.count else {
        return .wrong(Bilingual(nl: "noemt een gemeente twee keer", en: "names a municipality twice"))
      }
      return .value(shares)
    }
  }
}
