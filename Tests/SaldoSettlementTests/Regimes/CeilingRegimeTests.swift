import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoTestSupport
import Testing

/// Behaviours of the regimes on ceilings and contract rules, as FUNDING reads them, settled as a whole.
struct CeilingRegimeTests {
  /// What settling declared lines came to.
  private struct Settled {
    let booking: Booking
    var judgement: Judgement? { if case .judged(let judgement) = booking.decision { judgement } else { nil } }
    var codes: [Int: [String]] { (judgement?.lineCodes ?? [:]).mapValues { $0.map(\.rawValue) } }
    var rules: [RuleCode] { booking.decision.findings.map(\.rule) }
    var booked: [Int64] {
      booking.postings.postings.filter { $0.account.kind == .careCost }.map(\.amount.cents)
    }
  }

  private func settle(
    _ lines: [DeliveryLine], known: WorkingSet = .sample, asOf: CalendarDate = "2025-03-10",
    provider: ProviderCode = Sample.provider, region change: (inout RegionSnapshot) -> Void = { _ in }
  ) -> Settled {
    let region = RegionContracts(with(RegionContracts.sample.snapshot, change))
    return Settled(
      booking: Settlement(asOf: asOf, region: region).settle(
        .declaration(.sample(provider: provider, lines: lines)), as: 1, known: known))
  }

  /// A ceiling of € 6,000.00 of which € 5,900.00 is used; the sample line is one of € 40.00.
  private var nearlyUsed: WorkingSet {
    var known = WorkingSet.sample(allocations: [
      .sample(.sample(volume: AllocatedVolume(volume: 500, unit: .hour, frequency: .perMonth)))
    ])
    known.ceilings = [
      CeilingUse(
        ceiling: ClientCeiling(
          municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
          ceiling: Euros(cents: 600_000), setter: .provider), used: Euros(cents: 590_000))
    ]
    return known
  }

  /// 150 hours at € 4.00: € 600.00.
  private let line600 = DeliveryLine.sample(volume: 150, amount: .debit(60_000))

  @Test func `GA-1: a line above the ceiling is paid in full, with a signal of the amount over`() {
    let settled = settle([line600], known: nearlyUsed)
    #expect(settled.codes == [:])
    #expect(settled.booked == [60_000])
    #expect(settled.rules == ["IBP"])
    #expect(settled.judgement?.findings.first?.facts["over"] == .amount(Euros(cents: 50_000)))
    #expect(settled.judgement?.findings.first?.place.line == 0)
  }

  @Test func `GA-2: a raise before the line takes the signal away; before it was known the old ceiling holds`() {
    func rules(asOf: CalendarDate) -> [RuleCode] {
      settle([line600], known: nearlyUsed, asOf: asOf) { region in
        region.ceilings.raises = [
          CeilingRaise(
            municipality: Sample.municipality, bsn: Sample.bsn, ceilingBegin: "2025-01-01", validFrom: "2025-01-01",
            knownOn: "2025-03-09", old: Euros(cents: 600_000), new: Euros(cents: 700_000), by: "gemeente",
            reason: "zwaardere vraag")
        ]
      }.rules
    }
    #expect(rules(asOf: "2025-03-09") == [])
    #expect(rules(asOf: "2025-03-08") == ["IBP"])
  }

  @Test func `GA-4: a ceiling that the provider set does not touch its lines`() {
    #expect(settle([.sample()], known: nearlyUsed).rules == [])
    #expect(settle([.sample()], known: nearlyUsed).booked == [4000])
  }

  @Test func `GA-7: hours are priced per level, and a level that is not contracted is refused`() {
    let levelA = Product(category: Sample.product.category, code: "45LVA")
    let levelB = Product(category: Sample.product.category, code: "45LVB")
    let levelC = Product(category: Sample.product.category, code: "45LVC")
    func codes(_ product: Product, _ cents: Int64) -> [Int: [String]] {
      let allocation = AllocatedProduct.sample(category: product.category, code: product.code)
      return settle(
        [.sample(product: product, tariff: cents, amount: .debit(10 * cents))],
        known: .sample(allocations: [.sample(allocation)])
      ) {
        $0.prices = [
          .sample(product: levelA, price: 8_000), .sample(product: levelB, price: 6_500),
          .sample(product: levelC, price: 5_000, provider: Sample.otherProvider),
        ]
      }.codes
    }
    #expect(codes(levelA, 8_000) == [:])
    #expect(codes(levelB, 6_500) == [:])
    #expect(codes(levelB, 8_000) == [0: ["0611"]])
    #expect(codes(levelC, 5_000) == [0: ["0611"]])
  }

  @Test func `GA-8: dyslexia and transport are outside the ceiling`() {
    let settled = settle([line600], known: nearlyUsed) { $0.agreements[0].countsForClientCeiling = false }
    #expect(settled.rules == [])
    #expect(settled.booked == [60_000])
  }

  @Test func `GD-1: travel time that the catalogue does not have is refused as not contracted`() {
    let travel = Product(category: Sample.product.category, code: "45TRV")
    let allocation = AllocatedProduct.sample(code: nil, volume: nil)
    let settled = settle([.sample(product: travel)], known: .sample(allocations: [.sample(allocation)]))
    #expect(settled.codes == [0: ["S329", "0611"]])
    #expect(settled.booked == [])
  }

  @Test func `PM-1: a product that the municipality did not select is refused`() {
    let settled = settle(
      [.sample(volume: 4000, unit: .euro, tariff: nil)],
      known: .sample(allocations: [
        .sample(.sample(code: nil, volume: nil))
      ])
    ) { $0.prices = [.sample(unit: .euro, basis: .month, municipality: Sample.otherMunicipality, agreement: "month")] }
    #expect(settled.codes == [0: ["S329"]])
  }

  @Test func `PM-6: a code is valid whatever provider delivers it, at one amount`() {
    for provider in [Sample.provider, Sample.otherProvider] {
      let known = WorkingSet.sample(allocations: [.sample(provider: provider)])
      let settled = settle([.sample()], known: known, provider: provider)
      #expect(settled.codes == [:])
      #expect(settled.booked == [4000])
    }
  }

  @Test func `ZB-1: without ceilings any total inside the allocation is paid`() {
    let known = WorkingSet.sample(allocations: [
      .sample(.sample(volume: AllocatedVolume(volume: 500, unit: .hour, frequency: .perMonth)))
    ])
    let settled = settle([line600], known: known)
    #expect(settled.rules == [])
    #expect(settled.booked == [60_000])
  }

  @Test func `ZB-2: above the spending space aspecific care is accepted and set apart, as a whole`() {
    var known = WorkingSet.sample(allocations: [.sample(.sample(code: nil, volume: nil))])
    let space = SpendingSpace(
      provider: Sample.provider, segment: "ambulant", domain: .jw, year: 2025, amount: Euros(cents: 10_000))
    known.spending = [SpendingUse(space: space, used: Euros(cents: 6_000))]
    let lines = [DeliveryLine.sample(), .sample(reference: "R2", period: Period("2025-01-13", "2025-01-31"))]
    let settled = settle(lines, known: known) { $0.agreements[0].segment = "ambulant" }
    #expect(settled.codes == [:])
    #expect(settled.rules == ["spending-70", "spending-apart"])
    #expect(settled.booked == [4000, 4000])
    #expect(settled.booking.setApart == [1])
  }

  @Test func `ZB-2: a credit of a line that was set apart is set apart with it`() {
    var known = WorkingSet.sample()
    known.earlierLines["OLD1"] = with(KnownLine.sample()) {
      $0.agreement = "pxq"
      $0.isSetApart = true
    }
    let credit = DeliveryLine.sample(reference: "OLD1").credited(as: "C1")
    let settled = settle([credit], known: known)
    #expect(settled.booked == [-4000])
    #expect(settled.rules == ["spending-credit"])
    #expect(settled.booking.setApart == [0])
  }

  @Test func `ZB-3: a bespoke tariff of a provider comes before that of the region, in its period`() {
    func codes(_ cents: Int64, month: Int) -> [Int: [String]] {
      let line = DeliveryLine.sample(
        period: CalendarMonth(year: 2025, month: month).period, tariff: cents, amount: .debit(10 * cents))
      return settle([line], known: .sample(allocations: [.sample(.sample(validity: OpenPeriod("2025-01-01")))])) {
        $0.prices = [
          .sample(price: 400),
          .sample(price: 500, provider: Sample.provider, validity: OpenPeriod("2025-02-01", "2025-12-31")),
        ]
      }.codes
    }
    #expect(codes(500, month: 2) == [:])
    #expect(codes(400, month: 2) == [0: ["0611"]])
    #expect(codes(400, month: 1) == [:])
    #expect(codes(500, month: 1) == [0: ["0611"]])
  }

  @Test func `ZB-5 and GC-1: what contradicts the contract is told at the 301, which stays in force`() throws {
    let region = RegionContracts(
      with(RegionContracts.sample.snapshot) {
        $0.prices = [.sample(provider: Sample.otherProvider)]
        $0.contractRules.productRules = [
          ProductRule(
            category: Sample.product.category, limit: .maxDuration(.init(1, .months)), from: "2025-01-01")
        ]
      })
    let booking = Settlement(asOf: "2025-01-10", region: region).settle(
      .allocation(.sample()), as: 1, known: WorkingSet())
    #expect(booking.decision.findings.map(\.rule) == ["K013", "K014"])
    #expect(booking.decision == .inForce(booking.decision.findings))
    #expect(booking.decision.findings.allSatisfy { $0.place.product == 0 })
  }

  @Test func `a credit is never refused on the region's own rules`() {
    var known = WorkingSet.sample()
    known.earlierLines["OLD1"] = with(KnownLine.sample()) { $0.agreement = "pxq" }
    known.birthDates[Sample.bsn] = BirthDate(date: "1990-01-01", use: nil)
    let credit = DeliveryLine.sample(reference: "OLD1").credited(as: "C1")
    let settled = settle([credit], known: known) { region in
      region.contractRules.contracts = [
        ContractPeriod(provider: Sample.otherProvider, period: OpenPeriod("2020-01-01"))
      ]
      region.contractRules.productRules = [
        ProductRule(
          category: Sample.product.category, agreement: "pxq", limit: .maxDuration(.init(1, .days)),
          from: "2020-01-01", action: .reject),
        ProductRule(
          category: Sample.product.category, agreement: "pxq", limit: .age18, from: "2020-01-01", action: .reject),
      ]
    }
    #expect(settled.codes == [:])
    #expect(settled.rules == [])
    #expect(settled.booked == [-4000])
  }

  @Test func `one line can get every code that is true of it`() {
    var known = WorkingSet.sample
    known.birthDates[Sample.bsn] = BirthDate(date: "1990-01-01", use: nil)
    let settled = settle([.sample()], known: known) { region in
      region.contractRules.contracts = [
        ContractPeriod(provider: Sample.otherProvider, period: OpenPeriod("2020-01-01"))
      ]
      region.contractRules.productRules = [
        ProductRule(
          category: Sample.product.category, agreement: "pxq", limit: .age18, from: "2020-01-01", action: .reject)
      ]
    }
    #expect(settled.codes == [0: ["S329", "9308"]])
    #expect(settled.rules == ["K003", "K008"])
  }
}
