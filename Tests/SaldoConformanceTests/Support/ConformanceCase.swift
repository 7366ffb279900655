import Foundation
import SaldoDomain
import SaldoRuns
import Testing

/// One folder of the corpus: a message, what came before it, and what its receiver must find.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  /// The folder below `Samples/Conformance`, for instance `jw/323/TR304-fail-unknown-client`.
  let name: String
  /// What stands in `expected.json`.
  let expected: Expected

  var testDescription: String { name }
  var folder: String { Corpus.path + "/" + name }
  var message: InputFile { get throws { try file("message.xml") } }
  var context: [InputFile] { get throws { try expected.context.map(file) } }
  /// Whether the message passes.
  var isPass: Bool { expected.verdict == "accepted" }

  private func file(_ path: String) throws -> InputFile {
    try #require(try Inbox([folder + "/" + path]).files.first)
  }

  /// What stands in `expected.json`; the keys are explained in `Samples/Conformance/README.md`.
  struct Expected: Decodable, Sendable {
    let alone: Bool
    let answer: Answer?
    let asOf: String
    let context: [String]
    let domain: String
    let findings: [Finding]
    let message: String
    let note: String?
    let region: String?
    let release: String
    let role: String
    let rules: [String]
    let source: String
    let title: String
    let verdict: String
  }

  /// A rule that the message breaks.
  struct Finding: Hashable, Decodable, Sendable, CustomStringConvertible {
    let rule: String
    let level: Int
    let returnCode: String?
    let `class`: String?
    let reference: String?
    let element: String?

    var description: String {
      [rule, "level \(level)", returnCode, `class`, reference, element].compactMap(\.self).joined(separator: " ")
    }
  }

  /// What the receiver answers: of a 325 the totals and clients, of a return message the classes.
  struct Answer: Hashable, Decodable, Sendable {
    let header: [String]
    var declaration: [String]?
    var claimed: Int64?
    var granted: Int64?
    var clients: [Client]?
    var classes: [CodedClass]?

    struct Client: Hashable, Decodable, Sendable {
      let client: Int
      let codes: [String]
      let lines: [Line]
    }

    struct Line: Hashable, Decodable, Sendable {
      let reference: String
      let codes: [String]
    }

    struct CodedClass: Hashable, Decodable, Sendable {
      let `class`: String
      let codes: [String]
    }
  }
}

/// The corpus on disk.
enum Corpus {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let path = package + "/Samples/Conformance"

  /// Every case, in the order of the names of their folders.
  static let cases: [ConformanceCase] = {
    do {
      return try folders().map { name in
        let data = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name + "/expected.json"))
        return ConformanceCase(
          name: name, expected: try JSONDecoder().decode(ConformanceCase.Expected.self, from: data))
      }
    } catch {
      preconditionFailure("the corpus cannot be read: \(error)")
    }
  }()

  /// The folders of the corpus: domain, message, case.
  static func folders() throws -> [String] {
    let manager = FileManager.default
    var folders: [String] = []
    for domain in ["jw", "wmo"] {
      for kind in try manager.contentsOfDirectory(atPath: path + "/" + domain) {
        let parent = domain + "/" + kind
        folders += try manager.contentsOfDirectory(atPath: path + "/" + parent).map { parent + "/" + $0 }
      }
    }
    return folders.sorted()
  }
}
