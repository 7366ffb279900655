import SaldoDomain

/// A client has one debit line at most for the same allocation, product period and product.
///
/// Lines of the same client are compared, as the reference style sheet does. Across clients nothing is lost: an
/// allocation belongs to one client, so that TR338 rejects the line of the other one.
///
/// Source: iStandaarden 3.2, TR416 and its note. Against earlier messages it is TR389.
struct TR416OneDebitPerProductAndPeriod: DeclarationFormRule {
  static let metadata = RuleMetadata(
    form: "TR416", kinds: [.declaration],
    title: Bilingual(
      nl: "Een bericht heeft per toewijzing, productperiode en product één debetregel.",
      en: "A message has one debit line per allocation, product period and product."),
    sentence: Bilingual(
      nl: "Regel {first} van dit bericht declareert al hetzelfde {period}; verwacht is één debetregel.",
      en: "Line {first} of this message already declares the same {period}; one debit line is expected."),
    hint: Bilingual(
      nl: "Tel de regels van dit product over deze periode op tot één debetregel.",
      en: "Add the lines of this product over this period up to one debit line."),
    facts: ["first", "period"])

  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    let lines = message.lines
    for client in message.clients where client.lines.count > 1 {
      // Most clients have as many allocations as lines, and then no product is compared.
      var repeatsAllocation = false
      forEachRepeat(in: client.lines.lazy.map { lines[$0].allocation }) { _, _ in repeatsAllocation = true }
      guard repeatsAllocation else { continue }
      forEachRepeat(in: client.lines.lazy.map { Key(lines[$0], at: $0) }) { position, first in
        let (line, first) = (client.lines.lowerBound + position, client.lines.lowerBound + first)
        report(
          message.place(of: .allocation, line: line),
          ["first": .number(Int64(first + 1)), "period": .period(lines[line].period)])
      }
    }
  }

  private struct Key: Hashable {
    /// The position of a credit, which is like no other line; nil for a debit.
    let credit: Int?
    let allocation: AllocationNumber
    let period: Period
    let product: Product

    init(_ line: DeliveryLine, at position: Int) {
      credit = line.isCredit ? position : nil
      allocation = line.allocation
      period = line.period
      product = line.product
    }
  }
}
