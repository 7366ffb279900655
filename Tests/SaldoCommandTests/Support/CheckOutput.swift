import Foundation
import Testing

/// What `saldo check --format json` wrote, read as any other program would.
struct CheckOutput {
  struct File: Decodable {
    let file: String
    let message: String?
    let release: String?
    let verdict: String
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let rule: String
    let level: Int
    let severity: String
    let returnCode: String?
    let answerClass: String?
    let element: String
    let at: String
    let line: Int
    let reference: String?
    let text: String

    private enum CodingKeys: String, CodingKey {
      case rule, level, severity, returnCode, element, at, line, reference, text
      case answerClass = "class"
    }
  }

  private struct Root: Decodable { let files: [File] }

  let outcome: SaldoProcess.Outcome
  let files: [File]

  /// Checks with these arguments and reads what came out.
  init(_ arguments: [String], input: Data = Data()) throws {
    outcome = try SaldoProcess.run(["check", "--format", "json"] + arguments, input: input)
    files = try JSONDecoder().decode(Root.self, from: Data(outcome.stdout.utf8)).files
  }

  /// The only file that was checked.
  var file: File {
    get throws {
      try #require(files.count == 1)
      return files[0]
    }
  }
}
