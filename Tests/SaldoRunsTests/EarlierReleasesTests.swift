import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRuns
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// Messages of earlier releases from file to answer: rules of later releases are silent, and the answer is in the release
/// of its message. All outcomes are by hand.
struct EarlierReleasesTests {
  /// What becomes of the lines in a release, by reference; those that are not named are granted.
  private static let codes: [Release: [String: [String]]] = [
    // Without TR418 the funding model tells that R3 is not volume times price; without TR390 TR323 tells that of R1, which
    // R7 credits, nothing is left to undo. A line twice (R5) was no mistake yet.
    .v3_0: ["R3": ["9346"], "R7": ["8017"]],
    .v3_1: ["R2": ["9387"], "R3": ["9346"], "R4": ["9384"], "R5": ["9389"], "R7": ["9390"]],
    .v3_2: ["R2": ["9387"], "R3": ["0611"], "R4": ["9384"], "R5": ["9389"], "R7": ["9390"]],
  ]

  /// A year in which the messages of a release may be dated.
  private static let years: [Release: String] = [.v3_0: "2021", .v3_1: "2022", .v3_2: "2025"]

  private static let region = RegionContracts.sample(
    prices: [
      .sample(validity: OpenPeriod("2021-01-01")),
      .sample(
        product: Product(category: ProductCategory(rawValue: "02"), code: "02A48"), validity: OpenPeriod("2021-01-01")),
    ],
    municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")]
  ).snapshot

  private static func product(of standard: Standard) -> Product {
    standard.domain == .jw ? Sample.product : Product(category: ProductCategory(rawValue: "02"), code: "02A48")
  }

  /// Allocation 1001, and 1002 that was removed: with reason 01 before 3.1, with 13 since.
  private static func allocations(_ standard: Standard) -> [Message] {
    let product = product(of: standard)
    let first = AllocatedProduct.sample(category: product.category, code: product.code)
    let second = AllocatedProduct.sample(number: 1002, category: product.category, code: product.code)
    var removed = second
    removed.decidedAt = DecisionMoment(date: "2025-02-01", millisecondOfDay: 0)
    removed.validity = OpenPeriod("2025-01-13", "2025-01-13")
    removed.changeReason = standard.release == .v3_0 ? .administrativeCorrection : .removed
    let messages: [Message] = [
      .allocated("T1", [first]), .allocated("T2", [second]), .allocated("T3", [removed], date: "2025-02-01"),
    ]
    return messages.map { $0.following(standard) }
  }

  private static func declaration(_ number: ExactText, _ lines: [DeliveryLine], _ standard: Standard) -> Message {
    Message.declaration(
      .sample(
        identification: number, messageDate: "2025-05-02", number: number, period: Period("2025-04-01", "2025-04-30"),
        date: "2025-05-02", lines: lines.map { line in with(line) { $0.product = product(of: standard) } })
    ).following(standard)
  }

  /// R1 is right. R2 begins too late, R3 has a tariff of € 4.10, R4 is on removed care, R5 is R1 again, R6 credits R1,
  /// and R7 credits it once more.
  private static func declarations(_ standard: Standard) -> [Message] {
    let right = DeliveryLine.sample()
    return [
      declaration(
        "D1",
        [
          right,
          .sample(reference: "R2", period: Period("2025-03-05", "2025-03-31"), volume: 5, amount: .debit(2000)),
          .sample(
            reference: "R3", period: Period("2025-04-01", "2025-04-30"), tariff: 410, amount: .debit(4100)),
          .sample(
            reference: "R4", allocation: 1002, period: Period("2025-01-13", "2025-01-13"), volume: 3,
            amount: .debit(1200)),
        ], standard),
      declaration("D2", [with(right) { $0.reference = "R5" }], standard),
      declaration("D3", [right.credited(as: "R6")], standard),
      declaration("D4", [right.credited(as: "R7")], standard),
    ]
  }

  /// A message that tells the same of another year.
  private static func message(_ message: Message, in year: String) throws -> Message {
    let text = String(decoding: MessageWriter().encode(message), as: UTF8.self)
    return try #require(CourseRun.read(Array(text.replacing(">2025-", with: ">\(year)-").utf8)))
  }

  private func expect(
    _ messages: [Message], toGive codes: [String: [String]], in standard: Standard, year: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let messages = try messages.map { try Self.message($0, in: year) }
    try CourseRun.with(region: Self.region) { run in
      var random = SeededGenerator(seed: 1)
      try run.settle(messages, asOf: CalendarDate(iso: "\(year)-05-10")!, &random)
      var found: [String: [String]] = [:]
      for message in messages {
        guard case .declaration(let declaration) = message else { continue }
        let decision = try run.decisions(on: [message])[0]
        #expect(decision.outcome == .lines, sourceLocation: sourceLocation)
        for line in decision.lines {
          found[declaration.lines[line.position].reference.string] = line.codes.map(\.rawValue)
        }
      }
      #expect(found == codes, sourceLocation: sourceLocation)
      for bytes in try run.answers().values {
        let answer = try #require(CourseRun.read(bytes), "an answer follows its schema", sourceLocation: sourceLocation)
        #expect(answer.header.standard == standard, sourceLocation: sourceLocation)
      }
      #expect(try run.ledger.verify().faults == [], sourceLocation: sourceLocation)
      #expect(try ReplayRun(of: run.ledger).replay().differences == [], sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: Domain.allCases, Release.allCases)
  func `a release is settled by its own rules`(domain: Domain, release: Release) throws {
    let standard = Standard(domain: domain, release: release)
    let start = Message.notices(
      [.started(product: Self.product(of: standard))], identification: "S1", date: "2025-03-01"
    ).following(standard)
    try expect(
      Self.allocations(standard) + [start] + Self.declarations(standard), toGive: Self.codes[release]!, in: standard,
      year: Self.years[release]!)
  }

  @Test(arguments: Domain.allCases)
  func `a declaration goes by the allocations of an earlier release`(domain: Domain) throws {
    let (old, new) = (Standard(domain: domain, release: .v3_1), Standard(domain: domain, release: .v3_2))
    try expect(
      Self.allocations(old) + Self.declarations(new), toGive: Self.codes[.v3_2]!, in: new, year: Self.years[.v3_1]!)
  }

  @Test func `reference of a request that is not known matters since 3.1`() throws {
    for (release, expected) in [(Release.v3_0, []), (.v3_1, ["9379"]), (.v3_2, ["9379"])] {
      var product = AllocatedProduct.sample()
      product.providerReference = "REF9"
      let care = try CareLedger([.requested("REF1")])
      #expect(try care.codes(Message.allocated("T1", [product]).following(.iJw(release))) == expected)
    }
  }
}
