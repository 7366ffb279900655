import SaldoDomain

/// The ceiling of a client (IBP) has the height of its cell in the matrix, or a motive for another one.
///
/// Told at an allocation for the client during the ceiling, to the municipality; the 301 stays in force and lines are
/// left alone. A ceiling that names no cell is not compared.
///
/// Source: Saldo, contract rules (Documentation/Funding.md).
struct K018CeilingIsThatOfTheMatrix: AllocationRule {
  static let metadata = RuleMetadata(
    signal: "K018", level: .contract, kinds: [.allocation], needs: .region,
    title: Bilingual(
      nl: "Het budgetplafond van een cliënt is dat van de matrix, of heeft een motivering.",
      en: "The ceiling of a client is that of the matrix, or has a motive."),
    sentence: Bilingual(
      nl:
        "Bij toewijzing {allocation} hoort een budgetplafond van {ceiling}, maar de matrix zegt {expected}, en "
        + "een motivering ontbreekt.",
      en:
        "Allocation {allocation} comes with a ceiling of {ceiling}, but the matrix says {expected}, and there is "
        + "no motive."
    ),
    hint: Bilingual(
      nl: "Gemeente: leg de motivering vast, of neem het bedrag van de matrix over.",
      en: "Municipality: record the motive, or take the amount of the matrix."),
    facts: ["allocation", "ceiling", "expected"], source: "Saldo, contract rule K018")

  func verdict(on product: AllocatedProduct, of message: AllocationMessage, in context: RuleContext) -> Verdict {
    guard product.changeReason != .removed, let region = context.region,
      message.header.standard.domain == ClientCeiling.domain
    else { return .notApplicable }
    let ceilings = region.localRules.ceilings(
      of: message.client.bsn, at: message.header.municipality, in: product.validity
    ).filter { $0.cell != nil }
    guard !ceilings.isEmpty else { return .notApplicable }
    let matrix = region.snapshot.ceilings.matrix
    for ceiling in ceilings {
      guard let expected = matrix.unmotivatedDeviation(of: ceiling) else { continue }
      return .fail([
        "allocation": .code(product.number.description), "ceiling": .amount(ceiling.ceiling),
        "expected": .amount(expected),
      ])
    }
    return .pass
  }
}
