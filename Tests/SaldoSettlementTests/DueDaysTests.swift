import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoSettlement
import SaldoTestSupport
import Testing

/// What falls due under contracts of which a test knows every row.
struct DueDaysTests {
  /// A region with these rows and the sample price.
  static func region(
    lumpSums: [LumpSum] = [], capacities: [Capacity] = [], advances: [Advance] = []
  ) -> RegionContracts {
    var snapshot = RegionContracts.sample(prices: [
      .sample(validity: OpenPeriod("2026-01-01"), agreement: "lump")
    ]).snapshot
    snapshot.agreements.append(Agreement(key: "lump", name: "Wijkteams", model: .lumpSum))
    snapshot.lumpSums.lumpSums = lumpSums
    snapshot.lumpSums.capacities = capacities
    snapshot.lumpSums.advances = advances
    return RegionContracts(snapshot)
  }

  static func lumpSum(
    _ cents: Int64, _ instalments: LumpSum.Instalments = .monthly, shares: [LumpSum.Share]? = nil,
    part: LumpSum.Part = .care, corridor: LumpSum.Corridor? = nil, bookFrom: CalendarDate? = nil
  ) -> LumpSum {
    LumpSum(
      agreement: "lump", provider: Sample.provider, domain: .jw,
      shares: shares ?? [LumpSum.Share(municipality: Sample.municipality, weight: 1)], year: 2026,
      amount: Euros(cents: cents), instalments: instalments, part: part, corridor: corridor, bookFrom: bookFrom)
  }

  static func advance(
    _ monthly: Int64, _ settled: Advance.Interval = .monthly, year: Int = 2026, isFinal: Bool = false
  ) -> Advance {
    Advance(
      agreement: "pxq", provider: Sample.provider, municipality: Sample.municipality, domain: .jw, year: year,
      yearlyAmount: Euros(cents: monthly * 12), height: .monthly(Euros(cents: monthly)), settled: settled,
      isFinal: isFinal)
  }

  static let account = AdvanceAccount(
    domain: .jw, municipality: Sample.municipality, provider: Sample.provider, agreement: "pxq")

  static func care(_ month: String, _ cents: Int64, known: CalendarDate) throws -> DayKnowledge.Entitlement {
    DayKnowledge.Entitlement(
      account: account, deliveryMonth: try #require(CalendarMonth(iso: month)), known: known,
      amount: Euros(cents: cents))
  }

  /// What is pending, a line a booking: day, kind, correction, amount and, of a settlement, the entitlement.
  static func pending(_ region: RegionContracts, _ asOf: CalendarDate, _ known: DayKnowledge) -> [String] {
    DueDays(region: region, asOf: asOf, known: known).pending().flatMap(\.bookings).map { booking in
      let correction = booking.correction == 0 ? "" : " #\(booking.correction)"
      let entitlement = booking.entitlement.map { " of \($0.cents)" } ?? ""
      return "\(booking.key.due) \(booking.key.kind.rawValue)\(correction) \(booking.amount.cents)\(entitlement)"
    }
  }

  /// Books what is pending.
  static func book(_ region: RegionContracts, _ asOf: CalendarDate, into known: inout DayKnowledge) {
    known.booked += DueDays(region: region, asOf: asOf, known: known).pending().flatMap(\.bookings)
  }

  @Test func `UTR-1: the instalments of a year are the contract amount to the cent`() {
    let region = Self.region(lumpSums: [Self.lumpSum(120_000_001)])
    let bookings = DueDays(region: region, asOf: "2026-12-31", known: DayKnowledge(begin: "2026-01-01")).pending()
      .flatMap(\.bookings)
    #expect(bookings.map(\.amount.cents) == Array(repeating: 10_000_000, count: 11) + [10_000_001])
    #expect(bookings.map(\.key.due.iso).first == "2026-01-01")
    #expect(bookings.map(\.key.due.iso).last == "2026-12-01")
  }

  @Test func `the day itself counts, the day after does not`() {
    let region = Self.region(lumpSums: [Self.lumpSum(400, .quarterly)])
    let known = DayKnowledge(begin: "2026-01-01")
    #expect(Self.pending(region, "2026-03-31", known) == ["2026-01-01 lump-sum 100"])
    #expect(
      Self.pending(region, "2026-04-01", known) == ["2026-01-01 lump-sum 100", "2026-04-01 lump-sum 100"])
  }

  @Test func `what fell due before the ledger began is not booked, unless the table says so`() {
    let known = DayKnowledge(begin: "2026-04-01")
    #expect(
      Self.pending(Self.region(lumpSums: [Self.lumpSum(1_200)]), "2026-04-10", known) == ["2026-04-01 lump-sum 100"])
    let early = Self.region(lumpSums: [Self.lumpSum(1_200, bookFrom: "2026-02-02")])
    #expect(
      Self.pending(early, "2026-04-10", known) == ["2026-03-01 lump-sum 100", "2026-04-01 lump-sum 100"])
  }

  @Test func `GC-8: municipalities pay by their shares`() throws {
    // Quarters of 250, 250, 250 and 251. Up to each quarter 250, 500, 750 and 1,001 over 1 : 2 are 83, 167, 250 and 334
    // beside 167, 333, 500 and 667: the parts are what each adds.
    let shares = [
      LumpSum.Share(municipality: Sample.municipality, weight: 1),
      LumpSum.Share(municipality: Sample.otherMunicipality, weight: 2),
    ]
    let region = Self.region(lumpSums: [Self.lumpSum(1_001, .quarterly, shares: shares)])
    let bookings = DueDays(region: region, asOf: "2026-12-31", known: DayKnowledge(begin: "2026-01-01")).pending()
      .flatMap(\.bookings)
    #expect(
      bookings.filter { $0.key.municipality == Sample.municipality }.map(\.amount.cents) == [83, 84, 83, 84])
    #expect(
      bookings.filter { $0.key.municipality == Sample.otherMunicipality }.map(\.amount.cents) == [167, 166, 167, 167])
  }

  @Test func `ten thousand random amounts: instalments sum to what the provider is due, a year to each share`() {
    var random = SeededGenerator(seed: 20)
    var wrong: [Int] = []
    let municipalities = [Sample.municipality, Sample.otherMunicipality, MunicipalityCode("0014")!]
    for attempt in 0..<10_000 {
      let amount = Int64.random(in: 0...99_999, using: &random)
      let shares = municipalities.map {
        LumpSum.Share(municipality: $0, weight: Int64.random(in: 1...9_999, using: &random))
      }
      let region = Self.region(lumpSums: [Self.lumpSum(amount, .quarterly, shares: shares)])
      let days = DueDays(region: region, asOf: "2026-12-31", known: DayKnowledge(begin: "2026-01-01")).pending()
      let sums = days.map { day in day.bookings.reduce(Int64(0)) { $0 + $1.amount.cents } }
      let expected = [amount / 4, amount / 4, amount / 4, amount - 3 * (amount / 4)].filter { $0 > 0 }
      let bookings = days.flatMap(\.bookings)
      let paid = shares.map { share in
        bookings.filter { $0.key.municipality == share.municipality }.reduce(Int64(0)) { $0 + $1.amount.cents }
      }
      let whole = shares.reduce(0) { $0 + $1.weight }
      let isNear = zip(shares, paid).allSatisfy { abs($1 * whole - amount * $0.weight) < whole }
      if sums != expected || !isNear { wrong.append(attempt) }
    }
    #expect(wrong == [])
  }

  @Test func `GD-3: transformation has its own line beside care`() {
    let region = Self.region(lumpSums: [
      Self.lumpSum(1_200), Self.lumpSum(500, .days(["2026-01-01"]), part: .transformation),
    ])
    #expect(
      Self.pending(region, "2026-01-31", DayKnowledge(begin: "2026-01-01"))
        == ["2026-01-01 lump-sum 100", "2026-01-01 transformation 500"])
  }

  @Test func `GC-7: places are due at the end of each month, or of the agreement`() {
    let capacity = Capacity(
      agreement: "bed", provider: Sample.provider, municipality: Sample.municipality, domain: .jw, places: 2,
      pricePerDay: Euros(cents: 100), validity: OpenPeriod("2026-01-11", "2026-03-05"))
    #expect(
      Self.pending(Self.region(capacities: [capacity]), "2026-12-31", DayKnowledge(begin: "2026-01-01"))
        == [
          // 21, 28 and 5 days of two places at € 1.00.
          "2026-01-31 availability 4200", "2026-02-28 availability 5600", "2026-03-05 availability 1000",
        ])
  }

  @Test func `asked again it gives nothing, and a later day gives only what fell due since`() {
    let region = Self.region(lumpSums: [Self.lumpSum(1_200)], advances: [Self.advance(50)])
    var known = DayKnowledge(begin: "2026-01-01")
    Self.book(region, "2026-02-15", into: &known)
    #expect(Self.pending(region, "2026-02-15", known) == [])
    #expect(
      Self.pending(region, "2026-03-01", known) == ["2026-03-01 lump-sum 100", "2026-03-01 advance 50"])
  }

  @Test func `a corrected amount comes as the difference, and never changes what was booked`() {
    var known = DayKnowledge(begin: "2026-01-01")
    Self.book(Self.region(lumpSums: [Self.lumpSum(1_200)]), "2026-02-15", into: &known)
    let raised = Self.region(lumpSums: [Self.lumpSum(1_320)])
    let differences = ["2026-01-01 lump-sum #1 10", "2026-02-01 lump-sum #1 10"]
    #expect(Self.pending(raised, "2026-02-15", known) == differences)
    Self.book(raised, "2026-02-15", into: &known)
    #expect(Self.pending(raised, "2026-02-15", known) == [])
    let lowered = Self.region(lumpSums: [Self.lumpSum(1_188)])
    #expect(
      Self.pending(lowered, "2026-02-15", known) == ["2026-01-01 lump-sum #2 -11", "2026-02-01 lump-sum #2 -11"])
  }

  @Test func `a row that is taken out is taken back`() {
    var known = DayKnowledge(begin: "2026-01-01")
    Self.book(Self.region(lumpSums: [Self.lumpSum(1_200)]), "2026-01-15", into: &known)
    #expect(Self.pending(Self.region(), "2026-01-15", known) == ["2026-01-01 lump-sum #1 -100"])
  }

  // MARK: Advances

  @Test func `ZB-6: care is set against advances at the end of the month after it`() throws {
    let region = Self.region(advances: [Self.advance(100)])
    var known = DayKnowledge(begin: "2026-01-01")
    known.entitlements = [try Self.care("2026-01", 130, known: "2026-02-10")]
    // January: 130 less 100 is payable.
    #expect(
      Self.pending(region, "2026-02-28", known)
        == ["2026-01-01 advance 100", "2026-02-01 advance 100", "2026-02-28 settlement 30 of 130"])
    Self.book(region, "2026-02-28", into: &known)
    // February: 80 less 100; nothing is payable and 20 is carried. March: 150 less 100 less 20.
    known.entitlements += [
      try Self.care("2026-02", 80, known: "2026-03-10"), try Self.care("2026-03", 150, known: "2026-04-10"),
    ]
    #expect(
      Self.pending(region, "2026-04-30", known)
        == [
          "2026-03-01 advance 100", "2026-03-31 settlement 0 of 80", "2026-04-01 advance 100",
          "2026-04-30 settlement 30 of 150",
        ])
    Self.book(region, "2026-04-30", into: &known)
    #expect(Self.pending(region, "2026-04-30", known) == [])
  }

  @Test func `care that became known on the settlement day comes at the next one`() throws {
    let region = Self.region(advances: [Self.advance(100)])
    var known = DayKnowledge(begin: "2026-01-01")
    known.entitlements = [try Self.care("2026-01", 130, known: "2026-02-28")]
    Self.book(region, "2026-02-28", into: &known)
    #expect(!known.booked.contains { $0.key.kind == .settlement })
    // At the end of March January is settled with the advances of January and February.
    #expect(
      Self.pending(region, "2026-03-31", known) == ["2026-03-01 advance 100", "2026-03-31 settlement 0 of 130"])
  }

  @Test(arguments: [(.quarterly, "2026-04-30"), (.yearly, "2027-01-31")] as [(Advance.Interval, CalendarDate)])
  func `ZB-6: a quarter or a year is settled once`(interval: Advance.Interval, day: CalendarDate) throws {
    let region = Self.region(advances: [Self.advance(1, interval)])
    var known = DayKnowledge(begin: "2026-01-01")
    known.entitlements = [try Self.care("2026-01", 130, known: "2026-02-10")]
    let settlements = DueDays(region: region, asOf: "2027-02-01", known: known).pending().flatMap(\.bookings)
      .filter { $0.key.kind == .settlement && $0.amount != .zero }
    #expect(settlements.map(\.key.due) == [day])
  }

  @Test func `an excess is repaid at a final settlement, and carried over the year end otherwise`() throws {
    var known = DayKnowledge(begin: "2026-01-01")
    known.entitlements = [
      try Self.care("2026-12", 1_000, known: "2027-01-10"), try Self.care("2027-01", 500, known: "2027-02-10"),
    ]
    let final = Self.region(advances: [Self.advance(100, .yearly, isFinal: true)])
    // Twelve advances of 100; 1,000 of care: 200 back. No advances in 2027: that care is settled after its year.
    #expect(Self.pending(final, "2027-02-27", known).suffix(1) == ["2027-01-31 settlement -200 of 1000"])
    let carried = Self.region(advances: [Self.advance(100, .yearly), Self.advance(10, .monthly, year: 2027)])
    // January 2027: 500 less 10 less the 200 that are carried.
    #expect(
      Self.pending(carried, "2027-02-28", known).suffix(4)
        == [
          "2027-01-01 advance 10", "2027-01-31 settlement 0 of 1000", "2027-02-01 advance 10",
          "2027-02-28 settlement 290 of 500",
        ])
  }

  @Test func `care that comes after the last settlement is settled at the next month's end`() throws {
    let region = Self.region(advances: [Self.advance(100, .yearly, isFinal: true)])
    var known = DayKnowledge(begin: "2026-01-01")
    known.entitlements = [try Self.care("2026-12", 1_200, known: "2027-01-10")]
    Self.book(region, "2027-02-10", into: &known)
    known.entitlements.append(try Self.care("2026-11", 70, known: "2027-02-10"))
    #expect(Self.pending(region, "2027-02-27", known) == [])
    #expect(Self.pending(region, "2027-03-01", known) == ["2027-02-28 settlement 70 of 70"])
    known.entitlements.append(try Self.care("2026-11", -70, known: "2027-02-11"))
    #expect(Self.pending(region, "2027-03-01", known) == [])
  }

  @Test func `a lowered advance that was settled already is paid after all`() throws {
    var known = DayKnowledge(begin: "2026-01-01")
    known.entitlements = [try Self.care("2026-01", 130, known: "2026-02-10")]
    Self.book(Self.region(advances: [Self.advance(100)]), "2026-02-28", into: &known)
    // January's advance falls to 60: 40 goes back, and 40 more of January's care is payable. February's falls too.
    #expect(
      Self.pending(Self.region(advances: [Self.advance(60)]), "2026-02-28", known)
        == ["2026-01-01 advance #1 -40", "2026-02-01 advance #1 -40", "2026-02-28 settlement #1 40 of 0"])
  }

  // MARK: Corridor

  @Test(
    arguments: [
      // A year of € 10.00 and a band of 10 %; hours at € 4.00: 3 hours are 1.00 above the band, half of it is 0.50.
      (3, "2027-01-31 corridor 50"), (2, "2027-01-31 corridor -50"),
    ] as [(Int64, String)])
  func `production beyond the band is settled after the year`(hours: Int64, line: String) {
    let corridor = LumpSum.Corridor(bandPercent: 10, riskSharePercent: 50)
    let region = Self.region(lumpSums: [Self.lumpSum(1_000, .days(["2026-01-01"]), corridor: corridor)])
    var known = DayKnowledge(begin: "2026-06-01")
    let item = ProductionItem(
      source: .table, municipality: Sample.municipality, provider: Sample.provider, client: 1, product: Sample.product,
      period: Period("2026-03-01", "2026-03-31"), volume: hours)
    known.production = [DayKnowledge.Production(item: item, agreement: "lump")]
    #expect(Self.pending(region, "2027-01-30", known) == [])
    #expect(Self.pending(region, "2027-01-31", known) == [line])
  }

  // MARK: Properties

  @Test func `whatever the order of care and runs, a final year pays the entitlement, seed 4`() throws {
    var random = SeededGenerator(seed: 4)
    var wrong = 0
    for _ in 0..<400 {
      var known = DayKnowledge(begin: "2026-01-01")
      var row = Self.advance(
        Int64.random(in: 0...500, using: &random),
        [Advance.Interval.monthly, .quarterly, .yearly].randomElement(using: &random)!)
      var asOf: CalendarDate = "2026-01-05"
      while asOf < "2027-04-01" {
        Self.book(Self.region(advances: [row]), asOf, into: &known)
        if !Self.pending(Self.region(advances: [row]), asOf, known).isEmpty { wrong += 1 }
        let month = CalendarMonth(
          year: 2026, month: Int.random(in: 1...min(12, asOf.year == 2026 ? asOf.month.number : 12), using: &random))
        known.entitlements.append(
          DayKnowledge.Entitlement(
            account: Self.account, deliveryMonth: month, known: asOf,
            amount: Euros(cents: Int64.random(in: -200...900, using: &random))))
        if Int.random(in: 0..<4, using: &random) == 0 {
          row = Self.advance(Int64.random(in: 0...500, using: &random), row.settled)
        }
        asOf = asOf.adding(days: Int.random(in: 1...120, using: &random))
      }
      row.isFinal = true
      Self.book(Self.region(advances: [row]), "2028-01-01", into: &known)
      let paid = known.booked.reduce(Euros.zero) { $0 + $1.amount }
      if paid != known.entitlements.reduce(.zero, { $0 + $1.amount }) { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test func `the postings of every booking sum to zero`() {
    let month = CalendarMonth(year: 2026, month: 5)
    for kind in DayBooking.Kind.allCases {
      let booking = DayBooking(
        key: Self.account.key(of: kind), correction: 0, deliveryMonth: month, amount: Euros(cents: 30),
        entitlement: kind == .settlement ? Euros(cents: 130) : nil)
      let postings = booking.postings(bookedIn: month)
      #expect(postings.reduce(Euros.zero) { $0 + $1.amount } == .zero)
      #expect(postings.filter { $0.account.kind == .payable }.map(\.amount.cents) == [-30])
      #expect(postings.allSatisfy { $0.line == nil && $0.bsn == nil && $0.bookingMonth == month })
    }
  }
}

extension AdvanceAccount {
  fileprivate func key(of kind: DayBooking.Kind) -> DayBooking.Key {
    DayBooking.Key(
      due: "2026-05-01", kind: kind, domain: domain, municipality: municipality, provider: provider,
      agreement: agreement)
  }
}
