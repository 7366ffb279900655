public import SaldoDomain

/// Runs the rules over the products of one start or stop message (305, 307).
///
/// Removals are judged first, then deliveries, both in message order, and each knows those before it that hold. So a
/// removal and its replacement in one message come to the same as in two messages, in whatever order they stand: IV008
/// names none, and no key stands twice in a message (TR101). Source: iStandaarden 3.2, IV008, TR101.
public struct NoticeEvaluator: Sendable {
  private let context: RuleContext

  /// An evaluator in a context; rules that need more than the context has are left out.
  public init(_ context: RuleContext) { self.context = context }

  /// Every rule that a product of a start message breaks, in message order.
  public func findings(_ message: StartMessage) -> [Finding] {
    findings(message.notices, of: message.header, bsn: message.client.bsn, at: message.place(ofProduct:))
  }

  /// Every rule that a product of a stop message breaks, in message order.
  public func findings(_ message: StopMessage) -> [Finding] {
    findings(message.notices, of: message.header, bsn: message.client.bsn, at: message.place(ofProduct:))
  }

  private func findings(
    _ notices: [DeliveryNotice], of header: MessageHeader, bsn: Bsn, at place: (Int) -> Finding.Place
  ) -> [Finding] {
    let rules = RuleBook.notice.filter { context.judges($0, header) }
    var findings: [[Finding]] = notices.map { _ in [] }
    var deliveries = context.known?.deliveries ?? DeliveryHistory()
    let positions = notices.indices.filter { notices[$0].isRemoval } + notices.indices.filter { !notices[$0].isRemoval }
    for position in positions {
      let notice = notices[position]
      let subject = NoticeSubject(notice, header: header, bsn: bsn, deliveries: deliveries)
      for rule in rules where type(of: rule).judgesRemovals == notice.isRemoval {
        guard case .fail(let facts) = rule.verdict(on: subject, in: context) else { continue }
        findings[position].append(rule.metadata.finding(at: place(position), facts: facts))
      }
      if findings[position].isEmpty { deliveries.take(notice) }
    }
    return findings.flatMap(\.self)
  }
}
