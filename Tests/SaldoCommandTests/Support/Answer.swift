import Foundation
import Testing

/// The return codes of a 325, by the class that carries them; codes that say that all is well are left out.
struct Answer: Hashable {
  var header: Set<String> = []
  var declaration: Set<String> = []
  /// The codes of each client that has one, sorted.
  var clients: [String] = []
  /// Reference and code of each rejected line, sorted.
  var lines: [String] = []

  /// All went well (0200), all lines approved (8001), not assessed because its client was rejected (0233).
  private static let withoutFinding: Set<String> = ["0200", "8001", "0233"]

  init() {}

  /// Reads an answer as Saldo writes it: one element a line.
  init(_ bytes: Data) throws {
    var open: [String] = []
    var reference = ""
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
      if line.contains("</"), let tag = open.last, line.contains("</jw325:\(tag)>") || line.contains("</ijw:\(tag)>") {
        open.removeLast()
        continue
      }
      guard let match = line.firstMatch(of: /<(?:jw325|ijw):(\w+)[^>]*>(?:([^<]*)<\/)?/) else { continue }
      let tag = String(match.output.1)
      guard let value = match.output.2.map(String.init) else {
        open.append(tag)
        continue
      }
      if tag == "ReferentieNummer" { reference = value }
      guard tag == "RetourCode", !Self.withoutFinding.contains(value) else { continue }
      switch open.dropLast().last {
      case "Header": header.insert(value)
      case "DeclaratieAntwoord": declaration.insert(value)
      case "Client": clients.append(value)
      case "Prestatie": lines.append("\(reference) \(value)")
      default: Issue.record("a code at \(open)")
      }
    }
    #expect(open == [])
    clients.sort()
    lines.sort()
  }

  /// What a check says that will be answered.
  init(expectedBy file: CheckOutput.File) {
    for finding in file.findings {
      guard let code = finding.returnCode else { continue }
      switch finding.answerClass {
      case "Header": header.insert(code)
      case "DeclaratieAntwoord": declaration.insert(code)
      case "Client": clients.append(code)
      default: lines.append("\(finding.reference ?? "") \(code)")
      }
    }
    clients.sort()
    lines.sort()
  }

  /// Whether anything is rejected.
  var rejects: Bool { self != Answer() }
}
