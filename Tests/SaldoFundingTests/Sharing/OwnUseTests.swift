import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct OwnUseTests {
  static let bsn = Bsn(digits: "999900006")!

  @Test func `GD-8: a period over the turn of the year is split by the rule of each date`() {
    // From the table the first is responsible, from 2022 on the address: the second.
    let history = ResponsibleMunicipality([
      Residence(
        bsn: Self.bsn, municipality: Region.first, period: OpenPeriod(begin: "2019-05-01", end: nil),
        basis: .responsible),
      Residence(
        bsn: Self.bsn, municipality: Region.second, period: OpenPeriod(begin: "2018-01-01", end: nil), basis: .address),
    ])
    let charges = OwnUse.charges(
      for: Euros(cents: 100_01), over: Period(begin: "2021-12-29", end: "2022-01-01")
    ) { history.municipality(of: Self.bsn, .jw, on: $0) ?? Region.third }
    // Three days and one: 75.0075 and 25.0025.
    #expect(
      charges == [
        .init(municipality: Region.first, month: CalendarMonth(year: 2021, month: 12), amount: Euros(cents: 75_01)),
        .init(municipality: Region.second, month: CalendarMonth(year: 2022, month: 1), amount: Euros(cents: 25_00)),
      ])
  }

  @Test func `a move in a month is split by days, also of a credit and when the client comes back`() {
    func responsible(_ day: CalendarDate) -> MunicipalityCode {
      (10...14).contains(day.parts.day) ? Region.second : Region.first
    }
    let month = CalendarMonth(year: 2026, month: 4)
    // 25 and 5 days of 30: of 100.01 that is 83.3417 and 16.6683.
    for sign in [Int64(1), -1] {
      let charges = OwnUse.charges(for: Euros(cents: 100_01 * sign), over: month.period, responsible: responsible)
      #expect(charges.map(\.municipality) == [Region.first, Region.second])
      #expect(charges.map(\.amount.cents) == [83_34 * sign, 16_67 * sign])
      #expect(charges.allSatisfy { $0.month == month })
    }
  }

  @Test func `GC-2: advances less own use is the balance`() {
    let balances = OwnUse.balances(
      care: [Region.first: Euros(cents: 700), Region.second: Euros(cents: 300)],
      overhead: [Region.first: Euros(cents: 20), Region.third: Euros(cents: 5)],
      advances: [Region.first: Euros(cents: 800), Region.second: Euros(cents: 250)], of: Region.all)
    #expect(balances.map(\.municipality) == Region.all)
    #expect(balances.map(\.care.cents) == [700, 300, 0])
    #expect(balances.map(\.overhead.cents) == [20, 0, 5])
    #expect(balances.map(\.balance.cents) == [80, -50, -5])
  }

  @Test func `GC-2: the parts of a split period sum to the whole, seed 2`() {
    var random = SeededGenerator(seed: 2)
    var wrong = 0
    for _ in 0..<10_000 {
      let amount = Euros(cents: Int64.random(in: -99_999_999...99_999_999, using: &random))
      let begin = CalendarDate(daysSince1970: Int32.random(in: 18_000...21_000, using: &random))
      let period = Period(begin: begin, end: begin.adding(days: Int.random(in: 0...45, using: &random)))
      let moves = (0..<3).map { _ in begin.adding(days: Int.random(in: 0...45, using: &random)) }
      let charges = OwnUse.charges(for: amount, over: period) { day in
        Region.all[moves.count { $0 <= day } % 3]
      }
      if charges.reduce(.zero, { $0 + $1.amount }) != amount { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}

struct ResponsibleMunicipalityTests {
  static let bsn = OwnUseTests.bsn

  static func residence(
    _ municipality: MunicipalityCode, _ begin: CalendarDate, _ end: CalendarDate?, _ basis: Residence.Basis
  ) -> Residence {
    Residence(
      bsn: bsn, municipality: municipality, period: OpenPeriod(begin: begin, end: end), basis: basis)
  }

  static let history = ResponsibleMunicipality([
    residence(Region.second, "2010-01-01", "2014-12-31", .address),
    residence(Region.first, "2015-01-01", "2023-03-31", .address),
    residence(Region.second, "2023-04-01", "2023-12-31", .residential),
    residence(Region.third, "2024-01-01", "2024-06-30", .residential),
    residence(Region.third, "2024-07-01", nil, .address),
    residence(Region.third, "2020-01-01", "2022-06-30", .responsible),
  ])

  @Test(arguments: [
    // Before 2022 the table, and nothing before its first row.
    (Domain.jw, "2019-12-31" as CalendarDate, MunicipalityCode?.none),
    (.jw, "2021-12-31", Region.third),
    // From 2022 the address, in residential care the one before it, also after a move from one to another.
    (.jw, "2022-01-01", Region.first),
    (.jw, "2023-03-31", Region.first),
    (.jw, "2023-04-01", Region.first),
    (.jw, "2024-06-30", Region.first),
    (.jw, "2024-07-01", Region.third),
    // The Wmo keeps to the table.
    (.wmo, "2022-06-30", Region.third),
    (.wmo, "2022-07-01", nil),
  ])
  func `the rule of each date`(domain: Domain, day: CalendarDate, expected: MunicipalityCode?) {
    #expect(Self.history.municipality(of: Self.bsn, domain, on: day) == expected)
  }

  @Test func `without an address before residential care nothing is known`() {
    let history = ResponsibleMunicipality([
      Self.residence(Region.second, "2023-04-01", nil, .residential),
      Self.residence(Region.first, "2024-04-01", nil, .address),
    ])
    #expect(history.municipality(of: Self.bsn, .jw, on: "2023-05-01") == nil)
    #expect(history.municipality(of: Bsn(digits: "999900018")!, .jw, on: "2023-05-01") == nil)
  }

  @Test func `the old contract goes on for a year at most`() {
    #expect(Continuation.latestEnd(from: "2026-03-10") == "2027-03-09")
    #expect(Continuation.latestEnd(from: "2028-02-29") == "2029-02-28")
  }
}
