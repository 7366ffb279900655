import SaldoDomain
import Testing

struct HumanTextTests {
  @Test(arguments: [
    (0, "€ 0,00", "€0.00"), (1, "€ 0,01", "€0.01"), (109, "€ 1,09", "€1.09"), (110, "€ 1,10", "€1.10"),
    (99, "€ 0,99", "€0.99"), (100, "€ 1,00", "€1.00"),
    (123_456, "€ 1.234,56", "€1,234.56"), (99_999, "€ 999,99", "€999.99"), (100_000, "€ 1.000,00", "€1,000.00"),
    (-1_250, "€ -12,50", "-€12.50"), (-123_456_789, "€ -1.234.567,89", "-€1,234,567.89"),
    (Int64.max, "€ 92.233.720.368.547.758,07", "€92,233,720,368,547,758.07"),
    (Int64.min, "€ -92.233.720.368.547.758,08", "-€92,233,720,368,547,758.08"),
  ])
  func `amounts`(cents: Int64, dutch: String, english: String) {
    #expect(HumanText.euros(Euros(cents: cents), in: .dutch) == dutch)
    #expect(HumanText.euros(Euros(cents: cents), in: .english) == english)
  }

  @Test func `numbers`() {
    #expect(HumanText.number(999, in: .dutch) == "999")
    #expect(HumanText.number(-12_345, in: .dutch) == "-12.345")
    #expect(HumanText.number(1_000_000, in: .english) == "1,000,000")
    #expect(HumanText.number(.min, in: .english) == "-9,223,372,036,854,775,808")
  }

  @Test func `percentages`() {
    #expect(HumanText.percent(hundredths: 251, in: .dutch) == "2,51 %")
    #expect(HumanText.percent(hundredths: 251, in: .english) == "2.51%")
    #expect(HumanText.percent(hundredths: -5, in: .dutch) == "-0,05 %")
    #expect(HumanText.percent(hundredths: 100_010, in: .english) == "1,000.10%")
  }

  @Test func `days, months and periods`() throws {
    let leap = try #require(CalendarDate(iso: "2028-02-29"))
    #expect(HumanText.date(leap, in: .dutch) == "29 februari 2028")
    #expect(HumanText.date(leap, in: .english) == "29 February 2028")
    let months = (1...12).map { HumanText.month(CalendarMonth(year: 2026, month: $0), in: .dutch) }
    #expect(
      months.joined(separator: " ").replacing(" 2026", with: "")
        == "januari februari maart april mei juni juli augustus september oktober november december")
    let period = OpenPeriod(begin: CalendarMonth(year: 2026, month: 3).first, end: leap)
    #expect(HumanText.period(period, in: .dutch) == "van 1 maart 2026 tot en met 29 februari 2028")
    #expect(HumanText.period(period, in: .english) == "from 1 March 2026 up to and including 29 February 2028")
    let open = OpenPeriod(begin: leap, end: nil)
    #expect(HumanText.period(open, in: .dutch) == "vanaf 29 februari 2028")
    #expect(HumanText.period(open, in: .english) == "from 29 February 2028 on")
  }
}
