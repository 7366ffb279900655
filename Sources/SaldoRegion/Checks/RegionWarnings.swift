internal import SaldoDomain

/// What is allowed in a region folder but probably not meant.
enum RegionWarnings {
  /// The warnings about sound tables, sorted by place.
  static func warnings(about tables: RegionTables, files: RegionFiles) -> [RegionWarning] {
    (emptyTables(tables) + unused(tables) + municipalities(tables) + agreements(tables) + prices(tables)
      + ceilings(tables) + ClientGroupChecks.warnings(in: tables) + tables.records.flatMap { $0.warnings(in: tables) }
      + otherFiles(files)).sorted()
  }

  private static func emptyTables(_ tables: RegionTables) -> [RegionWarning] {
    let counts = [
      (MunicipalityTable.schema, tables.municipalities.rows.count),
      (ProviderTable.schema, tables.providers.rows.count),
      (AgreementTable.schema, tables.agreements.rows.count),
      (PriceTable.schema, tables.prices.rows.count),
    ]
    return counts.filter { $0.1 == 0 }.map {
      RegionWarning(
        at: RegionPlace(file: $0.0.file), Bilingual(nl: "de tabel heeft geen rijen", en: "the table has no rows"))
    }
  }

  /// Providers, agreements and municipalities that no price row concerns.
  private static func unused(_ tables: RegionTables) -> [RegionWarning] {
    let prices = tables.prices.values
    let providers = Set(prices.map(\.provider))
    let municipalities = Set(prices.map(\.municipality))
    let agreements = Set(prices.map(\.agreement))
    var rows: [(TableRow, String)] = []
    if !prices.isEmpty, !providers.contains(nil) {
      rows += tables.providers.rows.filter { !providers.contains($0.value.code) }.map { ($0.row, "agb") }
    }
    if !prices.isEmpty, !municipalities.contains(nil) {
      rows += tables.municipalities.rows.filter { !municipalities.contains($0.value.code) }.map { ($0.row, "code") }
    }
    rows += tables.agreements.rows.filter {
      !agreements.contains($0.value.key) && !tables.lumpSums.agreements.contains($0.value.key)
    }.map { ($0.row, "agreement") }
    return rows.map { row, column in
      let shown = row.quoted(column) ?? ""
      return RegionWarning(
        at: row.place(column),
        Bilingual(nl: "geen prijs in products.csv geldt voor \(shown)", en: "no price in products.csv is for \(shown)"))
    }
  }

  /// Codes that the national list ended earlier than the region does.
  private static func municipalities(_ tables: RegionTables) -> [RegionWarning] {
    tables.municipalities.rows.compactMap { municipality in
      guard case .until(let end) = NationalMunicipalities.validity(of: municipality.value.code),
        municipality.value.validUntil.map({ $0 > end }) ?? true
      else { return nil }
      return RegionWarning(
        at: municipality.row.place("valid_until"),
        Bilingual(
          nl: "volgens het CBS is deze gemeente na \(HumanText.date(end, in: .dutch)) opgeheven",
          en: "according to the CBS this municipality was abolished after \(HumanText.date(end, in: .english))"))
    }
  }

  private static func agreements(_ tables: RegionTables) -> [RegionWarning] {
    partialMonths(tables) + arrangementChoices(tables)
  }

  /// Choices on arrangements in an agreement of another model.
  private static func arrangementChoices(_ tables: RegionTables) -> [RegionWarning] {
    tables.agreements.rows.filter { $0.value.model != .arrangement }.flatMap { agreement in
      ["instalments", "on_replacement", "hold_days", "entitlement"].filter { !agreement.row.text($0).isEmpty }.map {
        RegionWarning(
          at: agreement.row.place($0),
          Bilingual(
            nl: "deze keuze betekent alleen iets bij model arrangement",
            en: "this choice means something with model arrangement only"))
      }
    }
  }

  private static func partialMonths(_ tables: RegionTables) -> [RegionWarning] {
    tables.agreements.rows.filter {
      $0.value.partialMonth != .full && ![.fixedPrice, .tranche].contains($0.value.model)
    }.map {
      let model = $0.value.model.rawValue
      return RegionWarning(
        at: $0.row.place("partial_month"),
        Bilingual(
          nl: "een gebroken maand betekent niets bij model \(model)",
          en: "a partial month means nothing with model \(model)"))
    }
  }

  private static func prices(_ tables: RegionTables) -> [RegionWarning] {
    let municipalities = Dictionary(
      tables.municipalities.values.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var warnings: [RegionWarning] = []
    for price in tables.prices.rows {
      if price.value.price == .zero {
        warnings.append(
          RegionWarning(at: price.row.place("price"), Bilingual(nl: "de prijs is nul", en: "the price is zero")))
      }
      if let last = price.value.municipality.flatMap({ municipalities[$0]?.validUntil }),
        price.value.validity.begin > last
      {
        warnings.append(
          RegionWarning(
            at: price.row.place("valid_from"),
            Bilingual(
              nl: "de prijs begint nadat de gemeente is opgeheven",
              en: "the price begins after the municipality was abolished")))
      }
    }
    return warnings
  }

  private static func ceilings(_ tables: RegionTables) -> [RegionWarning] {
    tables.clientCeilings.rows.filter { $0.value.setter == .provider }.map {
      RegionWarning(
        at: $0.row.place("set_by"),
        Bilingual(
          nl: "de aanbieder heeft dit plafond zelf gezet; dat hoort de verwijzer of de gemeente te doen",
          en: "the provider set this ceiling; the referrer or the municipality should"))
    }
  }

  private static func otherFiles(_ files: RegionFiles) -> [RegionWarning] {
    files.others.map {
      RegionWarning(
        at: RegionPlace(file: QuotedText.safe($0)),
        Bilingual(
          nl: "dit bestand hoort niet bij een regiomap en is niet gelezen",
          en: "this file is no part of a region folder and was not read"))
    }
  }
}
