import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct ProjectionTests {
  static let january = CalendarMonth(year: 2026, month: 1)

  static func part(_ month: Int, _ cap: Int64, _ cents: Int64, per: Int64 = 1) -> Projection.Part {
    Projection.Part(
      month: january.adding(months: month), cap: cap, price: Euros(cents: cents), perUnits: per)
  }

  @Test func `caps are scaled to the volume, each at its own price`() throws {
    // 15 of 21 hours: 15 ÷ 21 × (3 × 70.00 + 15 × 70.00 + 3 × 84.00) = 1,080.00, in 210 : 1,050 : 252.
    let projection = try #require(
      Projection(volume: 15, over: [Self.part(0, 3, 7000), Self.part(1, 15, 7000), Self.part(2, 3, 8400)]))
    #expect(projection.months.map(\.amount) == Euros.all([150_00, 750_00, 180_00]))
    #expect(projection.months.map(\.month) == (0...2).map(Self.january.adding))
    #expect(projection.total == Euros(cents: 1_080_00))
  }

  @Test func `years`() throws {
    let projection = try #require(
      Projection(volume: 20, over: [Self.part(11, 10, 8000), Self.part(12, 10, 8400)]))
    #expect(projection.total(in: 2026) == Euros(cents: 800_00))
    #expect(projection.total(in: 2027) == Euros(cents: 840_00))
    #expect(projection.total(in: 2028) == .zero)
  }

  @Test func `minutes on an hourly price are rounded once`() throws {
    // 87.30 × 45 ÷ 60 = 65.475; equal parts of 65.48.
    let projection = try #require(
      Projection(volume: 45, over: [Self.part(0, 45, 8730, per: 60), Self.part(1, 45, 8730, per: 60)]))
    #expect(projection.months.map(\.amount) == Euros.all([32_74, 32_74]))
    // A price per hour and one per minute in one projection: 30 of 60 minutes, 0.5 × (30 × 0.5 + 30 × 2.00) = 37.50.
    let mixed = try #require(Projection(volume: 30, over: [Self.part(0, 30, 3000, per: 60), Self.part(1, 30, 200)]))
    #expect(mixed.months.map(\.amount) == Euros.all([7_50, 30_00]))
  }

  @Test func `nothing to deliver costs nothing, and too much is not projected`() throws {
    #expect(Projection(volume: 0, over: [Self.part(0, 0, 100)])?.months.map(\.amount) == [.zero])
    #expect(Projection(volume: 5, over: [Self.part(0, 5, 0)])?.total == .zero)
    #expect(Projection(volume: 5, over: [])?.total == .zero)
    #expect(
      Projection(volume: 999_999_999_999, over: [Self.part(0, 999_999_999_999, 1)])?.total.cents == 999_999_999_999)
    #expect(Projection(volume: 1_000_000_000_000, over: [Self.part(0, 1_000_000_000_000, 1)]) == nil)
    #expect(
      Projection(
        volume: 1_000_000_000_000, over: [Self.part(0, 500_000_000_000, 1), Self.part(1, 500_000_000_000, 1)]) == nil)
    #expect(Projection(volume: .max, over: [Self.part(0, .max, 99_999_999)]) == nil)
  }

  @Test func `a budget is spread evenly`() {
    let months = (0...2).map(Self.january.adding)
    #expect(Projection(budget: Euros(cents: 100), over: months).months.map(\.amount) == Euros.all([34, 33, 33]))
    #expect(Projection(budget: Euros(cents: 100), over: []).total == .zero)
  }
}

struct CostTiersTests {
  static func euros(_ amounts: [Int64]) -> [Euros] { Euros.all(amounts.map { $0 * 100 }) }

  @Test(
    arguments: [
      ([25_000], nil, 0), ([24_000, 1_001], 25_000, 0), ([1_001, 24_000], 25_000, 1), ([50_000], 25_000, 0),
      ([25_001, 25_001], 50_000, 0), ([80_001], 80_000, 0), ([10, 200_000, 20], 100_000, 1), ([], nil, 0),
    ] as [([Int64], Int64?, Int)])
  func `DEV-2: a request above a tier goes back, with the product that costs most`(
    amounts: [Int64], tier: Int64?, driver: Int
  ) {
    let total = Euros(cents: amounts.reduce(0, +) * 100)
    let expected: CostTiers.Advice =
      tier.map { .returnToManager(tier: Euros(cents: $0 * 100), total: total, driver: driver) } ?? .pass
    #expect(CostTiers.usual.advice(on: Self.euros(amounts)) == expected)
  }

  @Test func `DEV-2: a cent above a tier is above it; tiers are a choice`() {
    #expect(CostTiers.usual.advice(on: [Euros(cents: 25_000_00)]) == .pass)
    #expect(CostTiers.usual.advice(on: [Euros(cents: 25_000_01)]) != .pass)
    var records = SharingRecords()
    #expect(CostTiers(records) == .usual)
    records.costTiers = Self.euros([20, 10]).map { CostTier(name: "drempel", above: $0) }
    let own = CostTiers(records)
    #expect(own.tiers == Self.euros([10, 20]))
    #expect(
      own.advice(on: Self.euros([15]))
        == .returnToManager(tier: Euros(cents: 10_00), total: Euros(cents: 15_00), driver: 0))
  }
}

struct CommitmentViewTests {
  @Test func `DEV-3: committed, declared, still to come and expected against the budget`() {
    let view = CommitmentView(
      [
        .init(projected: Euros(cents: 1000), declared: Euros(cents: 400)),
        // More declared than was expected: nothing still comes of it.
        .init(projected: Euros(cents: 500), declared: Euros(cents: 600)),
        .init(projected: nil, declared: Euros(cents: 50)),
      ], budget: Euros(cents: 1600))
    #expect(view.committed.cents == 1500)
    #expect(view.declared.cents == 1050)
    #expect(view.stillToCome.cents == 600)
    #expect(view.unknown == 1)
    #expect(view.expected.cents == 1650)
    #expect(view.room?.cents == -50)
    #expect(CommitmentView([]).room == nil)
  }
}
