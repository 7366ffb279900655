import ArgumentParser
import Foundation
import SaldoDomain
import SaldoRuns
import SaldoSettlement

/// The outcome of a check in the form that editors and build servers show: SARIF.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0. What would be rejected is an error, a signal a warning;
/// the verdict on a file and the rules that could not be judged stand with its artifact.
struct CheckSARIF: Encodable {
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  struct Run: Encodable {
    let tool: Tool
    let artifacts: [Artifact]
    let invocations: [Invocation]
    let results: [Result]
  }

  struct Tool: Encodable { let driver: Driver }

  struct Driver: Encodable {
    let name = "Saldo"
    let version = SaldoCommand.configuration.version
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let help: Message
  }

  struct Message: Encodable { let text: String }

  struct Artifact: Encodable {
    let location: ArtifactLocation
    let properties: Properties

    struct Properties: Encodable {
      let verdict: CheckedFile.Verdict
      let message: String?
      let release: String?
      let notJudged: [CheckReport.NotJudgedRule]
    }
  }

  struct ArtifactLocation: Encodable {
    let uri: String

    /// The path as it was given, with what a URI cannot hold in percent signs; of several slashes at its start one is
    /// left, because two would make the first folder a host.
    init(_ file: InputFile) {
      let path = file.path.hasPrefix("//") ? "/" + file.path.drop { $0 == "/" } : file.path
      uri = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
    let locations: [Location]
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int?
    let level: String
    let message: Message
    let locations: [Location]
    let properties: Properties

    struct Properties: Encodable {
      let returnCode: String?
      let answerClass: String?
      let reference: String?

      private enum CodingKeys: String, CodingKey {
        case returnCode, reference
        case answerClass = "class"
      }
    }
  }

  struct Location: Encodable {
    let physicalLocation: Physical
    var logicalLocations: [Logical]?

    struct Physical: Encodable {
      let artifactLocation: ArtifactLocation
      var region: Region?
    }

    struct Region: Encodable { let startLine: Int32 }

    struct Logical: Encodable { let fullyQualifiedName: String }
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  init(_ result: CheckResult, in language: Language) {
    let found = Set(result.files.flatMap(\.findings).map(\.rule))
    let rules = RuleCatalogue.all.filter { found.contains($0.code) }
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.code, $0.offset) })
    let driver = Driver(
      rules: rules.map { rule in
        Rule(
          id: rule.code.rawValue, shortDescription: Message(text: rule.title.text(in: language)),
          help: Message(text: rule.hint.text(in: language)))
      })
    runs = [
      Run(
        tool: Tool(driver: driver), artifacts: Self.artifacts(of: result, language),
        invocations: [
          Invocation(
            executionSuccessful: result.files.allSatisfy { $0.verdict != .unusable },
            toolExecutionNotifications: Self.notifications(of: result, language))
        ],
        results: result.files.flatMap { file in
          file.findings.map { Self.result($0, in: file, index: indices[$0.rule], language) }
        })
    ]
  }

  /// Each file once, also when it was given twice.
  private static func artifacts(of result: CheckResult, _ language: Language) -> [Artifact] {
    var seen: Set<String> = []
    return result.files.map { artifact($0, language) }.filter { seen.insert($0.location.uri).inserted }
  }

  private static func artifact(_ file: CheckedFile, _ language: Language) -> Artifact {
    Artifact(
      location: ArtifactLocation(file.file),
      properties: .init(
        verdict: file.verdict, message: file.messageName, release: file.release,
        notJudged: file.notJudged.map {
          .init(rule: $0.rule.rawValue, reason: CheckText.reason($0.missing).text(in: language))
        }))
  }

  private static func result(_ finding: Finding, in file: CheckedFile, index: Int?, _ language: Language) -> Result {
    let line = finding.place.sourceLine
    let path = finding.place.path
    return Result(
      ruleId: finding.rule.rawValue, ruleIndex: index, level: finding.severity == .reject ? "error" : "warning",
      message: Message(text: finding.text(in: language)),
      locations: [
        Location(
          physicalLocation: .init(
            artifactLocation: ArtifactLocation(file.file), region: line > 0 ? .init(startLine: line) : nil),
          logicalLocations: path.isEmpty ? nil : [.init(fullyQualifiedName: path)])
      ],
      properties: .init(
        returnCode: finding.returnCode?.rawValue, answerClass: finding.answerClass?.rawValue,
        reference: file.maskedReference(of: finding)))
  }

  /// What the reader of the results must know of the context.
  private static func notifications(of result: CheckResult, _ language: Language) -> [Notification] {
    result.unusableContext.map { file in
      Notification(
        level: "warning", message: Message(text: CheckText.unusable(file, in: language)),
        locations: [Location(physicalLocation: .init(artifactLocation: ArtifactLocation(file.file)))])
    }
      + result.presumed.map { file in
        Notification(
          level: "note", message: Message(text: CheckText.presumed(file).text(in: language)),
          locations: [Location(physicalLocation: .init(artifactLocation: ArtifactLocation(file)))])
      }
  }
}
