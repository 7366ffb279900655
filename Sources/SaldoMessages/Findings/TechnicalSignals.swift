public import SaldoDomain

/// Signals about the form of a file; they reject nothing (OP179, OP192).
public enum TechnicalSignals {
  /// The largest file that the standard lets pass, in bytes (OP179: 25 MB, taken as 25 million bytes).
  public static let sizeLimit = 25_000_000

  /// The signal for a file name that does not end in `.xml` (OP192), or nil. The name itself is not shown.
  public static func fileName(_ name: String) -> Finding? {
    guard !name.lowercased().hasSuffix(".xml") else { return nil }
    return form(
      Bilingual(nl: "de bestandsnaam eindigt niet op .xml", en: "the file name does not end in .xml"), line: 0)
  }

  /// The signals for the bytes of a file.
  static func all(of form: TechnicalForm, size: Int) -> [Finding] {
    var signals: [Finding] = []
    if form.byteOrderMark > 0 {
      signals.append(
        Self.form(
          Bilingual(nl: "het bestand begint met een byte-order mark", en: "the file starts with a byte-order mark"),
          line: 1))
    }
    if let line = form.wrongLineEnd {
      signals.append(
        Self.form(Bilingual(nl: "niet elke regel eindigt op CR LF", en: "not every line ends in CR LF"), line: line))
    }
    if size > sizeLimit {
      signals.append(
        signal("OP179", line: 0, ["size": .number(Int64(size)), "limit": .number(Int64(sizeLimit))]))
    }
    return signals
  }

  private static func form(_ reason: Bilingual, line: Int32) -> Finding {
    signal("OP192", line: line, ["reason": .phrase(reason)])
  }

  private static func signal(_ rule: RuleCode, line: Int32, _ facts: Facts) -> Finding {
    Finding(
      rule: rule, level: .schema, severity: .signal, place: Finding.Place(element: "", path: "", sourceLine: line),
      facts: facts)
  }
}
