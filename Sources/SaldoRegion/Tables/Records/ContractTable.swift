internal import SaldoDomain

/// `contracts.csv`: when providers are contracted, for which municipality and under which agreement (contractperioden).
enum ContractTable {
  static let schema = TableSchema(
    file: "contracts.csv", required: ["provider", "municipality", "agreement", "from", "until", "kind"],
    optional: ["started_before", "bsn"], isPersonal: true)

  private enum KindName: String, CaseIterable {
    case regular
    case runOff = "run-off"
    case incidental
  }

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ContractPeriod> {
    var reader = RowReader(row)
    let provider = reader.value("provider", .provider)
    let municipality = reader.orAll("municipality", .municipality)
    let agreement = reader.orAll("agreement", .name(Bilingual(nl: "een overeenkomst of *", en: "an agreement or *")))
    let from = reader.value("from", .date)
    let until = reader.optional("until", .date)
    let name: KindName? = reader.value("kind", .keyword)
    let kind = name.flatMap { readKind($0, &reader) }
    if let from, let until, until < from { reader.report("until", .endsTooEarly, .endExpected) }
    guard let provider, let from, let kind else { return RowResult(reader) }
    return RowResult(
      reader,
      ContractPeriod(
        provider: provider, municipality: municipality, agreement: agreement,
        period: OpenPeriod(begin: from, end: until), kind: kind))
  }

  private static func readKind(_ name: KindName, _ reader: inout RowReader) -> ContractPeriod.Kind? {
    for (column, owner) in [("started_before", KindName.runOff), ("bsn", .incidental)]
    where name != owner && !reader.row.text(column).isEmpty {
      reader.report(
        column,
        Bilingual(nl: "de cel hoort bij kind \(owner.rawValue)", en: "the cell is for kind \(owner.rawValue)"),
        Bilingual(nl: "een lege cel", en: "an empty cell"))
    }
    switch name {
    case .regular: return .regular
    case .runOff: return reader.value("started_before", .date).map { .runOff(startedBefore: $0) }
    case .incidental: return reader.value("bsn", .bsn).map { .incidental($0) }
    }
  }
}
