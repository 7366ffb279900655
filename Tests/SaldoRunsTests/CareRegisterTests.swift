import GRDB
import SaldoDomain
import SaldoLedger
import SaldoRuns
import SaldoSettlement
import SaldoTestSupport
import Testing

@testable import SaldoStore

/// What the register keeps of starts, stops, requests and returned allocations, as later messages find it.
struct CareRegisterTests {
  private let allocation = Message.allocated("T1")
  private let refused = [ReturnCode(rawValue: "9332")]

  /// A declaration of line R1 on allocation 1001.
  private func declared(_ number: ExactText, _ lines: [DeliveryLine] = [.sample()]) -> Message {
    .declaration(.sample(identification: number, number: number, lines: lines))
  }

  @Test func `starts and stops of earlier messages are known`() throws {
    let care = try CareLedger([allocation])
    #expect(try care.codes(.notices([.started()], identification: "S1")) == [])
    #expect(try care.codes(.notices([.started("2025-05-01")], identification: "S2")) == ["9326"])
    #expect(try care.codes(.notices([.stopped(reason: "20")], identification: "E1")) == [])
    #expect(try care.codes(.notices([.stopped("2025-04-15", reason: "20")], identification: "E2")) == ["9413"])
    #expect(try care.codes(.notices([.started("2025-05-01")], identification: "S3")) == [])
    #expect(try care.codes(.notices([.stopped("2025-05-31", begin: "2025-05-01")], identification: "E3")) == [])
    #expect(try care.codes(.notices([.started(removed: true)], identification: "S4")) == ["9071"])
    #expect(try care.codes(.notices([.stopped(reason: "20", removed: true)], identification: "E4")) == [])
    #expect(try care.codes(.notices([.started(removed: true)], identification: "S5")) == [])
    #expect(try care.codes(.notices([.started()], identification: "S6")) == [])
  }

  @Test func `nothing of a refused message is registered, also not its good products`() throws {
    let care = try CareLedger([allocation])
    #expect(try care.codes(.notices([.started(), .started(on: 9999)], identification: "S1")) == ["9019"])
    #expect(try care.codes(.notices([.stopped()], identification: "E1")) == ["9069"])
    #expect(try care.codes(.notices([.started()], identification: "S2")) == [])
  }

  @Test func `task-oriented care keeps its product and first day`() throws {
    let care = try CareLedger([])
    #expect(try care.codes(.notices([.started(on: nil)], identification: "S1")) == [])
    #expect(try care.codes(.notices([.started(on: nil)], identification: "S2")) == ["9074"])
    #expect(try care.codes(.notices([.stopped(on: nil)], identification: "E1")) == [])
  }

  @Test func `another client with the same number has a history of its own`() throws {
    let care = try CareLedger([allocation, .notices([.started()], identification: "S1")])
    guard case .start(var start) = Message.notices([.started()], identification: "S2") else { return }
    start.client.bsn = Sample.otherBsn
    #expect(try care.codes(.start(start)) == ["9019"])
  }

  @Test func `starts and stops reject no line`() throws {
    let care = try CareLedger([allocation])
    #expect(try care.codes(declared("D1")) == [])
    let later = DeliveryLine.sample(reference: "R2", period: Period("2025-03-01", "2025-03-31"))
    let ended = try CareLedger([
      allocation, .notices([.started()], identification: "S1"),
      .notices([.stopped("2025-02-10")], identification: "E1"),
    ])
    #expect(
      try ended.codes(
        .declaration(
          .sample(
            identification: "D2", messageDate: "2025-04-03", number: "D2", period: Period("2025-03-01", "2025-03-31"),
            date: "2025-04-03", lines: [later]))) == [])
  }

  @Test func `a request can be honoured once`() throws {
    var honouring = AllocatedProduct.sample()
    honouring.providerReference = "REF1"
    var unknown = AllocatedProduct.sample(number: 1002)
    unknown.providerReference = "REF9"
    let care = try CareLedger([.requested("REF1")])
    #expect(try care.codes(.allocated("T0", [unknown])) == ["9379"])
    #expect(try care.codes(.allocated("T1", [honouring])) == [])
    #expect(try care.codes(.allocated("T2", [honouring])) == ["9379"])
    #expect(try care.codes(.allocated("T3")) == [])
  }

  @Test func `a request whose allocation came back can be honoured again`() throws {
    var honouring = AllocatedProduct.sample()
    honouring.providerReference = "REF1"
    let first = Message.allocated("T1", [honouring])
    let care = try CareLedger([.requested("REF1"), first, .returned(first, codes: refused)])
    #expect(try care.codes(.allocated("T2", [honouring])) == [])
  }

  @Test func `without any request of the provider a reference is not judged`() throws {
    var honouring = AllocatedProduct.sample()
    honouring.providerReference = "REF9"
    #expect(try CareLedger().codes(.allocated("T1", [honouring])) == [])
  }

  @Test func `an allocation that its provider refuses is not in force from then on`() throws {
    let care = try CareLedger([allocation, .returned(allocation, codes: refused)])
    #expect(try care.codes(declared("D1")) == ["9338"])
    #expect(try care.codes(.notices([.started()], identification: "S1")) == ["9019"])
    #expect(try care.codes(.allocated("T2")) == [])
    #expect(try care.codes(.notices([.started()], identification: "S2")) == [])
  }

  @Test func `an allocation that its provider accepts stays in force`() throws {
    let care = try CareLedger([allocation, .returned(allocation)])
    #expect(try care.codes(declared("D1")) == [])
  }

  @Test func `the version before a refused one is current again`() throws {
    let extended = Message.allocated(
      "T2",
      [.sample(decidedOn: "2025-06-01", validity: OpenPeriod("2025-01-13", "2025-12-31"))], date: "2025-06-01")
    let care = try CareLedger([allocation, extended])
    let keys = WorkingSetKeys(of: declared("D1"))
    let number = AllocationNumber(1001)
    #expect(
      try care.ledger.workingSet(for: keys, region: nil).allocations[number]?.product.validity.end == "2025-12-31")
    try care.take(.returned(extended, codes: refused))
    #expect(
      try care.ledger.workingSet(for: keys, region: nil).allocations[number]?.product.validity.end == "2025-06-30")
    #expect(try care.codes(declared("D1")) == [])
  }

  @Test func `approved lines stay when their allocation comes back, with a signal`() throws {
    let care = try CareLedger([allocation, declared("D1")])
    let back = try care.take(.returned(allocation, codes: refused))
    #expect(back.decision.findings.map(\.rule) == ["RETURN"])
    #expect(back.decision.refusal == nil && back.answer == nil)
    let credit = DeliveryLine.sample().credited(as: "R2")
    #expect(try care.codes(declared("D2", [credit])) == [])
    #expect(try care.codes(declared("D3", [.sample(reference: "R3")])) == ["9338"])
    let sums = try care.ledger.figures(ofMessages: [3])
    #expect(sums.careCosts == Euros(cents: 4000))
    #expect(sums.refused == [])
    #expect(
      try care.ledger.figures(ofMessages: [4]).refused
        == [NoticeFigures(kind: .allocationReturn, code: refused[0], messages: 1)])
  }

  @Test func `a return of a message that is not known signals`() throws {
    let care = try CareLedger()
    #expect(try care.take(.returned(allocation, codes: refused)).decision.findings.map(\.rule) == ["RETURN"])
    #expect(try care.take(.returned(allocation, identification: "R2")).decision.findings == [])
  }

  @Test func `the register that a replay builds is the one that was kept`() throws {
    let care = try CareLedger([
      .requested("REF1"), allocation, .notices([.started()], identification: "S1"),
      .notices([.started("2025-05-01")], identification: "S2"), .notices([.stopped()], identification: "E1"),
      .returned(allocation, codes: refused),
    ])
    let result = try ReplayRun(of: care.ledger).replay()
    #expect(result.differences == [])
    #expect(result.messages == 6)
    #expect(try care.ledger.verify().faults == [])
  }

  @Test func `figures count refused messages per kind and code`() throws {
    let care = try CareLedger([
      allocation, .notices([.started(), .started(on: 9999)], identification: "S1"),
      .notices([.started(on: 9999)], identification: "S2"), .notices([.stopped()], identification: "E1"),
    ])
    let figures = try care.ledger.figures(ofMessages: [2, 3, 4, 5])
    #expect(
      figures.refused.map { "\($0.kind.rawValue) \($0.code?.rawValue ?? "-") \($0.messages)" } == [
        "305 9019 2", "307 9069 1",
      ])
  }
}
