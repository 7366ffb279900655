import SaldoDomain
import Testing

struct ExactTextTests {
  @Test func `two spellings of é differ`() {
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    #expect(composed == decomposed)
    #expect(ExactText(composed) != ExactText(decomposed))
    #expect(Set([ExactText(composed), ExactText(decomposed)]).count == 2)
  }

  @Test func `case and blanks count`() {
    #expect(ExactText("r1") != ExactText("R1"))
    #expect(ExactText("R1") != ExactText("R1 "))
    #expect(ExactText("R1") == ExactText("R1"))
  }

  @Test func `it sorts by bytes`() {
    let sorted = ["\u{E9}", "b", "B", "a", "10", "9", ""].map { ExactText($0) }.sorted().map(\.string)
    #expect(sorted == ["", "10", "9", "B", "a", "b", "\u{E9}"])
  }
}
