import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// A declaration that comes in before the allocation that it needs (ZB-4).
struct LateAllocationTests {
  private static let region = RegionContracts.sample(
    municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")]
  ).snapshot
  private static let allocation = Message.allocated("T1")

  private static func declaration(_ reference: ExactText) -> Message {
    .declaration(.sample(identification: reference, number: reference, lines: [.sample(reference: reference)]))
  }

  @Test func `ZB-4: a line without an allocation stays rejected, and is granted under a new reference after it`() throws
  {
    try CourseRun.with(region: Self.region) { run in
      var random = SeededGenerator(seed: 4)
      try run.settle([Self.declaration("R1")], asOf: "2025-03-10", &random)
      let first = try run.decisions(on: [Self.declaration("R1")])[0]
      // Nobody allocated anything to the client: TR304 (8187) refuses the client, and its line is not assessed.
      #expect(first.clients.map { $0.codes.map(\.rawValue) } == [["8187"]])
      #expect(first.lines.map { $0.codes.map(\.rawValue) } == [["0233"]])
      try run.settle([Self.allocation, Self.declaration("R1")], asOf: "2025-04-10", &random)
      #expect(try run.decisions(on: [Self.declaration("R1")]) == [first])
      let sameReference = Message.declaration(
        .sample(identification: "R2", number: "R2", lines: [.sample(reference: "R1")]))
      try run.settle([sameReference, Self.declaration("R3")], asOf: "2025-05-12", &random)
      let decisions = try run.decisions(on: [sameReference, Self.declaration("R3")])
      #expect(decisions[0].findings.map(\.rule) == ["TR314"])
      #expect(decisions[1].lines == [] && decisions[1].grantedCents == 4000)
      // Region, R1, the allocation, R2 and R3: what was decided first is still there.
      #expect(try run.ledger.lastEntry()?.entry.number == 5)
      #expect(try run.ledger.payload(of: 2) == first)
      #expect(try run.ledger.verify().faults == [])
      #expect(try ReplayRun(of: run.ledger).replay().differences == [])
    }
  }

  @Test func `ZB-4: in one run the allocation goes first, whatever the order of the files`() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      try CourseRun.with(region: Self.region) { run in
        var random = SeededGenerator(seed: seed)
        try run.settle([Self.declaration("R1"), Self.allocation], asOf: "2025-04-10", &random)
        #expect(try run.decisions(on: [Self.declaration("R1")])[0].grantedCents == 4000)
      }
    }
  }

  @Test func `ZB-4: the order of runs counts and is recorded`() throws {
    try CourseRun.with(region: Self.region) { first in
      try CourseRun.with(region: Self.region) { second in
        var random = SeededGenerator(seed: 1)
        try first.settle([Self.declaration("R1")], asOf: "2025-04-10", &random)
        try first.settle([Self.allocation], asOf: "2025-04-10", &random)
        try second.settle([Self.allocation], asOf: "2025-04-10", &random)
        try second.settle([Self.declaration("R1")], asOf: "2025-04-10", &random)
        #expect(try first.decisions(on: [Self.declaration("R1")])[0].grantedCents == 0)
        #expect(try second.decisions(on: [Self.declaration("R1")])[0].grantedCents == 4000)
        for ledger in [first.ledger, second.ledger] {
          #expect(try ReplayRun(of: ledger).replay().differences == [])
        }
      }
    }
  }
}
