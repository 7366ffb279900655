import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR378Tests {
  let rule = TR378MunicipalityExists()

  let abolished = MunicipalityCode("0501")!
  let unknown = MunicipalityCode("9999")!

  private func declaration(_ code: MunicipalityCode, from begin: CalendarDate? = nil) -> Verdict {
    let allocations = begin.map { [KnownAllocation.sample(.sample(validity: OpenPeriod($0, "2024-12-31")))] } ?? []
    return rule.judge(
      .declaration(.sample(municipality: code)), in: .sample(known: .sample(allocations: allocations)))
  }

  @Test func `a current code passes`() {
    #expect(declaration(Sample.municipality) == .pass)
  }

  @Test func `a code in no list fails`() {
    #expect(declaration(unknown, from: "2022-06-01").fails)
  }

  @Test func `an abolished code passes for the allocations from its time`() {
    #expect(declaration(abolished, from: "2022-06-01") == .pass)
    #expect(declaration(abolished, from: "2022-12-31") == .pass)
  }

  @Test(arguments: ["2023-01-01", "2023-06-01"] as [CalendarDate])
  func `an abolished code fails for later allocations`(begin: CalendarDate) {
    guard case .fail(let facts) = declaration(abolished, from: begin) else {
      Issue.record("passes")
      return
    }
    #expect(facts["municipality"] == .code("0501"))
    #expect(facts["date"] == .date(begin))
  }

  @Test func `without a known allocation the declaration period counts`() {
    let known = WorkingSet.sample(allocations: [])
    let old = DeclarationMessage.sample(municipality: abolished, period: Period("2022-12-01", "2022-12-31"))
    let new = DeclarationMessage.sample(municipality: abolished, period: Period("2023-01-01", "2023-01-31"))
    #expect(rule.judge(.declaration(old), in: .sample(known: known)) == .pass)
    #expect(rule.judge(.declaration(new), in: .sample(known: known)).fails)
    let between = DeclarationMessage.sample(municipality: abolished, period: Period("2022-12-31", "2023-01-30"))
    #expect(rule.judge(.declaration(between), in: .sample(known: known)) == .pass)
  }

  @Test func `without earlier messages only a code in no list fails`() {
    let messages: [(MunicipalityCode) -> Message] = [
      { .declaration(.sample(municipality: $0)) },
      { .start(.sample(municipality: $0, allocationBegin: nil)) },
      { .stop(.sample(municipality: $0, allocationBegin: nil)) },
      { .changeRequest(self.request($0)) },
    ]
    for message in messages {
      #expect(rule.judge(message(abolished), in: .sample(known: nil)) == .pass)
      let verdict = rule.judge(message(unknown), in: .sample(known: nil))
      guard case .fail(let facts) = verdict else {
        Issue.record("passes")
        continue
      }
      #expect(facts["date"] == .date(message(unknown).header.date))
    }
    #expect(rule.judge(.start(.sample(municipality: abolished)), in: .sample(known: nil)).fails)
  }

  private func request(
    _ code: MunicipalityCode, unchanged: [UInt32] = [], changed: [UInt32] = [1001], new: [CalendarDate] = []
  ) -> ChangeRequestMessage {
    with(
      .sample(
        unchanged: unchanged.map { .init(allocation: AllocationNumber($0)) },
        changed: changed.map { .sample(allocation: $0) },
        new: new.map { .sample(validity: OpenPeriod($0, "2024-12-31")) })
    ) { $0.header.municipality = code }
  }

  @Test func `a request for a change goes by the allocations that it names, and what it asks for new products`() {
    let known = WorkingSet.sample(allocations: [
      .sample(.sample(validity: OpenPeriod("2022-12-31"))),
      .sample(.sample(number: 1002, validity: OpenPeriod("2023-01-01"))),
      .sample(.sample(number: 1003, validity: OpenPeriod("2023-01-01")), bsn: Sample.otherBsn),
      .sample(.sample(number: 1004, validity: OpenPeriod("2023-01-01")), provider: Sample.otherProvider),
    ])
    let requests: [(ChangeRequestMessage, Bool)] = [
      (request(abolished), true),
      (request(abolished, changed: [1002]), false),
      (request(abolished, unchanged: [1002]), false),
      (request(abolished, unchanged: [1001], changed: []), true),
      (request(abolished, changed: [1003, 1004, 1005]), true),
      (request(unknown, changed: [1005]), false),
      (request(abolished, new: ["2022-12-31"]), true),
      (request(abolished, new: ["2023-01-01"]), false),
    ]
    for (request, passes) in requests {
      #expect(rule.judge(.changeRequest(request), in: .sample(known: known)).fails != passes)
    }
  }

  @Test func `allocations of another provider or client do not count`() {
    let validity = OpenPeriod("2022-06-01")
    let others: [KnownAllocation] = [
      .sample(.sample(validity: validity), provider: Sample.otherProvider),
      .sample(.sample(validity: validity), bsn: Sample.otherBsn),
    ]
    for other in others {
      let message = Message.declaration(.sample(municipality: abolished))
      #expect(rule.judge(message, in: .sample(known: .sample(allocations: [other]))).fails)
    }
  }

  @Test func `each allocation of the declaration counts`() {
    let known = WorkingSet.sample(allocations: [
      .sample(.sample(validity: OpenPeriod("2022-06-01"))),
      .sample(.sample(number: 1002, validity: OpenPeriod("2023-01-01"))),
    ])
    let message = DeclarationMessage.sample(
      municipality: abolished, lines: [.sample(), .sample(reference: "R2", allocation: 1002)])
    #expect(rule.judge(.declaration(message), in: .sample(known: known)).fails)
  }

  @Test func `an allocation goes by its own first days`() {
    func verdict(_ begins: [CalendarDate]) -> Verdict {
      let products = begins.map { AllocatedProduct.sample(validity: OpenPeriod($0, "2024-12-31")) }
      return rule.judge(.allocation(.sample(municipality: abolished, products: products)))
    }
    #expect(verdict(["2022-12-31"]) == .pass)
    #expect(verdict(["2022-12-31", "2023-01-01"]).fails)
  }

  @Test func `a start or stop goes by the first day of the allocation, or else of delivery`() {
    let known = WorkingSet.sample(allocations: [])
    let messages: [(Message, Bool)] = [
      (.start(.sample(municipality: abolished, allocationBegin: "2022-12-31", begin: "2023-01-02")), true),
      (.start(.sample(municipality: abolished, allocationBegin: nil, begin: "2022-12-31")), true),
      (.start(.sample(municipality: abolished, allocationBegin: nil, begin: "2023-01-01")), false),
      (.stop(.sample(municipality: abolished, allocationBegin: "2022-12-31", begin: "2023-01-02")), true),
      (.stop(.sample(municipality: abolished, allocationBegin: "2023-01-01", begin: "2023-01-02")), false),
      (.stop(.sample(municipality: abolished, allocationBegin: nil, begin: "2022-12-31", end: "2023-03-31")), true),
    ]
    for (message, passes) in messages { #expect(rule.judge(message, in: .sample(known: known)).fails != passes) }
    let later = WorkingSet.sample(allocations: [.sample(.sample(validity: OpenPeriod("2023-01-01")))])
    let earlier = WorkingSet.sample(allocations: [.sample(.sample(validity: OpenPeriod("2022-12-31")))])
    for (message, _) in messages[1...2] {
      #expect(rule.judge(message, in: .sample(known: earlier)) == .pass)
      #expect(rule.judge(message, in: .sample(known: later)).fails)
    }
    let task = with(StartMessage.sample(municipality: abolished, begin: "2023-01-01")) {
      ($0.products[0].allocation, $0.products[0].allocationBegin) = (nil, nil)
    }
    #expect(rule.judge(.start(task), in: .sample(known: nil)).fails)
    let dayBefore = with(task) { $0.products[0].begin = "2022-12-31" }
    #expect(rule.judge(.start(dayBefore), in: .sample(known: nil)) == .pass)
  }

  @Test func `a request for an allocation goes by the first days that it asks for`() {
    func verdict(_ begin: CalendarDate) -> Verdict {
      let message = AllocationRequestMessage.sample(products: [.sample(validity: OpenPeriod(begin, "2024-12-31"))])
      return rule.judge(.allocationRequest(with(message) { $0.header.municipality = abolished }))
    }
    #expect(verdict("2022-12-31") == .pass)
    #expect(verdict("2023-01-01").fails)
  }

  @Test func `an answer goes by its own date`() {
    func fails(on date: CalendarDate) -> [Bool] {
      let answer = with(RequestAnswerMessage.sample()) {
        $0.header.municipality = abolished
        $0.header.date = date
      }
      let settled = with(DeclarationAnswer.sample(date: date)) { $0.header.municipality = abolished }
      let returned = ReturnMessage(
        header: .sample(.startReturn, municipality: abolished, date: date), returnIdentification: "R1",
        returnDate: "2025-01-15", returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: [],
        content: nil)
      return [Message.requestAnswer(answer), .declarationAnswer(settled), .returned(returned)].map {
        rule.judge($0).fails
      }
    }
    #expect(fails(on: "2022-12-31") == [false, false, false])
    #expect(fails(on: "2023-01-01") == [true, true, true])
  }

  @Test func `an answer that says that the municipality does not exist is not judged`() {
    let unknownCode = ReturnCode(rawValue: "S300")
    func verdict(_ codes: [ReturnCode]) -> Verdict {
      rule.judge(
        .declarationAnswer(
          with(DeclarationAnswer.sample()) {
            $0.header.municipality = unknown
            $0.codes = codes
          }))
    }
    #expect(verdict([unknownCode]) == .notApplicable)
    #expect(verdict([ReturnCode(rawValue: "0001"), unknownCode]) == .notApplicable)
    #expect(verdict([.noRemark]).fails)
    func returned(_ codes: [ReturnCode]) -> Verdict {
      rule.judge(
        .returned(
          ReturnMessage(
            header: .sample(.startReturn, municipality: unknown), returnIdentification: "R1",
            returnDate: "2025-01-15", returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"),
            codes: codes, content: nil)))
    }
    #expect(returned([unknownCode]) == .notApplicable)
    #expect(returned([]).fails)
  }

  @Test func `a row of the region wins over the national list`() {
    let rows = [
      Municipality(code: unknown, name: "Nieuwstad", validFrom: "2025-01-13"),
      Municipality(code: Sample.municipality, name: "Oudstad", validUntil: "2025-01-12"),
      Municipality(code: abolished, name: "Blijfstad"),
    ]
    let context = RuleContext.sample(region: .sample(municipalities: rows))
    #expect(rule.judge(.declaration(.sample(municipality: unknown)), in: context) == .pass)
    #expect(rule.judge(.declaration(.sample()), in: context).fails)
    #expect(rule.judge(.declaration(.sample(municipality: abolished)), in: context) == .pass)
    let unaware = RuleContext.sample(region: .sample(municipalities: rows), known: nil)
    #expect(rule.judge(.declaration(.sample(municipality: unknown)), in: unaware) == .pass)
    let dayBefore = WorkingSet.sample(allocations: [.sample(.sample(validity: OpenPeriod("2025-01-12")))])
    let earlier = RuleContext.sample(region: .sample(municipalities: rows), known: dayBefore)
    #expect(rule.judge(.declaration(.sample(municipality: unknown)), in: earlier).fails)
    #expect(rule.judge(.declaration(.sample()), in: earlier) == .pass)
  }

  @Test func `a code is used when one of its rows holds`() {
    let rows = [
      Municipality(code: unknown, name: "Oudstad", validUntil: "2022-12-31"),
      Municipality(code: unknown, name: "Nieuwstad", validFrom: "2025-01-13"),
    ]
    let context = RuleContext.sample(region: .sample(municipalities: rows))
    #expect(rule.judge(.declaration(.sample(municipality: unknown)), in: context) == .pass)
  }

  @Test func `without a region it has nothing to say`() {
    let message = Message.declaration(.sample(municipality: unknown))
    #expect(rule.judge(message, in: .sample(region: nil)) == .notApplicable)
  }

  @Test func `it points at the municipality's end of the message`() {
    #expect(TR378MunicipalityExists.element(of: .sample(.allocation)) == .sender)
    for kind in [MessageKind.start, .stop, .declaration] {
      #expect(TR378MunicipalityExists.element(of: .sample(kind)) == .receiver)
    }
  }
}
