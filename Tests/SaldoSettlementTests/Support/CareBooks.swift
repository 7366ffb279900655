import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoTestSupport

/// The declarations of one provider on one product in 2026, settled one after the other without a ledger file: what the
/// working set of each must hold follows from those before it.
struct CareBooks {
  var region: RegionSnapshot
  var allocations: [KnownAllocation] = []
  private var lines: [KnownLine] = []
  private var forgone: [LineID: Euros] = [:]
  private var number: JournalNumber = 0

  /// Books under these agreements and prices, with an allocation of this validity in euros.
  init(_ agreements: [Agreement], _ prices: [PriceRow], allocation: OpenPeriod, cents: Int64? = 800_000) {
    region = RegionSnapshot(
      name: "Voorbeeldregio", settings: RegionSettings(),
      municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")],
      providers: [Provider(code: Sample.provider, name: "Voorbeeldzorg")], agreements: agreements, prices: prices,
      clientCeilings: [])
    allocate(1001, allocation, cents.map { AllocatedVolume(volume: $0, unit: .euro, frequency: .total) })
  }

  mutating func allocate(
    _ allocation: UInt32, _ validity: OpenPeriod, _ volume: AllocatedVolume?, to bsn: Bsn = Sample.bsn
  ) {
    allocations.append(
      .sample(
        .sample(number: allocation, decidedOn: "2026-01-05", validity: validity, volume: volume), bsn: bsn))
  }

  /// What settling a declaration came to, with the codes by position.
  struct Result {
    let booking: Booking
    var codes: [String] { judgement.lineCodes.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.rawValue) } }
    var rules: [RuleCode] { judgement.findings.map(\.rule) }
    var heldUntil: CalendarDate? {
      if case .held(let day, _) = booking.decision { return day }
      return nil
    }
    /// Care costs booked, in euro cents.
    var booked: Int64 {
      booking.postings.postings.filter { $0.account.kind == .careCost }.reduce(0) { $0 + $1.amount.cents }
    }
    var postingCount: Int { booking.postings.postings.count }
    var agreements: [String] {
      booking.postings.postings.filter { $0.account.kind == .careCost }.compactMap(\.account.agreement)
    }
    var judgement: Judgement {
      switch booking.decision {
      case .judged(let judgement), .held(_, let judgement): judgement
      case .inForce, .notInForce: preconditionFailure("not a declaration")
      }
    }
  }

  /// One line to declare.
  struct Line {
    var allocation: UInt32 = 1001
    var cents: Int64
    var month: Int
    var unit = CareUnit.euro
    var volume: Int64?
    var tariff: Int64?
    var client = Sample.bsn
  }

  /// Declares an amount over a month; the declaration comes in on the second of the next month unless said otherwise.
  @discardableResult
  mutating func declare(
    _ cents: Int64, month: Int, on allocation: UInt32 = 1001, asOf: CalendarDate? = nil,
    receivedOn: CalendarDate? = nil
  ) -> Result {
    declare([Line(allocation: allocation, cents: cents, month: month)], asOf: asOf, receivedOn: receivedOn)
  }

  @discardableResult
  mutating func declare(
    _ declared: [Line], asOf: CalendarDate? = nil, receivedOn: CalendarDate? = nil
  ) -> Result {
    number += 1
    let last = declared.map(\.month).max() ?? 1
    let clients = declared.map(\.client).reduce(into: [Bsn]()) { if !$0.contains($1) { $0.append($1) } }
    let lines = declared.enumerated().map { position, line in
      DeliveryLine.sample(
        reference: ExactText("R\(number)-\(position)"), allocation: line.allocation,
        period: period(line.month, on: line.allocation), volume: line.volume ?? line.cents, unit: line.unit,
        tariff: line.tariff, amount: .debit(line.cents), client: clients.firstIndex(of: line.client)!)
    }
    return settle(lines, over: last, clients: clients, asOf: asOf, receivedOn: receivedOn)
  }

  /// Credits a line of an earlier declaration, counted from 1, and may declare its period again in the same message.
  @discardableResult
  mutating func credit(
    line position: Int, of declaration: JournalNumber, month: Int, declaring cents: Int64? = nil
  ) -> Result {
    number += 1
    let debit = lines.first { $0.id == LineID(message: declaration, position: position) }!
    var lines = [debit.line.credited(as: ExactText("C\(number)"))]
    if let cents {
      var line = debit.line
      line.reference = ExactText("R\(number)-1")
      line.volume = cents
      line.amount = .debit(cents)
      lines.append(line)
    }
    return settle(lines, over: month, clients: [debit.bsn])
  }

  private mutating func settle(
    _ lines: [DeliveryLine], over month: Int, clients: [Bsn], asOf: CalendarDate? = nil,
    receivedOn: CalendarDate? = nil
  ) -> Result {
    let next = CalendarMonth(year: 2026, month: month).adding(months: 1).first.adding(days: 1)
    let message = DeclarationMessage.sample(
      identification: ExactText("ID\(number)"), messageDate: next, number: ExactText("D\(number)"),
      period: CalendarMonth(year: 2026, month: month).period, date: next, clients: clients, lines: lines)
    let booking = Settlement(asOf: asOf ?? next, region: RegionContracts(region)).settle(
      .declaration(message), as: number, known: known, receivedOn: receivedOn)
    take(booking, clients)
    return Result(booking: booking)
  }

  /// The part of a month that lies in the allocation; the whole month when the allocation is unknown or has ended.
  private func period(_ month: Int, on allocation: UInt32) -> Period {
    let whole = CalendarMonth(year: 2026, month: month).period
    let validity = allocations.first { $0.product.number.number == allocation }?.product.validity
    guard let validity, validity.overlaps(OpenPeriod(begin: whole.begin, end: whole.end)) else { return whole }
    return Period(begin: max(whole.begin, validity.begin), end: min(whole.end, validity.end ?? whole.end))
  }

  private var known: WorkingSet {
    var known = WorkingSet.sample(allocations: allocations, lines: lines)
    known.paidOnReplaced = Dictionary(
      uniqueKeysWithValues: zip(known.use.keys, known.use.values.map(\.amount)))
    known.arrangementClaims = known.arrangementClaims.mapValues { claims in
      claims.map { claim in
        var claim = claim
        claim.forgone = forgone[claim.id] ?? .zero
        return claim
      }
    }
    return known
  }

  private mutating func take(_ booking: Booking, _ clients: [Bsn]) {
    guard case .judged(let judgement) = booking.decision, case .declaration(let message) = booking.message else {
      return
    }
    for (position, line) in message.lines.enumerated() {
      let id = LineID(message: number, position: position)
      lines.append(
        KnownLine(
          id: id, bsn: clients[line.client], municipality: Sample.municipality, line: line,
          isApproved: judgement.approves(position), creditedBy: nil,
          agreement: booking.postings.postings.first { $0.line == id }?.account.agreement))
    }
    for reversal in booking.reversals {
      guard let index = lines.firstIndex(where: { $0.id == reversal.debit }) else { continue }
      lines[index].creditedBy = LineID(message: number, position: reversal.credit)
    }
    for finding in judgement.findings where finding.rule == ArrangementClaim.belowDue {
      guard case .amount(let due)? = finding.facts["due"], case .amount(let found)? = finding.facts["found"] else {
        continue
      }
      forgone[LineID(message: number, position: finding.place.line ?? 0)] = due - found
    }
  }
}

extension Agreement {
  /// An arrangement in instalments.
  static func arrangement(
    _ instalments: [Instalment] = Instalment.halves, holdDays: Int = 5
  ) -> Agreement {
    var agreement = Agreement(key: "arr", name: "Arrangementen", model: .arrangement, tariffDate: .start)
    agreement.instalments = instalments
    agreement.holdDays = holdDays
    return agreement
  }

  /// A tranche every month.
  static func tranche(_ partialMonth: PartialMonth = .full) -> Agreement {
    Agreement(key: "tra", name: "Tranches", model: .tranche, partialMonth: partialMonth)
  }
}
