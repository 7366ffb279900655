internal import SaldoDomain

/// The schema findings of one message: the first ones in full, the rest as a count.
struct FindingList {
  /// How many findings are kept in full.
  static let limit = 100

  private(set) var kept: [Finding] = []
  private var more = 0
  private var firstLeftOut: Int32 = 0

  /// Whether nothing was found.
  var isEmpty: Bool { kept.isEmpty }

  /// Whether a further finding would only be counted.
  var isFull: Bool { kept.count >= Self.limit }

  /// Adds a finding, or counts it when there are enough.
  mutating func append(_ finding: @autoclosure () -> Finding, line: Int32) {
    guard isFull else { return kept.append(finding()) }
    if more == 0 { firstLeftOut = line }
    more += 1
  }

  /// The findings in file order, the count of the others last.
  var all: [Finding] {
    guard more > 0 else { return kept }
    let reason = Bilingual(
      nl: "er zijn nog \(more) fouten tegen het schema", en: "there are \(more) more errors against the schema")
    let expected = Bilingual(nl: "een bericht zonder fouten", en: "a message without errors")
    return kept + [
      Finding(
        rule: .xsd, level: .schema, severity: .reject,
        place: Finding.Place(element: "Bericht", path: "/Bericht", sourceLine: firstLeftOut),
        facts: ["element": .code("Bericht"), "reason": .phrase(reason), "expected": .phrase(expected)])
    ]
  }
}
