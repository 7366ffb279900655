import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoSettlement
import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Testing

@testable import SaldoRuns

/// Settling declarations before their turn changes nothing in what comes out.
struct EarlySettlementTests {
  /// What came of looking ahead.
  private struct Tally {
    /// Nothing, or no ceiling, had changed.
    var kept = 0
    /// Ceilings were counted again.
    var recounted = 0
    /// Anything could have changed, and something had.
    var changed = 0
    /// The declarations that wait.
    var held = 0
  }

  // What is known of each declaration is looked up while up to six before it are still to be booked, in groups as a run
  // books them, and compared with what is known in its turn.
  @Test(arguments: Crowd.Contracts.allCases)
  func `no change is overlooked, whoever is in the way`(contracts: Crowd.Contracts) throws {
    var tally = Tally()
    for seed in 1...20 as ClosedRange<UInt64> {
      let crowd = Crowd(contracts, seed: seed)
      var random = SeededGenerator(seed: seed)
      let ledger = try Ledger()
      try ledger.append(crowd.region, asOf: "2026-01-02")
      for message in crowd.allocations {
        try TestLedger.take(message, into: ledger, asOf: "2026-01-06", region: crowd.region)
      }
      let settlement = Settlement(asOf: "2026-05-01", region: RegionContracts(crowd.region))
      let keys = crowd.declarations.map { WorkingSetKeys(of: $0) }
      var recent = RecentBookings(under: crowd.region)
      var early: [Int: (known: WorkingSet, seen: JournalNumber)] = [:]
      var left = 0
      for (position, message) in crowd.declarations.enumerated() {
        let number = try ledger.nextNumber()
        if left == 0 {
          left = Int.random(in: 1...4, using: &random)
          recent.startGroup(at: number, ahead: 6)
          for later in position..<min(position + 7, keys.count) where early[later] == nil && Bool.random(using: &random)
          {
            early[later] = EarlySettlement.known(
              keys[later], after: nil, under: crowd.region, from: ledger)
          }
        }
        left -= 1
        let known = try ledger.workingSet(for: keys[position], region: crowd.region)
        if let (before, seen) = early[position] {
          switch recent.change(for: keys[position], since: seen) {
          case .ceilings(let clients):
            var counted = before
            try ledger.recount(&counted.ceilings, of: clients, for: keys[position].header, under: crowd.region)
            #expect(counted == known, "seed \(seed), declaration \(position)")
            tally.kept += clients.isEmpty ? 1 : 0
            tally.recounted += clients.isEmpty ? 0 : 1
          case .anything:
            tally.changed += before == known ? 0 : 1
          }
        }
        let booking = settlement.settle(message, as: number, known: known)
        if case .held = booking.decision { tally.held += 1 }
        try TestLedger.append(booking, to: ledger, asOf: "2026-05-01")
        recent.append(keys[position])
      }
    }
    #expect(tally.kept > 20 && tally.changed > 20)
    #expect((tally.recounted > 5) == [.ceilings, .unknownMunicipality, .numbersByMunicipality].contains(contracts))
    #expect((tally.held > 5) == (contracts == .arrangements))
  }

  @Test(arguments: Crowd.Contracts.allCases)
  func `a ledger and its answers do not depend on how many settle early`(contracts: Crowd.Contracts) throws {
    let crowd = Crowd(contracts, seed: 99, count: 60)
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder + "/inbox", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (position, message) in (crowd.allocations + crowd.declarations).enumerated() {
      try Data(MessageWriter().encode(message)).write(to: URL(fileURLWithPath: "\(folder)/inbox/\(position).xml"))
    }
    let files = try Inbox([folder + "/inbox"]).files
    let (whole, heads) = (
      try Reception(files, for: crowd.region, takes: SettleRun.takes),
      try Reception(files, for: crowd.region, takes: SettleRun.takes, keeping: .max, wholeUpTo: 0)
    )
    try #require(whole.unusable.isEmpty)
    #expect(heads.queue.map(\.digest) == whole.queue.map(\.digest) && heads.digest == whole.digest)
    #expect(heads.queue.allSatisfy { $0.isRead == ($0.kind != .declaration) })
    var outcomes: Set<Outcome> = []
    for (workers, reception) in [(1, whole), (1, heads), (2, heads), (2, whole), (3, heads), (7, heads)] {
      let ledger = try Ledger(path: "\(folder)/\(workers).saldo", mode: .create)
      var run = try SettleRun(
        into: ledger, region: crowd.region, asOf: "2026-05-01", answers: AnswerFolder(path: "\(folder)/\(workers)"),
        workers: workers)
      run.group = (bytes: 6_000, messages: 4)
      let result = try run.settle(reception)
      #expect((result.settledEarly > 0) == (workers > 1))
      #expect(try ReplayRun(of: ledger).replay().differences == [])
      #expect(try ledger.verify().faults == [])
      outcomes.insert(
        Outcome(digest: try ledger.digest(), answers: try Outcome.answers(in: "\(folder)/\(workers)")))
      try ledger.close()
      // Nobody has the file open any more: it is one file again, which can be read anywhere.
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/\(workers).saldo-wal"))
      for left in [".saldo", ".saldo.keys", ""] {
        try FileManager.default.removeItem(atPath: "\(folder)/\(workers)\(left)")
      }
    }
    #expect(outcomes.count == 1)
    #expect(outcomes.allSatisfy { $0.answers.count > 30 })
  }

  @Test(arguments: 21...23 as ClosedRange<UInt64>)
  func `a course of care does not depend on how many settle early`(seed: UInt64) throws {
    let course = CareCourse(seed: seed)
    var digests: Set<SaldoLedger.Digest> = []
    var answers: Set<[String: [UInt8]]> = []
    for workers in [1, 3] {
      var random = SeededGenerator(seed: seed)
      try CourseRun.with(onDisk: true, workers: workers) { run in
        for (month, asOf) in CareCourse.asOf.enumerated() {
          let declarations = course.declarations[month].map { Message.declaration($0) }
          let early = try run.settle(
            (month == 0 ? course.beforeDeclarations : []) + declarations, asOf: asOf, &random
          ).settledEarly
          #expect((early > 0) == (workers > 1))
        }
        digests.insert(try run.ledger.digest())
        answers.insert(try run.answers())
      }
    }
    #expect(digests.count == 1 && answers.count == 1)
  }

  @Test func `nothing is settled before the declaration that surely changes what is known for it`() throws {
    let crowd = Crowd(.nothing, seed: 3)
    let ledger = try Ledger()
    try ledger.append(crowd.region, asOf: "2026-01-02")
    for message in crowd.allocations {
      try TestLedger.take(message, into: ledger, asOf: "2026-01-06", region: crowd.region)
    }
    let next = try ledger.nextNumber()
    let known = { (predecessor: JournalNumber?) in
      EarlySettlement.known(
        WorkingSetKeys(of: crowd.declarations[0]), after: predecessor, under: crowd.region, from: ledger)
    }
    #expect(known(nil)?.seen == next - 1)
    #expect(known(next - 1)?.seen == next - 1)
    #expect(known(next) == nil)
  }

  @Test func `the predecessor is the last one between the same parties that gets a number`() throws {
    let headers = Crowd(.nothing, seed: 3).declarations.map(\.header)
    let places = Crowd(.nothing, seed: 3).declarations.map { CanonicalPlace(of: $0, digest: .zero) }
    let isKnown = places.indices.map { $0 % 5 == 1 }
    let expected = ExpectedNumbers(from: 100, at: places, isKnown: isKnown)
    var found = 0
    for position in places.indices {
      let before = places.indices.last {
        $0 < position && !isKnown[$0] && headers[$0].provider == headers[position].provider
          && headers[$0].municipality == headers[position].municipality
      }
      found += before == nil ? 0 : 1
      #expect(expected.predecessor(of: position) == (isKnown[position] ? nil : before.map { expected[$0] }))
    }
    #expect(found > 20)
  }

  /// The keys of a declaration of a crowd, and of one that has nothing in common with it.
  private let mine = WorkingSetKeys(of: Crowd(.nothing, seed: 1, count: 1).declarations[0])
  private let other = WorkingSetKeys(of: .declaration(.sample(provider: ProviderCode("00000303")!)))

  @Test func `what another run booked in between is not known`() {
    var recent = RecentBookings(under: TestRegion.snapshot())
    #expect(recent.change(for: mine, since: 9) == .anything)
    recent.startGroup(at: 10, ahead: 4)
    #expect(recent.change(for: mine, since: 9) == .ceilings(of: []))
    #expect(recent.change(for: mine, since: 8) == .anything)
    recent.append(other)
    recent.startGroup(at: 11, ahead: 4)
    #expect(recent.change(for: mine, since: 9) == .ceilings(of: []))
    recent.append(other)
    // Number 12 is that of another run.
    recent.startGroup(at: 13, ahead: 4)
    #expect(recent.change(for: mine, since: 9) == .anything)
    #expect(recent.change(for: mine, since: 12) == .ceilings(of: []))
  }

  @Test func `no more is remembered than can be missed`() {
    var recent = RecentBookings(under: TestRegion.snapshot())
    // Groups of three; four are settled early at most.
    for first in stride(from: 10 as JournalNumber, to: 40, by: 3) {
      recent.startGroup(at: first, ahead: 4)
      for _ in 0..<3 { recent.append(other) }
    }
    #expect(recent.change(for: mine, since: 33) == .ceilings(of: []))
    #expect(recent.change(for: mine, since: 30) == .ceilings(of: []))
    #expect(recent.change(for: mine, since: 29) == .anything)
  }
}

/// What came out of a run.
private struct Outcome: Hashable {
  let digest: SaldoLedger.Digest
  let answers: [String: Data]

  static func answers(in folder: String) throws -> [String: Data] {
    var answers: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      answers[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return answers
  }
}
