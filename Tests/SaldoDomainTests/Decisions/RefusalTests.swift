import SaldoDomain
import Testing

struct RefusalTests {
  private func finding(
    _ code: String?, severity: Severity = .reject, at answerClass: AnswerClass = .startedProduct, product: Int? = nil
  ) -> Finding {
    Finding(
      rule: "TR000", level: .history, severity: severity, returnCode: code.map { ReturnCode(rawValue: $0) },
      answerClass: answerClass, place: Finding.Place(element: "", path: "", sourceLine: 0, product: product),
      facts: [:])
  }

  private func codes(_ texts: String...) -> [ReturnCode] { texts.map { ReturnCode(rawValue: $0) } }

  @Test func `nothing, signals and findings without a code refuse nothing`() {
    #expect(Refusal([]) == nil)
    #expect(Refusal([finding("9001", severity: .signal, at: .header), finding(nil, at: .header)]) == nil)
    #expect(Refusal([finding("9001", severity: .signal, product: 0), finding(nil, product: 0)]) == nil)
  }

  @Test func `a header gets each code once, in the order of the findings`() {
    let refusal = Refusal([finding("9002", at: .header), finding("9001", at: .header), finding("9002", at: .header)])
    #expect(refusal == Refusal(header: codes("9002", "9001")))
  }

  @Test func `a product gets each code once, and keeps its own`() {
    let refusal = Refusal([
      finding("9002", product: 1), finding("9001", product: 1), finding("9002", product: 1),
      finding("9003", product: 0),
    ])
    #expect(refusal == Refusal(products: [0: codes("9003"), 1: codes("9002", "9001")]))
  }

  @Test func `all codes are told once, header first, then product by product`() {
    let refusal = Refusal(header: codes("9002"), products: [2: codes("9001", "9005"), 0: codes("9004", "9002")])
    #expect(refusal.codes == codes("9002", "9004", "9001", "9005"))
  }
}
