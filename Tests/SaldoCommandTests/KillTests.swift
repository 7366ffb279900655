import Foundation
import SaldoTestSupport
import Testing

/// Killed at any instant and started again, a settling ends in the same ledger and the same answers.
struct KillTests {
  /// How many kills must hit a running process.
  static let kills = 120

  @Test func `over a hundred kills change neither ledger nor answers`() throws {
    let settled = try Merenland.settled.get()
    var random = SeededGenerator(seed: 323)
    var hits = 0
    var ledgers = 0
    var answersBetween: Set<Int> = []
    while hits < Self.kills {
      let scratch = try Scratch()
      ledgers += 1
      try #require(ledgers <= Self.kills, "only \(hits) kills hit a running process")
      for month in Merenland.months {
        let arguments = Merenland.settle([month.inbox], asOf: month.asOf, in: scratch.folder)
        for _ in 0..<4 {
          // April is shorter; what was booked before a kill shortens the next run. Half of the time is aimed at.
          let share = month.name == Merenland.march.name ? 1.0 : 0.4
          let delay = Double.random(in: 0..<settled.seconds * share, using: &random)
          let outcome = try SaldoProcess.run(arguments, killedAfter: delay)
          if outcome.wasKilled { hits += 1 } else { #expect(outcome.status == 0, "\(outcome.stderr)") }
          answersBetween.insert(scratch.files(below: "out/answers").count)
          try damage(answersOf: scratch, using: &random)
        }
        let last = try SaldoProcess.run(arguments)
        #expect(last.status == 0, "\(last.stderr)")
      }
      #expect(try Merenland.digest(of: scratch.path("ledger.saldo")) == settled.digest, "ledger \(ledgers)")
      // April's run writes the answers of April; those of March that were damaged meanwhile come back with March.
      let again = Merenland.settle([Merenland.march.inbox], asOf: Merenland.april.asOf, in: scratch.folder)
      #expect(try SaldoProcess.run(again).status == 0)
      let answers = scratch.files(below: "out/answers")
      let names = Set(answers.keys).union(settled.answers.keys)
      #expect(names.filter { answers[$0] != settled.answers[$0] }.sorted() == [], "ledger \(ledgers)")
      #expect(try SaldoProcess.run(["replay", "--ledger", scratch.path("ledger.saldo")]).status == 0)
      let outcomes = Set(settled.scratch.files(below: "out").keys.map { "out/" + $0 })
      let strays = scratch.files().keys.filter { !outcomes.contains($0) && !$0.hasPrefix("ledger.saldo") }
      #expect(strays.sorted() == [], "ledger \(ledgers)")
    }
    let found = answersBetween.sorted()
    print("\(hits) kills hit a running process, over \(ledgers) ledgers; answers found after them: \(found)")
    // The kills must have struck in the middle of the work, not only before or after it.
    #expect(answersBetween.count > 10)
  }

  /// Takes away one answer and cuts another: what a kill between the commit and the answer file leaves, at any answer.
  private func damage(answersOf scratch: Scratch, using random: inout SeededGenerator) throws {
    let names = scratch.files(below: "out/answers").keys.filter { $0.hasSuffix(".xml") }.sorted()
    guard let lost = names.randomElement(using: &random), let cut = names.randomElement(using: &random) else { return }
    let path = "out/answers/" + cut
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path(path)))
    try scratch.write(bytes.prefix(Int.random(in: 0..<max(bytes.count, 1), using: &random)), to: path)
    try FileManager.default.removeItem(atPath: scratch.path("out/answers/" + lost))
  }
}
