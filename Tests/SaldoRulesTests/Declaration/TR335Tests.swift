import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR335Tests {
  let rule = TR335CareIsAtMostFiveYearsOld()

  // Vectors V38, the leap day of a declaration and a year's end.
  @Test(
    arguments: [
      ("2021-02-28", "2026-02-28", true), ("2021-02-28", "2026-03-01", false), ("2024-02-29", "2029-02-28", true),
      ("2024-02-29", "2029-03-01", false), ("2023-02-28", "2028-02-29", true), ("2023-02-27", "2028-02-29", false),
      ("2021-12-31", "2026-12-31", true), ("2021-12-31", "2027-01-01", false),
    ] as [(CalendarDate, CalendarDate, Bool)])
  func `exactly five years pass and a day more fails`(end: CalendarDate, declared: CalendarDate, passes: Bool) {
    let line = DeliveryLine.sample(period: Period(end.month.first, end))
    #expect(rule.findings(in: .sample(date: declared, lines: [line])).isEmpty == passes)
  }

  @Test func `the message date is not its business`() {
    let line = DeliveryLine.sample(period: Period("2021-02-01", "2021-02-28"))
    #expect(rule.places(in: .sample(messageDate: "2026-03-15", date: "2026-02-28", lines: [line])) == [])
  }

  @Test func `the finding names the earliest end`() {
    let line = DeliveryLine.sample(period: Period("2021-02-01", "2021-02-28"))
    let facts: Facts = ["found": .date("2021-02-28"), "earliest": .date("2021-03-01")]
    #expect(rule.findings(in: .sample(date: "2026-03-01", lines: [line])).map(\.facts) == [facts])
  }
}
