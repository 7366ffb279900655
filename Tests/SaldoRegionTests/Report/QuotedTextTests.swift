import Testing

@testable import SaldoRegion

struct QuotedTextTests {
  @Test(arguments: [
    ("999900006", "*********"), ("a 999900006 12", "a ********* 12"), ("9999.00.006", "****.**.***"),
    ("x999-900-006y", "x***-***-***y"), ("999900006,999900018", "*********,*********"),
    ("12 999900006", "12 *********"),
  ])
  func `a BSN is masked, however it is written`(text: String, shown: String) {
    #expect(QuotedText.safe(text) == shown)
  }

  @Test(arguments: ["999900007", "42420001", "0384", "1999900006", "9999000060", "2026-01-31", "€ 999.900,06"])
  func `other numbers are shown`(text: String) {
    #expect(QuotedText.safe(text) == text)
  }

  @Test func `control characters do not reach a terminal, and long texts are cut`() {
    #expect(QuotedText.quote("a\u{1B}[2Jb\u{202E}c") == "\"a?[2Jb?c\"")
    #expect(QuotedText.quote(String(repeating: "x", count: 61)) == "\"" + String(repeating: "x", count: 60) + "…\"")
  }
}
