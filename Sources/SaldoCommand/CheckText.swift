import SaldoDomain
import SaldoRuns
import SaldoSettlement

/// The outcome of a check as people read it.
enum CheckText {
  /// One block a file: its verdict, what an answer says, and each finding with what to do about it; then what could not
  /// be judged, and what was presumed.
  ///
  /// - Parameter written: The paths of the return messages that were written, by those of the checked files.
  static func text(of result: CheckResult, _ written: [String: String], in language: Language) -> String {
    var lines: [String] = []
    for file in result.files {
      let name = [file.messageName, file.release].compactMap(\.self).joined(separator: " ")
      let head = name.isEmpty ? file.file.path : "\(file.file.path) (\(name))"
      lines.append("\(head): \(words(of: file).text(in: language))")
      lines += file.answer.map { AnswerText.lines(of: $0, in: language) } ?? []
      for finding in file.findings {
        lines.append("  " + text(of: finding, in: file, language))
        if let hint = RuleCatalogue.metadata(of: finding.rule)?.hint {
          lines.append("    → \(hint.text(in: language))")
        }
      }
      if let path = written[file.file.path] {
        lines.append("  " + Bilingual(nl: "Retourbericht: \(path)", en: "Return message: \(path)").text(in: language))
      }
    }
    lines += unjudged(in: result.files, language)
    lines += presumed(result.presumed).map { $0.text(in: language) }
    return lines.joined(separator: "\n")
  }

  /// A file that could not be used, with its first finding.
  static func unusable(_ file: UnusableFile, in language: Language) -> String {
    let reason = file.findings.first?.text(in: language) ?? ""
    let line = file.findings.first.map { $0.place.sourceLine > 0 ? ":\($0.place.sourceLine)" : "" } ?? ""
    return "\(file.file.path)\(line): \(reason)"
  }

  /// What is presumed of a declaration of the context.
  static func presumed(_ file: InputFile) -> Bilingual {
    Bilingual(
      nl: "\(file.path): geen antwoord in de context; de uitkomst is bepaald met de regels.",
      en: "\(file.path): no answer in the context, so its outcome was worked out by the rules.")
  }

  /// What is presumed of the declarations of the context: a line for each, or one for all when there are many.
  private static func presumed(_ files: [InputFile]) -> [Bilingual] {
    guard files.count > 3 else { return files.map(presumed) }
    return [
      Bilingual(
        nl: "\(files.count) declaraties in de context hebben geen 325; hun uitkomst is bepaald met de regels.",
        en: "\(files.count) declarations of the context have no 325; their outcome was worked out by the rules.")
    ]
  }

  /// What was not known for a rule.
  static func reason(_ missing: Knowledge) -> Bilingual {
    if missing == [.region, .history] {
      return Bilingual(
        nl: "contracten (--region) en eerdere berichten (--context) niet bekend",
        en: "contracts (--region) and earlier messages (--context) not known")
    }
    return missing.contains(.region)
      ? Bilingual(nl: "contracten niet bekend (--region)", en: "contracts not known (--region)")
      : Bilingual(nl: "eerdere berichten niet bekend (--context)", en: "earlier messages not known (--context)")
  }

  /// A line for each kind of message and each reason.
  private static func unjudged(in files: [CheckedFile], _ language: Language) -> [String] {
    var lines: [String] = []
    for file in files {
      let name = [file.messageName, file.release].compactMap(\.self).joined(separator: " ")
      for missing: Knowledge in [.region, .history, [.region, .history]] {
        let codes = file.notJudged.filter { $0.missing == missing }.map(\.rule.rawValue).joined(separator: " ")
        guard !codes.isEmpty else { continue }
        let line = Bilingual(
          nl: "Niet beoordeeld in \(name), \(reason(missing).dutch): \(codes)",
          en: "Not judged in \(name), \(reason(missing).english): \(codes)"
        ).text(in: language)
        if !lines.contains(line) { lines.append(line) }
      }
    }
    return lines
  }

  private static func text(of finding: Finding, in file: CheckedFile, _ language: Language) -> String {
    let line = finding.place.sourceLine > 0 ? ":\(finding.place.sourceLine)" : ""
    let code = finding.returnCode.map { " (\($0))" } ?? ""
    let reference = finding.place.line.flatMap { file.references[$0] }
      .map { " [\(CitizenNumberMask.masked($0.string))]" }
    let severity = words(of: finding.severity).text(in: language)
    return
      "\(file.file.path)\(line): \(finding.rule)\(code)\(reference ?? ""): \(severity)\(finding.text(in: language))"
  }

  /// What stands before the sentence of a finding that does not reject.
  private static func words(of severity: Severity) -> Bilingual {
    switch severity {
    case .reject: Bilingual(nl: "", en: "")
    case .hold: Bilingual(nl: "aangehouden: ", en: "on hold: ")
    case .signal: Bilingual(nl: "signaal: ", en: "signal: ")
    }
  }

  private static func words(of file: CheckedFile) -> Bilingual {
    switch file.verdict {
    case .accepted where file.answer != nil:
      Bilingual(nl: "klopt, voor zover te beoordelen", en: "fits, as far as it can be judged")
    case .accepted: Bilingual(nl: "geen afwijzingen", en: "nothing would be rejected")
    case .held:
      Bilingual(
        nl: "aangehouden; de gemeente moet nog iets vastleggen",
        en: "on hold; the municipality still has to record something")
    case .partly: Bilingual(nl: "deels afgewezen", en: "rejected in part")
    case .refused where file.answer != nil:
      Bilingual(
        nl: "klopt niet; neem contact op met de gemeente", en: "does not fit; get in touch with the municipality")
    case .refused: Bilingual(nl: "geheel afgewezen", en: "rejected as a whole")
    case .unusable: Bilingual(nl: "onbruikbaar", en: "unusable")
    }
  }
}
