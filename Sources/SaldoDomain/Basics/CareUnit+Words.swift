extension CareUnit {
  /// One of the unit, for after "per": `uur`, `hour`.
  public var singular: Bilingual {
    switch self {
    case .minute: Bilingual(nl: "minuut", en: "minute")
    case .hour: Bilingual(nl: "uur", en: "hour")
    case .fullDay: Bilingual(nl: "etmaal", en: "day and night")
    case .daypart: Bilingual(nl: "dagdeel", en: "half-day")
    case .outputPiece, .effortPiece: Bilingual(nl: "stuk", en: "piece")
    case .euro: Bilingual(nl: "euro", en: "euro")
    }
  }

  /// More of the unit, for after a number: `minuten`, `minutes`.
  public var plural: Bilingual {
    switch self {
    case .minute: Bilingual(nl: "minuten", en: "minutes")
    case .hour: Bilingual(nl: "uur", en: "hours")
    case .fullDay: Bilingual(nl: "etmalen", en: "days and nights")
    case .daypart: Bilingual(nl: "dagdelen", en: "half-days")
    case .outputPiece, .effortPiece: Bilingual(nl: "stuks", en: "pieces")
    case .euro: Bilingual(nl: "euro", en: "euros")
    }
  }
}
