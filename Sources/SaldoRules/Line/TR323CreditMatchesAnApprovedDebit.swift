import SaldoDomain

/// A credit refers to an approved debit line of an earlier message and repeats it.
///
/// Client, municipality, allocation, product, product period, volume, unit, tariff and amount are the same; any
/// difference counts (Documentation/DeclarationGuide.md, IV091). Rejected lines are sent again and never credited
/// (IV085), and a line that waits is not approved yet. A debit that was credited before is told by TR390, and here in a
/// release that does not have TR390, so that nothing is undone twice. The facts name the fields that differ and show no
/// value.
///
/// Source: iStandaarden 3.2, TR323.
struct TR323CreditMatchesAnApprovedDebit: LineRule {
  static let metadata = RuleMetadata(
    "TR323", level: .history, kinds: [.declaration], returnCode: ReturnCode(rawValue: "8017"), answerClass: .line,
    needs: .history,
    title: Bilingual(
      nl: "Een creditregel herhaalt een eerder toegekende debetregel.",
      en: "A credit line repeats a debit line that was approved before."),
    sentence: Bilingual(
      nl: "De creditregel past niet bij een toegekende debetregel: {reason}.",
      en: "The credit line does not match an approved debit line: {reason}."),
    hint: Bilingual(
      nl: "Herhaal in de credit alle velden van de toegekende debetregel; crediteer een afgewezen regel niet.",
      en: "Repeat all fields of the approved debit line in the credit; do not credit a rejected line."),
    facts: ["reason"], source: "iStandaarden 3.2, TR323")
  static let element = DeliveryLine.Element.previousReference
  static let sides: Set<DebitCredit> = [.credit]

  func verdict(on subject: LineSubject, in context: RuleContext) -> Verdict {
    guard let known = context.known, let reference = subject.line.previousReference else { return .notApplicable }
    guard let debit = known.earlierLines[reference] else { return failure(Self.unknown) }
    guard !debit.line.isCredit else { return failure(Self.isCredit) }
    guard !debit.isWaiting else { return failure(Self.waiting) }
    guard debit.isApproved else { return failure(Self.rejected) }
    if debit.creditedBy != nil, !TR390DebitWasNotCreditedBefore.metadata.governs(subject.header) {
      return failure(Self.credited)
    }
    let differences = Self.differences(between: subject, and: debit)
    guard !differences.isEmpty else { return .pass }
    return failure(
      Bilingual(
        nl: "anders zijn " + differences.map(\.dutch).joined(separator: ", "),
        en: "different are " + differences.map(\.english).joined(separator: ", ")))
  }

  private func failure(_ reason: Bilingual) -> Verdict { .fail(["reason": .phrase(reason)]) }

  /// The names of the fields in which a credit differs from its debit, in the order of the message.
  private static func differences(between credit: LineSubject, and debit: KnownLine) -> [Bilingual] {
    let (line, other) = (credit.line, debit.line)
    let fields: [(isSame: Bool, name: Bilingual)] = [
      (credit.header.municipality == debit.municipality, Bilingual(nl: "gemeente", en: "municipality")),
      (credit.bsn == debit.bsn, Bilingual(nl: "cliënt", en: "client")),
      (line.allocation == other.allocation, Bilingual(nl: "toewijzingsnummer", en: "allocation number")),
      (line.product == other.product, Bilingual(nl: "product", en: "product")),
      (line.period == other.period, Bilingual(nl: "productperiode", en: "product period")),
      (line.volume == other.volume, Bilingual(nl: "volume", en: "volume")),
      (line.unit == other.unit, Bilingual(nl: "eenheid", en: "unit")),
      (line.tariff == other.tariff, Bilingual(nl: "tarief", en: "tariff")),
      (line.amount.size == other.amount.size, Bilingual(nl: "bedrag", en: "amount")),
    ]
    return fields.filter { !$0.isSame }.map(\.name)
  }

  private static let unknown = Bilingual(
    nl: "er is geen eerdere regel met dat nummer", en: "there is no earlier line with that number")
  private static let isCredit = Bilingual(
    nl: "de eerdere regel is zelf een creditregel", en: "the earlier line is a credit line itself")
  private static let waiting = Bilingual(
    nl: "over de eerdere regel is nog niet beslist", en: "the earlier line is not decided yet")
  private static let rejected = Bilingual(nl: "de eerdere regel is afgewezen", en: "the earlier line was rejected")
  private static let credited = Bilingual(
    nl: "de eerdere regel is al gecrediteerd", en: "the earlier line was credited already")
}
