import SaldoDomain
import Testing

/// Every case of the corpus: the check finds what must be found, and settling answers what must be answered.
struct ConformanceTests {
  @Test(arguments: Corpus.cases)
  func `the receiver finds and answers what the standard asks`(item: ConformanceCase) throws {
    let judged = try Judged.checking(item)
    #expect(judged.verdict == item.expected.verdict)
    if item.expected.verdict == "unusable" {
      // The schema refuses without naming a rule: compare where.
      #expect(Set(judged.findings.map(\.element)) == Set(item.expected.findings.map(\.element)))
      #expect(judged.findings.allSatisfy { $0.level == 1 && $0.returnCode == nil })
      return
    }
    #expect(judged.findings == Set(item.expected.findings))
    guard let settled = try Settled.settling(item) else { return }
    #expect(settled.answer.map(Sorted.init) == item.expected.answer.map(Sorted.init))
    #expect(settled.release.map { $0 == item.expected.release } != false, "a message is answered in its own release")
    #expect(settled.rejections == judged.rejections, "check and settle must agree")
  }
}

/// An answer whose codes are sorted: their order within a class has no meaning.
private struct Sorted: Equatable {
  let answer: ConformanceCase.Answer

  init(_ answer: ConformanceCase.Answer) {
    self.answer = ConformanceCase.Answer(
      header: answer.header.sorted(), declaration: answer.declaration?.sorted(), claimed: answer.claimed,
      granted: answer.granted,
      clients: answer.clients?.map { client in
        .init(
          client: client.client, codes: client.codes.sorted(),
          lines: client.lines.map { .init(reference: $0.reference, codes: $0.codes.sorted()) })
      },
      classes: answer.classes?.map { .init(class: $0.class, codes: $0.codes.sorted()) })
  }
}
