import SaldoDomain
import SaldoLedger
import SaldoTestLedger
import Testing

@testable import SaldoStore

struct PostingRowsTests {
  /// Both sides of the one line of a declaration, under an agreement.
  private func made(amount: Int64, agreement: String, line: LineID, client: Int64) -> PostingRows? {
    let month = CalendarMonth(iso: "2026-01")!
    func account(_ kind: Account.Kind) -> Account {
      Account(
        kind: kind, domain: .jw, municipality: MunicipalityCode("0363")!, provider: ProviderCode("99200001")!,
        product: Product(category: ProductCategory(rawValue: "45"), code: ProductCode("45A48")), agreement: agreement)
    }
    guard
      case .declaration(let declaration) = TestMessages.declaration(
        "P1", provider: 0, municipality: 0, month: "2026-02", date: "2026-03-02", clients: [0],
        lines: [TestMessages.line("P1", on: 1001, TestRegion.hours, month: "2026-01", hours: 1, cents: 8000)])
    else { return nil }
    var postings = LinePostings(
      declarationMonth: month.adding(months: 1), bookingMonth: month.adding(months: 2), capacity: 1)
    let (cost, debt) = (postings.place(of: account(.careCost)), postings.place(of: account(.payable)))
    postings.append(
      LinePostings.Line(
        id: line, amount: Euros(cents: amount), bsn: TestRegion.clients[0], deliveryMonth: month, cost: cost, debt: debt
      ))
    return PostingRows(postings, of: declaration, clients: [client], setApart: [])
  }

  @Test(arguments: [0, 2000])
  func `each side is a text of its columns, however long they are`(agreementLength: Int) throws {
    let agreement = String(repeating: "a", count: agreementLength)
    let line = LineID(message: 1 << 41, position: 0)
    let rows = try #require(made(amount: -.max, agreement: agreement, line: line, client: .max))
    let account = ["jw", "0363", "99200001", "45", "45A48", agreement]
    let months = ["2026-01", "2026-02", "2026-03"]
    let cost =
      ["4611686018427387904", "2305843009213693952", "care-cost"] + account
      + ["9223372036854775807", "-9223372036854775807"] + months
    let debt =
      ["4611686018427387905", "2305843009213693952", "payable"] + account
      + ["9223372036854775807", "9223372036854775807"] + months
    #expect(rows.lines == [cost, debt].map { $0.joined(separator: "\u{1F}") })
    #expect(rows.summary.count == 2)
  }
}
