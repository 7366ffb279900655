public import SaldoDomain
import SaldoLedger
public import SaldoStore

/// What a run makes payable (betaallijst): one row per declaration, ledger account and cost centre, and one per booking of
/// a day.
///
/// Nothing is netted across declarations, and so never across payers or domains. Sorted by journal number, ledger
/// account and cost centre; what was set apart has a row of its own. Source: Documentation/Funding.md.
public struct PayablesReport: Hashable, Sendable, Codable {
  /// The name of the region.
  public var region: String
  /// The day on which the list was asked for.
  public var asOf: CalendarDate
  /// The hash of the last journal entry, in hexadecimal digits.
  public var ledger: String
  /// The rows.
  public var payables: [Row]

  /// What one declaration makes payable on one ledger account and cost centre.
  public struct Row: Hashable, Sendable, Codable {
    /// Whether the region pays or the municipality.
    public var payerKind: RegionSettings.Payer
    /// The code of the municipality that pays, or the name of the region.
    public var payer: String
    /// The legal domain.
    public var domain: Domain
    /// The municipality whose money it is.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The provider.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The provider's number of the declaration; a BSN in it is masked. Empty for what a day made due.
    public var declarationNumber: String
    /// The identification of the answer; empty when there is none.
    public var answerIdentification: String
    /// The day of booking.
    public var bookingDate: CalendarDate
    /// The day on which it is due: the day of booking and the payment term of the region, or the day that made it due.
    public var dueDate: CalendarDate
    /// The amount in euro cents, never negative.
    public var amountCents: Int64
    /// `D` when it is owed to the provider, `C` when the provider owes it.
    public var debitCredit: DebitCredit
    /// The ledger account of the payer's bookkeeping; empty when the agreement names none.
    public var ledgerAccount: String
    /// The cost centre of the payer's bookkeeping; empty when the agreement names none.
    public var costCentre: String
    /// What makes it payable: `declaration`, or what a day made due.
    public var kind: String
    /// Whether it was set apart, above a spending space: accepted, and the payer decides on paying, raising or
    /// recovering.
    public var setApart: Bool
  }
}

extension PayablesReport {
  /// What the declarations and days with these journal numbers make payable.
  ///
  /// - Throws: `LedgerError` when the ledger cannot be read.
  public init(
    ledger: Ledger, region: RegionSnapshot, entries: [JournalNumber], days: [DayEntry] = [], asOf: CalendarDate
  ) throws {
    self.region = region.name
    self.asOf = asOf
    self.ledger = try ledger.digest().hex
    let names = RegionNames(region)
    payables = []
    // The sums of one declaration, which come together.
    var sums: [Key: (amount: Euros, first: PayableFigures)] = [:]
    func take() {
      for (key, sum) in sums.sorted(by: { $0.key < $1.key }) {
        payables.append(
          Row(sum.first, amount: StatedAmount(signed: sum.amount), key: key, names: names, region: region))
      }
      sums.removeAll(keepingCapacity: true)
    }
    try ledger.forEachPayable(of: entries) { figures in
      if let entry = sums.keys.first?.entry, entry != figures.entry { take() }
      let agreement = names.agreement(figures.agreement)
      let key = Key(
        entry: figures.entry, account: ExactText(agreement?.ledgerAccount ?? ""),
        centre: ExactText(agreement?.costCentre ?? ""), isSetApart: figures.isSetApart)
      sums[key, default: (.zero, figures)].amount += figures.amount
    }
    take()
    for day in days {
      payables += day.payload.bookings.filter { $0.amount != .zero }
        .map { Row($0, of: day, names: names, region: region) }
    }
  }

  /// A declaration with the place in the payer's bookkeeping.
  fileprivate struct Key: Hashable, Comparable {
    let entry: JournalNumber
    let account: ExactText
    let centre: ExactText
    let isSetApart: Bool

    static func < (lhs: Key, rhs: Key) -> Bool {
      (lhs.entry, lhs.account, lhs.centre, lhs.isSetApart ? 1 : 0)
        < (rhs.entry, rhs.account, rhs.centre, rhs.isSetApart ? 1 : 0)
    }
  }
}

extension PayablesReport.Row {
  fileprivate init(
    _ figures: PayableFigures, amount: StatedAmount, key: PayablesReport.Key, names: RegionNames,
    region: RegionSnapshot
  ) {
    self.init(
      payerKind: region.settings.payer, payer: Self.payer(of: figures.municipality, in: region), domain: figures.domain,
      municipality: figures.municipality,
      municipalityName: names[figures.municipality], provider: figures.provider,
      providerName: names[figures.provider], declarationNumber: MaskedText.of(figures.declarationNumber),
      answerIdentification: figures.answer?.string ?? "", bookingDate: figures.booked,
      dueDate: figures.booked.adding(days: region.settings.paymentTermDays), amountCents: amount.size.cents,
      debitCredit: amount.side, ledgerAccount: key.account.string, costCentre: key.centre.string,
      kind: "declaration", setApart: key.isSetApart)
  }

  fileprivate init(_ booking: DayBooking, of day: DayEntry, names: RegionNames, region: RegionSnapshot) {
    let (key, amount) = (booking.key, StatedAmount(signed: booking.amount))
    let agreement = names.agreement(key.agreement)
    self.init(
      payerKind: region.settings.payer, payer: Self.payer(of: key.municipality, in: region), domain: key.domain,
      municipality: key.municipality, municipalityName: names[key.municipality], provider: key.provider,
      providerName: names[key.provider], declarationNumber: "", answerIdentification: "", bookingDate: day.asOf,
      dueDate: key.due, amountCents: amount.size.cents, debitCredit: amount.side,
      ledgerAccount: agreement?.ledgerAccount ?? "", costCentre: agreement?.costCentre ?? "",
      kind: key.kind.rawValue, setApart: false)
  }

  private static func payer(of municipality: MunicipalityCode, in region: RegionSnapshot) -> String {
    switch region.settings.payer {
    case .municipality: municipality.description
    case .region: region.name
    }
  }
}
