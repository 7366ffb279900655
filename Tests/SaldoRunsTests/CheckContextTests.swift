import Foundation
import SaldoDomain
import SaldoMessages
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// What a provider knows of its own declarations: those with an answer as the answer decided, the others as the rules do.
///
/// Declaration D1 has R1 (February, 10 hours, € 40.00) and R2 (January, 9 hours, € 36.00); the rules reject neither.
struct CheckContextTests {
  private static let first = DeliveryLine.sample()
  private static let second = DeliveryLine.sample(
    reference: "R2", period: Period("2025-01-13", "2025-01-31"), volume: 9, amount: .debit(3600))
  private static let declaration = Message.declaration(.sample(lines: [first, second]))

  /// An answer to D1 that returns these lines and grants the rest of € 76.00.
  private static func answer(
    returning lines: [DeliveryLine] = [first], granted: Int64 = 3600, identification: ExactText = "A1"
  ) -> Message {
    var answer = DeclarationAnswer.sample(
      claimed: .debit(7600), granted: .debit(granted), clients: lines.isEmpty ? [] : [(Sample.bsn, lines)],
      codes: [lines.isEmpty ? .grantedInFull : .noRemark])
    answer.header.identification = identification
    return .declarationAnswer(answer)
  }

  /// A declaration of April 2025 that credits one line of D1.
  private static func credit(of line: DeliveryLine) -> Message {
    .declaration(
      .sample(
        identification: "ID2", messageDate: "2025-04-03", number: "D2", period: Period("2025-03-01", "2025-03-31"),
        date: "2025-04-03", lines: [line.credited(as: "C1")]))
  }

  /// The rules that reject a message after a context, and what was said of the context.
  private func check(_ message: Message, after context: [Message], under region: RegionSnapshot? = nil) throws -> (
    rules: Set<RuleCode>, result: CheckResult
  ) {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = try (context + [message]).enumerated().map { position, message in
      let path = "\(folder)/\(position).xml"
      try OutputFile.write(MessageWriter().encode(message), to: path)
      return try #require(try Inbox([path]).files.first)
    }
    let run = CheckRun(asOf: "2025-04-10", region: region, history: try Ledger())
    let result = try run.check([files[context.count]], after: Array(files.dropLast()))
    let found = try #require(result.files.first).findings
    return (Set(found.filter { $0.severity == .reject }.map(\.rule)), result)
  }

  private func names(_ files: [InputFile]) -> [String] { files.map(\.name) }

  @Test func `a line that the municipality refused cannot be credited, a granted one can`() throws {
    let context = [Message.allocated("T1"), Self.declaration, Self.answer()]
    let refused = try check(Self.credit(of: Self.first), after: context)
    #expect(refused.rules == ["TR323"])
    #expect(refused.result.presumed.isEmpty && refused.result.unusableContext.isEmpty)
    #expect(try check(Self.credit(of: Self.second), after: context).rules == [])
  }

  @Test func `without an answer the rules decide, and the check says that it presumes so`() throws {
    let checked = try check(Self.credit(of: Self.first), after: [.allocated("T1"), Self.declaration])
    #expect(checked.rules == [])
    #expect(names(checked.result.presumed) == ["1.xml"])
  }

  @Test func `what the municipality granted against the rules is granted`() throws {
    let line = with(Self.first) { ($0.volume, $0.amount) = (100, .debit(40_000)) }
    let declaration = Message.declaration(.sample(lines: [line]))
    let answer = Message.declarationAnswer(
      .sample(claimed: .debit(40_000), granted: .debit(40_000), clients: [], codes: [.grantedInFull]))
    #expect(try check(Self.credit(of: line), after: [.allocated("T1"), declaration]).rules == ["TR323"])
    #expect(try check(Self.credit(of: line), after: [.allocated("T1"), declaration, answer]).rules == [])
  }

  @Test func `a declaration that was refused at its header has not used its number`() throws {
    let again = Message.declaration(.sample(identification: "ID2", messageDate: "2025-04-03", lines: [Self.first]))
    let context = [Message.allocated("T1"), Self.declaration]
    let refused = Message.declarationAnswer(
      with(.sample()) { ($0.codes, $0.declaration) = ([.technicallyRejected], nil) })
    // Presumed to be granted: the number of the declaration and of its line are in use.
    #expect(try check(again, after: context).rules == ["TR333"])
    #expect(try check(again, after: context + [refused]).rules == [])
  }

  @Test func `what an answer granted counts for the ceiling of the client`() throws {
    // € 36.00 of D1 was granted; a ceiling of € 70.00 is exceeded by a line of € 40.00, one of € 76.00 is not.
    for (ceiling, signals) in [(7000, ["IBP"]), (7600, [])] as [(Int64, [RuleCode])] {
      let region = with(
        RegionContracts.sample(municipalities: [Municipality(code: Sample.municipality, name: "Voorbeeldstad")])
          .snapshot
      ) {
        $0.clientCeilings = [
          ClientCeiling(
            municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
            ceiling: Euros(cents: ceiling), setter: .municipality)
        ]
      }
      let next = Message.declaration(
        .sample(
          identification: "ID2", messageDate: "2025-04-03", number: "D2", period: Period("2025-03-01", "2025-03-31"),
          date: "2025-04-03", lines: [.sample(reference: "R3", period: Period("2025-03-01", "2025-03-31"))]))
      let context = [Message.allocation(.sample()), Self.declaration, Self.answer()]
      let found = try check(next, after: context, under: region).result.files[0].findings
      #expect(found.filter { $0.severity == .signal }.map(\.rule) == signals)
    }
  }

  @Test func `a granted credit undoes its debit, so that it can be declared again`() throws {
    let fresh = Message.declaration(
      .sample(
        identification: "ID3", messageDate: "2025-04-04", number: "D3", period: Period("2025-03-01", "2025-03-31"),
        date: "2025-04-04", lines: [with(Self.first) { $0.reference = "R3" }]))
    let credit = Self.credit(of: Self.first)
    let granted = Message.declarationAnswer(
      with(.sample(claimed: .credit(4000), granted: .credit(4000), clients: [], codes: [.grantedInFull])) {
        $0.header.identification = "A2"
        ($0.declarationIdentification, $0.declarationDate) = ("ID2", "2025-04-03")
        $0.declaration?.number = "D2"
        $0.header.date = "2025-04-05"
      })
    let before = [Message.allocated("T1"), Self.declaration, Self.answer(returning: [], granted: 7600)]
    #expect(try check(fresh, after: before).rules.contains("TR389"))
    #expect(try check(fresh, after: before + [credit, granted]).rules == [])
  }

  @Test func `of two answers to one declaration the second is named`() throws {
    let context = [
      Message.allocated("T1"), Self.declaration, Self.answer(),
      Self.answer(returning: [Self.second], granted: 4000, identification: "A2"),
    ]
    let checked = try check(Self.credit(of: Self.first), after: context)
    #expect(checked.rules == ["TR323"])
    #expect(checked.result.unusableContext.map { $0.file.name } == ["3.xml"])
    #expect(checked.result.unusableContext.map { $0.findings.map(\.rule) } == [["ANSWER"]])
  }

  @Test func `an answer that does not fit decides nothing and is named with the reason`() throws {
    let changed = with(Self.first) { $0.volume = 9 }
    let context = [Message.allocated("T1"), Self.declaration, Self.answer(returning: [changed])]
    let checked = try check(Self.credit(of: Self.first), after: context)
    #expect(checked.rules == [])
    #expect(checked.result.unusableContext.map { $0.findings.map(\.rule) } == [["TR367"]])
    #expect(names(checked.result.presumed) == ["1.xml"])
    let orphan = try check(Self.credit(of: Self.first), after: [.allocated("T1"), Self.answer()])
    #expect(orphan.result.unusableContext.map { $0.findings.map(\.rule) } == [["TR337"]])
    #expect(orphan.rules == ["TR323"])
  }

  @Test func `an allocation that the provider refused in the context is not in force`() throws {
    let allocation = Message.allocated("T1")
    let returned = Message.returned(allocation, codes: [ReturnCode(rawValue: "0001")])
    #expect(try check(Self.declaration, after: [allocation]).rules == [])
    #expect(try check(Self.declaration, after: [allocation, returned]).rules == ["TR338"])
  }

  @Test func `an answer is read with its totals, its refused lines and what can be credited`() throws {
    let context = [Message.allocated("T1"), Self.declaration]
    let answer = try check(Self.answer(), after: context).result
    let reading = try #require(answer.files[0].answer)
    #expect(answer.files[0].verdict == .accepted && answer.presumed.isEmpty)
    #expect(reading.declarationNumber == "D1" && reading.codes == [])
    #expect(reading.claimed == Euros(cents: 7600) && reading.granted == Euros(cents: 3600))
    #expect(reading.refused.map(\.reference) == ["R1"] && reading.refused.map(\.amount) == [Euros(cents: 4000)])
    #expect(reading.refused.map(\.codes) == [[ReturnCode(rawValue: "9321")]])
    #expect(reading.creditable == ["R2"])
    // Without the declaration nobody knows what was granted line by line.
    let alone = try check(Self.answer(), after: [.allocated("T1")]).result.files[0]
    #expect(alone.verdict == .refused && alone.answer?.creditable == nil)
    #expect(alone.findings.map(\.rule) == ["TR337"])
  }

  @Test func `no code and no class is told of a message that nobody answers`() throws {
    let changed = with(Self.first) { $0.volume = 9 }
    let checked = try check(Self.answer(returning: [changed]), after: [.allocated("T1"), Self.declaration])
    let findings = checked.result.files[0].findings
    #expect(findings.map(\.rule) == ["TR367"])
    #expect(findings[0].returnCode == nil && findings[0].answerClass == nil && findings[0].place.line == 0)
    #expect(checked.result.files[0].references[0] == "R1")
    #expect(checked.result.files[0].answer?.creditable == nil)
    // Level 2: one cent more than what was not returned.
    let wrong = try check(Self.answer(granted: 3601), after: [.allocated("T1"), Self.declaration]).result.files[0]
    #expect(wrong.findings.map(\.rule) == ["TR342"] && wrong.verdict == .refused)
    #expect(wrong.findings[0].returnCode == nil && wrong.findings[0].answerClass == nil)
  }
}
