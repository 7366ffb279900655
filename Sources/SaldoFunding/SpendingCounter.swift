public import SaldoDomain

/// Counts what is used of the spending spaces of a provider (bestedingsruimte) while postings are made.
///
/// A line counts for the segment of its agreement and the year of its delivery. The line with which 70 % is reached
/// signals once. Each debit with which more than the whole is used signals: care on a specific allocation and crisis
/// care are paid, other care is accepted and set apart as a whole; the payer decides what happens with it. A credit
/// follows its debit. Counters never change an amount. Source: Documentation/Funding.md.
public struct SpendingCounter: Sendable {
  /// The signals that the counter can give.
  public static let metadata = [reached, above, apart, creditApart, lifted]

  static let reached = signal(
    "spending-70",
    title: Bilingual(
      nl: "Van de bestedingsruimte is minder dan 70 % gebruikt.",
      en: "Less than 70 % of the spending space is used."),
    sentence: Bilingual(
      nl:
        "Met deze regel is {used} gebruikt van de bestedingsruimte van {space} voor {segment} in {year}: 70 % of meer.",
      en: "With this line {used} is used of the spending space of {space} for {segment} in {year}: 70 % or more."),
    hint: Bilingual(
      nl: "Bespreek met de opdrachtgever of de ruimte voor de rest van het jaar genoeg is.",
      en: "Discuss with the purchaser whether the space is enough for the rest of the year."),
    facts: ["segment", "year", "space", "used"])

  static let above = signal(
    "spending-above",
    title: Bilingual(
      nl: "De bestedingsruimte wordt niet overschreden.", en: "The spending space is not exceeded."),
    sentence: Bilingual(
      nl: "Met deze regel is {used} gebruikt van de bestedingsruimte van {space} voor {segment} in {year}: {over} "
        + "erboven; de regel wordt betaald.",
      en: "With this line {used} is used of the spending space of {space} for {segment} in {year}: {over} above it; "
        + "the line is paid."),
    hint: Bilingual(
      nl: "Vraag de opdrachtgever om meer ruimte; deze zorg op een specifieke toewijzing of crisiszorg loopt door.",
      en: "Ask the purchaser for more space; this care on a specific allocation, or crisis care, goes on."),
    facts: ["segment", "year", "space", "used", "over"])

  static let apart = signal(
    apartCode,
    title: Bilingual(
      nl: "Zorg zonder specifieke toewijzing past in de bestedingsruimte.",
      en: "Care without a specific allocation fits the spending space."),
    sentence: Bilingual(
      nl: "Met deze regel is {used} gebruikt van de bestedingsruimte van {space} voor {segment} in {year}: {over} "
        + "erboven; de regel is toegekend en apart gezet.",
      en: "With this line {used} is used of the spending space of {space} for {segment} in {year}: {over} above it; "
        + "the line is granted and set apart."),
    hint: Bilingual(
      nl: "De betaler beslist over betalen, ophogen of terugvorderen; vraag om meer ruimte.",
      en: "The payer decides on paying, raising or recovering; ask for more space."),
    facts: ["segment", "year", "space", "used", "over"])

  static let creditApart = signal(
    "spending-credit",
    title: Bilingual(
      nl: "Een creditregel maakt geen apart gezette regel ongedaan.",
      en: "A credit does not undo a line that was set apart."),
    sentence: Bilingual(
      nl: "De regel van {amount} die deze creditregel ongedaan maakt, was apart gezet; de creditregel ook.",
      en: "The line of {amount} that this credit undoes was set apart; so is the credit."),
    hint: Bilingual(
      nl: "Er hoeft niets te gebeuren: debet en credit heffen elkaar op in wat apart is gezet.",
      en: "Nothing needs to be done: debit and credit cancel in what was set apart."),
    facts: ["amount"])

  static let lifted = signal(
    "spending-lifted",
    title: Bilingual(
      nl: "Een overschreden bestedingsruimte blijft overschreden tot een credit haar opheft.",
      en: "An exceeded spending space stays exceeded until a credit lifts it."),
    sentence: Bilingual(
      nl: "Met deze creditregel is {used} gebruikt van de bestedingsruimte van {space} voor {segment} in {year}: niet "
        + "langer overschreden.",
      en:
        "With this credit {used} is used of the spending space of {space} for {segment} in {year}: no longer exceeded."
    ),
    hint: Bilingual(
      nl: "Beslis opnieuw over regels die apart zijn gezet: er is weer ruimte.",
      en: "Decide again on the lines that were set apart: there is room again."),
    facts: ["segment", "year", "space", "used"])

  /// The codes of the signals of a line that is set apart.
  public static let codesOfApart: Set<RuleCode> = [apartCode, "spending-credit"]

  private static let apartCode: RuleCode = "spending-apart"

  private static func signal(
    _ code: RuleCode, title: Bilingual, sentence: Bilingual, hint: Bilingual, facts: [String]
  ) -> RuleMetadata {
    RuleMetadata(
      signal: code, level: .contract, kinds: [.declaration], needs: [.region, .history], title: title,
      sentence: sentence, hint: hint, facts: facts, source: "Saldo, spending space")
  }

  /// The spending spaces with what is used of each by now.
  public private(set) var uses: [SpendingUse]
  private let agreements: [String: Agreement]

  /// A counter that starts from what was used before.
  public init(_ uses: [SpendingUse], in region: RegionSnapshot?) {
    self.uses = uses
    agreements = Dictionary((region?.agreements ?? []).map { ($0.key, $0) }) { first, _ in first }
  }

  /// Counts an approved debit, paid under an agreement, and returns what it changes.
  ///
  /// - Parameter isSpecific: Whether its allocation names a product code.
  public mutating func count(debit line: DeliveryLine, agreement: String?, isSpecific: Bool) -> [Valuation.Remark] {
    guard !uses.isEmpty, let agreement = agreement.flatMap({ agreements[$0] }),
      let index = index(of: line, under: agreement)
    else {
      return []
    }
    let before = uses[index].used
    uses[index].used = before + line.amount.signed
    let (space, used) = (uses[index].space.amount, uses[index].used)
    switch CeilingBand(used: used, of: space) {
    case .below70: return []
    case .upTo100:
      return CeilingBand(used: before, of: space) == .below70
        ? [.init(rule: Self.reached.code, facts: facts(index))] : []
    case .above100:
      guard line.amount.size != .zero else { return [] }
      let metadata = isSpecific || agreement.isCrisisCare ? Self.above : Self.apart
      return [.init(rule: metadata.code, facts: facts(index, over: used - space))]
    }
  }

  /// Counts an approved credit of a debit that was paid under an agreement, and returns what it changes.
  ///
  /// - Parameter isOfApart: Whether that debit was set apart.
  public mutating func count(credit line: DeliveryLine, agreement: String?, isOfApart: Bool) -> [Valuation.Remark] {
    var remarks: [Valuation.Remark] = []
    if isOfApart { remarks.append(.init(rule: Self.creditApart.code, facts: ["amount": .amount(line.amount.size)])) }
    guard let agreement = agreement.flatMap({ agreements[$0] }), let index = index(of: line, under: agreement) else {
      return remarks
    }
    let before = uses[index].used
    uses[index].used = before + line.amount.signed
    let space = uses[index].space.amount
    if before > space, uses[index].used <= space {
      remarks.append(.init(rule: Self.lifted.code, facts: facts(index)))
    }
    return remarks
  }

  private func index(of line: DeliveryLine, under agreement: Agreement) -> Int? {
    guard let segment = agreement.segment else { return nil }
    return uses.firstIndex { $0.space.segment == segment && $0.space.year == line.period.begin.year }
  }

  private func facts(_ index: Int, over: Euros? = nil) -> Facts {
    let use = uses[index]
    var facts: Facts = [
      "segment": .code(use.space.segment), "year": .code("\(use.space.year)"), "space": .amount(use.space.amount),
      "used": .amount(use.used),
    ]
    if let over { facts.entries.append((name: "over", fact: .amount(over))) }
    return facts
  }
}
