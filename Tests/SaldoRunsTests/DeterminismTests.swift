import Foundation
import SaldoDomain
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// The same input gives the same bytes, whatever the order of files and however often it is run.
struct DeterminismTests {
  @Test func `settling twice changes neither ledger nor answers`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let digest = try merenland.ledger.digest()
    let answers = try merenland.answers()
    #expect(answers.count == 59 + 19)
    let again = try merenland.settle("2026-04", asOf: Merenland.months[1].asOf)
    #expect(again.booked == [])
    #expect(again.known.count == 34)
    #expect(try merenland.ledger.digest() == digest)
    #expect(try merenland.answers() == answers)
  }

  @Test func `a second ledger gets the same digest and the same answers`() throws {
    let (first, second) = (try Merenland.settled(), try Merenland.settled())
    defer {
      first.remove()
      second.remove()
    }
    #expect(try first.ledger.digest() == second.ledger.digest())
    #expect(try first.answers() == second.answers())
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a shuffled inbox gives the same ledger and answers`(seed: UInt64) throws {
    let plain = try Merenland.settled()
    let shuffled = try Merenland()
    defer {
      plain.remove()
      shuffled.remove()
    }
    var random = SeededGenerator(seed: seed)
    for month in Merenland.months {
      try shuffled.settle(month.name, asOf: month.asOf) { $0.shuffled(using: &random) }
    }
    #expect(try shuffled.ledger.digest() == plain.ledger.digest())
    #expect(try shuffled.answers() == plain.answers())
  }

  @Test func `a missing, cut or changed answer is written again`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    let answers = try merenland.answers()
    let names = answers.keys.sorted()
    let folder = merenland.folder + "/answers/"
    try FileManager.default.removeItem(atPath: folder + names[0])
    try answers[names[1]]!.prefix(100).write(to: URL(fileURLWithPath: folder + names[1]))
    try Data("iets anders".utf8).write(to: URL(fileURLWithPath: folder + names[2]))
    for month in Merenland.months.reversed() { try merenland.settle(month.name, asOf: Merenland.months[1].asOf) }
    #expect(try merenland.answers() == answers)
  }

  @Test func `an earlier as-of date is refused`() throws {
    let merenland = try Merenland.settled()
    defer { merenland.remove() }
    #expect(throws: RunError.asOfBeforeLedger(last: Merenland.months[1].asOf)) {
      try merenland.settle("2026-03", asOf: Merenland.months[0].asOf)
    }
  }
}
