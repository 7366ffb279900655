import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct DeclarationEvaluatorTests {
  private func judge(_ message: DeclarationMessage, in context: RuleContext = .sample()) -> Judgement {
    var evaluator = DeclarationEvaluator(context)
    return evaluator.judge(message)
  }

  private func code(_ text: String) -> ReturnCode { ReturnCode(rawValue: text) }

  /// A working set with an approved line `OLD1` over February.
  private let withOldLine = RuleContext.sample(known: .sample(lines: [.sample()]))
  private let oldLine = DeliveryLine.sample(reference: "OLD1")

  @Test func `the base situation is approved without a finding`() {
    let judgement = judge(.sample())
    #expect(judgement == Judgement(stage: .lines))
    #expect(judgement.approves(0))
  }

  // Stages.

  @Test func `level 2 hides level 3 and gives 0001 once`() {
    let message = DeclarationMessage.sample(
      messageDate: "2025-03-11", total: .debit(1), lines: [.sample(allocation: 1002, unit: .euro)])
    let judgement = judge(message)
    #expect(judgement.stage == .header([.technicallyRejected]))
    #expect(judgement.findings.map(\.rule) == ["CD087", "CS339", "TR358"])
    #expect(judgement.lineCodes == [:])
    #expect(!judgement.approves(0))
  }

  @Test func `a header error stops and every header rule is told`() {
    var known = WorkingSet.sample
    known.identificationIsUsed = true
    known.declarationNumberIsUsed = true
    let message = DeclarationMessage.sample(messageDate: "2025-03-11", lines: [.sample(allocation: 1002)])
    let judgement = judge(message, in: .sample(known: known))
    #expect(judgement.stage == .header([code("9056"), code("8848")]))
    #expect(judgement.findings.map(\.rule) == ["TR056", "TR135"])
    #expect(judgement.findings.map(\.answerClass) == [.header, .header])
  }

  @Test func `a known declaration number stops before clients and lines`() {
    var known = WorkingSet.sample
    known.declarationNumberIsUsed = true
    let message = DeclarationMessage.sample(clients: [Sample.otherBsn], lines: [.sample(allocation: 1002)])
    let judgement = judge(message, in: .sample(known: known))
    #expect(judgement.stage == .declaration([code("9333")]))
    #expect(judgement.findings.map(\.rule) == ["TR333"])
    #expect(judgement.findings.map(\.place.path) == ["/Bericht/Declaratie/DeclaratieNummer"])
    #expect(judgement.lineCodes == [:])
  }

  @Test func `a client error gives 0233 to the client's lines and leaves others alone`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.otherBsn, Sample.bsn],
      lines: [
        .sample(reference: "R1", allocation: 1002), .sample(reference: "R2", allocation: 1003, client: 0),
        .sample(reference: "R3", client: 1),
      ])
    let judgement = judge(message)
    #expect(judgement.stage == .lines)
    #expect(judgement.clientCodes == [0: [code("8187")]])
    #expect(judgement.lineCodes == [0: [.notAssessed], 1: [.notAssessed]])
    #expect(judgement.findings.map(\.rule) == ["TR304"])
    #expect(judgement.approves(2))
  }

  // Lines.

  @Test func `every rule that a line breaks is told, in the order of the rules`() {
    let line = DeliveryLine.sample(
      product: Product(category: ProductCategory(rawValue: "43"), code: "45A53"),
      period: Period("2025-01-01", "2025-01-30"), volume: 1, unit: .daypart, tariff: 399, amount: .debit(398))
    let judgement = judge(.sample(lines: [line]))
    #expect(
      judgement.findings.map(\.rule) == [
        "TR339", "TR340", "TR381", "TR341", "TR387", "TR388", "TR307", "TR418", "TR346",
      ])
    let codes = ["9339", "9340", "S329", "9341", "9387", "9388", "9307", "0611", "9346"]
    #expect(judgement.lineCodes == [0: codes.map { code($0) }])
  }

  @Test func `a line outside its allocation gets every code that is true of it`() {
    let known = WorkingSet.sample(allocations: [.sample(.sample(validity: OpenPeriod("2025-02-03", "2025-02-20")))])
    let judgement = judge(.sample(), in: .sample(known: known))
    // Ten hours in all are too much too: three weeks of three hours are nine.
    #expect(judgement.lineCodes == [0: ["9387", "9388", "9307", "9308", "9322"].map { code($0) }])
  }

  @Test func `without an allocation only TR338 and the rules that do not need one speak`() {
    let judgement = judge(.sample(lines: [.sample(allocation: 1002, tariff: 401, amount: .debit(4000))]))
    #expect(judgement.lineCodes == [0: ["9338", "0611", "9346"].map { code($0) }])
  }

  @Test func `a code that two rules give stands once, with both findings`() {
    let line = DeliveryLine.sample(volume: 4000, unit: .euro, tariff: nil)
    let judgement = judge(.sample(lines: [line]))
    #expect(judgement.findings.map(\.rule) == ["TR341", "K002"])
    #expect(judgement.lineCodes == [0: [code("9341")]])
  }

  @Test func `a product that nobody contracted gets S329 once`() {
    let other = Product(category: Sample.product.category, code: "45A99")
    let line = DeliveryLine.sample(product: other, volume: 4000, unit: .euro, tariff: nil)
    let known = WorkingSet.sample(allocations: [.sample(.sample(code: nil, volume: nil))])
    let judgement = judge(.sample(lines: [line]), in: .sample(known: known))
    #expect(judgement.findings.map(\.rule) == ["TR381"])
    #expect(judgement.lineCodes == [0: [code("S329")]])
  }

  @Test func `a reference under two clients stays with the first`() {
    let known = WorkingSet.sample(allocations: [
      .sample(), .sample(.sample(number: 1002), bsn: Sample.otherBsn),
    ])
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(), .sample(allocation: 1002, client: 1)])
    #expect(judge(message, in: .sample(known: known)).lineCodes == [1: [code("8021")]])
  }

  @Test func `a line of a rejected client has used its reference`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.otherBsn, Sample.bsn], lines: [.sample(), .sample(client: 1)])
    #expect(judge(message).lineCodes == [0: [.notAssessed], 1: [code("8021")]])
  }

  @Test func `findings stand in message order, although credits are judged first`() {
    let credit = oldLine.credited(as: "C1")
    let message = DeclarationMessage.sample(lines: [
      .sample(allocation: 1002), credit, .sample(reference: "R2", tariff: 1),
    ])
    let judgement = judge(message)
    #expect(judgement.findings.map(\.place.line) == [0, 1, 2, 2])
    #expect(judgement.findings.map(\.rule) == ["TR338", "TR323", "TR418", "TR346"])
    #expect(
      judgement.findings.map(\.place.path).first
        == "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ToewijzingNummer")
  }

  @Test func `the order of clients and lines decides nothing`() {
    let lines: [DeliveryLine] = [
      .sample(reference: "A", period: Period("2025-01-13", "2025-01-31"), volume: 9, amount: .debit(3600)),
      .sample(reference: "B", tariff: 399),
      .sample(reference: "C", allocation: 1002), oldLine.credited(as: "D"),
      .sample(reference: "E", period: Period("2025-02-01", "2025-02-27")),
    ]
    let codes: [ExactText: [ReturnCode]] = [
      "B": [code("0611"), code("9346")], "C": [code("9338")], "E": [code("9388")],
    ]
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let shuffled = lines.shuffled(using: &random)
      let judgement = judge(.sample(lines: shuffled), in: withOldLine)
      let found = Dictionary(
        uniqueKeysWithValues: judgement.lineCodes.map { (shuffled[$0.key].reference, $0.value) })
      guard found != codes else { continue }
      Issue.record("seed \(seed)")
      return
    }
  }

  // Credits.

  @Test(arguments: [true, false])
  func `a credit makes room for a new debit, whichever comes first`(creditFirst: Bool) {
    let lines = [oldLine.credited(as: "C1"), DeliveryLine.sample(volume: 9, amount: .debit(3600))]
    let judgement = judge(.sample(lines: creditFirst ? lines : lines.reversed()), in: withOldLine)
    #expect(judgement == Judgement(stage: .lines))
  }

  @Test func `without the credit the debit is refused`() {
    #expect(judge(.sample(), in: withOldLine).lineCodes == [0: [code("9389")]])
  }

  @Test(arguments: [true, false])
  func `a rejected credit makes no room`(creditFirst: Bool) {
    var credit = oldLine.credited(as: "C1")
    credit.volume = 11
    let lines = creditFirst ? [credit, .sample()] : [.sample(), credit]
    let judgement = judge(.sample(lines: lines), in: withOldLine)
    let (creditAt, debitAt) = creditFirst ? (0, 1) : (1, 0)
    #expect(judgement.lineCodes == [creditAt: [code("8017")], debitAt: [code("9389")]])
  }

  @Test func `a credit of another debit makes no room`() {
    let other = KnownLine.sample(.sample(reference: "OLD2", period: Period("2025-01-13", "2025-01-31")), id: 2 << 20)
    let context = RuleContext.sample(known: .sample(lines: [.sample(), other]))
    let judgement = judge(.sample(lines: [other.line.credited(as: "C1"), .sample()]), in: context)
    #expect(judgement.lineCodes == [1: [code("9389")]])
  }

  @Test func `a credit is refused on technical grounds only`() {
    let removed = AllocatedProduct.sample(
      category: ProductCategory(rawValue: "43"), code: "43A12", validity: OpenPeriod("2025-01-13", "2025-01-13"),
      changeReason: .removed, volume: AllocatedVolume(volume: 1, unit: .daypart, frequency: .perWeek))
    let known = WorkingSet.sample(allocations: [.sample(removed)], lines: [.sample()])
    let context = RuleContext.sample(region: .sample(prices: []), known: known)
    #expect(judge(.sample(lines: [oldLine.credited(as: "C1")]), in: context) == Judgement(stage: .lines))
  }

  @Test func `a debit that was credited before is told by TR390 alone`() {
    let context = RuleContext.sample(known: .sample(lines: [.sample(creditedBy: 7 << 20)]))
    #expect(judge(.sample(lines: [oldLine.credited(as: "C2")]), in: context).lineCodes == [0: [code("9390")]])
  }

  @Test func `what one message credits is nothing to the next`() {
    var evaluator = DeclarationEvaluator(withOldLine)
    let lines = [oldLine.credited(as: "C1"), DeliveryLine.sample()]
    #expect(evaluator.judge(.sample(lines: lines)).findings == [])
    #expect(evaluator.context.creditedNow == [KnownLine.sample().id])
    #expect(evaluator.judge(.sample()).lineCodes == [0: [code("9389")]])
  }

  // What is left of an allocation.

  @Test func `debits of one message compete for their allocation, those of another client do not`() {
    // Ten hours in total: six in January leave four, whatever another client does with the number of a merged municipality.
    let product = AllocatedProduct.sample(volume: AllocatedVolume(volume: 10, unit: .hour, frequency: .total))
    var other = KnownAllocation.sample(product, bsn: Sample.otherBsn)
    other.predecessor = Sample.municipality
    let context = RuleContext.sample(known: .sample(allocations: [.sample(product), other]))
    func rules(february volume: Int64) -> [RuleCode] {
      let january = DeliveryLine.sample(
        reference: "A", period: Period("2025-01-13", "2025-01-31"), volume: 6, amount: .debit(2400))
      var others = january
      (others.reference, others.client) = ("B", 1)
      let february = DeliveryLine.sample(reference: "C", volume: volume, amount: .debit(400 * volume))
      let message = DeclarationMessage.sample(
        clients: [Sample.bsn, Sample.otherBsn], lines: [january, february, others])
      return judge(message, in: context).findings.map(\.rule)
    }
    #expect(rules(february: 4) == [])
    #expect(rules(february: 5) == ["TR322"])
  }

  // Knowledge.

  @Test func `rules without the knowledge that they need say nothing`() {
    let message = DeclarationMessage.sample(
      municipality: MunicipalityCode("9999")!, lines: [.sample(allocation: 1002, tariff: 399, amount: .debit(1))])
    let judgement = judge(message, in: .sample(region: nil, known: nil))
    #expect(judgement.stage == .lines)
    #expect(judgement.lineCodes == [0: [code("9346")]])
  }

  @Test func `header rules judge messages of any kind`() {
    var known = WorkingSet.sample
    known.identificationIsUsed = true
    let evaluator = MessageEvaluator(.sample(asOf: "2025-01-01", known: known))
    let unknown = MunicipalityCode("9999")!
    let messages: [(Message, String)] = [
      (.allocation(.sample(municipality: unknown)), "Afzender"), (.start(.sample(municipality: unknown)), "Ontvanger"),
      (.stop(.sample(municipality: unknown)), "Ontvanger"),
      (.declaration(.sample(municipality: unknown)), "Ontvanger"),
    ]
    for (message, element) in messages {
      let findings = evaluator.headerFindings(message)
      #expect(findings.map(\.rule) == ["TR056", "TR135", "TR378"])
      #expect(findings.last?.place.path == "/Bericht/Header/\(element)")
    }
  }

  @Test func `a finding on a client stands before its lines and after those of the client before`() {
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(tariff: 1), .sample(reference: "R2", client: 1)])
    #expect(judge(message).findings.map(\.rule) == ["TR418", "TR346", "TR304"])
  }
}
