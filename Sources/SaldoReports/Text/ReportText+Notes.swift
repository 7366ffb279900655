import SaldoDomain

/// Sentences that tell a reader how to read a table or what it leaves out.
extension ReportText {
  static let twoCodesNote = Bilingual(
    nl: "Een regel met twee retourcodes telt bij beide codes mee; de rijen tellen daarom niet op tot een totaal.",
    en: "A line with two return codes counts under both, so that the rows do not add up to a total.")
  static let twoCodesOfMessagesNote = Bilingual(
    nl: "Een bericht met twee retourcodes telt bij beide codes mee.",
    en: "A message with two return codes counts under both.")
  static let notAssessedNote = Bilingual(
    nl: "De regels van een afgewezen cliënt zijn niet beoordeeld: zij staan hierboven onder code 0233.",
    en: "The lines of a rejected client were not assessed: they stand above under code 0233.")
  static let bandNote = Bilingual(
    nl: "Per gemeente, grootste aandeel eerst. De stand volgt uit het exacte bedrag, niet uit het afgeronde aandeel; "
      + "precies 70 % en precies 100 % vallen onder 70–100 %. Overschrijding is een signaal en wijst geen regel af.",
    en: "Per municipality, largest share first. The band follows from the exact amount, not from the rounded share; "
      + "exactly 70% and exactly 100% are in 70–100%. Exceeding a ceiling is a signal and rejects no line.")
  static let signalNote = Bilingual(
    nl: "De regel die het plafond overschreed of het signaal ophief, met de stand van dat moment.",
    en: "The line that exceeded the ceiling or lifted the signal, with the figures at that moment.")
  static let debitCreditNote = Bilingual(
    nl: "D is te betalen aan de aanbieder, C is terug te vorderen. Bedragen worden niet met elkaar verrekend.",
    en: "D is owed to the provider, C is to be recovered. Amounts are not netted.")
  static let withoutDeclarationsNote = Bilingual(
    nl: "Kosten en voorschotten zijn positief; wat nog met voorschotten wordt verrekend, is negatief.",
    en: "Costs and advances are positive; what is still to be settled with advances is negative.")
  static let nothing = Bilingual(
    nl: "Over deze periode staat niets in het grootboek.", en: "The ledger holds nothing for this period.")
  static let noCeilings = Bilingual(
    nl: "De regio heeft geen budgetplafonds vastgelegd.", en: "The region has no ceilings on record.")
  static let nothingPayable = Bilingual(
    nl: "Deze run maakt niets betaalbaar.", en: "This run makes nothing payable.")
  static let noRejections = Bilingual(nl: "Er zijn geen regels afgewezen.", en: "No lines were rejected.")
  static let noSignals = Bilingual(nl: "Er zijn geen signalen gegeven.", en: "No signals were given.")
  static let noMessagesByDelivery = Bilingual(
    nl: "Geheel afgewezen declaraties en berichten die niet van kracht zijn, hebben geen leveringsmaand en staan "
      + "hier niet.",
    en: "Wholly rejected declarations and messages that are not in force have no month of delivery and are left out "
      + "here.")
  static let noNoticesByDeclaration = Bilingual(
    nl: "Berichten die niet van kracht zijn, hebben geen declaratiemaand en staan hier niet.",
    en: "Messages that are not in force have no month of declaration and are left out here.")
  static let allocationFindingNote = Bilingual(
    nl: "Voor de gemeente: deze toewijzingen gelden, maar passen niet bij het contract of de regels van de regio.",
    en: "For the municipality: these allocations are in force, but contradict the contract or the region's rules.")
  static let shortenedNote = Bilingual(
    nl:
      "Toegekende regels die de toewijzing niet meer dekt. De aanbieder crediteert ze; ze worden niet opnieuw beoordeeld.",
    en: "Granted lines that the allocation no longer covers. The provider credits them; they are not judged again.")
  static let budgetNote = Bilingual(
    nl: "Zorgkosten naar leveringsjaar. Een rij zonder productgroep is wat onder geen begroting valt.",
    en: "Care costs by year of delivery. A row without a group of products is what no budget covers.")
  static let heldNote = Bilingual(
    nl: "Hierop is nog niet beslist; niets ervan is geboekt of telt mee in een andere tabel. Dagen tellen vanaf de "
      + "ontvangst.",
    en: "Nothing is decided on these yet; nothing of them is booked or counts in another table. Days count from the "
      + "receipt.")
  static let pseudonymNote = Bilingual(
    nl: "Cliënten staan hier onder een pseudoniem dat alleen bij dit grootboek hoort.",
    en: "Clients stand here under a pseudonym that belongs to this ledger alone.")
  static let identifiedNote = Bilingual(
    nl: "Deze pagina bevat burgerservicenummers: behandel haar als vertrouwelijk.",
    en: "This page holds citizen service numbers: treat it as confidential.")

  /// What a page says of a table that is longer than it shows.
  static func onlyFirst(_ shown: Int, of count: Int, in language: Language) -> String {
    let (first, all) = (HumanText.number(Int64(shown), in: language), HumanText.number(Int64(count), in: language))
    return Bilingual(
      nl: "De eerste \(first) van \(all) rijen; alle rijen staan in de CSV- en XLSX-bestanden.",
      en: "The first \(first) of \(all) rows; all rows are in the CSV and XLSX files."
    ).text(in: language)
  }

  /// The numbers of lines of a settlement.
  static func linesInShort(_ totals: SettlementReport.Totals, in language: Language) -> String {
    func number(_ value: Int) -> String { HumanText.number(Int64(value), in: language) }
    return Bilingual(
      nl: "\(Counted.lines(totals.linesDeclared).dutch): \(number(totals.linesAccepted)) toegekend, "
        + "\(number(totals.linesRejected)) afgewezen",
      en: "\(Counted.lines(totals.linesDeclared).english): \(number(totals.linesAccepted)) granted, "
        + "\(number(totals.linesRejected)) rejected"
    ).text(in: language)
  }

  /// The refused declarations of a settlement.
  static func refusedInShort(_ refused: SettlementReport.Refused, in language: Language) -> String {
    let (messages, lines) = (Counted.declarations(refused.messages), Counted.lines(refused.lines))
    let amount = PageText.euros(refused.declaredCents, in: language)
    return Bilingual(
      nl: "\(messages.dutch) met \(lines.dutch), ingediend \(amount). Dit telt in geen andere tabel mee.",
      en: "\(messages.english) with \(lines.english), declared \(amount). This counts in no other table."
    ).text(in: language)
  }

  /// What the figures of a settlement leave out: the lines of the refused declarations.
  static func leftOut(_ refused: SettlementReport.Refused, in language: Language) -> String {
    let lines = Counted.lines(refused.lines)
    let amount = PageText.euros(refused.declaredCents, in: language)
    return Bilingual(
      nl: "zonder \(lines.dutch), \(amount), van geheel afgewezen declaraties",
      en: "without \(lines.english), \(amount), of wholly rejected declarations"
    ).text(in: language)
  }

  /// How the sums of a settlement agree.
  static func words(of reconciliation: Reconciliation, in language: Language) -> [String] {
    func euros(_ cents: Int64) -> String { PageText.euros(cents, in: language) }
    let costs = euros(reconciliation.careCostCents)
    let payables = euros(reconciliation.payableCents)
    let others = euros(reconciliation.otherCents ?? 0)
    let zero = euros(
      reconciliation.careCostCents + (reconciliation.otherCents ?? 0) + reconciliation.payableCents)
    let lines = euros(reconciliation.acceptedLinesCents)
    let balance =
      reconciliation.otherCents == nil
      ? Bilingual(
        nl: "Zorgkosten \(costs) en te betalen \(payables) zijn in de boekingen samen \(zero).",
        en: "Care costs \(costs) and payables \(payables) are \(zero) together in the postings.")
      : Bilingual(
        nl: "Zorgkosten \(costs), wat zonder declaraties en als voorschot is geboekt \(others), en te betalen "
          + "\(payables) zijn in de boekingen samen \(zero).",
        en: "Care costs \(costs), what was booked without declarations and in advance \(others), and payables "
          + "\(payables) are \(zero) together in the postings.")
    var sentences = [
      balance,
      Bilingual(
        nl: "De toegekende regels tellen op tot \(lines), evenveel als de zorgkosten; per gemeente en aanbieder ook.",
        en: "The granted lines add up to \(lines), as much as the care costs; per municipality and provider too."),
    ]
    if let granted = reconciliation.grantedCents {
      sentences.append(
        Bilingual(
          nl: "De declaratie-antwoorden kennen \(euros(granted)) toe, evenveel als de zorgkosten.",
          en: "The answers to the declarations grant \(euros(granted)), as much as the care costs."))
    }
    return sentences.map { $0.text(in: language) }
  }
}
