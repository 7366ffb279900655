import SaldoDomain
import SaldoLedger
import SaldoRules
import SaldoSettlement

/// The earlier messages of a check: which answer (325) decided which declaration (323), and which answers cannot be used.
///
/// A provider knows what its municipality decided. So a declaration of the context with its answer is booked as that
/// answer says, and only one without is judged by the rules.
struct CheckContext {
  /// The messages to take in first, in canonical order, without those that are checked themselves.
  let messages: [ReceivedMessage]
  /// Answers that decide nothing, with the reason.
  private(set) var unusable: [UnusableFile] = []
  /// The answers by the digests of the declarations that they decide.
  private var answers: [Digest: DeclarationAnswer] = [:]
  /// The digests of the answers that decide no declaration of the context.
  private var idle: Set<Digest> = []

  /// Pairs the declarations of a context with their answers; an answer that is checked itself counts as well.
  ///
  /// - Parameter objections: Why an answer does not fit a declaration; empty when it does.
  init(
    _ context: [ReceivedMessage], checking checked: [ReceivedMessage],
    objections: (ReceivedMessage, DeclarationMessage) -> [Finding]
  ) {
    let own = Set(checked.map(\.digest))
    messages = context.filter { !own.contains($0.digest) }
    var open = Dictionary(grouping: (messages + checked).filter { $0.message.header.kind == .declarationAnswer }) {
      DeclarationName(answeredBy: $0.message)
    }
    for declaration in messages {
      guard case .declaration(let message) = declaration.message else { continue }
      let name = DeclarationName(of: message)
      guard let fitting = open[name]?.firstIndex(where: { objections($0, message).isEmpty }),
        let received = open[name]?.remove(at: fitting), case .declarationAnswer(let answer) = received.message
      else { continue }
      answers[declaration.digest] = answer
    }
    // What names a declaration of the context and did not decide it is no more than a file with a reason.
    for declaration in messages {
      guard case .declaration(let message) = declaration.message else { continue }
      for answer in open.removeValue(forKey: DeclarationName(of: message)) ?? [] where !own.contains(answer.digest) {
        idle.insert(answer.digest)
        let found = objections(answer, message)
        unusable.append(
          UnusableFile(answer, findings: found.isEmpty ? [Self.secondAnswer(answer)] : found))
      }
    }
    // Answers to what is checked now are about the future of the check.
    for declaration in checked {
      guard case .declaration(let message) = declaration.message else { continue }
      idle.formUnion((open[DeclarationName(of: message)] ?? []).map(\.digest))
    }
    unusable.sort { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
  }

  /// The answer that decided a declaration; nil when the context has none.
  func answer(to declaration: ReceivedMessage) -> DeclarationAnswer? { answers[declaration.digest] }

  /// Whether a message is an answer that decides nothing of the context.
  func isIdle(_ message: ReceivedMessage) -> Bool { idle.contains(message.digest) }

  private static func secondAnswer(_ answer: ReceivedMessage) -> Finding {
    ANSWERDeclarationHasOneAnswer.metadata.finding(
      at: answer.message.header.place(of: .identification), facts: [:])
  }
}

/// What makes a declaration the one that an answer is about (TR337).
private struct DeclarationName: Hashable {
  let domain: Domain
  let provider: ProviderCode
  let municipality: MunicipalityCode
  let identification: ExactText
  let date: CalendarDate

  init(of declaration: DeclarationMessage) {
    self.init(declaration.header, declaration.header.identification, declaration.header.date)
  }

  /// The name that an answer gives; that of any other message is its own, and names no declaration.
  init(answeredBy message: Message) {
    guard case .declarationAnswer(let answer) = message else {
      self.init(message.header, message.header.identification, message.header.date)
      return
    }
    self.init(answer.header, answer.declarationIdentification, answer.declarationDate)
  }

  private init(_ header: MessageHeader, _ identification: ExactText, _ date: CalendarDate) {
    domain = header.standard.domain
    provider = header.provider
    municipality = header.municipality
    self.identification = identification
    self.date = date
  }
}
