import SaldoDomain

/// A line is not dated beyond the maximum duration of its product, where the agreement says that such a line is
/// refused.
///
/// The duration counts from the first day of the allocation, and the first day of the product period decides. The code
/// 9308 is true of the line: it lies after the contracted period. Without such an agreement only K014 tells.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K006PeriodIsWithinTheMaximumDuration: LineRule {
  static let metadata = RuleMetadata(
    "K006", level: .contract, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9308"), answerClass: .line,
    needs: [.region, .history],
    title: Bilingual(
      nl: "De productperiode ligt binnen de maximale duur van het product.",
      en: "The product period is within the maximum duration of the product."),
    sentence: Bilingual(
      nl:
        "De productperiode begint op {date}; product {category} {code} duurt hoogstens {maximum}, tot en met "
        + "{last}: {days} dagen eerder.",
      en:
        "The product period begins on {date}; product {category} {code} lasts {maximum} at most, up to and "
        + "including {last}: {days} days earlier."
    ),
    hint: Bilingual(
      nl: "Overleg met de gemeente over een uitzondering, of over ander aanbod.",
      en: "Ask the municipality for an exception, or about other care."),
    facts: ["date", "category", "code", "maximum", "last", "days"], source: "Saldo, contract rule K006")
  static let element = DeliveryLine.Element.periodEnd
  static let sides: Set<DebitCredit> = [.debit]

  static func applies(in context: RuleContext) -> Bool { context.region?.localRules.has(.maxDuration) == true }

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard let care = subject.care, let rule = subject.rule(.maxDuration, in: context), rule.action == .reject,
      case .maxDuration(let maximum) = rule.limit
    else { return .notApplicable }
    let last = maximum.last(from: care.start)
    guard line.period.begin > last else { return .pass }
    return .fail([
      "date": .date(line.period.begin), "category": .code(line.product.category.rawValue),
      "code": .code(line.product.code.string), "maximum": maximum.words, "last": .date(last),
      "days": .number(Int64(line.period.begin.days(since: last))),
    ])
  }
}
