import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct DistributionKeyTests {
  static let apart = Succession([])
  static let day: CalendarDate = "2026-01-01"

  static func key(_ rows: [(MunicipalityCode, Int64, Int?)]) -> DistributionKey? {
    DistributionKey(
      rows.map { KeyShare(key: "k", municipality: $0, weight: $1, useRate: $2) }, apart, on: day)
  }

  static let use: [MunicipalityCode: Euros] = [Region.first: Euros(cents: 60), Region.third: Euros(cents: 40)]

  @Test func `PM-2: fixed shares`() throws {
    // 100 by 1 : 1 : 1: the cent that is left goes to the earliest of the region.
    let key = try #require(Self.key([(Region.third, 1, nil), (Region.second, 1, nil), (Region.first, 1, nil)]))
    #expect(key.shares(of: Self.use, over: Region.all) == Euros.all([34, 33, 33]))
  }

  @Test func `PM-2: youths times use`() throws {
    // 1,000 × 4.00 % is 40, 2,000 × 3.00 % is 60: 40 and 60 of 100.
    let key = try #require(Self.key([(Region.first, 1000, 400), (Region.second, 2000, 300)]))
    #expect(key.shares(of: Self.use, over: Region.all) == Euros.all([40, 60, 0]))
  }

  @Test func `PM-2: own use`() {
    #expect(DistributionKey.ownUse.shares(of: Self.use, over: Region.all) == Euros.all([60, 0, 40]))
  }

  @Test func `a key without weight is none`() { #expect(Self.key([(Region.first, 0, nil)]) == nil) }

  @Test func `the rows of a year go before those for every year`() {
    var records = SharingRecords()
    let always = KeyShare(key: "k", municipality: Region.first, weight: 1)
    let once = KeyShare(key: "k", municipality: Region.second, year: 2027, weight: 1)
    records.keys = [always, once, KeyShare(key: "other", municipality: Region.third, weight: 1)]
    #expect(records.weights(of: "k", in: 2026) == [always])
    #expect(records.weights(of: "k", in: 2027) == [once])
    #expect(records.weights(of: "none", in: 2027) == [])
  }

  @Test func `PM-2, GC-3: each group by its own key, overhead on its own line`() throws {
    var cost = CostDistribution(municipalities: Region.all)
    cost.share(overhead: "Inkooporganisatie", Euros(cents: 10), by: [Region.second: 2, Region.third: 1])
    cost.share(
      group: "verblijf", Self.use, by: try #require(Self.key([(Region.first, 1, nil), (Region.second, 3, nil)])))
    cost.share(group: "ambulant", Self.use, by: .ownUse)
    #expect(
      cost.lines.map(\.subject) == [
        .care(group: "verblijf"), .care(group: "ambulant"), .overhead(name: "Inkooporganisatie"),
      ])
    #expect(cost.lines.map(\.total.cents) == [100, 100, 10])
    #expect(cost.care == Euros.all([85, 75, 40]))
    #expect(cost.overhead == Euros.all([0, 7, 3]))
  }

  @Test func `shares sum to the cost of 10,000 regions, seed 3`() throws {
    var random = SeededGenerator(seed: 3)
    var wrong = 0
    for _ in 0..<10_000 {
      let codes = (1...Int.random(in: 1...30, using: &random)).map { MunicipalityCode("\(1000 + $0)")! }
      var cost = CostDistribution(municipalities: codes)
      var total: Int64 = 0
      for group in 0..<4 {
        let use = Dictionary(
          uniqueKeysWithValues: codes.map {
            ($0, Euros(cents: Int64.random(in: -99_999...999_999_999, using: &random)))
          })
        total += use.values.reduce(0) { $0 + $1.cents }
        let rows = codes.map {
          (
            $0, Int64.random(in: 1...400_000, using: &random),
            group == 2 ? Int.random(in: 1...10_000, using: &random) : nil
          )
        }
        cost.share(group: "\(group)", use, by: group == 0 ? .ownUse : try #require(Self.key(rows)))
      }
      if cost.care.reduce(0, { $0 + $1.cents }) != total { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}

struct SuccessionTests {
  static let succession = Succession([
    Municipality(code: Region.first, name: "A", validUntil: "2022-12-31", successor: Region.second),
    Municipality(code: Region.second, name: "B", validUntil: "2024-12-31", successor: Region.third),
    Municipality(code: Region.third, name: "C"),
  ])

  @Test(
    arguments: [
      ("2022-12-31", Region.first), ("2023-01-01", Region.second), ("2024-12-31", Region.second),
      ("2025-01-01", Region.third),
    ] as [(CalendarDate, MunicipalityCode)])
  func `the successor bears it from its date`(day: CalendarDate, bearer: MunicipalityCode) {
    #expect(Self.succession.bearer(of: Region.first, on: day) == bearer)
  }

  @Test func `budgets sum under the successor`() {
    let budgets = [Region.first: Euros(cents: 1), Region.second: Euros(cents: 20), Region.third: Euros(cents: 300)]
    #expect(Self.succession.merged(budgets, on: "2022-12-31") == budgets)
    #expect(
      Self.succession.merged(budgets, on: "2023-01-01")
        == [Region.second: Euros(cents: 21), Region.third: Euros(cents: 300)])
    #expect(Self.succession.merged(budgets, on: "2025-01-01") == [Region.third: Euros(cents: 321)])
  }

  @Test func `weights sum under the successor too`() {
    let rows = Region.all.map { KeyShare(key: "k", municipality: $0, weight: 2) }
    #expect(DistributionKey(rows, Self.succession, on: "2023-01-01") == .weights([Region.second: 4, Region.third: 2]))
  }

  @Test(
    arguments: [
      ("2022-12-31", Region.third, []), ("2023-01-01", Region.second, [Region.first]),
      ("2024-12-31", Region.third, []), ("2025-01-01", Region.third, [Region.second, Region.first]),
      ("2025-01-01", Region.first, []),
    ] as [(CalendarDate, MunicipalityCode, [MunicipalityCode])])
  func `the predecessors are those that were taken over by then`(
    day: CalendarDate, code: MunicipalityCode, expected: [MunicipalityCode]
  ) {
    #expect(Self.succession.predecessors(of: code, on: day) == expected)
  }

  @Test func `predecessors of one merger are in the order of the region`() {
    let succession = Succession([
      Municipality(code: Region.second, name: "B", validUntil: "2022-12-31", successor: Region.third),
      Municipality(code: Region.first, name: "A", validUntil: "2022-12-31", successor: Region.third),
    ])
    #expect(succession.predecessors(of: Region.third, on: "2023-01-01") == [Region.second, Region.first])
  }

  @Test func `the successors are those of now and later`() {
    #expect(Self.succession.successors(of: Region.first) == [Region.second, Region.third])
    #expect(Self.succession.successors(of: Region.third) == [])
  }

  @Test func `a circle ends`() {
    let circle = Succession([
      Municipality(code: Region.first, name: "A", validUntil: "2022-12-31", successor: Region.second),
      Municipality(code: Region.second, name: "B", validUntil: "2022-12-31", successor: Region.first),
    ])
    #expect(circle.bearer(of: Region.first, on: "2023-01-01") == Region.second)
    #expect(circle.predecessors(of: Region.first, on: "2023-01-01") == [Region.second])
    #expect(circle.successors(of: Region.first) == [Region.second])
  }
}
