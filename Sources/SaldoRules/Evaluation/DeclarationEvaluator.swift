public import SaldoDomain

/// Runs the rules over one declaration, level by level.
///
/// A failure at level 2 refuses the whole message; header, declaration, client and line follow, and a class that fails
/// stops what lies below it. Credits are judged before debits (OP366). Within a stage every finding is reported.
///
/// Rules on what is left of an allocation come last, debit by debit in message order: each approved line uses volume and
/// budget before the next is judged, and a line that is rejected for any reason uses nothing.
///
/// Source: iStandaarden 3.2, IV087, IV088; Documentation/DeclarationGuide.md.
public struct DeclarationEvaluator: Sendable {
  /// The context of the message.
  public private(set) var context: RuleContext

  /// An evaluator in a context. Rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// Judges a declaration. Each call starts afresh: what one message credits or uses is nothing to the next.
  ///
  /// - Parameter approve: Called for each line that no rule rejects, credits first and then debits in message order. It
  ///   may still reject the line by giving it a code, as a funding model does; the line then leaves its volume and budget
  ///   to those after it.
  public mutating func judge(
    _ message: DeclarationMessage, approve: (LineSubject, inout Judgement) -> Void = { _, _ in }
  ) -> Judgement {
    context.startAfresh()
    let messages = MessageEvaluator(context)
    let form = messages.formFindings(.declaration(message))
    if Self.rejects(form) { return Judgement(stage: .header([.technicallyRejected]), findings: form) }
    let header = form + messages.headerFindings(.declaration(message))
    if Self.rejects(header) { return Judgement(stage: .header(Self.codes(of: header)), findings: header) }
    let declaration = header + declarationFindings(message)
    if Self.rejects(declaration) {
      return Judgement(stage: .declaration(Self.codes(of: declaration)), findings: declaration)
    }
    var judgement = Judgement(stage: .lines, findings: declaration)
    judgeClients(message, into: &judgement)
    judgeLines(message, approve: approve, into: &judgement)
    judgement.findings = Self.inMessageOrder(judgement.findings)
    return judgement
  }

  private func declarationFindings(_ message: DeclarationMessage) -> [Finding] {
    var findings: [Finding] = []
    for rule in RuleBook.declaration where context.judges(rule, message.header) {
      if case .fail(let facts) = rule.verdict(on: message, in: context) {
        findings.append(rule.metadata.finding(at: message.place(of: type(of: rule).element), facts: facts))
      }
    }
    return findings
  }

  private func judgeClients(_ message: DeclarationMessage, into judgement: inout Judgement) {
    for rule in RuleBook.client where context.judges(rule, message.header) {
      for (position, client) in message.clients.enumerated() {
        guard case .fail(let facts) = rule.verdict(on: client, of: message, in: context) else { continue }
        judgement.findings.append(rule.metadata.finding(at: message.place(ofClient: position), facts: facts))
        if let code = rule.metadata.returnCode { judgement.clientCodes[position, default: []].append(code) }
        for line in client.lines { judgement.lineCodes[line] = [.notAssessed] }
      }
    }
  }

  /// Credits first, then debits; each line is judged by all rules on it before the next line is.
  ///
  /// What is looked up for a line lives no longer than its judgement, so that memory does not follow the message.
  private mutating func judgeLines(
    _ message: DeclarationMessage, approve: (LineSubject, inout Judgement) -> Void, into judgement: inout Judgement
  ) {
    var repeats: Set<Int> = []
    if context.hasHistory {
      let lines = message.lines
      forEachRepeat(in: lines.indices.lazy.map { lines[$0].reference }) { position, _ in repeats.insert(position) }
    }
    if RuleBook.remainder.contains(where: { judges($0, message) }) { context.contest(message) }
    let refused = judgement.lineCodes
    let head = LineSubject.Head(of: message)
    for side in [DebitCredit.credit, .debit] {
      let rules = rules(on: side, of: message)
      for position in message.lines.indices
      where message.lines[position].amount.side == side && (refused.isEmpty || refused[position] == nil) {
        let subject = LineSubject(
          at: position, of: message, under: head, repeatsReference: !repeats.isEmpty && repeats.contains(position),
          in: context)
        let rejected = judgement.lineCodes.count
        judge(subject, by: rules, in: message, into: &judgement)
        guard judgement.lineCodes.count == rejected else { continue }
        approve(subject, &judgement)
        if judgement.lineCodes.count == rejected { count(subject) }
      }
    }
  }

  /// The rules that judge the lines of a message on a side. Those on what is left of an allocation come last, and judge
  /// debits, which compete for it in message order.
  private func rules(on side: DebitCredit, of message: DeclarationMessage) -> [any LineRule] {
    (RuleBook.line + RuleBook.remainder).filter { type(of: $0).sides.contains(side) && judges($0, message) }
  }

  private func judges(_ rule: any LineRule, _ message: DeclarationMessage) -> Bool {
    context.judges(rule, message.header) && type(of: rule).applies(in: context)
  }

  private func judge(
    _ subject: LineSubject, by rules: [any LineRule], in message: DeclarationMessage, into judgement: inout Judgement
  ) {
    // By position: a loop over the rules themselves would copy each.
    for index in rules.indices {
      guard case .fail(let facts) = rules[index].verdict(on: subject, in: context) else { continue }
      let rule = rules[index]
      let place = message.place(of: type(of: rule).element, line: subject.position)
      judgement.findings.append(rule.metadata.finding(at: place, facts: facts))
      guard let code = rule.metadata.returnCode else { continue }
      if judgement.lineCodes[subject.position, default: []].contains(code) == false {
        judgement.lineCodes[subject.position, default: []].append(code)
      }
    }
  }

  /// Counts what an approved line uses of its allocation; a credit undoes an earlier debit, when there is one.
  private mutating func count(_ subject: LineSubject) {
    if subject.line.isCredit {
      guard let reference = subject.line.previousReference, let undone = context.history.earlierLines[reference] else {
        return
      }
      context.creditedNow.insert(undone.id)
    }
    context.count(subject)
  }

  /// Findings in message order: those on the message, then each client and its lines; at one place in the order in which
  /// they came, which is that of the rules.
  private static func inMessageOrder(_ findings: [Finding]) -> [Finding] {
    func key(_ offset: Int, _ finding: Finding) -> (Int, Int, Int) {
      (finding.place.client ?? .min, finding.place.line ?? .min, offset)
    }
    return findings.enumerated().sorted { key($0.offset, $0.element) < key($1.offset, $1.element) }.map(\.element)
  }

  private static func rejects(_ findings: [Finding]) -> Bool { findings.contains { $0.severity == .reject } }

  private static func codes(of findings: [Finding]) -> [ReturnCode] { findings.compactMap(\.returnCode) }
}
