internal import SaldoDomain

/// `product_rules.csv`: the region's own rules on products (productregels).
///
/// A row that would break the standard is refused with the reason: see ``ForbiddenRule``, and "Codes for local rules"
/// in Documentation/Funding.md.
enum ProductRuleTable {
  static let schema = TableSchema(
    file: "product_rules.csv",
    required: ["category", "code", "municipality", "rule", "value", "unit", "from", "action"],
    optional: ["agreement", "per", "return_code"])

  private enum Per: String, CaseIterable { case total, day, week, month }

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ProductRule> {
    var reader = RowReader(row)
    let category = reader.value("category", .category)
    let code = reader.orAll("code", .productCode)
    let municipality = reader.orAll("municipality", .municipality)
    let agreement = reader.orAll("agreement", .name(Bilingual(nl: "een overeenkomst of *", en: "an agreement or *")))
    let from = reader.value("from", .date)
    let action: ProductRule.Action? = reader.value("action", .keyword)
    let limit = readKind(&reader).flatMap { readLimit($0, &reader) }
    if let limit, let action { check(limit, action, &reader) }
    guard let category, let limit, let from, let action else { return RowResult(reader) }
    return RowResult(
      reader,
      ProductRule(
        category: category, code: code, municipality: municipality, agreement: agreement, limit: limit, from: from,
        action: action))
  }

  /// The kind of rule; nil after reporting one that is unknown or that no region may have.
  private static func readKind(_ reader: inout RowReader) -> ProductRule.Kind? {
    if let forbidden = ForbiddenRule(rawValue: reader.row.text("rule")) {
      reader.report("rule", forbidden.reason, Bilingual(nl: "geen rij met deze regel", en: "no row with this rule"))
      return nil
    }
    return reader.value("rule", .keyword)
  }

  private static func readLimit(_ kind: ProductRule.Kind, _ reader: inout RowReader) -> ProductRule.Limit? {
    if kind != .maxVolume { expectEmpty("per", kind, &reader) }
    switch kind {
    case .maxDuration: return readSpan(&reader).map { .maxDuration($0) }
    case .submissionDeadline: return readSpan(&reader).map { .submissionDeadline($0) }
    case .maxVolume:
      let unit = reader.value("unit", .unit)
      let value = reader.value("value", .wholeNumber(in: 1...99_999_999))
      let per: Per? = reader.optional("per", .keyword)
      guard let unit, let value else { return nil }
      let frequency: Frequency =
        switch per ?? .total {
        case .total: .total
        case .day: .perDay
        case .week: .perWeek
        case .month: .perMonth
        }
      return .maxVolume(AllocatedVolume(volume: Int64(value), unit: unit, frequency: frequency))
    case .age18, .wlz:
      for column in ["value", "unit"] { expectEmpty(column, kind, &reader) }
      return kind == .age18 ? .age18 : .wlz
    }
  }

  private static func readSpan(_ reader: inout RowReader) -> ProductRule.Span? {
    let count = reader.value("value", .wholeNumber(in: 1...9999))
    let unit: ProductRule.Span.Unit? = reader.value("unit", .keyword)
    guard let count, let unit else { return nil }
    return ProductRule.Span(count, unit)
  }

  private static func expectEmpty(_ column: String, _ kind: ProductRule.Kind, _ reader: inout RowReader) {
    guard !reader.row.text(column).isEmpty else { return }
    reader.report(
      column,
      Bilingual(nl: "regel \(kind.rawValue) heeft hier geen waarde", en: "rule \(kind.rawValue) has no value here"),
      Bilingual(nl: "een lege cel", en: "an empty cell"))
  }

  /// Whether the action fits the standard: a rejection has a code that is true of the line, and an agreement that
  /// says so.
  private static func check(_ limit: ProductRule.Limit, _ action: ProductRule.Action, _ reader: inout RowReader) {
    let given = reader.row.text("return_code")
    guard action == .reject else {
      if !given.isEmpty {
        reader.report(
          "return_code",
          Bilingual(nl: "een signaal heeft geen retourcode", en: "a signal has no return code"),
          Bilingual(nl: "een lege cel", en: "an empty cell"))
      }
      return
    }
    guard let code = limit.kind.returnCode else {
      reader.report("action", refusal(of: limit.kind), Bilingual(nl: "signal of none", en: "signal or none"))
      return
    }
    if !given.isEmpty, given != code.rawValue {
      let shown = reader.row.quoted("return_code") ?? ""
      reader.report(
        "return_code",
        Bilingual(
          nl: "retourcode \(shown) is niet waar voor een regel die \(limit.kind.rawValue) schendt",
          en: "return code \(shown) is not true of a line that breaks \(limit.kind.rawValue)"),
        Bilingual(nl: "leeg of \(code.rawValue)", en: "empty or \(code.rawValue)"))
    }
    if ["", "*"].contains(reader.row.text("agreement")) {
      reader.report(
        "agreement",
        Bilingual(
          nl: "afwijzen kan alleen onder een overeenkomst die dat zegt",
          en: "a rejection needs an agreement that says so"),
        Bilingual(nl: "een sleutel uit agreements.csv", en: "a key of agreements.csv"))
    }
    if case .maxVolume(let volume) = limit, volume.frequency != .total {
      reader.report(
        "per",
        Bilingual(
          nl: "een maximum per dag, week of maand past bij de toewijzing, niet bij een regel",
          en: "a maximum per day, week or month is about the allocation, not about a line"),
        Bilingual(nl: "total, of action signal", en: "total, or action signal"))
    }
  }

  private static func refusal(of kind: ProductRule.Kind) -> Bilingual {
    switch kind {
    case .wlz:
      Bilingual(
        nl: "de aanbieder weet niet of de Wlz geldt (OP095), dus dat kan alleen signaleren",
        en: "the provider does not know whether the Wlz holds (OP095), so this can only signal")
    default:
      Bilingual(
        nl: "geen retourcode is waar voor regel \(kind.rawValue), dus die kan alleen signaleren",
        en: "no return code is true of rule \(kind.rawValue), so it can only signal")
    }
  }
}
