import SaldoDomain
import SaldoTestSupport
import Testing

struct CatalogueTests {
  private func price(
    _ rows: [PriceRow], unit: CareUnit = .hour, delivery: CalendarDate = "2025-02-01", start: CalendarDate? = nil,
    municipality: MunicipalityCode = Sample.municipality
  ) -> Int64? {
    RegionContracts.sample(prices: rows).catalogue.terms(
      for: Sample.product, unit: unit, provider: Sample.provider, municipality: municipality, delivery: delivery,
      start: start)?.row.price.cents
  }

  @Test func `the most specific row wins, in any order of the table`() {
    let rows: [PriceRow] = [
      .sample(price: 1), .sample(price: 2, municipality: Sample.municipality),
      .sample(price: 3, provider: Sample.provider),
      .sample(price: 4, provider: Sample.provider, municipality: Sample.municipality),
    ]
    for count in 1...4 {
      let some = Array(rows.prefix(count))
      #expect(price(some) == Int64(count))
      #expect(price(some.reversed()) == Int64(count))
    }
    #expect(price(rows, municipality: Sample.otherMunicipality) == 3)
  }

  @Test func `rows of others do not count`() {
    #expect(price([.sample(provider: Sample.otherProvider)]) == nil)
    #expect(price([.sample(municipality: Sample.otherMunicipality)]) == nil)
  }

  @Test func `the exact unit comes before an hourly row, but after a more specific one`() {
    let minute = PriceRow.sample(unit: .minute, price: 7)
    #expect(price([.sample(price: 400), minute], unit: .minute) == 7)
    #expect(price([minute, .sample(price: 400)], unit: .minute) == 7)
    #expect(price([.sample(price: 400)], unit: .minute) == 400)
    #expect(price([.sample(price: 400, municipality: Sample.municipality), minute], unit: .minute) == 400)
    #expect(price([minute], unit: .hour) == nil)
    #expect(price([.sample()], unit: .daypart) == nil)
  }

  @Test func `a more specific row comes before any number of less specific likenesses`() {
    let shared = PriceRow.sample(unit: .minute, price: 7, municipality: Sample.municipality)
    let own = PriceRow.sample(price: 400, provider: Sample.provider)
    #expect(price([shared, own], unit: .minute) == 400)
    #expect(price([own, shared], unit: .minute) == 400)
    let local = PriceRow.sample(price: 300, municipality: Sample.municipality)
    let exact = PriceRow.sample(unit: .minute, price: 7)
    #expect(price([local, exact], unit: .minute) == 300)
    #expect(price([exact, local], unit: .minute) == 300)
  }

  @Test func `of two rows alike the one that began last wins, whichever ends first`() {
    let long = PriceRow.sample(price: 1, validity: OpenPeriod("2025-01-01", "2025-12-31"))
    let short = PriceRow.sample(price: 2, validity: OpenPeriod("2025-01-15", "2025-06-30"))
    #expect(price([long, short]) == 2)
    #expect(price([short, long]) == 2)
  }

  @Test func `minutes go by a row in minutes or hours alone`() {
    for unit in CareUnit.allCases {
      let isOfTime = unit == .minute || unit == .hour
      #expect((price([.sample(unit: unit)], unit: .minute) != nil) == isOfTime)
    }
  }

  @Test func `the day of delivery decides, to the day`() {
    let rows: [PriceRow] = [
      .sample(price: 1, validity: OpenPeriod("2024-01-01", "2024-12-31")),
      .sample(price: 2, validity: OpenPeriod("2025-01-01")),
    ]
    #expect(price(rows, delivery: "2023-12-31") == nil)
    #expect(price(rows, delivery: "2024-12-31") == 1)
    #expect(price(rows, delivery: "2025-01-01") == 2)
    #expect(price(rows, delivery: "2025-01-01", start: "2024-06-01") == 2)
  }

  @Test func `the start of the allocation decides where the agreement says so`() {
    let rows: [PriceRow] = [
      .sample(price: 1, validity: OpenPeriod("2024-01-01", "2024-12-31"), agreement: "start"),
      .sample(price: 2, validity: OpenPeriod("2025-01-01"), agreement: "start"),
    ]
    #expect(price(rows, start: "2024-12-31") == 1)
    #expect(price(rows, start: "2025-01-01") == 2)
    #expect(price(rows, start: nil) == 2)
    #expect(price(rows, start: "2023-12-31") == nil)
  }

  @Test func `running care stays under the agreement that it began with, in any order of the table`() {
    // From 2025 on the product moves from a tariff of the start to a tariff of the delivery.
    let rows: [PriceRow] = [
      .sample(price: 1, validity: OpenPeriod("2024-01-01", "2024-12-31"), agreement: "start"),
      .sample(price: 2, validity: OpenPeriod("2025-01-01"), agreement: "pxq"),
    ]
    for table in [rows, rows.reversed()] {
      #expect(price(table, delivery: "2025-02-01", start: "2024-12-31") == 1)
      #expect(price(table, delivery: "2025-02-01", start: "2025-01-01") == 2)
      #expect(price(table, delivery: "2025-02-01") == 2)
    }
    // The other way round: the old agreement has no row any more, so the new one is used from the day of delivery.
    let reverse: [PriceRow] = [
      .sample(price: 1, validity: OpenPeriod("2024-01-01", "2024-12-31"), agreement: "pxq"),
      .sample(price: 2, validity: OpenPeriod("2025-01-01"), agreement: "month"),
    ]
    for table in [reverse, reverse.reversed()] {
      #expect(price(table, delivery: "2025-02-01", start: "2024-12-31") == 2)
      #expect(price(table, delivery: "2024-12-01", start: "2024-12-01") == 1)
    }
  }

  @Test func `a row that is more specific does not move running care to its agreement`() {
    let rows: [PriceRow] = [
      .sample(price: 1, validity: OpenPeriod("2024-01-01"), agreement: "pxq"),
      .sample(price: 2, provider: Sample.provider, validity: OpenPeriod("2025-01-01"), agreement: "month"),
      .sample(price: 3, municipality: Sample.municipality, validity: OpenPeriod("2025-01-01"), agreement: "pxq"),
    ]
    #expect(price(rows, delivery: "2025-02-01", start: "2024-06-01") == 3)
    #expect(price(rows, delivery: "2025-02-01", start: "2025-01-01") == 2)
  }

  @Test func `a row without its agreement gives no terms`() {
    #expect(price([.sample(agreement: "unknown")]) == nil)
  }

  @Test func `the units of a product are told by code, for the parties and the day`() {
    func units(_ rows: [PriceRow], start: CalendarDate? = nil) -> [CareUnit] {
      RegionContracts.sample(prices: rows).catalogue.units(
        of: Sample.product, provider: Sample.provider, municipality: Sample.municipality, delivery: "2025-02-01",
        start: start)
    }
    let rows: [PriceRow] = [
      .sample(unit: .effortPiece), .sample(unit: .minute), .sample(unit: .minute, provider: Sample.provider),
      .sample(unit: .fullDay, provider: Sample.otherProvider),
      .sample(unit: .daypart, municipality: Sample.otherMunicipality),
      .sample(unit: .hour, validity: OpenPeriod("2024-01-01", "2024-12-31"), agreement: "start"),
    ]
    #expect(units(rows) == [.minute, .effortPiece])
    #expect(units(rows, start: "2024-12-31") == [.minute, .hour, .effortPiece])
    #expect(units([]) == [])
  }

  @Test func `the first day of an allocation matters where an earlier one would bring other terms or units`() {
    func depends(_ rows: [PriceRow], delivery: CalendarDate = "2025-02-01") -> Bool {
      RegionContracts.sample(prices: rows).catalogue.dependsOnStart(
        Sample.product, unit: .hour, provider: Sample.provider, municipality: Sample.municipality, delivery: delivery)
    }
    let always = PriceRow.sample(validity: OpenPeriod("2024-01-01"))
    #expect(!depends([]))
    #expect(!depends([always]))
    // The product came under another agreement on the first of January or of February.
    for begin in ["2025-01-01", "2025-02-01"] as [CalendarDate] {
      let moved = PriceRow.sample(
        provider: Sample.provider, validity: OpenPeriod(begin, "2025-12-31"), agreement: "month")
      #expect(depends([always, moved]))
    }
    // Rows of another provider change nothing, nor does what comes after the delivery.
    let others = PriceRow.sample(
      provider: Sample.otherProvider, validity: OpenPeriod("2025-01-01"), agreement: "start")
    #expect(!depends([always, others]))
    let later = [OpenPeriod("2025-03-01", "2025-03-31"), OpenPeriod("2025-05-01")].map {
      PriceRow.sample(provider: Sample.provider, validity: $0, agreement: "start")
    }
    #expect(!depends([always] + later))
    // An agreement that went by the start ended; care that began on its last day still has its price.
    let ended = PriceRow.sample(
      provider: Sample.provider, validity: OpenPeriod("2024-01-01", "2025-01-31"), agreement: "start")
    #expect(depends([always, ended]))
    // Only care that began in January 2025: before, a row with the terms of today was more specific.
    let before = PriceRow.sample(
      provider: Sample.provider, municipality: Sample.municipality, validity: OpenPeriod("2024-01-01", "2024-12-31"))
    #expect(depends([always, ended, before]))
    // Only care that began on 31 January: the day after, a more specific row brought back the agreement of before.
    let brief = PriceRow.sample(provider: Sample.provider, validity: OpenPeriod("2025-01-31"), agreement: "start")
    let restored = PriceRow.sample(
      provider: Sample.provider, municipality: Sample.municipality, validity: OpenPeriod("2025-02-01"))
    #expect(depends([always, brief, restored]))
    // The terms of the line are the same, but an earlier start had dayparts too.
    let dayparts = PriceRow.sample(
      unit: .daypart, validity: OpenPeriod("2024-01-01", "2025-01-31"), agreement: "start")
    #expect(depends([always, dayparts]))
  }

  /// € 4.00 for all, € 5.00 for the pilot, and € 6.00 with the sample provider and municipality, in 2025.
  private static func pilot(_ members: [ClientGroupMember]) -> Catalogue {
    let rows: [PriceRow] = [
      .sample(),
      .sample(price: 500, agreement: "start", clientGroup: "proef"),
      .sample(price: 600, provider: Sample.provider, municipality: Sample.municipality),
    ]
    var region = RegionContracts.sample(prices: rows).snapshot
    region.clientGroups = members
    return Catalogue(region)
  }

  private static func member(
    of group: String = "proef", from begin: CalendarDate = "2025-01-01", until end: CalendarDate? = nil,
    bsn: Bsn = Sample.bsn, municipality: MunicipalityCode = Sample.municipality
  ) -> ClientGroupMember {
    ClientGroupMember(group: group, municipality: municipality, bsn: bsn, validity: OpenPeriod(begin, end))
  }

  private static let memberships: [([ClientGroupMember], CalendarDate?, Int64)] = [
    ([], nil, 600), ([member()], nil, 500),
    // Of another client, another municipality, another group.
    ([member(bsn: Sample.otherBsn)], nil, 600), ([member(municipality: Sample.otherMunicipality)], nil, 600),
    ([member(of: "uitloop")], nil, 600),
    // The first day of the allocation decides; without it, that of the product period.
    ([member(from: "2025-02-01")], nil, 500), ([member(from: "2025-02-02")], nil, 600),
    ([member(from: "2025-01-14")], "2025-01-13", 600), ([member(until: "2025-01-13")], "2025-01-13", 500),
    ([member(until: "2025-01-12")], "2025-01-13", 600), ([member(until: "2025-01-31")], nil, 600),
  ]

  @Test(arguments: memberships)
  func `a row for a group holds for its clients only, and wins`(
    members: [ClientGroupMember], start: CalendarDate?, price: Int64
  ) {
    let catalogue = Self.pilot(members)
    func terms(_ client: Bsn?) -> Int64? {
      catalogue.terms(
        for: Sample.product, unit: .hour, provider: Sample.provider, municipality: Sample.municipality,
        delivery: "2025-02-01", start: start, client: client)?.price.cents
    }
    #expect(terms(Sample.bsn) == price)
    #expect(terms(nil) == 600)
  }

  @Test func `units of a group are those of its clients`() {
    var region = RegionContracts.sample(prices: [.sample(), .sample(unit: .daypart, clientGroup: "proef")]).snapshot
    region.clientGroups = [Self.member()]
    func units(_ client: Bsn) -> [CareUnit] {
      Catalogue(region).units(
        of: Sample.product, provider: Sample.provider, municipality: Sample.municipality, delivery: "2025-02-01",
        start: nil, client: client)
    }
    #expect(units(Sample.bsn) == [.hour, .daypart])
    #expect(units(Sample.otherBsn) == [.hour])
  }

  private static let dependences: [([ClientGroupMember], Bool)] = [
    ([], false), ([member(from: "2024-01-01")], true), ([member(from: "2025-01-20")], true),
    ([member(from: "2025-01-20", until: "2025-01-20")], true), ([member(from: "2025-02-02")], false),
    ([member(of: "uitloop", from: "2025-01-20")], false), ([member(from: "2025-01-20", bsn: Sample.otherBsn)], false),
  ]

  @Test(arguments: dependences)
  func `the first day of an allocation matters when the client came into a group`(
    members: [ClientGroupMember], depends: Bool
  ) {
    let rows: [PriceRow] = [
      .sample(validity: OpenPeriod("2020-01-01")),
      .sample(price: 500, validity: OpenPeriod("2020-01-01"), clientGroup: "proef"),
    ]
    var region = RegionContracts.sample(prices: rows).snapshot
    region.clientGroups = members
    #expect(
      Catalogue(region).dependsOnStart(
        Sample.product, unit: .hour, provider: Sample.provider, municipality: Sample.municipality,
        delivery: "2025-02-01", client: Sample.bsn) == depends)
  }

  @Test func `of two groups of a client the later name decides, whatever the order of the table`() {
    let rows: [PriceRow] = [
      .sample(price: 500, clientGroup: "a"), .sample(price: 700, clientGroup: "b"),
      .sample(price: 600, clientGroup: "a"),
    ]
    for order in [rows, rows.reversed()] {
      var region = RegionContracts.sample(prices: order).snapshot
      region.clientGroups = [Self.member(of: "a"), Self.member(of: "b")]
      let terms = Catalogue(region).terms(
        for: Sample.product, unit: .hour, provider: Sample.provider, municipality: Sample.municipality,
        delivery: "2025-02-01", start: nil, client: Sample.bsn)
      #expect(terms?.price == Euros(cents: 700))
    }
  }

  @Test func `a product is known with any row`() {
    let catalogue = RegionContracts.sample(prices: [.sample(provider: Sample.otherProvider)]).catalogue
    #expect(catalogue.contains(Sample.product))
    #expect(!catalogue.contains(Product(category: Sample.product.category, code: "45A53")))
  }

  @Test func `care that is paid without declarations has a price of nothing, and a row with a reference tariff`() {
    for model in FundingModelKind.allCases {
      let terms = ContractTerms(
        row: .sample(price: 8730), agreement: Agreement(key: "a", name: "Afspraak", model: model))
      let isFree = [.lumpSum, .availability, .subsidy].contains(model)
      #expect(terms.price.cents == (isFree ? 0 : 8730))
      #expect(terms.hourlyPrice(for: .minute)?.cents == (isFree ? 0 : 8730))
      #expect(terms.row.price.cents == 8730)
    }
  }

  @Test func `an hourly price is told for minutes only`() {
    func hourly(_ row: PriceRow, _ unit: CareUnit) -> Int64? {
      let agreement = Agreement(key: "pxq", name: "Uurtarieven", model: .unitPrice)
      return ContractTerms(row: row, agreement: agreement).hourlyPrice(for: unit)?.cents
    }
    #expect(hourly(.sample(price: 8730), .minute) == 8730)
    #expect(hourly(.sample(unit: .minute, price: 8730, basis: .hour), .minute) == 8730)
    #expect(hourly(.sample(unit: .minute, price: 146), .minute) == nil)
    #expect(hourly(.sample(price: 8730), .hour) == nil)
  }
}
