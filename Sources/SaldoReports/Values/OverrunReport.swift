public import SaldoDomain
import SaldoLedger
public import SaldoStore

/// What is used of the ceilings per client, which are exceeded, and by which line (overschrijdingen).
///
/// The stand at the end of the period: postings booked up to and including its last month, whatever came before its
/// first. Sorted by municipality, then the largest share first, then client and period. All amounts are in euro cents.
public struct OverrunReport: Hashable, Sendable, Codable {
  /// What the report is about.
  public var report: ReportHead
  /// Whether clients are shown by BSN instead of a pseudonym.
  public var identified: Bool
  /// Over all municipalities.
  public var totals: Totals
  /// Per municipality.
  public var municipalities: [MunicipalityRow]
  /// Per ceiling.
  public var ceilings: [CeilingRow]
  /// The yearly amounts of the year of the last month; absent when there are none.
  public var lumpSums: [LumpSumUse]?
  /// The spending spaces of the year of the period and before; absent when there are none.
  public var spendingSpaces: [SpendingSpaceUse]?

  /// Numbers of ceilings per band.
  public struct Totals: Hashable, Sendable, Codable {
    /// The number of ceilings.
    public var ceilings = 0
    /// Of which less than 70 % is used.
    public var below70 = 0
    /// Of which 70 % up to and including 100 % is used.
    public var upTo100 = 0
    /// Of which more than 100 % is used.
    public var above100 = 0
    /// The sum of the amounts above exceeded ceilings, in euro cents.
    public var overCents: Int64 = 0
    /// The number of exceeded ceilings about which nothing was decided yet.
    public var open = 0

    mutating func count(_ row: CeilingRow) {
      ceilings += 1
      overCents += row.overCents
      if row.isOpen { open += 1 }
      switch row.band {
      case .below70: below70 += 1
      case .upTo100: upTo100 += 1
      case .above100: above100 += 1
      }
    }
  }

  /// The ceilings of one municipality.
  public struct MunicipalityRow: Hashable, Sendable, Codable {
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// Its ceilings.
    public var totals: Totals
  }

  /// One ceiling.
  public struct CeilingRow: Hashable, Sendable, Codable {
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The pseudonym of the client, or the BSN in a report that identifies.
    public var client: String
    /// The first day of the period of the ceiling.
    public var periodBegin: CalendarDate
    /// The last day.
    public var periodEnd: CalendarDate
    /// Who set it.
    public var setter: ClientCeiling.Setter
    /// Its height, in euro cents: at the end of the period, with the raises that were valid and known then.
    public var ceilingCents: Int64
    /// What is used, in euro cents.
    public var usedCents: Int64
    /// What remains, in euro cents; zero when it is exceeded.
    public var remainingCents: Int64
    /// What is used above it, in euro cents; zero when it is not exceeded.
    public var overCents: Int64
    /// The share that is used in thousandths, halves away from zero; absent when the ceiling is zero.
    public var sharePermille: Int64?
    /// The band, from exact fractions and never from the rounded share.
    public var band: CeilingBand
    /// The line that crossed it; absent when it is not exceeded, or exceeded without a recorded signal (a ceiling that
    /// was lowered afterwards).
    public var crossedBy: SignalRow?
    /// What was decided about the overrun, on or after the day on which it arose; absent when nothing was.
    public var disposition: CeilingDisposition.Outcome?
    /// Whether it is exceeded and nothing was decided about that.
    public var isOpen: Bool
    /// Every recorded signal, in the order of the journal.
    public var signals: [SignalRow]
  }

  /// A recorded signal on a ceiling.
  public struct SignalRow: Hashable, Sendable, Codable {
    /// Whether the line crossed the ceiling or lifted the signal.
    public var kind: CeilingSignal.Kind
    /// The provider that declared the line.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The reference of the line; a BSN in it is masked.
    public var reference: String
    /// The month of delivery.
    public var deliveryMonth: CalendarMonth
    /// The month of booking.
    public var bookingMonth: CalendarMonth
    /// The height of the ceiling at that moment, in euro cents.
    public var ceilingCents: Int64
    /// What was used with the line, in euro cents.
    public var usedCents: Int64
    /// The amount above the ceiling with the line, in euro cents.
    public var overCents: Int64
  }
}

extension OverrunReport {
  /// The stand of a region's ceilings at the end of a period.
  ///
  /// Ceilings count bookings up to the last month, so that the axis of the period is always that of booking.
  ///
  /// - Parameter identified: Whether to show the BSN of each client instead of the pseudonym.
  /// - Throws: `LedgerError` when the ledger cannot be read.
  public init(
    ledger: Ledger, region: RegionSnapshot, period: ReportPeriod, asOf: CalendarDate, identified: Bool = false
  ) throws {
    let digest = try ledger.digest()
    let day = min(asOf, period.until.last)
    let figures = try ledger.figures(ofCeilingsIn: region, until: period.until, knownOn: day)
    let names = RegionNames(region)
    report = ReportHead(
      kind: "overrun", region: region.name, asOf: asOf,
      period: ReportPeriod(from: period.from, until: period.until, by: .booking), ledger: digest.hex)
    self.identified = identified
    let sorted = figures.sorted(by: Self.precedes)
    ceilings = sorted.map { figures in
      let crossed = figures.signals.last { $0.kind == .crossed }?.booked
      let isSubject = crossed != nil || figures.used > figures.height
      let disposition =
        isSubject ? region.ceilings.dispositions.settling(figures.ceiling, crossedOn: crossed, by: day) : nil
      return CeilingRow(figures, disposition: disposition, names: names, identified: identified)
    }
    let uses = try ledger.lumpSumFigures(of: region, until: period.until, asOf: day).map {
      LumpSumUse($0, names: names)
    }
    lumpSums = uses.isEmpty ? nil : uses
    let spaces = try ledger.spendingFigures(of: region, until: period.until).map { SpendingSpaceUse($0, names: names) }
    spendingSpaces = spaces.isEmpty ? nil : spaces
    totals = Totals()
    municipalities = []
    for row in ceilings {
      totals.count(row)
      if municipalities.last?.municipality != row.municipality {
        municipalities.append(
          MunicipalityRow(
            municipality: row.municipality, municipalityName: row.municipalityName, totals: Totals()))
      }
      municipalities[municipalities.count - 1].totals.count(row)
    }
  }

  /// Municipality, then the largest share, compared as fractions, then pseudonym and period.
  private static func precedes(_ lhs: CeilingFigures, _ rhs: CeilingFigures) -> Bool {
    let (left, right) = (lhs.ceiling, rhs.ceiling)
    if left.municipality != right.municipality { return left.municipality < right.municipality }
    let leftShare = Int128(lhs.used.cents) * Int128(max(rhs.height.cents, 1))
    let rightShare = Int128(rhs.used.cents) * Int128(max(lhs.height.cents, 1))
    if leftShare != rightShare { return leftShare > rightShare }
    if lhs.pseudonym != rhs.pseudonym { return ExactText(lhs.pseudonym) < ExactText(rhs.pseudonym) }
    if left.period != right.period {
      return (left.period.begin, left.period.end) < (right.period.begin, right.period.end)
    }
    return (lhs.height, left.setter.rawValue) < (rhs.height, right.setter.rawValue)
  }
}

extension OverrunReport.CeilingRow {
  fileprivate init(
    _ figures: CeilingFigures, disposition: CeilingDisposition?, names: RegionNames, identified: Bool
  ) {
    let ceiling = figures.ceiling
    let (height, used) = (figures.height, figures.used)
    let signals = figures.signals.map { OverrunReport.SignalRow($0, names: names) }
    let open = signals.last.flatMap { $0.kind == .crossed ? $0 : nil }
    self.init(
      municipality: ceiling.municipality, municipalityName: names[ceiling.municipality],
      client: identified ? ceiling.bsn.digits : figures.pseudonym, periodBegin: ceiling.period.begin,
      periodEnd: ceiling.period.end, setter: ceiling.setter, ceilingCents: height.cents, usedCents: used.cents,
      remainingCents: max(0, (height - used).cents), overCents: max(0, (used - height).cents),
      sharePermille: height > .zero ? Rounding.halfAwayFromZero(used.cents * 1000, over: height.cents) : nil,
      band: CeilingBand(used: used, of: height), crossedBy: used > height ? open : nil,
      disposition: disposition?.outcome, isOpen: used > height && disposition == nil,
      signals: signals)
  }
}

extension OverrunReport.SignalRow {
  fileprivate init(_ signal: CeilingSignal, names: RegionNames) {
    self.init(
      kind: signal.kind, provider: signal.provider, providerName: names[signal.provider],
      reference: MaskedText.of(signal.reference), deliveryMonth: signal.deliveryMonth,
      bookingMonth: signal.bookingMonth, ceilingCents: signal.ceiling.cents, usedCents: signal.used.cents,
      overCents: signal.over.cents)
  }
}
