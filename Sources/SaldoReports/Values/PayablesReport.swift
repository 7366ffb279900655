public import SaldoDomain
import SaldoLedger
public import SaldoStore

/// What the declarations of a run make payable: one row per declaration, ledger account and cost centre (betaallijst).
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
    /// The provider's number of the declaration; a BSN in it is masked.
    public var declarationNumber: String
    /// The identification of the answer; empty when there is none.
    public var answerIdentification: String
    /// The day of booking.
    public var bookingDate: CalendarDate
    /// The day on which it is due: the day of booking and the payment term of the region.
    public var dueDate: CalendarDate
    /// The amount in euro cents, never negative.
    public var amountCents: Int64
    /// `D` when it is owed to the provider, `C` when the provider owes it.
    public var debitCredit: DebitCredit
    /// The ledger account of the payer's bookkeeping; empty when the agreement names none.
    public var ledgerAccount: String
    /// The cost centre of the payer's bookkeeping; empty when the agreement names none.
    public var costCentre: String
    /// Whether it was set apart, above a spending space: accepted, and the payer decides on paying, raising or
    /// recovering.
    public var setApart: Bool
  }
}

extension PayablesReport {
  /// What the declarations with these journal numbers make payable.
  ///
  /// - Throws: `LedgerError` when the ledger cannot be read.
  public init(ledger: Ledger, region: RegionSnapshot, entries: [JournalNumber], asOf: CalendarDate) throws {
    self.region = region.name
    self.asOf = asOf
    self.ledger = try ledger.digest().hex
    let names = RegionNames(region)
    var sums: [Key: Euros] = [:]
    var first: [Key: PayableFigures] = [:]
    for figures in try ledger.payables(of: entries) {
      let agreement = names.agreement(figures.agreement)
      let key = Key(
        entry: figures.entry, account: ExactText(agreement?.ledgerAccount ?? ""),
        centre: ExactText(agreement?.costCentre ?? ""), isSetApart: figures.isSetApart)
      sums[key, default: .zero] += figures.amount
      first[key] = first[key] ?? figures
    }
    payables = sums.keys.sorted().map { key in
      Row(first[key]!, amount: StatedAmount(signed: sums[key]!), key: key, names: names, region: region)
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
    let payer: String
    switch region.settings.payer {
    case .municipality: payer = figures.municipality.description
    case .region: payer = region.name
    }
    self.init(
      payerKind: region.settings.payer, payer: payer, domain: figures.domain, municipality: figures.municipality,
      municipalityName: names[figures.municipality], provider: figures.provider,
      providerName: names[figures.provider], declarationNumber: MaskedText.of(figures.declarationNumber),
      answerIdentification: figures.answer?.string ?? "", bookingDate: figures.booked,
      dueDate: figures.booked.adding(days: region.settings.paymentTermDays), amountCents: amount.size.cents,
      debitCredit: amount.side, ledgerAccount: key.account.string, costCentre: key.centre.string,
      setApart: key.isSetApart)
  }
}
