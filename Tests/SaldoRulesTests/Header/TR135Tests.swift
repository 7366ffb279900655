import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR135Tests {
  let rule = TR135MessageDateIsNotInTheFuture()

  @Test(arguments: ["2025-03-10", "2025-03-09", "2021-01-01"] as [CalendarDate])
  func `a message of the day or before passes`(date: CalendarDate) {
    #expect(rule.judge(.declaration(.sample(messageDate: date)), in: .sample(asOf: "2025-03-10")) == .pass)
  }

  @Test func `a message of the day after fails`() {
    let verdict = rule.judge(.declaration(.sample(messageDate: "2025-03-11")), in: .sample(asOf: "2025-03-10"))
    #expect(verdict == .fail(["found": .date("2025-03-11"), "asOf": .date("2025-03-10")]))
  }

  @Test func `the turn of the year counts`() {
    let message = Message.allocation(.sample(date: "2026-01-01"))
    #expect(rule.judge(message, in: .sample(asOf: "2025-12-31")).fails)
    #expect(rule.judge(message, in: .sample(asOf: "2026-01-01")) == .pass)
  }

  @Test func `it needs no knowledge, and the date of the declaration class is not its business`() {
    let message = Message.declaration(.sample(messageDate: "2025-03-10", date: "2025-03-11"))
    #expect(rule.judge(message, in: .sample(asOf: "2025-03-10", region: nil, known: nil)) == .pass)
  }
}
