internal import SaldoDomain

/// `closed_care.csv`: what was agreed on closed care that is bought together (gesloten jeugdhulp).
enum ClosedCareTable {
  static let schema = TableSchema(file: "closed_care.csv", required: ["group", "year", "agreed", "risk_share"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ClosedCareTerms> {
    var reader = RowReader(row)
    let group = reader.value("group", .name(Bilingual(nl: "een productgroep", en: "a group of products")))
    let year = reader.value("year", .year)
    let agreed = reader.value("agreed", .yearlyAmount)
    let riskShare = reader.value("risk_share", .percent)
    guard let group, let year, let agreed, let riskShare else { return RowResult(reader) }
    return RowResult(
      reader, ClosedCareTerms(group: group, year: year, agreed: agreed, riskSharePercent: riskShare))
  }
}

/// `closed_care_institutions.csv`: the institutions that carry a part of the risk of closed care (instellingen).
enum ClosedCareInstitutionTable {
  static let schema = TableSchema(file: "closed_care_institutions.csv", required: ["group", "provider", "weight"])

  /// Reads one row.
  static func read(_ row: TableRow) -> RowResult<ClosedCareInstitution> {
    var reader = RowReader(row)
    let group = reader.value("group", .name(Bilingual(nl: "een productgroep", en: "a group of products")))
    let provider = reader.value("provider", .provider)
    let weight = reader.value("weight", .weight)
    guard let group, let provider, let weight else { return RowResult(reader) }
    return RowResult(reader, ClosedCareInstitution(group: group, provider: provider, weight: weight))
  }
}
