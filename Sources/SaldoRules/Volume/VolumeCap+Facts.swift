import SaldoDomain

/// The words and facts with which a person recomputes a cap: volume, per what, how many of it.
extension VolumeCap {
  /// The names of ``facts``, in their order.
  static let factNames = ["bound", "volume", "per", "count", "spans"]

  /// How a sentence of either language tells where the bound comes from.
  static let words = "{volume} {per} × {count} {spans}"

  /// The bound and where it comes from, in the order of ``factNames``.
  var facts: [(name: String, fact: Fact)] {
    [
      ("bound", quantity(bound)), ("volume", quantity(volume)), ("per", .phrase(per)), ("count", .number(count)),
      ("spans", .phrase(spans)),
    ]
  }

  /// A volume as people read it: euros for a unit of euros, otherwise a number.
  func quantity(_ volume: Int64) -> Fact { unit == .euro ? .amount(Euros(cents: volume)) : .number(volume) }

  /// The unit and what the volume is for, such as "uur per week".
  private var per: Bilingual {
    let frequency =
      switch span {
      case .days: Bilingual(nl: "per dag", en: "per day")
      case .isoWeeks, .sundayWeeks, .sixWeeks: Bilingual(nl: "per week", en: "per week")
      case .months: Bilingual(nl: "per maand", en: "per month")
      case .allocation: Bilingual(nl: "in totaal", en: "in total")
      }
    guard unit != .euro else { return frequency }
    return Bilingual(
      nl: "\(unit.plural.dutch) \(frequency.dutch)", en: "\(unit.plural.english) \(frequency.english)")
  }

  /// What is counted, and how a broken one counts.
  private var spans: Bilingual {
    switch span {
    case .days: Bilingual(nl: "dag(en)", en: "day(s)")
    case .isoWeeks: Bilingual(nl: "week (weken), ook gebroken", en: "week(s), broken ones included")
    case .sundayWeeks: Bilingual(nl: "week (weken), geteld naar zondagen", en: "week(s), counted by Sundays")
    case .sixWeeks: Bilingual(nl: "weken, altijd zes bij categorie 01", en: "weeks, always six for category 01")
    case .months: Bilingual(nl: "maand(en), ook gebroken", en: "month(s), broken ones included")
    case .allocation: Bilingual(nl: "toewijzing", en: "allocation")
    }
  }
}

extension Facts {
  /// These facts followed by others.
  func adding(_ others: [(name: String, fact: Fact)]) -> Facts {
    var facts = self
    facts.entries += others
    return facts
  }
}
