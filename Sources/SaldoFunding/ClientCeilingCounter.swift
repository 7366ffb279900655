public import SaldoDomain

/// Counts what is used of the ceilings per client (individuele budgetplafonds) by the lines that were posted.
///
/// A ceiling is crossed when more than its height is used; exactly its height is not. Crossing it only signals, with
/// the amount over and the line that crossed; a credit that brings the use back lifts the signal. Counters never change
/// an amount. The height is that of the day of the decision: a raise counts once it is valid and known. Care of an
/// agreement that does not count for ceilings is not counted. Source: Documentation/Funding.md.
public struct ClientCeilingCounter: Sendable {
  /// The signals that the counter can give.
  public static let metadata = [crossed, lifted]

  static let crossed = RuleMetadata(
    signal: "IBP", level: .contract, kinds: [.declaration], domains: [ClientCeiling.domain],
    needs: [.region, .history],
    title: Bilingual(
      nl: "Het individueel budgetplafond wordt niet overschreden.", en: "The ceiling of the client is not exceeded."),
    sentence: Bilingual(
      nl: "Met deze regel is {used} gebruikt van het budgetplafond van {ceiling}: {over} erboven.",
      en: "With this line {used} is used of the ceiling of {ceiling}: {over} above it."),
    hint: Bilingual(
      nl: "Bespreek met de gemeente of het plafond van deze cliënt nog past.",
      en: "Discuss with the municipality whether the ceiling of this client still fits."),
    facts: ["ceiling", "used", "over"], source: "Saldo, individual budget ceiling (IBP)")

  static let lifted = RuleMetadata(
    signal: "IBP-lifted", level: .contract, kinds: [.declaration], domains: [ClientCeiling.domain],
    needs: [.region, .history],
    title: Bilingual(
      nl: "Een overschreden budgetplafond blijft overschreden tot een credit het opheft.",
      en: "An exceeded ceiling stays exceeded until a credit lifts it."),
    sentence: Bilingual(
      nl: "Met deze creditregel is {used} gebruikt van het budgetplafond van {ceiling}: niet langer overschreden.",
      en: "With this credit {used} is used of the ceiling of {ceiling}: no longer exceeded."),
    hint: Bilingual(
      nl: "Er hoeft niets te gebeuren; leg vast dat het plafond weer ruimte heeft.",
      en: "Nothing needs to be done; note that the ceiling has room again."),
    facts: ["ceiling", "used"], source: "Saldo, individual budget ceiling (IBP)")

  /// The ceilings with what is used of each by now.
  public private(set) var uses: [CeilingUse]
  private let heights: [Euros]
  private let ofClient: [Bsn: [Int]]
  private let uncounted: Set<String>

  /// A counter that starts from what was used before.
  ///
  /// - Parameters:
  ///   - region: The contracts: the raises of ceilings, and the agreements that do not count; nil when not known.
  ///   - asOf: The day of the decision, which decides what is known of the heights.
  public init(_ uses: [CeilingUse], in region: RegionSnapshot? = nil, asOf: CalendarDate) {
    self.uses = uses
    let clients = Set(uses.map(\.ceiling.bsn))
    let raises = (region?.ceilings.raises ?? []).filter { clients.contains($0.bsn) }
    let raisesOfClient = Dictionary(grouping: raises, by: \.bsn)
    heights = uses.map { raisesOfClient[$0.ceiling.bsn, default: []].height(of: $0.ceiling, on: asOf) }
    ofClient = Dictionary(grouping: uses.indices) { uses[$0].ceiling.bsn }
    uncounted = Set(region?.agreementsOutsideCeilings ?? [])
  }

  /// Whether a client has a ceiling, of any period.
  public func hasCeiling(of bsn: Bsn) -> Bool { ofClient[bsn] != nil }

  /// Counts an approved line of a client, paid under an agreement, and returns what it changes.
  public mutating func count(_ line: DeliveryLine, of bsn: Bsn, agreement: String?) -> [Valuation.Remark] {
    guard let own = ofClient[bsn] else { return [] }
    if let agreement, uncounted.contains(agreement) { return [] }
    var remarks: [Valuation.Remark] = []
    for index in own where uses[index].ceiling.counts(line.period) {
      let ceiling = heights[index]
      let before = uses[index].used
      let used = before + line.amount.signed
      uses[index].used = used
      if before <= ceiling, used > ceiling {
        remarks.append(
          .init(
            rule: Self.crossed.code,
            facts: ["ceiling": .amount(ceiling), "used": .amount(used), "over": .amount(used - ceiling)]))
      } else if before > ceiling, used <= ceiling {
        remarks.append(
          .init(rule: Self.lifted.code, facts: ["ceiling": .amount(ceiling), "used": .amount(used)]))
      }
    }
    return remarks
  }
}
