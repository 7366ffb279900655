import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoRules

/// The signals on ceilings per client (individuele budgetplafonds) in a judgement on a declaration.
///
/// They say something of lines that are approved already and change none, so they are counted apart, after the judgement:
/// when other declarations used a ceiling meanwhile, nothing else has to be settled again. Source: Documentation/Funding.md.
struct CeilingSignals {
  private let findings: [Finding]

  /// Counts the lines of a declaration that were posted, in the order of their postings.
  ///
  /// - Parameter counter: What was used of the ceilings before.
  init(on declaration: DeclarationMessage, posted: LinePostings, counting counter: ClientCeilingCounter) {
    var counter = counter
    var findings: [Finding] = []
    // Credits and debits of a client each come together, and most clients have no ceiling.
    var client: Bsn?
    var hasCeiling = false
    for line in counter.uses.isEmpty ? [] : posted.lines {
      if client != line.bsn {
        client = line.bsn
        hasCeiling = counter.hasCeiling(of: line.bsn)
      }
      guard hasCeiling else { continue }
      let position = line.id.position
      let agreement = posted.accounts[Int(line.cost)].agreement
      for remark in counter.count(declaration.lines[position], of: line.bsn, agreement: agreement) {
        guard let metadata = RuleCatalogue.metadata(of: remark.rule) else { continue }
        findings.append(metadata.finding(at: declaration.place(of: .amount, line: position), facts: remark.facts))
      }
    }
    self.findings = findings
  }

  /// The judgement with these signals on ceilings, in message order, instead of those that it has: at a line after all but
  /// those on spending spaces.
  func replacing(in judgement: Judgement) -> Judgement {
    let others = judgement.findings.filter { !Self.codes.contains($0.rule) }
    guard !findings.isEmpty || others.count < judgement.findings.count else { return judgement }
    var judgement = judgement
    judgement.findings = (others + findings).enumerated()
      .sorted { Self.place($0.element, $0.offset) < Self.place($1.element, $1.offset) }
      .map(\.element)
    return judgement
  }

  private static let codes = Set(ClientCeilingCounter.metadata.map(\.code))
  private static let codesOfSpending = Set(SpendingCounter.metadata.map(\.code))

  private static func place(_ finding: Finding, _ offset: Int) -> (Int, Int, Int, Int) {
    let rank = codes.contains(finding.rule) ? 1 : codesOfSpending.contains(finding.rule) ? 2 : 0
    return (finding.place.client ?? .min, finding.place.line ?? .min, rank, offset)
  }
}
