import SaldoDomain

/// No client occurs twice in a message, and no line occurs twice under its client.
///
/// The key of a client is its BSN; that of a line its reference with its previous reference, where an absent one equals
/// an absent one. Only lines of the same client are compared: a reference that serves two clients is told by TR314. The
/// finding points at the later one and never shows a BSN.
///
/// Source: iStandaarden 3.2, TR101 and its notes.
struct TR101ClassesOccurOnce: DeclarationFormRule {
  static let metadata = RuleMetadata(
    "TR101", level: .message, kinds: [.declaration], returnCode: .technicallyRejected, answerClass: .header,
    title: Bilingual(
      nl: "Een cliënt staat één keer in het bericht, en een regel één keer bij zijn cliënt.",
      en: "A client occurs once in a message, and a line once under its client."),
    sentence: Bilingual(
      nl: "{class} staat al in het bericht, als nummer {first}; verwacht is één vermelding.",
      en: "{class} is in the message already, as number {first}; expected is one occurrence."),
    facts: ["class", "first"], source: "iStandaarden 3.2, TR101")
  func judge(_ message: DeclarationMessage, report: (Finding.Place, Facts) -> Void) {
    var clients: [Bsn: Int] = [:]
    for (position, client) in message.clients.enumerated() {
      if let first = clients[client.bsn] {
        report(message.place(ofClient: position), facts(Self.client, first))
      } else {
        clients[client.bsn] = position
      }
      judgeLines(of: client, in: message, report: report)
    }
  }

  private func judgeLines(
    of client: DeclaredClient, in message: DeclarationMessage, report: (Finding.Place, Facts) -> Void
  ) {
    guard client.lines.count > 1 else { return }
    var lines: [Key: Int] = [:]
    for position in client.lines {
      let line = message.lines[position]
      let key = Key(reference: line.reference, previousReference: line.previousReference)
      if let first = lines[key] {
        report(message.place(of: .reference, line: position), facts(Self.line, first - client.lines.lowerBound))
      } else {
        lines[key] = position
      }
    }
  }

  private func facts(_ words: Bilingual, _ first: Int) -> Facts {
    ["class": .phrase(words), "first": .number(Int64(first + 1))]
  }

  private struct Key: Hashable {
    let reference: ExactText
    let previousReference: ExactText?
  }

  private static let client = Bilingual(nl: "Deze cliënt", en: "This client")
  private static let line = Bilingual(nl: "Deze regel van de cliënt", en: "This line of the client")
}
