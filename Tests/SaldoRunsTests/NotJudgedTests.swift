import Foundation
import SaldoDomain
import SaldoMessages
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// The rules that could not be judged, by what is known, for every kind of message.
struct NotJudgedTests {
  private func check(_ message: Message, region: RegionSnapshot?, history: Bool) throws -> CheckedFile {
    let path = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString + ".xml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try OutputFile.write(MessageWriter().encode(message), to: path)
    let run = CheckRun(asOf: "2025-04-10", region: region, history: history ? try Ledger() : nil)
    return try #require(try run.check(try Inbox([path]).files).files.first)
  }

  private func rules(_ file: CheckedFile, missing: Knowledge) -> Set<RuleCode> {
    Set(file.notJudged.filter { $0.missing == missing }.map(\.rule))
  }

  private let ofRegion: Set<RuleCode> = [
    "TR378", "TR381", "TR418", "K001", "K002", "unit-price", "fixed-price", "fixed-price-total",
    "tranche", "lumpsum",
  ]
  private let ofBoth: Set<RuleCode> = [
    "arrangement", "arrangement-total", "arrangement-nothing-due", "arrangement-not-achieved",
    "arrangement-no-outcome", "K003", "K004", "K005", "K006", "K007", "K008",
  ]
  private let ofHistory: Set<RuleCode> = [
    "TR056", "TR333", "TR318", "TR304", "TR314", "TR323", "TR390", "TR338", "TR384", "TR339", "TR340", "TR341", "TR387",
    "TR388", "TR307", "TR308", "TR389", "TR321", "TR322", "TR369",
  ]

  @Test func `a declaration without contracts or earlier messages`() throws {
    let alone = try check(.declaration(.sample()), region: nil, history: false)
    #expect(rules(alone, missing: .region) == ofRegion)
    #expect(rules(alone, missing: .history) == ofHistory)
    #expect(rules(alone, missing: [.region, .history]) == ofBoth)
    #expect(alone.notJudged.count == ofRegion.count + ofHistory.count + ofBoth.count)
    let known = try check(.declaration(.sample()), region: RegionContracts.sample.snapshot, history: true)
    #expect(known.notJudged == [])
  }

  @Test func `messages of the municipality and answers`() throws {
    let allocation = try check(.allocation(.sample()), region: nil, history: false)
    #expect(rules(allocation, missing: .region) == ["TR378", "TR381"])
    #expect(rules(allocation, missing: .history) == ["TR056", "TR332", "TR379", "TR385"])
    let answer = try check(.declarationAnswer(.sample()), region: nil, history: false)
    #expect(rules(answer, missing: .region) == ["TR378"])
    #expect(
      rules(answer, missing: .history) == ["TR056", "TR304", "TR337", "TR366", "TR367", "TR371", "TR376"])
    #expect(answer.verdict == .accepted)
  }
}
