internal import SaldoDomain

/// Whether the tables of what is paid without declarations name what exists, and nothing twice.
enum LumpSumChecks {
  /// Rows that name an unknown municipality, provider or agreement, or an agreement of another model.
  static func references(in tables: RegionTables) -> [RegionProblem] {
    let lumpSums = tables.lumpSums
    var problems: [RegionProblem] = []
    func check(
      _ row: TableRow, agreement: String, _ models: [FundingModelKind], provider: ProviderCode,
      municipalities: [MunicipalityCode]
    ) {
      problems += parties(row, provider, municipalities, in: tables)
      if !tables.agreementKeys.knows(agreement) {
        problems.append(ReferenceChecks.unknown(row, "agreement", AgreementTable.schema.file))
      } else if let model = tables.agreements.values.first(where: { $0.key == agreement })?.model,
        !models.contains(model)
      {
        problems.append(misfit(row, model, models))
      }
    }
    for lumpSum in lumpSums.lumpSums.rows {
      check(
        lumpSum.row, agreement: lumpSum.value.agreement, [.lumpSum, .subsidy], provider: lumpSum.value.provider,
        municipalities: lumpSum.value.shares.map(\.municipality))
    }
    for capacity in lumpSums.capacities.rows {
      check(
        capacity.row, agreement: capacity.value.agreement, [.availability], provider: capacity.value.provider,
        municipalities: [capacity.value.municipality])
    }
    for advance in lumpSums.advances.rows {
      check(
        advance.row, agreement: advance.value.agreement,
        FundingModelKind.allCases.filter { !$0.isPaidWithoutDeclarations }, provider: advance.value.provider,
        municipalities: [advance.value.municipality])
    }
    for production in lumpSums.production.rows {
      problems += parties(production.row, production.value.provider, [production.value.municipality], in: tables)
    }
    return problems
  }

  /// Agreements that are paid without declarations, and that no row pays.
  static func unpaid(in tables: RegionTables) -> [RegionWarning] {
    tables.agreements.rows.filter {
      $0.value.model.isPaidWithoutDeclarations && !tables.lumpSums.agreements.contains($0.value.key)
    }.map { agreement in
      let file = agreement.value.model == .availability ? CapacityTable.schema.file : LumpSumTable.schema.file
      return RegionWarning(
        at: agreement.row.place("agreement"),
        Bilingual(
          nl: "geen rij in \(file) betaalt deze overeenkomst", en: "no row in \(file) pays this agreement"))
    }
  }

  private static func parties(
    _ row: TableRow, _ provider: ProviderCode, _ municipalities: [MunicipalityCode], in tables: RegionTables
  ) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    if !tables.providerKeys.knows(provider) {
      problems.append(ReferenceChecks.unknown(row, "provider", ProviderTable.schema.file))
    }
    if !municipalities.allSatisfy(tables.municipalityKeys.knows) {
      let column = row.text("municipality").isEmpty ? "municipality_shares" : "municipality"
      problems.append(ReferenceChecks.unknown(row, column, MunicipalityTable.schema.file))
    }
    return problems
  }

  private static func misfit(_ row: TableRow, _ model: FundingModelKind, _ models: [FundingModelKind]) -> RegionProblem
  {
    let fitting = models.map(\.rawValue).joined(separator: ", ")
    return RegionProblem(
      at: row.place("agreement"),
      found: Bilingual(
        nl: "de overeenkomst heeft model \(model.rawValue)", en: "the agreement has model \(model.rawValue)"),
      expected: Bilingual(nl: "een overeenkomst met model \(fitting)", en: "an agreement of model \(fitting)"))
  }

  /// Rows that say something twice, each at the later row of a pair.
  static func doubles(in tables: LumpSumTables) -> [RegionProblem] {
    var problems: [RegionProblem] = []
    var lumpSums: [[String]: Int] = [:]
    for lumpSum in tables.lumpSums.rows {
      let value = lumpSum.value
      let keys = value.shares.map {
        [
          value.agreement, value.provider.description, value.domain.rawValue, "\(value.year)", value.part.rawValue,
          $0.municipality.description,
        ]
      }
      let first = keys.compactMap { lumpSums[$0] }.min()
      for key in keys where lumpSums[key] == nil { lumpSums[key] = lumpSum.row.number }
      if let first { problems.append(double(lumpSum.row, "year", first)) }
    }
    var advances: [[String]: Int] = [:]
    for advance in tables.advances.rows {
      let value = advance.value
      let key = [
        value.agreement, value.provider.description, value.municipality.description, value.domain.rawValue,
        "\(value.year)",
      ]
      if let first = advances[key] { problems.append(double(advance.row, "year", first)) }
      advances[key] = advances[key] ?? advance.row.number
    }
    var production: [ProductionKey: Int] = [:]
    for row in tables.production.rows {
      let key = ProductionKey(row.value)
      if let first = production[key] { problems.append(double(row.row, "month", first)) }
      production[key] = production[key] ?? row.row.number
    }
    return problems + overlaps(of: tables.capacities.rows)
  }

  private struct ProductionKey: Hashable {
    let municipality: MunicipalityCode
    let provider: ProviderCode
    let bsn: Bsn
    let product: Product
    let month: CalendarMonth

    init(_ row: ProductionRow) {
      municipality = row.municipality
      provider = row.provider
      bsn = row.bsn
      product = row.product
      month = row.month
    }
  }

  /// Places of one agreement, provider and municipality on the same day.
  private static func overlaps(of capacities: [Located<Capacity>]) -> [RegionProblem] {
    capacities.indices.compactMap { index in
      let (value, row) = (capacities[index].value, capacities[index].row)
      let first = capacities[..<index].first {
        $0.value.agreement == value.agreement && $0.value.provider == value.provider
          && $0.value.municipality == value.municipality && $0.value.domain == value.domain
          && $0.value.validity.overlaps(value.validity)
      }
      return first.map { double(row, "from", $0.row.number) }
    }
  }

  private static func double(_ row: TableRow, _ column: String, _ first: Int) -> RegionProblem {
    RegionProblem(
      at: row.place(column),
      found: Bilingual(nl: "de rij zegt hetzelfde als rij \(first)", en: "the row says the same as row \(first)"),
      expected: Bilingual(nl: "alles één keer", en: "everything once"))
  }
}
