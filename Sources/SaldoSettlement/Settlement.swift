public import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoRules

/// Settles one message: decide, value, post, answer (afhandelen).
///
/// A pure function of what is given: the same message, knowledge and contracts always give the same booking.
public struct Settlement: Sendable {
  /// The day on which it is decided.
  public let asOf: CalendarDate
  /// The region's contracts; nil in a check by somebody who does not have them.
  public let region: RegionContracts?

  /// The settlement of messages on a day under contracts.
  public init(asOf: CalendarDate, region: RegionContracts?) {
    self.asOf = asOf
    self.region = region
  }

  /// Settles one message.
  ///
  /// - Parameters:
  ///   - number: The journal number that the message gets.
  ///   - known: What was known before, as far as the message touches it; nil when nothing is known of earlier messages.
  public func settle(_ message: Message, as number: JournalNumber, known: WorkingSet?) -> Booking {
    let context = RuleContext(asOf: asOf, region: region, known: known)
    guard case .declaration(let declaration) = message else {
      let findings = notInForce(message, in: context)
      return Booking(
        message: message, decision: findings.isEmpty ? .inForce : .notInForce(findings), postings: .none, reversals: [],
        answer: nil)
    }
    var evaluator = DeclarationEvaluator(context)
    var posting = PostingRun(of: declaration, as: number, asOf: asOf, region: region, known: known ?? WorkingSet())
    let judgement = evaluator.judge(declaration) { posting.take($0, into: &$1) }
    return Booking(
      message: message, decision: .judged(judgement), postings: posting.balanced, reversals: posting.reversals,
      answer: DeclarationAnswer(
        to: declaration, judgement, identification: number, date: asOf,
        styleSheetVersion: region?.snapshot.settings.styleSheetVersion))
  }

  /// Why an allocation, start or stop is not in force; nothing when it is.
  private func notInForce(_ message: Message, in context: RuleContext) -> [Finding] {
    let evaluator = MessageEvaluator(context)
    let form = evaluator.formFindings(message)
    guard form.isEmpty else { return form }
    let findings = evaluator.headerFindings(message)
    guard findings.isEmpty, case .allocation(let allocation) = message else { return findings }
    return AllocationEvaluator(context).findings(allocation)
  }
}
