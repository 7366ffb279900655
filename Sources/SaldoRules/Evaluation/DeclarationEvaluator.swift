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
    _ message: DeclarationMessage, approve: (Int, inout Judgement) -> Void = { _, _ in }
  ) -> Judgement {
    context.creditedNow = []
    context.use = context.known?.use ?? [:]
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
    for rule in RuleBook.declaration where context.judges(rule.metadata, message.header) {
      if case .fail(let facts) = rule.verdict(on: message, in: context) {
        findings.append(rule.metadata.finding(at: message.place(of: type(of: rule).element), facts: facts))
      }
    }
    return findings
  }

  private func judgeClients(_ message: DeclarationMessage, into judgement: inout Judgement) {
    for rule in RuleBook.client where context.judges(rule.metadata, message.header) {
      for (position, client) in message.clients.enumerated() {
        guard case .fail(let facts) = rule.verdict(on: client, of: message, in: context) else { continue }
        judgement.findings.append(rule.metadata.finding(at: message.place(ofClient: position), facts: facts))
        if let code = rule.metadata.returnCode { judgement.clientCodes[position, default: []].append(code) }
        for line in client.lines { judgement.lineCodes[line] = [.notAssessed] }
      }
    }
  }

  private mutating func judgeLines(
    _ message: DeclarationMessage, approve: (Int, inout Judgement) -> Void, into judgement: inout Judgement
  ) {
    let subjects = subjects(of: message, without: judgement)
    judgeCredits(subjects.filter { $0.line.isCredit }, of: message, approve: approve, into: &judgement)
    judgeDebits(subjects.filter { !$0.line.isCredit }, of: message, approve: approve, into: &judgement)
  }

  private mutating func judgeCredits(
    _ credits: [LineSubject], of message: DeclarationMessage, approve: (Int, inout Judgement) -> Void,
    into judgement: inout Judgement
  ) {
    judge(credits, by: RuleBook.line, of: .credit, in: message, into: &judgement)
    for credit in credits where judgement.approves(credit.position) {
      approve(credit.position, &judgement)
      guard judgement.approves(credit.position), let reference = credit.line.previousReference,
        let undone = context.known?.earlierLines[reference]
      else { continue }
      context.creditedNow.insert(undone.id)
      context.use[credit.named, default: AllocationUse()].add(credit.line)
    }
  }

  /// Each debit by the rules that look at it alone, then all in message order by what is left of their allocations.
  private mutating func judgeDebits(
    _ debits: [LineSubject], of message: DeclarationMessage, approve: (Int, inout Judgement) -> Void,
    into judgement: inout Judgement
  ) {
    judge(debits, by: RuleBook.line, of: .debit, in: message, into: &judgement)
    for debit in debits {
      judge([debit], by: RuleBook.remainder, of: .debit, in: message, into: &judgement)
      guard judgement.approves(debit.position) else { continue }
      approve(debit.position, &judgement)
      guard judgement.approves(debit.position) else { continue }
      context.use[debit.named, default: AllocationUse()].add(debit.line)
    }
  }

  private func subjects(of message: DeclarationMessage, without judgement: Judgement) -> [LineSubject] {
    var seen: Set<ExactText> = []
    var subjects: [LineSubject] = []
    for (position, line) in message.lines.enumerated() {
      let isNew = seen.insert(line.reference).inserted
      guard judgement.lineCodes[position] == nil else { continue }
      subjects.append(
        LineSubject(line: line, at: position, of: message, repeatsReference: !isNew, in: context))
    }
    return subjects
  }

  private func judge(
    _ subjects: [LineSubject], by rules: [any LineRule], of side: DebitCredit, in message: DeclarationMessage,
    into judgement: inout Judgement
  ) {
    for rule in rules where type(of: rule).sides.contains(side) && context.judges(rule.metadata, message.header) {
      for (position, facts) in rule.failures(among: subjects, in: context) {
        let place = message.place(of: type(of: rule).element, line: position)
        judgement.findings.append(rule.metadata.finding(at: place, facts: facts))
        guard let code = rule.metadata.returnCode else { continue }
        if judgement.lineCodes[position, default: []].contains(code) == false {
          judgement.lineCodes[position, default: []].append(code)
        }
      }
    }
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

extension LineRule {
  /// The positions and facts of the lines that fail: the loop stands inside the rule, one dynamic call per message.
  func failures(among subjects: [LineSubject], in context: RuleContext) -> [(position: Int, facts: Facts)] {
    var failures: [(position: Int, facts: Facts)] = []
    for subject in subjects {
      if case .fail(let facts) = verdict(on: subject, in: context) { failures.append((subject.position, facts)) }
    }
    return failures
  }
}
