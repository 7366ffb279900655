import SaldoDomain
import SaldoRuns
import SaldoSettlement

/// The outcome of a check as people read it.
enum CheckText {
  /// One block a file: its verdict, and a line for each finding.
  static func text(of files: [CheckedFile], unjudged: [RuleMetadata], in language: Language) -> String {
    var lines: [String] = []
    for file in files {
      let name = [file.messageName, file.release].compactMap(\.self).joined(separator: " ")
      let head = name.isEmpty ? file.file.path : "\(file.file.path) (\(name))"
      lines.append("\(head): \(words(of: file.verdict).text(in: language))")
      lines += file.findings.map { "  " + text(of: $0, in: file, language) }
    }
    let codes = unjudged.filter { $0.severity == .reject }.map(\.code.rawValue)
    if !codes.isEmpty {
      let list = codes.joined(separator: " ")
      lines.append(
        Bilingual(
          nl: "Niet beoordeeld, want daarvoor zijn contracten (--region) of eerdere berichten (--context) "
            + "nodig: \(list)",
          en: "Not judged, because that needs contracts (--region) or earlier messages (--context): \(list)"
        ).text(in: language))
    }
    return lines.joined(separator: "\n")
  }

  /// A file that could not be used, with its first finding.
  static func unusable(_ file: UnusableFile, in language: Language) -> String {
    let reason = file.findings.first?.text(in: language) ?? ""
    let line = file.findings.first.map { $0.place.sourceLine > 0 ? ":\($0.place.sourceLine)" : "" } ?? ""
    return "\(file.file.path)\(line): \(reason)"
  }

  private static func text(of finding: Finding, in file: CheckedFile, _ language: Language) -> String {
    let line = finding.place.sourceLine > 0 ? ":\(finding.place.sourceLine)" : ""
    let code = finding.returnCode.map { " (\($0))" } ?? ""
    let reference = finding.place.line.flatMap { file.references[$0] }
      .map { " [\(CitizenNumberMask.masked($0.string))]" }
    let signal =
      finding.severity == .signal ? Bilingual(nl: "signaal: ", en: "signal: ").text(in: language) : ""
    return "\(file.file.path)\(line): \(finding.rule)\(code)\(reference ?? ""): \(signal)\(finding.text(in: language))"
  }

  private static func words(of verdict: CheckedFile.Verdict) -> Bilingual {
    switch verdict {
    case .accepted: Bilingual(nl: "geen afwijzingen", en: "nothing would be rejected")
    case .partly: Bilingual(nl: "deels afgewezen", en: "rejected in part")
    case .refused: Bilingual(nl: "geheel afgewezen", en: "rejected as a whole")
    case .unusable: Bilingual(nl: "onbruikbaar", en: "unusable")
    }
  }
}
