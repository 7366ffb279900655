import SaldoDomain

/// Each returned line repeats the declared line, from the allocation up to and including the amount.
///
/// Each element that differs is told. A line that was not declared (TR366) is not compared. Source: iStandaarden 3.2,
/// TR367.
struct TR367ReturnedLineIsUnchanged: AnswerRule {
  static let metadata = RuleMetadata(
    "TR367", level: .history, kinds: [.declarationAnswer], returnCode: ReturnCode(rawValue: "9367"), answerClass: nil,
    needs: .history,
    title: Bilingual(
      nl: "Een teruggestuurde regel is die uit de declaratie, ongewijzigd.",
      en: "A returned line is that of the declaration, unchanged."),
    sentence: Bilingual(
      nl: "{element}: gedeclareerd is {expected}, teruggestuurd {found}.",
      en: "{element}: declared is {expected}, returned {found}."),
    hint: Bilingual(
      nl: "Vraag de gemeente om de regel terug te sturen zoals u hem hebt gedeclareerd.",
      en: "Ask the municipality to return the line as you declared it."),
    facts: ["element", "expected", "found"], source: "iStandaarden 3.2, TR367")

  func judge(
    _ answer: DeclarationAnswer, to declaration: DeclarationMessage, report: (Finding.Place, Facts) -> Void
  ) {
    let lines = DeclaredLines(of: declaration)
    answer.forEachReturned { client, position, returned in
      let declared = lines.matching(returned.line, of: answer.clients[client].bsn)
      // A reference that the provider used twice names two lines; the answer may return either.
      let differences = declared.map { Self.differences(between: declaration.lines[$0], and: returned.line) }
      guard let least = differences.min(by: { $0.count < $1.count }) else { return }
      for difference in least {
        report(
          answer.place(of: difference.element, client: client, line: position),
          [
            "element": .code(difference.element.path), "expected": difference.expected, "found": difference.found,
          ])
      }
    }
  }

  private typealias Difference = (element: DeliveryLine.Element, expected: Fact, found: Fact)

  private static func differences(between declared: DeliveryLine, and returned: DeliveryLine) -> [Difference] {
    let expected = values(of: declared)
    return zip(expected, values(of: returned)).filter { $0.value != $1.value }.map { ($0.element, $0.value, $1.value) }
  }

  /// The elements that must not change, in the order of the message.
  private static func values(of line: DeliveryLine) -> [(element: DeliveryLine.Element, value: Fact)] {
    [
      (.allocation, .code(line.allocation.description)),
      (.category, .code(line.product.category.rawValue)),
      (.code, .code(line.product.code.string)),
      (.periodBegin, .date(line.period.begin)),
      (.periodEnd, .date(line.period.end)),
      (.volume, .number(line.volume)),
      (.unit, .code(line.unit.rawValue)),
      (.tariff, line.tariff.map(Fact.amount) ?? .phrase(Bilingual(nl: "geen", en: "none"))),
      (.amount, .amount(line.amount.size)),
      (.side, .code(line.amount.side.rawValue)),
    ]
  }
}
