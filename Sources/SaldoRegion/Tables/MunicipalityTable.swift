internal import SaldoDomain

/// `municipalities.csv`: the municipalities of the region (gemeenten).
enum MunicipalityTable {
  static let schema = TableSchema(
    file: "municipalities.csv", required: ["code", "name"], optional: ["valid_from", "valid_until", "successor"])

  /// Reads one row; the code counts as known as soon as it is one, so that one mistake is reported once.
  static func read(_ row: TableRow, into keys: inout KeyIndex<MunicipalityCode>) -> RowResult<Municipality> {
    var reader = RowReader(row)
    let code = reader.value("code", .municipality)
    let name = reader.value("name", .name(Bilingual(nl: "de naam van de gemeente", en: "the municipality's name")))
    let from = reader.optional("valid_from", .date)
    let until = reader.optional("valid_until", .date)
    let successor = reader.optional("successor", .municipality)
    if let from, let until, until < from { reader.report("valid_until", .endsTooEarly, .endExpected) }
    if successor != nil, row.text("valid_until").isEmpty {
      reader.report(
        "valid_until", Bilingual(nl: "de cel is leeg", en: "the cell is empty"),
        Bilingual(nl: "de laatste dag, omdat er een opvolger is", en: "the last day, because there is a successor"))
    }
    keys.add(code, "code", reading: &reader)
    guard let code else { return RowResult(reader) }
    if row.text("valid_until").isEmpty, NationalMunicipalities.validity(of: code) == .unknown {
      let shown = QuotedText.quote(code.description)
      reader.report(
        "code",
        Bilingual(nl: "\(shown) staat niet in de lijst van het CBS", en: "\(shown) is not in the list of the CBS"),
        Bilingual(
          nl: "een gemeentecode van het CBS, of een laatste dag in kolom valid_until",
          en: "a municipality code of the CBS, or a last day in column valid_until"))
    }
    guard let name else { return RowResult(reader) }
    return RowResult(
      reader, Municipality(code: code, name: name, validFrom: from, validUntil: until, successor: successor))
  }
}

extension Bilingual {
  /// What is found when a period ends before it begins.
  static var endsTooEarly: Bilingual {
    Bilingual(nl: "de laatste dag ligt voor de eerste", en: "the last day is before the first")
  }

  /// What is expected of the end of a period.
  static var endExpected: Bilingual {
    Bilingual(nl: "een dag op of na de eerste", en: "a day on or after the first")
  }
}
