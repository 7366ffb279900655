import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR367Tests {
  let rule = TR367ReturnedLineIsUnchanged()

  struct Change: Sendable, CustomTestStringConvertible {
    let element: String
    let expected: Fact
    let found: Fact
    let change: @Sendable (inout DeliveryLine) -> Void
    var testDescription: String { element }
  }

  /// Line R1: 10 hours at € 4.00 over February on allocation 1001; each element changed once.
  static let changes = [
    Change(element: "ToewijzingNummer", expected: .code("1001"), found: .code("1002")) {
      $0.allocation = AllocationNumber(1002)
    },
    Change(element: "ProductCategorie", expected: .code("45"), found: .code("46")) {
      $0.product = Product(category: ProductCategory(rawValue: "46"), code: $0.product.code)
    },
    Change(element: "ProductCode", expected: .code("45A48"), found: .code("45A49")) {
      $0.product = Product(category: $0.product.category, code: "45A49")
    },
    Change(element: "ProductPeriode/Begindatum", expected: .date("2025-02-01"), found: .date("2025-02-02")) {
      $0.period = Period(begin: "2025-02-02", end: $0.period.end)
    },
    Change(element: "ProductPeriode/Einddatum", expected: .date("2025-02-28"), found: .date("2025-02-27")) {
      $0.period = Period(begin: $0.period.begin, end: "2025-02-27")
    },
    Change(element: "GeleverdVolume", expected: .number(10), found: .number(9)) { $0.volume = 9 },
    Change(element: "Eenheid", expected: .code("04"), found: .code("01")) { $0.unit = .minute },
    Change(
      element: "ProductTarief", expected: .amount(Euros(cents: 400)),
      found: .phrase(Bilingual(nl: "geen", en: "none"))
    ) { $0.tariff = nil },
    Change(
      element: "IngediendBedrag/Bedrag", expected: .amount(Euros(cents: 4000)), found: .amount(Euros(cents: 4001))
    ) { $0.amount = .debit(4001) },
    Change(element: "IngediendBedrag/DebetCredit", expected: .code("D"), found: .code("C")) {
      $0.amount = StatedAmount(size: $0.amount.size, side: .credit)
    },
  ]

  @Test func `an unchanged line passes, wherever it stands`() {
    let moved = with(DeliveryLine.sample()) { $0.sourceLines = DeliveryLine.SourceLines(first: 99) }
    #expect(rule.findings(in: .sample(clients: [(Sample.bsn, [moved])]), to: .sample()) == [])
  }

  @Test(arguments: changes)
  func `a changed element fails and is named with both values`(change: Change) {
    let line = with(DeliveryLine.sample(), change.change)
    let findings = rule.findings(in: .sample(clients: [(Sample.bsn, [line])]), to: .sample())
    #expect(
      findings.map(\.facts) == [
        ["element": .code(change.element), "expected": change.expected, "found": change.found]
      ])
    #expect(findings.allSatisfy { $0.place.path.hasSuffix("Client[1]/Prestaties/Prestatie[1]/" + change.element) })
  }

  @Test func `a line that was not declared is not its business`() {
    let answer = DeclarationAnswer.sample(clients: [(Sample.bsn, [.sample(reference: "R9", volume: 9)])])
    #expect(rule.findings(in: answer, to: .sample()) == [])
  }

  @Test func `of two lines with one reference the answer may return either`() {
    let declaration = DeclarationMessage.sample(lines: [.sample(), .sample(volume: 9, amount: .debit(3600))])
    let answer = DeclarationAnswer.sample(clients: [(Sample.bsn, [.sample(volume: 9, amount: .debit(3600))])])
    #expect(rule.findings(in: answer, to: declaration) == [])
  }
}
