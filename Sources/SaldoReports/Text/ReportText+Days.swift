import SaldoDomain
import SaldoLedger

/// Names of what days make due, and of the accounts that it is booked on.
extension ReportText {
  /// What a row of the payables is for.
  static func paidFor(_ kind: String) -> Bilingual {
    DayBooking.Kind(rawValue: kind).map(name) ?? Bilingual(nl: "declaratie", en: "declaration")
  }

  static func name(of kind: DayBooking.Kind) -> Bilingual {
    switch kind {
    case .lumpSum: Bilingual(nl: "termijn van een jaarbedrag", en: "instalment of a yearly amount")
    case .transformation: Bilingual(nl: "termijn voor transformatie", en: "instalment for transformation")
    case .availability: Bilingual(nl: "beschikbaarheid", en: "availability")
    case .advance: Bilingual(nl: "voorschot", en: "advance")
    case .settlement: Bilingual(nl: "verrekening van voorschotten", en: "settlement of advances")
    case .corridor: Bilingual(nl: "verrekening van de bandbreedte", en: "settlement of the corridor")
    }
  }

  static func name(of part: LumpSum.Part) -> Bilingual {
    switch part {
    case .care: Bilingual(nl: "zorg", en: "care")
    case .transformation: Bilingual(nl: "transformatie", en: "transformation")
    }
  }

  static let lumpSums = Bilingual(nl: "Jaarbedragen", en: "Yearly amounts")
  static let paid = Bilingual(nl: "Betaald", en: "Paid")
  static let realised = Bilingual(nl: "Geleverd", en: "Delivered")
  static let lumpSumNote = Bilingual(
    nl:
      "Geleverd is de productie tegen referentietarieven, elke levering één keer; erboven is wat buiten de bandbreedte "
      + "valt.",
    en: "Delivered is the production at reference tariffs, every delivery once; above it is what lies beyond the band.")

  static let spendingSpaces = Bilingual(nl: "Bestedingsruimten", en: "Spending spaces")
  static let spendingSpace = Bilingual(nl: "Ruimte", en: "Space")
  static let segment = Bilingual(nl: "Segment", en: "Segment")
  static let spendingSpaceNote = Bilingual(
    nl:
      "Boven de ruimte worden specifieke toewijzingen en crisiszorg betaald; wat apart is gezet, betaalt de gemeente pas "
      + "als zij dat besluit.",
    en:
      "Above the space specific allocations and crisis care are paid; what was set apart is paid when the municipality "
      + "decides so.")

  static func name(of kind: Account.Kind) -> Bilingual {
    switch kind {
    case .careCost: Bilingual(nl: "zorgkosten", en: "care costs")
    case .payable: Bilingual(nl: "te betalen", en: "payable")
    case .lumpSumCost: Bilingual(nl: "jaarbedrag", en: "yearly amount")
    case .transformationCost: Bilingual(nl: "transformatie", en: "transformation")
    case .availabilityCost: Bilingual(nl: "beschikbaarheid", en: "availability")
    case .corridorCost: Bilingual(nl: "bandbreedte", en: "corridor")
    case .advance: Bilingual(nl: "voorschot, nog niet verrekend", en: "advance, not settled yet")
    case .unsettled: Bilingual(nl: "te verrekenen met voorschotten", en: "to be settled with advances")
    }
  }
}
