import Foundation
import SaldoDomain
import SaldoRegion
import SaldoRuns
import Testing

/// The settings that change answers hold in a run, when an answer is made again, and in a replay.
struct RegionSettingsRunTests {
  @Test func `every answer names the version of style sheets, also when it is made again`() throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    var region = try Merenland.region()
    region.settings.styleSheetVersion = "2.10.5"
    let settle = { (region: RegionSnapshot) in
      let files = try Inbox([Merenland.sample + "/inbox/2026-03"]).files
      return try SettleRun(
        into: merenland.ledger, region: region, asOf: Merenland.months[0].asOf,
        answers: AnswerFolder(path: merenland.folder + "/answers")
      ).settle(try Reception(files, for: region))
    }
    #expect(try !settle(region).booked.isEmpty)
    let first = try merenland.answers()
    #expect(first.count == 47)
    for (_, data) in first {
      #expect(String(decoding: data, as: UTF8.self).contains(":XsltVersie>2.10.5</"))
    }
    // Made again after the region went back to its default: an answer follows its own decision.
    try FileManager.default.removeItem(atPath: merenland.folder + "/answers")
    #expect(try settle(try Merenland.region()).booked.isEmpty)
    #expect(try merenland.answers() == first)
    #expect(try ReplayRun(of: merenland.ledger).replay().differences == [])
  }

  @Test func `numbers that are unique per municipality replay as they were decided`() throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    var region = try Merenland.region()
    region.settings.uniqueness = .municipality
    for month in Merenland.months {
      let files = try Inbox([Merenland.sample + "/inbox/" + month.name]).files
      _ = try SettleRun(into: merenland.ledger, region: region, asOf: month.asOf, answers: nil)
        .settle(try Reception(files, for: region))
    }
    #expect(try ReplayRun(of: merenland.ledger).replay().differences == [])
  }
}
