import Foundation
import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

/// Worked examples of the plain formulas that somebody else computed: a JSON file that `SALDO_VECTORS` names.
@Suite(.enabled(if: Vectors.path != nil))
struct VectorTests {
  @Test func `prices per unit`() throws {
    for vector in try Vectors.read().unitPrice {
      // In euros the volume is the amount (CS339); the contract then has a total.
      let isEuro = vector.unit == .euro
      let isHourly = vector.priceUnit == .hour
      let row = PriceRow.sample(
        unit: vector.unit, price: isEuro ? vector.amount : vector.price,
        basis: isEuro ? .total : isHourly ? .hour : .unit, agreement: "a")
      let agreement = Agreement(key: "a", name: "A", model: isEuro ? .fixedPrice : .unitPrice)
      let amount = isEuro ? vector.volume : vector.amount
      let line = DeliveryLine.sample(volume: vector.volume, unit: vector.unit, amount: .debit(amount))
      let valuation = FundingModels.model(of: agreement.model).value(
        Claim(
          line: line, terms: ContractTerms(row: row, agreement: agreement), allocation: OpenPeriod("2025-01-01"),
          approvedBefore: .zero))
      #expect(valuation == Valuation(due: Euros(cents: vector.amount)))
    }
  }

  @Test func `tariffs per minute`() throws {
    for vector in try Vectors.read().lineTariff {
      #expect(HourlyPrice(Euros(cents: vector.price)).minuteTariff.cents == vector.tariff)
    }
  }

  @Test func `instalments`() throws {
    for vector in try Vectors.read().instalments {
      #expect(Instalments.split(Euros(cents: vector.amount), by: vector.sharesPercent).map(\.cents) == vector.parts)
    }
  }

  @Test func `tranches`() throws {
    for vector in try Vectors.read().tranche {
      let month = try #require(CalendarMonth(iso: vector.month)).period
      let begin = try #require(CalendarDate(iso: vector.begin))
      let end = vector.end.flatMap { CalendarDate(iso: $0) }
      let period = Period(begin: max(begin, month.begin), end: min(end ?? month.end, month.end))
      let line = DeliveryLine.sample(period: period, unit: .euro, tariff: nil, amount: .debit(vector.amount))
      let agreement = Agreement(key: "t", name: "T", model: .tranche, partialMonth: vector.policy)
      let row = PriceRow.sample(unit: .euro, price: vector.monthPrice, basis: .month, agreement: "t")
      let valuation = Tranche().value(
        Claim(
          line: line, terms: ContractTerms(row: row, agreement: agreement),
          allocation: OpenPeriod(begin: begin, end: end), approvedBefore: .zero))
      #expect(valuation == Valuation(due: Euros(cents: vector.amount)))
    }
  }

  /// One product period a claim; all instalments but the last are at the start. A claim that still waits counts as
  /// rejected, as it is without an outcome.
  @Test func `arrangements`() throws {
    for vector in try Vectors.read().arrangement {
      let shares = vector.sharesPercent
      var arrangement = ArrangementCase(
        vector.amount,
        shares.enumerated().map { .init(share: $1, when: $0 == shares.count - 1 ? .result : .start) })
      var verdicts = vector.verdicts[...]
      var (month, amount) = (1, vector.amount)
      for event in vector.events {
        switch event.event {
        case "outcome": arrangement.outcome(event.percent ?? 0, on: ArrangementCase.period(month).begin)
        case "change":
          arrangement.change(from: amount, to: event.amount ?? 0)
          amount = event.amount ?? 0
        case "claim":
          let expected = verdicts.removeFirst()
          let found = arrangement.claim(event.cents ?? 0, month: month)
          let words = ["accept": "accept", "signal": "accept+signal"]
          #expect(found.due == expected.due && words[found.word, default: "reject"] == expected.verdict)
          month += 1
        case "credit":
          let expected = verdicts.removeFirst()
          #expect(expected.verdict == "accept")
          let index = arrangement.claims.lastIndex { $0.amount.cents == event.cents }
          arrangement.claims.remove(at: try #require(index))
        default: #expect(event.event == "start")
        }
      }
      #expect(arrangement.claims.reduce(0) { $0 + $1.amount.cents } == vector.approved)
      #expect(arrangement.balance.toBeCredited.cents == vector.toBeCredited)
    }
  }
}

/// The file of worked examples.
struct Vectors: Decodable {
  let unitPrice: [UnitPrice]
  let lineTariff: [LineTariff]
  let instalments: [Split]
  let tranche: [Month]
  let arrangement: [Course]

  static var path: String? { ProcessInfo.processInfo.environment["SALDO_VECTORS"] }

  static func read() throws -> Vectors {
    try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: URL(filePath: try #require(path))))
  }

  struct UnitPrice: Decodable {
    let price: Int64
    let priceUnit: CareUnit
    let volume: Int64
    let unit: CareUnit
    let amount: Int64
  }

  struct LineTariff: Decodable {
    let price: Int64
    let tariff: Int64
  }

  struct Split: Decodable {
    let amount: Int64
    let sharesPercent: [Int]
    let parts: [Int64]
  }

  struct Month: Decodable {
    let monthPrice: Int64
    let begin: String
    let end: String?
    let month: String
    let policy: Agreement.PartialMonth
    let amount: Int64
  }

  struct Course: Decodable {
    let amount: Int64
    let sharesPercent: [Int]
    let events: [Event]
    let verdicts: [Verdict]
    let approved: Int64
    let toBeCredited: Int64

    struct Event: Decodable {
      let event: String
      let cents: Int64?
      let amount: Int64?
      let percent: Int?
    }

    struct Verdict: Decodable {
      let due: Int64?
      let verdict: String
    }
  }
}
