internal import SaldoDomain

/// Whether rows name municipalities, providers and agreements that exist, and units that fit the agreement's model.
enum ReferenceChecks {
  /// The problems of all tables.
  static func problems(in tables: RegionTables) -> [RegionProblem] {
    let models = Dictionary(
      tables.agreements.values.map { ($0.key, $0.model) }, uniquingKeysWith: { first, _ in first })
    var problems: [RegionProblem] = []
    for price in tables.prices.rows {
      let row = price.row
      if let provider = price.value.provider, !tables.providerKeys.knows(provider) {
        problems.append(unknown(row, "provider", ProviderTable.schema.file))
      }
      if let municipality = price.value.municipality, !tables.municipalityKeys.knows(municipality) {
        problems.append(unknown(row, "municipality", MunicipalityTable.schema.file))
      }
      if !tables.agreementKeys.knows(price.value.agreement) {
        problems.append(unknown(row, "agreement", AgreementTable.schema.file))
      } else if let model = models[price.value.agreement] {
        if !model.fits(price.value.unit) {
          problems.append(misfit(price, model))
        } else if let basis = model.basis, price.value.basis != basis {
          problems.append(misfit(price, model, expecting: basis))
        }
      }
    }
    for ceiling in tables.clientCeilings.rows where !tables.municipalityKeys.knows(ceiling.value.municipality) {
      problems.append(unknown(ceiling.row, "municipality", MunicipalityTable.schema.file))
    }
    for member in tables.clientGroups.rows where !tables.municipalityKeys.knows(member.value.municipality) {
      problems.append(unknown(member.row, "municipality", MunicipalityTable.schema.file))
    }
    return problems
  }

  /// The problem of a cell that names a key which its table does not have.
  static func unknown(_ row: TableRow, _ column: String, _ file: String) -> RegionProblem {
    UnknownKeys.problem(at: row, column, in: file)
  }

  private static func misfit(_ price: Located<PriceRow>, _ model: FundingModelKind) -> RegionProblem {
    let (unit, agreement) = (price.value.unit.rawValue, QuotedText.quote(price.value.agreement))
    let fitting = CareUnit.allCases.filter(model.fits).map(\.rawValue).joined(separator: " ")
    return RegionProblem(
      at: price.row.place("unit"),
      found: Bilingual(
        nl: "eenheid \(unit) past niet bij model \(model.rawValue) van overeenkomst \(agreement)",
        en: "unit \(unit) does not fit model \(model.rawValue) of agreement \(agreement)"),
      expected: Bilingual(nl: "een van de eenheden \(fitting)", en: "one of the units \(fitting)"))
  }

  private static func misfit(
    _ price: Located<PriceRow>, _ model: FundingModelKind, expecting basis: PriceBasis
  ) -> RegionProblem {
    let (found, agreement) = (price.value.basis.rawValue, QuotedText.quote(price.value.agreement))
    return RegionProblem(
      at: price.row.place("price_unit"),
      found: Bilingual(
        nl: "een prijs per \(found) past niet bij model \(model.rawValue) van overeenkomst \(agreement)",
        en: "a price per \(found) does not fit model \(model.rawValue) of agreement \(agreement)"),
      expected: Bilingual(nl: basis.rawValue, en: basis.rawValue))
  }
}

extension FundingModelKind {
  /// What prices under the model must be for, when only one thing will do.
  fileprivate var basis: PriceBasis? {
    switch self {
    case .arrangement: .total
    case .tranche: .month
    case .unitPrice, .fixedPrice, .lumpSum, .availability, .subsidy: nil
    }
  }

  /// Whether a unit can be paid under the model: effort per unit, output at a fixed price (Documentation/Funding.md).
  func fits(_ unit: CareUnit) -> Bool {
    switch self {
    case .unitPrice: unit.variant == .effort
    case .fixedPrice: unit.variant == .output
    case .arrangement, .tranche: unit == .euro
    case .lumpSum, .availability, .subsidy: true
    }
  }
}
