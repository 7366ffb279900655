public import SaldoDomain
import SaldoFunding
public import SaldoLedger

/// What falls due by date up to and including a day, and was not booked yet (vervallen posten).
///
/// A pure function of contracts and knowledge: asked again with what it gave booked, it gives nothing. What the contracts
/// now say differently of a day that was booked before comes as a correction of the difference, and never changes what
/// was booked.
public struct DueDays {
  private let records: LumpSumRecords
  private let catalogue: Catalogue
  private let asOf: CalendarDate
  private let known: DayKnowledge

  /// What falls due up to and including a day.
  public init(region: RegionContracts, asOf: CalendarDate, known: DayKnowledge) {
    records = region.snapshot.lumpSums
    catalogue = region.catalogue
    self.asOf = asOf
    self.known = known
  }

  /// The days on which something is to be booked, in order.
  public func pending() -> [DueDay] {
    let fixed = differences()
    let all = fixed + settlements(with: fixed)
    return Dictionary(grouping: all, by: \.key.due).sorted { $0.key < $1.key }.map { due, bookings in
      DueDay(due: due, bookings: bookings.sorted { $0.key < $1.key })
    }
  }

  // MARK: What the contracts fix

  private struct Target {
    let key: DayBooking.Key
    let deliveryMonth: CalendarMonth
    let amount: Euros
  }

  /// What the contracts make due, less what was booked of it.
  private func differences() -> [DayBooking] {
    var booked: [DayBooking.Key: (amount: Euros, count: Int, month: CalendarMonth)] = [:]
    for booking in known.booked where booking.key.kind != .settlement {
      let before = booked[booking.key] ?? (.zero, 0, booking.deliveryMonth)
      booked[booking.key] = (before.amount + booking.amount, before.count + 1, before.month)
    }
    var bookings: [DayBooking] = []
    for target in targets {
      let before = booked.removeValue(forKey: target.key) ?? (.zero, 0, target.deliveryMonth)
      guard target.amount != before.amount else { continue }
      bookings.append(
        DayBooking(
          key: target.key, correction: before.count, deliveryMonth: target.deliveryMonth,
          amount: target.amount - before.amount))
    }
    // What the contracts no longer know is taken back.
    for (key, before) in booked.sorted(by: { $0.key < $1.key }) where before.amount != .zero {
      bookings.append(
        DayBooking(key: key, correction: before.count, deliveryMonth: before.month, amount: -before.amount))
    }
    return bookings
  }

  private var targets: [Target] {
    records.lumpSums.flatMap { instalments(of: $0) + corridor(of: $0) } + records.capacities.flatMap { months(of: $0) }
      + records.advances.flatMap { advances(of: $0) }
  }

  /// Whether a day counts: it has come, and lies not before what is booked.
  private func counts(_ due: CalendarDate, from first: CalendarDate?) -> Bool {
    due <= asOf && due >= first ?? known.begin
  }

  /// The instalments of a yearly amount, over the municipalities of the row by their shares: the provider gets each
  /// instalment to the cent, and each municipality pays its share of the year to the cent.
  private func instalments(of row: LumpSum) -> [Target] {
    let days = LumpSumCalendar.days(of: row.instalments, in: row.year)
    let parts = LumpSumCalendar.parts(of: row.amount, shares: Array(repeating: 1, count: days.count))
    let shared = LargestRemainder.split(series: parts, by: row.shares.map(\.weight))
    return zip(days, shared).filter { counts($0.0, from: row.bookFrom) }.flatMap { due, amounts in
      zip(row.shares, amounts).map { share, amount in
        Target(
          key: account(of: row, share).key(row.part == .care ? .lumpSum : .transformation, due: due),
          deliveryMonth: due.month, amount: amount)
      }
    }
  }

  private func months(of row: Capacity) -> [Target] {
    let account = AdvanceAccount(
      domain: row.domain, municipality: row.municipality, provider: row.provider, agreement: row.agreement)
    let first = max(row.validity.begin, row.bookFrom ?? known.begin).month
    guard first <= asOf.month else { return [] }
    return (first.index...asOf.month.index).map(CalendarMonth.init(index:)).compactMap { month in
      guard let days = Availability.days(of: row, in: month), counts(days.end, from: row.bookFrom) else { return nil }
      return Target(
        key: account.key(.availability, due: days.end), deliveryMonth: month,
        amount: Availability.amount(of: row, in: month))
    }
  }

  private func advances(of row: Advance) -> [Target] {
    AdvanceScheme.months(of: row).enumerated().compactMap { index, amount in
      let month = CalendarMonth(year: row.year, month: index + 1)
      guard counts(month.first, from: row.bookFrom) else { return nil }
      return Target(
        key: AdvanceAccount(row).key(.advance, due: month.first), deliveryMonth: month, amount: amount)
    }
  }

  /// The year-end settlement of a corridor, over the municipalities of the row by their shares.
  private func corridor(of row: LumpSum) -> [Target] {
    let december = CalendarMonth(year: row.year, month: 12)
    let due = Self.settlementDay(after: december)
    guard let corridor = row.corridor, counts(due, from: row.bookFrom) else { return [] }
    let realised = row.realised(in: known.production, catalogue: catalogue)
    let settlement = Corridor.settlement(of: row.amount, realised: realised, under: corridor)
    return zip(row.shares, LargestRemainder.split(settlement, by: row.shares.map(\.weight))).map { share, amount in
      Target(key: account(of: row, share).key(.corridor, due: due), deliveryMonth: december, amount: amount)
    }
  }

  private func account(of row: LumpSum, _ share: LumpSum.Share) -> AdvanceAccount {
    AdvanceAccount(
      domain: row.domain, municipality: share.municipality, provider: row.provider, agreement: row.agreement)
  }

  /// The day on which a period is settled: the last of the month after it, in which its care is declared. Only what is
  /// known before that day counts.
  public static func settlementDay(after month: CalendarMonth) -> CalendarDate { month.adding(months: 1).last }

  // MARK: What advances settle

  /// A moment at which advances are settled with what is known before it.
  private struct Moment: Hashable {
    let due: CalendarDate
    /// The last month of delivery that is settled.
    let until: CalendarMonth
    let isFinal: Bool
  }

  /// The settlements of all advances, given the advances that this run books.
  private func settlements(with fixed: [DayBooking]) -> [DayBooking] {
    var bookings: [AdvanceAccount: [DayBooking]] = [:]
    for booking in known.booked + fixed where [.advance, .settlement].contains(booking.key.kind) {
      bookings[AdvanceAccount(booking.key), default: [DayBooking]()].append(booking)
    }
    let entitlements = Dictionary(grouping: known.entitlements, by: \.account)
    let rows = Dictionary(grouping: records.advances) { AdvanceAccount($0) }
    let accounts = Set(bookings.keys).union(entitlements.keys).union(rows.keys)
    return accounts.flatMap { account in
      settlements(
        of: account, rows[account] ?? [], bookings[account] ?? [], entitlements[account] ?? [])
    }
  }

  /// Takes up, at each moment, the whole entitlement that is not settled, and as much of the advances.
  ///
  /// Only what was known before a moment counts for it, so a moment that was settled has nothing left when it is looked
  /// at again; care that is declared later comes at a later moment.
  private func settlements(
    of account: AdvanceAccount, _ rows: [Advance], _ before: [DayBooking],
    _ entitlements: [DayKnowledge.Entitlement]
  ) -> [DayBooking] {
    let years = Set(rows.map(\.year)).union(before.map(\.deliveryMonth.year)).union(
      entitlements.map(\.deliveryMonth.year))
    let ahead = years.flatMap { year in moments(of: rows.first { $0.year == year }, in: year) }
    var bookings = before
    var made: [DayBooking] = []
    for moment in ahead.sorted(by: { ($0.due, $0.until) < ($1.due, $1.until) }) {
      let done = bookings.filter { $0.deliveryMonth <= moment.until && $0.key.due <= moment.due }
      var balance = AdvanceScheme.Balance(entitlement: .zero, advances: .zero)
      for known in entitlements where known.deliveryMonth <= moment.until && known.known < moment.due {
        balance.entitlement += known.amount
      }
      for booking in done {
        switch booking.key.kind {
        case .advance: balance.advances += booking.amount
        default:
          balance.entitlement -= booking.entitlement ?? .zero
          balance.advances -= (booking.entitlement ?? .zero) - booking.amount
        }
      }
      let payable = balance.payable(isFinal: moment.isFinal)
      guard balance.entitlement != .zero || payable != .zero else { continue }
      let key = account.key(.settlement, due: moment.due)
      let booking = DayBooking(
        key: key, correction: bookings.count { $0.key == key }, deliveryMonth: moment.until, amount: payable,
        entitlement: balance.entitlement)
      bookings.append(booking)
      made.append(booking)
    }
    return made
  }

  /// The ends of the periods of a year, and every month's end after the last of them, for care that comes late.
  ///
  /// A year whose row was taken out is settled for good after its end.
  private func moments(of row: Advance?, in year: Int) -> [Moment] {
    let december = CalendarMonth(year: year, month: 12)
    let step = row?.settled.months ?? 12
    var moments = stride(from: step, through: 12, by: step).map { number in
      let month = CalendarMonth(year: year, month: number)
      return Moment(
        due: Self.settlementDay(after: month), until: month, isFinal: month == december && row?.isFinal ?? true)
    }
    var month = december.adding(months: 2)
    while month.last <= asOf {
      moments.append(Moment(due: month.last, until: december, isFinal: row?.isFinal ?? true))
      month = month.adding(months: 1)
    }
    return moments.filter { counts($0.due, from: row?.bookFrom) }
  }
}
