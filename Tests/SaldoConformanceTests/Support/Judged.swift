import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRegion
import SaldoRuns
import SaldoStore
import Testing

/// What Saldo made of a case, in the words of `expected.json`.
struct Judged {
  let verdict: String
  let findings: Set<ConformanceCase.Finding>
  let rejections: Set<Rejection>

  /// A rule that rejects at a client or line of a declaration, or at the message as a whole.
  struct Rejection: Hashable {
    let rule: RuleCode
    let client: Int?
    let line: Int?
  }

  /// The contracts that the judge of every case knows.
  static let region: RegionSnapshot = {
    do { return try RegionFolder.load(Corpus.path + "/region").snapshot } catch {
      preconditionFailure("the region of the corpus cannot be read: \(error)")
    }
  }()

  /// Checks the message of a case as `saldo check` does, after its context in order of receipt.
  static func checking(_ item: ConformanceCase) throws -> Judged {
    let history = try Ledger()
    let run = CheckRun(asOf: try day(of: item), region: region, history: history)
    for file in try item.context {
      let result = try #require(try run.check([file]).files.first)
      #expect(result.verdict != .unusable, "\(file.name) of the context cannot be used")
    }
    return Judged(try #require(try run.check([item.message]).files.first))
  }

  private static func day(of item: ConformanceCase) throws -> CalendarDate {
    try #require(CalendarDate(iso: item.expected.asOf))
  }

  private init(_ file: CheckedFile) {
    verdict = file.verdict.rawValue
    rejections = Set(
      file.findings.filter { $0.severity == .reject }.map {
        Rejection(rule: $0.rule, client: $0.place.client, line: $0.place.line)
      })
    findings = Set(
      file.findings.filter { $0.severity == .reject }.map { finding in
        ConformanceCase.Finding(
          rule: finding.rule.rawValue, level: finding.level.rawValue,
          returnCode: finding.returnCode?.rawValue, class: finding.answerClass?.rawValue,
          reference: finding.answerClass == .line ? finding.place.line.flatMap { file.references[$0]?.string } : nil,
          element: finding.level == .schema ? Self.element(at: finding.place.path) : nil)
      })
  }

  /// The last element of a path, without its position: `Volume` of `/Bericht/Omvang[2]/Volume`.
  private static func element(at path: String) -> String? {
    path.split(separator: "/").last.flatMap { $0.split(separator: "[").first }.map(String.init)
  }
}

/// What a settle run answered and recorded of a case.
struct Settled {
  let answer: ConformanceCase.Answer?
  /// The release of the answer; nil when nothing is answered.
  let release: String?
  let rejections: Set<Judged.Rejection>

  /// Settles the context of a case and then its message as `saldo settle` does; nil when settle does not take it.
  static func settling(_ item: ConformanceCase) throws -> Settled? {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ledger = try Ledger()
    let asOf = try #require(CalendarDate(iso: item.expected.asOf))
    for file in try item.context {
      let reception = try Reception([file], for: Judged.region, takes: SettleRun.takes)
      _ = try SettleRun(into: ledger, region: Judged.region, asOf: asOf, answers: nil).settle(reception)
    }
    let reception = try Reception([item.message], for: Judged.region, takes: SettleRun.takes)
    guard reception.unusable.isEmpty else { return nil }
    let answers = AnswerFolder(path: folder)
    let number = try #require(
      try SettleRun(into: ledger, region: Judged.region, asOf: asOf, answers: answers).settle(reception).booked.first)
    let payload = try ledger.payload(of: number)
    let answer = try payload.answer.map { _ in try Self.answer(in: folder) }
    return Settled(
      answer: try answer.map { try Self.words($0, to: item) },
      release: answer?.header.standard.release.rawValue,
      rejections: Set(
        payload.findings.filter { $0.severity == .reject }.map {
          Judged.Rejection(rule: $0.rule, client: $0.client, line: $0.line)
        }))
  }

  private static func answer(in folder: String) throws -> Message {
    let file = try #require(try Inbox([folder]).files.first)
    return try #require(MessageReader().read(try file.bytes()).message)
  }

  private static func words(_ message: Message, to item: ConformanceCase) throws -> ConformanceCase.Answer {
    switch message {
    case .declarationAnswer(let answer): return try Self.words(answer, to: item)
    case .returned(let answer): return Self.words(answer)
    default: throw UnexpectedAnswer()
    }
  }

  private struct UnexpectedAnswer: Error {}

  private static func words(_ answer: DeclarationAnswer, to item: ConformanceCase) throws -> ConformanceCase.Answer {
    guard case .declaration(let declared) = MessageReader().read(try item.message.bytes()).message else {
      throw UnexpectedAnswer()
    }
    let clients = try answer.declaration?.clients.map { client in
      let position = try #require(declared.clients.firstIndex { $0.bsn == client.bsn })
      return ConformanceCase.Answer.Client(
        client: position + 1, codes: client.codes.map(\.rawValue),
        lines: client.lines.map { .init(reference: $0.line.reference.string, codes: $0.codes.map(\.rawValue)) })
    }
    return ConformanceCase.Answer(
      header: answer.codes.map(\.rawValue), declaration: answer.declaration?.codes.map(\.rawValue) ?? [],
      claimed: answer.declaration?.claimed.signed.cents, granted: answer.declaration?.granted.signed.cents,
      clients: clients ?? [])
  }

  private static func words(_ answer: ReturnMessage) -> ConformanceCase.Answer {
    var classes: [ConformanceCase.Answer.CodedClass] = []
    if let content = answer.content {
      let product = answer.header.kind == .startReturn ? "StartProduct" : "StopProduct"
      classes = [.init(class: "Client", codes: content.codes[.client, default: []].map(\.rawValue))]
      for position in 0..<content.codes.count {
        guard let codes = content.codes[.product(position)] else { continue }
        classes.append(.init(class: product, codes: codes.map(\.rawValue)))
      }
    }
    return ConformanceCase.Answer(header: answer.codes.map(\.rawValue), classes: classes)
  }
}
