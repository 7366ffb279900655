import SaldoDomain
import SaldoStore

extension ReportText {
  static func name(of disposition: CeilingDisposition.Outcome) -> Bilingual {
    switch disposition {
    case .raised: Bilingual(nl: "opgehoogd", en: "raised")
    case .otherSupport: Bilingual(nl: "andere ondersteuning", en: "other support")
    case .reEvaluation: Bilingual(nl: "herbeoordeling", en: "re-evaluation")
    case .noAction: Bilingual(nl: "geen actie", en: "no action")
    }
  }

  static func name(of kind: CeilingSignal.Kind) -> Bilingual {
    switch kind {
    case .crossed: Bilingual(nl: "overschreden", en: "exceeded")
    case .lifted: Bilingual(nl: "opgeheven", en: "lifted")
    }
  }

  static func name(of axis: ReportPeriod.Axis) -> Bilingual {
    switch axis {
    case .booking: Bilingual(nl: "naar boekmaand", en: "by month of booking")
    case .delivery: Bilingual(nl: "naar leveringsmaand", en: "by month of delivery")
    case .declaration: Bilingual(nl: "naar declaratiemaand", en: "by month of declaration")
    }
  }
}
