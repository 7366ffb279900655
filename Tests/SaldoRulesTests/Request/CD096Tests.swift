import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD096Tests {
  /// What a new product breaks with a category, and perhaps a code and a volume.
  private func broken(
    code: ProductCode? = nil, end: CalendarDate?, volume: Bool = true, in standard: Standard = .iJw(.v3_2)
  ) -> [String] {
    let monthly = AllocatedVolume(volume: 3, unit: .hour, frequency: .perMonth)
    let messages = careMessages(
      code: code, validity: OpenPeriod("2020-01-13", end), volume: volume ? monthly : nil)
    return SaldoRulesTests.broken(messages.new.following(standard))
  }

  @Test func `a volume without a code passes until 31 December 2020`() {
    #expect(broken(end: "2020-12-31") == [])
    #expect(broken(end: "2021-01-01") == ["CD096 Omvang"])
    #expect(broken(end: "2025-06-30") == ["CD096 Omvang"])
    #expect(broken(end: "2025-06-30", in: .iWmo(.v3_2)) == ["CD096 Omvang"])
  }

  @Test func `without an end it is current`() {
    #expect(broken(end: nil) == ["CD096 Omvang"])
  }

  @Test func `a code, or no volume, passes`() {
    #expect(broken(code: "45A48", end: nil) == [])
    #expect(broken(end: nil, volume: false) == [])
  }

  @Test func `without a category CD079 tells it`() {
    #expect(SaldoRulesTests.broken(careMessages(category: nil, code: nil).new) == ["CD079 Product"])
  }

  @Test func `a product that should change has no category`() {
    #expect(SaldoRulesTests.broken(careMessages().changed) == [])
  }
}
