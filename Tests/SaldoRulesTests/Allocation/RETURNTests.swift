import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct RETURNTests {
  let rule = RETURNAllocationCanBeTakenBack()

  private func verdict(
    codes: [ReturnCode] = [ReturnCode(rawValue: "9332")], of allocations: [AllocationNumber]?, lines: [KnownLine] = []
  ) -> Verdict {
    var header = MessageHeader.sample(.allocation)
    header.kind = .allocationReturn
    let message = ReturnMessage(
      header: header, returnIdentification: "R1", returnDate: "2025-01-15",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: codes, content: nil)
    var known = WorkingSet.sample(lines: lines)
    known.returnedAllocations = allocations?.map { ClientAllocation($0, of: Sample.bsn) }
    let verdict = rule.verdict(on: message, in: .sample(known: known))
    if case .fail(let facts) = verdict { expectListed(facts, by: rule.metadata) }
    return verdict
  }

  @Test func `it only signals`() {
    #expect(rule.metadata.severity == .signal && rule.metadata.returnCode == nil)
  }

  @Test func `a known allocation without approved lines passes`() {
    #expect(verdict(of: [AllocationNumber(1001)]) == .pass)
  }

  @Test func `an allocation that the provider accepts is not its business`() {
    #expect(verdict(codes: [], of: [AllocationNumber(1001)], lines: [.sample()]) == .notApplicable)
  }

  @Test func `a message that is not known fails`() { #expect(verdict(of: nil).fails) }

  @Test func `approved lines are counted over its allocations`() {
    let lines = [KnownLine.sample(), .sample(.sample(reference: "OLD2", allocation: 1002), id: 2 << 20)]
    let reason = Bilingual(
      nl: "er blijven 2 goedgekeurde, niet gecrediteerde regels op staan",
      en: "2 approved lines that were not credited stay on it")
    #expect(
      verdict(of: [AllocationNumber(1001), AllocationNumber(1002)], lines: lines) == .fail(["reason": .phrase(reason)]))
    #expect(verdict(of: [AllocationNumber(1003)], lines: lines) == .pass)
  }

  @Test func `one approved line is enough`() {
    #expect(verdict(of: [AllocationNumber(1001)], lines: [.sample()]).fails)
  }

  @Test func `a refused start is not its business`() {
    func findings(_ kind: MessageKind) -> [RuleCode] {
      let message = ReturnMessage(
        header: .sample(kind), returnIdentification: "R1", returnDate: "2025-01-15",
        returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"),
        codes: [ReturnCode(rawValue: "9074")], content: nil)
      return ReturnEvaluator(.sample()).findings(message).map(\.rule)
    }
    #expect(findings(.allocationReturn) == ["RETURN"])
    #expect(findings(.startReturn) == [])
  }
}
