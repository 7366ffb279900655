import SaldoDomain

/// The answer names the schema versions that the declaration named.
///
/// Source: iStandaarden 3.2, TR371.
struct TR371AnswerNamesTheSchemaOfTheDeclaration: AnswerRule {
  static let metadata = RuleMetadata(
    "TR371", level: .history, kinds: [.declarationAnswer], returnCode: nil, answerClass: nil, needs: .history,
    title: Bilingual(
      nl: "Een antwoord noemt de schemaversie van de declaratie.",
      en: "An answer names the schema version of the declaration."),
    sentence: Bilingual(
      nl: "De schemaversie van de declaratie is {expected}; het antwoord noemt {found}.",
      en: "The schema version of the declaration is {expected}; the answer names {found}."),
    hint: Bilingual(
      nl: "Meld de gemeente dat het antwoord een andere schemaversie noemt dan uw declaratie.",
      en: "Tell the municipality that the answer names another schema version than your declaration."),
    facts: ["expected", "found"], source: "iStandaarden 3.2, TR371")

  func judge(
    _ answer: DeclarationAnswer, to declaration: DeclarationMessage, report: (Finding.Place, Facts) -> Void
  ) {
    let (expected, found) = (declaration.header.schemaVersion, answer.declarationSchemaVersion)
    guard expected != found else { return }
    report(
      answer.place(of: .declarationSchemaVersion),
      ["expected": .code(Self.words(expected)), "found": .code(Self.words(found))])
  }

  private static func words(_ version: SchemaVersion) -> String { "\(version.basic) / \(version.message)" }
}
