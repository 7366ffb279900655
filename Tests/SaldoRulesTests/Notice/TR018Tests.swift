import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR018Tests {
  @Test(
    arguments: [
      ("2025-01-14", []), ("2025-01-15", []), ("2025-01-13", ["TR018 Einddatum"]),
    ] as [(CalendarDate, [String])])
  func `a stop is on the first day of delivery or later`(end: CalendarDate, expected: [String]) {
    let message = Message.stop(.sample(begin: "2025-01-14", end: end))
    #expect(broken(message) == expected)
    #expect(broken(message.following(.iWmo(.v3_2))) == expected)
  }

  @Test func `the begin of the allocation does not count`() {
    #expect(broken(.stop(.sample(allocationBegin: "2025-02-01", end: "2025-01-14"))) == [])
  }

  @Test func `the finding says both days`() {
    let findings = TR018StopIsNotBeforeStart().findings(in: .stop(.sample(begin: "2025-01-14", end: "2025-01-13")))
    #expect(findings.map(\.facts) == [["found": .date("2025-01-13"), "begin": .date("2025-01-14")]])
    #expect(findings.map(\.place.element) == ["StopProduct"])
  }
}
