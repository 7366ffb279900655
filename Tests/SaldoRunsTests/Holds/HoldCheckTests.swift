import Foundation
import SaldoDomain
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// A check against a ledger in which a declaration waits says what the next settling would.
struct HoldCheckTests {
  private static func check(_ message: Message, _ care: HeldCare, asOf: CalendarDate) throws -> CheckedFile {
    let path = FileManager.default.temporaryDirectory.path + "/saldo-\(UUID().uuidString).xml"
    try Data(CourseRun.bytes(of: message)).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = CheckRun(asOf: asOf, region: care.run.region, history: try care.ledger.copyInMemory())
    return try #require(try run.check(try Inbox([path]).files).files.first)
  }

  @Test func `before and after it is taken in, it is held until its last day`() throws {
    let care = try HeldCare()
    try care.settle([HeldCare.allocation, HeldCare.start], asOf: "2025-06-27")
    #expect(try Self.check(HeldCare.result, care, asOf: "2025-06-27").verdict == .held)
    try care.settle([HeldCare.result], asOf: "2025-06-27")
    let waits = try Self.check(HeldCare.result, care, asOf: "2025-07-03")
    #expect(waits.verdict == .held && !waits.wouldReject)
    #expect(waits.findings.map(\.rule) == ["KNOWN", "arrangement-no-outcome"])
    let over = try Self.check(HeldCare.result, care, asOf: "2025-07-04")
    #expect(over.verdict == .refused && over.findings.compactMap(\.returnCode?.rawValue) == ["9322"])
    care.recordOutcome()
    #expect(try Self.check(HeldCare.result, care, asOf: "2025-07-03").verdict == .accepted)
    // The check decided nothing in the ledger itself.
    #expect(try care.ledger.waiting() == [4])
    try care.settle(asOf: "2025-07-03")
    let decided = try Self.check(HeldCare.result, care, asOf: "2025-07-03")
    #expect(decided.verdict == .accepted && decided.findings.map(\.rule) == ["KNOWN"])
  }

  @Test func `others meet what it has taken, as they will when they are settled`() throws {
    let care = try HeldCare.waiting()
    let credit = HeldCare.declared([HeldCare.line("B", month: 5).credited(as: "X")], over: 6)
    let again = HeldCare.declared([HeldCare.line("E", month: 6)], over: 6)
    func codes(_ message: Message, asOf: CalendarDate) throws -> [String] {
      try Self.check(message, care, asOf: asOf).findings.compactMap(\.returnCode?.rawValue)
    }
    #expect(try codes(credit, asOf: "2025-07-01") == ["8017"])
    #expect(try codes(again, asOf: "2025-07-01") == ["9322"])
    // On the last hold day the ledger would decide first, and the claim leaves its room.
    #expect(try Self.check(again, care, asOf: "2025-07-04").verdict == .held)
    care.recordOutcome()
    #expect(try codes(credit, asOf: "2025-07-02") == [])
    #expect(try codes(again, asOf: "2025-07-02") == ["9322"])
  }
}
