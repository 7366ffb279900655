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

  /// The month in which is booked.
  public let bookingMonth: CalendarMonth

  /// The settlement of messages on a day under contracts.
  ///
  /// - Parameter bookingMonth: The month in which is booked; nil for that of the day, unless it was closed.
  public init(asOf: CalendarDate, region: RegionContracts?, bookingMonth: CalendarMonth? = nil) {
    self.asOf = asOf
    self.region = region
    self.bookingMonth = bookingMonth ?? asOf.month
  }

  /// Settles one message.
  ///
  /// - Parameters:
  ///   - number: The journal number that the message gets.
  ///   - known: What was known before, as far as the message touches it; nil when nothing is known of earlier messages.
  ///   - receivedOn: The day on which the message came in, from which a hold counts; ``asOf`` by default.
  public func settle(
    _ message: Message, as number: JournalNumber, known: WorkingSet?, receivedOn: CalendarDate? = nil
  ) -> Booking {
    let context = RuleContext(asOf: asOf, region: region, known: known)
    guard case .declaration(let declaration) = message else {
      let findings = findings(on: message, in: context)
      let deciding = Self.deciding(findings, on: message)
      let refusal = Refusal(deciding)
      let isRefused = deciding.contains { $0.severity == .reject }
      return Booking(
        message: message, decision: isRefused ? .notInForce(findings) : .inForce(findings), linePostings: nil,
        reversals: [],
        answer: message.answer(
          judgement: nil, refusal: refusal, as: number, on: asOf, styleSheetVersion: styleSheetVersion))
    }
    var evaluator = DeclarationEvaluator(context)
    var posting = PostingRun(
      of: declaration, as: number, asOf: asOf, receivedOn: receivedOn ?? asOf, bookingMonth: bookingMonth,
      region: region, known: known ?? WorkingSet())
    let approved = evaluator.judge(declaration) {
      posting.take($0.line, at: $0.position, on: $0.allocation, under: $0.terms, into: &$1)
    }
    let judgement = withSignals(on: known?.ceilings ?? [], approved, of: declaration, posting: posting.postings)
    if let day = posting.heldUntil {
      return Booking(
        message: message, decision: .held(until: day, judgement), linePostings: nil, reversals: [], answer: nil)
    }
    return Booking(
      message: message, decision: .judged(judgement), linePostings: posting.postings, reversals: posting.reversals,
      answer: message.answer(
        judgement: judgement, refusal: nil, as: number, on: asOf, styleSheetVersion: styleSheetVersion))
  }

  /// A booking as it is when something else was used of the ceilings before: only the signals on them can differ.
  ///
  /// - Parameters:
  ///   - booking: What ``settle(_:as:known:receivedOn:)`` came to.
  ///   - ceilings: ``WorkingSet/ceilings``.
  /// - Returns: nil for what is not a declaration that was decided.
  public func settledAgain(_ booking: Booking, ceilings: [CeilingUse]) -> Booking? {
    guard case .declaration(let declaration) = booking.message, case .judged(let judgement) = booking.decision,
      let postings = booking.linePostings
    else { return nil }
    return Booking(
      message: booking.message,
      decision: .judged(withSignals(on: ceilings, judgement, of: declaration, posting: postings)),
      linePostings: postings, reversals: booking.reversals, answer: booking.answer)
  }

  private func withSignals(
    on ceilings: [CeilingUse], _ judgement: Judgement, of declaration: DeclarationMessage,
    posting postings: LinePostings
  ) -> Judgement {
    let counter = ClientCeilingCounter(ceilings, in: region?.snapshot, asOf: asOf)
    return CeilingSignals(on: declaration, posted: postings, counting: counter).replacing(in: judgement)
  }

  /// What is decided on one message, without booking or answering it: the decision that ``settle(_:as:known:receivedOn:)``
  /// comes to.
  ///
  /// - Parameter known: What was known before; nil when nothing is known of earlier messages.
  public func decide(_ message: Message, known: WorkingSet?) -> Decision {
    // Only contracts let a model have a say, and only earlier messages hold what a credit undoes.
    guard case .declaration(let declaration) = message, region == nil, known == nil else {
      return settle(message, as: 1, known: known).decision
    }
    var evaluator = DeclarationEvaluator(RuleContext(asOf: asOf, region: nil, known: nil))
    return .judged(evaluator.judge(declaration))
  }

  /// The findings that decide whether a message is in force.
  private static func deciding(_ findings: [Finding], on message: Message) -> [Finding] {
    guard case .allocation = message else { return findings }
    return findings.filter { !AllocationEvaluator.decidedByProvider.contains($0.rule) }
  }

  private var styleSheetVersion: String? { region?.snapshot.settings.styleSheetVersion }

  /// The findings on a message other than a declaration, up to the level at which it is refused.
  private func findings(on message: Message, in context: RuleContext) -> [Finding] {
    let evaluator = MessageEvaluator(context)
    let form = evaluator.formFindings(message)
    if Refusal(form) != nil { return form }
    let header = form + evaluator.headerFindings(message)
    if Refusal(header) != nil { return header }
    switch message {
    case .allocation(let allocation): return header + AllocationEvaluator(context).findings(allocation)
    case .start(let start): return header + NoticeEvaluator(context).findings(start)
    case .stop(let stop): return header + NoticeEvaluator(context).findings(stop)
    case .returned(let returned): return header + ReturnEvaluator(context).findings(returned)
    case .declarationAnswer(let answer): return header + AnswerEvaluator(context).findings(answer)
    case .allocationRequest, .changeRequest, .requestAnswer, .declaration: return header
    }
  }
}
