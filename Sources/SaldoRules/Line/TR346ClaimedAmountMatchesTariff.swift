public import SaldoDomain

/// The claimed amount equals the delivered volume times the tariff, unless the unit is euros.
///
/// Minutes on an hourly contract price are priced from the hourly price and rounded once (IV081). When the contract
/// price is not known, any amount that some hourly price with this minute tariff gives is accepted. For all other units
/// the line's own tariff counts, so that a wrong tariff is told by TR418 alone.
///
/// Source: iStandaarden 3.2, TR346; declaration guide §6 and §16.6, §16.10.
public struct TR346ClaimedAmountMatchesTariff: LineRule {
  public static let metadata = RuleMetadata(
    "TR346", level: .external, kinds: [.declaration], returnCode: ReturnCode(rawValue: "9346"), answerClass: .line,
    title: Bilingual(
      nl: "Het ingediende bedrag is het geleverde volume maal het tarief.",
      en: "The claimed amount is the delivered volume times the tariff."),
    sentence: Bilingual(
      nl: "Ingediend is {found}, maar {volume} × {tariff} is {expected}.",
      en: "Claimed is {found}, but {volume} × {tariff} is {expected}."),
    facts: ["volume", "tariff", "expected", "found"], source: "iStandaarden 3.2, TR346")
  public static let element = DeliveryLine.Element.amount
  public static let sides: Set<DebitCredit> = [.debit]

  /// The rule has no settings.
  public init() {}

  public func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    let line = subject.line
    guard line.unit != .euro, let tariff = line.tariff else { return .notApplicable }
    if line.unit == .minute {
      if let hourly = subject.terms?.hourlyPrice(for: .minute) {
        let expected = HourlyPrice(hourly).amount(forMinutes: line.volume)
        return line.amount.size == expected ? .pass : failure(line, hourly, expected)
      }
      if subject.terms == nil, HourlyPrice.canGive(line.amount.size, forMinutes: line.volume, minuteTariff: tariff) {
        return .pass
      }
    }
    let expected = tariff * line.volume
    return line.amount.size == expected ? .pass : failure(line, tariff, expected)
  }

  private func failure(_ line: DeliveryLine, _ price: Euros, _ expected: Euros) -> Verdict {
    .fail([
      "volume": .number(line.volume), "tariff": .amount(price), "expected": .amount(expected),
      "found": .amount(line.amount.size),
    ])
  }
}
