import SaldoDomain
import SaldoLedger
import SaldoRules
import SaldoSettlement

extension Finding {
  /// A recorded finding, at the class of the message where it stands; the journal does not keep the element.
  init(_ record: MessagePayload.FindingRecord, in message: Message) {
    var facts: Facts = [:]
    facts.entries = record.facts.sorted { $0.key < $1.key }.map { (name: $0.key, fact: $0.value) }
    let metadata = RuleCatalogue.metadata(of: record.rule)
    let place = record.place(in: message)
    self =
      (record.severity == .hold ? metadata?.hold(at: place, facts: facts) : metadata?.finding(at: place, facts: facts))
      ?? Finding(rule: record.rule, level: .message, severity: record.severity, place: place, facts: facts)
  }
}

extension MessagePayload.FindingRecord {
  fileprivate func place(in message: Message) -> Finding.Place {
    switch (message, line, client, product) {
    case (.declaration(let declaration), let line?, _, _): declaration.place(of: .reference, line: line)
    case (.declaration(let declaration), _, let client?, _): declaration.place(ofClient: client)
    case (.declarationAnswer(let answer), let line?, _, _): answer.place(of: .reference, returned: line)
    case (.declarationAnswer(let answer), _, let client?, _): answer.place(ofClient: client)
    case (.allocation(let allocation), _, _, let product?): allocation.place(ofProduct: product)
    case (.start(let start), _, _, let product?): start.place(ofProduct: product)
    case (.stop(let stop), _, _, let product?): stop.place(ofProduct: product)
    default: message.header.place(of: .identification)
    }
  }
}
