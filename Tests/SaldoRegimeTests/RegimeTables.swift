import Foundation
import GRDB
import SaldoDomain
import SaldoFunding
import SaldoLedger
import SaldoRegion
import SaldoReports
import SaldoRuns
import SaldoSettlement
import SaldoStore

/// What can be seen of a settled month, as tables: what the program writes, what the ledger holds, and what the region's
/// tables make of it. A behaviour names a table and a row.
struct RegimeTables {
  typealias Rows = [[String: String]]

  let sample: RegimeSample
  let region: LoadedRegion
  let ledger: Ledger
  let ledgerPath: String
  let month: RegimeSample.Month
  let result: SettleResult
  let contents: LedgerContents
  let accounts: Rows

  init(
    sample: RegimeSample, region: LoadedRegion, ledger: Ledger, ledgerPath: String, month: RegimeSample.Month,
    result: SettleResult
  ) throws {
    (self.sample, self.region, self.ledger, self.ledgerPath) = (sample, region, ledger, ledgerPath)
    (self.month, self.result) = (month, result)
    contents = try LedgerContents(ledger)
    accounts = try Self.accounts(ledgerPath)
  }

  /// Every table by its name.
  func all() throws -> [String: Rows] {
    var tables = [
      "lines": lines, "signals": signals, "days": days, "accounts": accounts, "region": words, "costs": costs,
      "requests": requests,
      "commitments": commitments, "shares": shares, "closedCare": closedCare, "balances": balances, "charges": charges,
      "solidarity": solidarity,
      "coverage": coverage, "neighbourhoods": neighbourhoods, "migrations": migrations, "indexation": indexation,
      "incidental": incidental, "margins": margins, "budgets": budgets,
    ]
    tables.merge(try reports()) { first, _ in first }
    return tables
  }

  // MARK: - What the program writes

  private func reports() throws -> [String: Rows] {
    let period = ReportPeriod(try ledger.bookingMonth(asOf: month.asOf))
    let settlement = try SettlementReport(
      ledger: ledger, region: region.snapshot, period: period, asOf: month.asOf)
    let overrun = try OverrunReport(ledger: ledger, region: region.snapshot, period: period, asOf: month.asOf)
    let payables = try PayablesReport(
      ledger: ledger, region: region.snapshot, entries: result.messages, days: try ledger.days(asOf: month.asOf),
      asOf: month.asOf)
    var tables: [String: Rows] = [:]
    for (report, name) in [(settlement.csvTables(), "settlement"), (overrun.csvTables(), "overrun")] {
      for table in report { tables["\(name).\(table.name)"] = try rows(of: table.bytes, name) }
    }
    tables["payables"] = try rows(of: payables.csv(), "payables")
    return tables
  }

  private func rows(of bytes: [UInt8], _ name: String) throws -> Rows {
    try RegimeSample.rows(of: String(decoding: bytes, as: UTF8.self), in: name)
  }

  private var words: Rows {
    RegionDescription(region).text(in: .dutch).split(separator: "\n").map { ["text": String($0)] }
  }

  // MARK: - What the ledger holds

  /// Every declared line with its last verdict.
  private var lines: Rows {
    contents.lines.map { decided in
      [
        "message": decided.header.identification.string, "reference": decided.line.reference.string,
        "client": client(decided.bsn), "allocation": "\(decided.line.allocation)", "verdict": decided.verdict,
        "codes": decided.codes.map(\.rawValue).sorted().joined(separator: " "),
        "granted": "\(decided.granted.cents)",
        "signals": Set(decided.findings.filter { $0.severity == .signal }.map(\.rule.rawValue)).sorted()
          .joined(separator: " "),
      ]
    }
  }

  /// Every finding with its facts: amounts in cents, days, numbers, codes, phrases in Dutch.
  private var signals: Rows {
    contents.findings.map { recorded in
      var row = [
        "message": recorded.identification, "reference": recorded.reference, "allocation": recorded.allocation,
        "rule": recorded.finding.rule.rawValue, "severity": "\(recorded.finding.severity)",
      ]
      for (name, fact) in recorded.finding.facts {
        row[name] =
          switch fact {
          case .amount(let amount): "\(amount.cents)"
          case .number(let number): "\(number)"
          case .date(let date): date.iso
          case .period(let period): "\(period.begin.iso)/\(period.end.iso)"
          case .code(let code): code
          case .phrase(let phrase): phrase.text(in: .dutch)
          }
      }
      return row
    }
  }

  /// What was booked by date.
  private var days: Rows {
    contents.days.map { _, booking in
      [
        "due": booking.key.due.iso, "kind": booking.key.kind.rawValue, "domain": booking.key.domain.rawValue,
        "municipality": "\(booking.key.municipality)", "provider": "\(booking.key.provider)",
        "agreement": booking.key.agreement, "correction": "\(booking.correction)",
        "delivery": booking.deliveryMonth.iso, "cents": "\(booking.amount.cents)",
      ]
    }
  }

  /// The postings by account and months, straight from the database.
  private static func accounts(_ path: String) throws -> Rows {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT a.kind, m.domain, m.code AS municipality, r.code AS provider, a.agreement, a.category,
            a.code AS product, p.deliveryMonth AS delivery, p.bookingMonth AS booking, SUM(p.amountCents) AS cents
          FROM posting p JOIN account a ON a.id = p.account JOIN municipality m ON m.id = a.municipality
          JOIN provider r ON r.id = a.provider
          GROUP BY a.kind, m.domain, m.code, r.code, a.agreement, a.category, a.code, p.deliveryMonth, p.bookingMonth
          ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
          """
      ).map { row in
        Dictionary(
          uniqueKeysWithValues: row.map { name, value in (name, String.fromDatabaseValue(value) ?? "\(value)") })
      }
    }
  }

  // MARK: - What the region's tables make of it

  /// The projected cost of every allocation, with the advice of its tier.
  private var costs: Rows {
    let contracts = RegionContracts(region.snapshot)
    let tiers = CostTiers(region.snapshot.sharing)
    return contents.allocations.flatMap { message in
      message.products.map { product in
        let cost = projectedCost(of: product, message, contracts)
        var row = [
          "allocation": "\(product.number)", "municipality": "\(message.header.municipality)",
          "provider": "\(message.header.provider)", "total": cost.projection.map { "\($0.total.cents)" } ?? "unknown",
          "advice": "pass", "tier": "",
        ]
        guard let projection = cost.projection else { return row }
        for part in projection.months {
          row[part.month.iso] = "\(part.amount.cents)"
          row["\(part.month.first.year)"] = "\(projection.total(in: part.month.first.year).cents)"
        }
        if case .returnToManager(let tier, _, _) = tiers.advice(on: [projection.total]) {
          row["advice"] = "return"
          row["tier"] = "\(tier.cents)"
        }
        return row
      }
    }
  }

  /// What a municipality committed itself to by yearly amounts, with what was booked of them.
  private func yearlyAmounts(of municipality: MunicipalityCode, in year: Int) -> [CommitmentView.Allocation] {
    region.snapshot.lumpSums.lumpSums.filter { $0.year == year }.compactMap { row in
      guard let index = row.shares.firstIndex(where: { $0.municipality == municipality }) else { return nil }
      let booked = accounts.filter {
        ["lump-sum-cost", "transformation-cost"].contains($0["kind"]!) && $0["agreement"] == row.agreement
          && $0["municipality"] == "\(municipality)" && $0["delivery"]!.hasPrefix("\(year)")
      }
      return CommitmentView.Allocation(
        projected: LargestRemainder.split(row.amount, by: row.shares.map(\.weight))[index],
        declared: Euros(cents: booked.reduce(0) { $0 + Int64($1["cents"]!)! }))
    }
  }

  /// Every request as a whole: its total, and the advice of its tier with the allocation that costs most.
  private var requests: Rows {
    let contracts = RegionContracts(region.snapshot)
    let tiers = CostTiers(region.snapshot.sharing)
    return contents.allocations.map { message in
      let totals = message.products.map {
        projectedCost(of: $0, message, contracts).projection?.total ?? .zero
      }
      var row = [
        "message": message.header.identification.string, "municipality": "\(message.header.municipality)",
        "total": "\(totals.reduce(.zero, +).cents)", "advice": "pass", "tier": "", "driver": "",
      ]
      if case .returnToManager(let tier, _, let driver) = tiers.advice(on: totals) {
        row["advice"] = "return"
        row["tier"] = "\(tier.cents)"
        row["driver"] = "\(message.products[driver].number)"
      }
      return row
    }
  }

  private func projectedCost(
    of product: AllocatedProduct, _ message: AllocationMessage, _ contracts: RegionContracts
  ) -> ProjectedCost {
    ProjectedCost(
      of: product, for: message.client.bsn, provider: message.header.provider,
      municipality: message.header.municipality,
      domain: message.header.standard.domain, under: contracts.catalogue, asOf: month.asOf)
  }

  /// Committed, declared, still to come and expected, per municipality and year, from the last version of each
  /// allocation.
  private var commitments: Rows {
    let contracts = RegionContracts(region.snapshot)
    var last: [String: (AllocationMessage, AllocatedProduct)] = [:]
    for message in contents.allocations {
      for product in message.products { last["\(message.header.municipality) \(product.number)"] = (message, product) }
    }
    let year = month.asOf.year
    let declared = Dictionary(
      contents.lines.filter { $0.line.period.begin.year == year }
        .map { ("\($0.header.municipality) \($0.line.allocation)", $0.granted) }, uniquingKeysWith: +)
    return region.snapshot.municipalities.map(\.code).map { code in
      let own = last.filter { $0.value.0.header.municipality == code }
      let view = CommitmentView(
        own.sorted { $0.key < $1.key }.map { key, value in
          CommitmentView.Allocation(
            projected: projectedCost(of: value.1, value.0, contracts).projection?.total(in: year),
            declared: declared[key, default: .zero])
        } + yearlyAmounts(of: code, in: year),
        budget: budget(.jw, year)[code])
      return [
        "municipality": "\(code)", "year": "\(year)", "committed": "\(view.committed.cents)",
        "declared": "\(view.declared.cents)", "stillToCome": "\(view.stillToCome.cents)",
        "expected": "\(view.expected.cents)", "room": view.room.map { "\($0.cents)" } ?? "",
      ]
    }
  }

  /// What each line costs whom, by the address that the region's tables have of its client.
  private var charges: Rows {
    let responsible = ResponsibleMunicipality(region.snapshot.sharing.residences)
    return contents.lines.filter { $0.granted != .zero }.flatMap { decided in
      OwnUse.charges(for: decided.granted, over: decided.line.period) { day in
        responsible.municipality(of: decided.bsn, decided.header.standard.domain, on: day)
          ?? decided.header.municipality
      }.map { charge in
        [
          "reference": decided.line.reference.string, "municipality": "\(charge.municipality)",
          "month": charge.month.iso, "domain": decided.header.standard.domain.rawValue,
          "product": "\(decided.line.product.category.rawValue) \(decided.line.product.code.string)",
          "cents": "\(charge.amount.cents)",
        ]
      }
    }
  }

  /// The years in which care was delivered.
  private var years: [Int] { Set(contents.lines.map(\.line.period.begin.year)).sorted() }

  /// The cost of each year shared by the keys of the region: own use by address, groups by their key, overhead.
  private var shares: Rows {
    let groups = region.snapshot.ceilings.productGroups
    let responsible = ResponsibleMunicipality(region.snapshot.sharing.residences)
    return years.flatMap { year in
      var use: [String: [MunicipalityCode: Euros]] = [:]
      for decided in contents.lines where decided.granted != .zero {
        let group = groups.group(of: decided.line.product)
        for charge in OwnUse.charges(
          for: decided.granted, over: decided.line.period,
          responsible: { day in
            responsible.municipality(of: decided.bsn, decided.header.standard.domain, on: day)
              ?? decided.header.municipality
          }) where charge.month.first.year == year
        {
          use[group ?? "", default: [:]][charge.municipality, default: .zero] += charge.amount
        }
      }
      let cost = CostDistribution(
        of: use, in: year, under: region.snapshot.sharing, municipalities: region.snapshot.municipalities)
      return cost.lines.flatMap { line in
        let name: String =
          switch line.subject {
          case .care(let group): group
          case .overhead(let name): name
          }
        return zip(cost.municipalities, line.shares).map { municipality, share in
          ["year": "\(year)", "line": name, "municipality": "\(municipality)", "cents": "\(share.cents)"]
        }
      }
    }
  }

  /// Closed care that is bought together: what each municipality pays and each institution carries.
  private var closedCare: Rows {
    let sharing = region.snapshot.sharing
    return sharing.closedCare.flatMap { (terms: ClosedCareTerms) -> Rows in
      let use = shares.filter { $0["line"] == terms.group && $0["year"] == "\(terms.year)" }
      let amounts = use.map { Euros(cents: Int64($0["cents"]!)!) }
      guard let pool = ClosedCarePool(group: terms.group, in: terms.year, use: amounts, under: sharing) else {
        return Rows()
      }
      let institutions = sharing.closedCareInstitutions.filter { $0.group == terms.group }.map { "\($0.provider)" }
      return (Array(zip(use.map { $0["municipality"]! }, pool.regions)) + Array(zip(institutions, pool.institutions)))
        .map {
          ["year": "\(terms.year)", "group": terms.group, "party": $0, "cents": "\($1.cents)"]
        }
    }
  }

  /// The balance of each municipality with the purchaser: what it paid in advance less care and overhead.
  private var balances: Rows {
    let sharing = region.snapshot.sharing
    let groups = Set(region.snapshot.ceilings.productGroups.map(\.group)).union([""])
    return years.flatMap { (year: Int) -> Rows in
      let own = shares.filter { $0["year"] == "\(year)" }
      func sum(_ isCare: Bool) -> [MunicipalityCode: Euros] {
        Dictionary(
          own.filter { groups.contains($0["line"]!) == isCare }
            .map { (MunicipalityCode($0["municipality"]!)!, Euros(cents: Int64($0["cents"]!)!)) }, uniquingKeysWith: +)
      }
      let advances = Dictionary(
        sharing.municipalAdvances.filter { $0.year == year }.map { ($0.municipality, $0.amount) }, uniquingKeysWith: +)
      // Places and yearly amounts are paid for the municipality that the region's tables name.
      let care = sum(true).merging(paidByDate(.jw, year), uniquingKeysWith: +)
      let municipalities = Set(own.map { MunicipalityCode($0["municipality"]!)! }).union(advances.keys).sorted()
      return OwnUse.balances(care: care, overhead: sum(false), advances: advances, of: municipalities).map {
        [
          "year": "\(year)", "municipality": "\($0.municipality)", "care": "\($0.care.cents)",
          "overhead": "\($0.overhead.cents)", "advances": "\($0.advances.cents)", "balance": "\($0.balance.cents)",
        ]
      }
    }
  }

  /// What was spent on care and without declarations in a year of delivery.
  private func spent(_ domain: Domain, _ year: Int) -> [MunicipalityCode: Euros] {
    Dictionary(
      accounts.filter {
        $0["kind"]!.hasSuffix("-cost") && $0["domain"] == domain.rawValue && $0["delivery"]!.hasPrefix("\(year)")
      }.map { (MunicipalityCode($0["municipality"]!)!, Euros(cents: Int64($0["cents"]!)!)) }, uniquingKeysWith: +)
  }

  /// What was spent without declarations in a year of delivery.
  private func paidByDate(_ domain: Domain, _ year: Int) -> [MunicipalityCode: Euros] {
    Dictionary(
      accounts.filter {
        $0["kind"]!.hasSuffix("-cost") && $0["kind"] != "care-cost" && $0["domain"] == domain.rawValue
          && $0["delivery"]!.hasPrefix("\(year)")
      }.map { (MunicipalityCode($0["municipality"]!)!, Euros(cents: Int64($0["cents"]!)!)) }, uniquingKeysWith: +)
  }

  private func budget(_ domain: Domain, _ year: Int) -> [MunicipalityCode: Euros] {
    Dictionary(
      region.snapshot.ceilings.budgets.filter { $0.domain == domain && $0.year == year }
        .map { ($0.municipality, $0.amount) }, uniquingKeysWith: +)
  }

  /// Claims and contributions between municipalities for youth care.
  private var solidarity: Rows {
    let snapshot = region.snapshot
    return years.flatMap { year in
      let terms = snapshot.sharing.solidarity.first { $0.domain == .jw && $0.holds(in: year) }
      var claims: SolidarityTerms.Claims?
      if case .claims(let form)? = terms?.form { claims = form }
      let all = Solidarity.Year.all(
        .jw, in: year, budgets: budget(.jw, year), actuals: spent(.jw, year), under: snapshot.sharing,
        municipalities: snapshot.municipalities, asOf: month.asOf)
      return zip(all, Solidarity.shares(of: all, under: claims)).map { own, share in
        [
          "year": "\(year)", "municipality": "\(share.municipality)", "budget": "\(own.budget.cents)",
          "actual": "\(own.actual.cents)", "claim": share.claim.map { "\($0.cents)" } ?? "",
          "granted": "\(share.granted.cents)", "contribution": "\(share.contribution.cents)",
          "refusal": share.refusal.map { "\($0)" } ?? "",
        ]
      }
    }
  }

  /// A youth overrun against what the Wmo left and the reserve.
  private var coverage: Rows {
    years.flatMap { year in
      region.snapshot.municipalities.map(\.code).map { code in
        func left(_ domain: Domain) -> Euros {
          budget(domain, year)[code, default: .zero] - spent(domain, year)[code, default: .zero]
        }
        let reserve = region.snapshot.sharing.reserves.first { $0.municipality == code && $0.year == year }
        let coverage = Coverage(overrun: .zero - left(.jw), surplus: left(.wmo), reserve: reserve?.amount ?? .zero)
        return [
          "year": "\(year)", "municipality": "\(code)", "overrun": "\(coverage.overrun.cents)",
          "socialSupport": "\(coverage.steps[0].used.cents)", "reserve": "\(coverage.steps[1].used.cents)",
          "reserveLeft": "\(coverage.steps[1].left.cents)", "uncovered": "\(coverage.uncovered.cents)",
        ]
      }
    }
  }

  /// The yearly amount of each consortium per neighbourhood, and the consortium of every client of the plan by its
  /// postal code (`postal_code` in `plan/clients.csv`).
  private var neighbourhoods: Rows {
    let sharing = region.snapshot.sharing
    guard !sharing.areas.isEmpty else { return [] }
    let areas = Areas(sharing.areas, exceptions: sharing.areaExceptions)
    let amounts = region.snapshot.lumpSums.lumpSums.flatMap { lump in
      let own = sharing.areas.filter { $0.consortium == lump.provider }
      return (own.isEmpty ? [] : Areas(own).amounts(of: lump.amount)).map {
        [
          "year": "\(lump.year)", "consortium": "\(lump.provider)", "neighbourhood": $0.neighbourhood,
          "cents": "\($0.amount.cents)",
        ]
      }
    }
    let clients = (try? sample.table("plan/clients.csv")) ?? []
    return amounts
      + clients.compactMap { row in
        guard let code = row["postal_code"], let bsn = Bsn(digits: row["bsn"] ?? "") else { return nil }
        let consortium = areas.consortium(for: bsn, at: code, on: month.asOf)
        return ["client": row["number"]!, "consortium": consortium.map { "\($0)" } ?? ""]
      }
  }

  /// The products of all allocations in the new structure.
  private var migrations: Rows {
    let map = MigrationMap(region.snapshot.sharing.migrations)
    let products = contents.allocations.flatMap(\.products).compactMap { product in
      product.category.flatMap { category in product.code.map { Product(category: category, code: $0) } }
    }
    let report = map.report(on: products)
    return (report.mapped + report.unmapped).map { entry in
      [
        "old": "\(entry.old.category.rawValue) \(entry.old.code.string)",
        "new": entry.new.map { "\($0.category.rawValue) \($0.code.string)" } ?? "", "count": "\(entry.count)",
      ]
    }
  }

  /// The price rows of each year as the next year's figures make them, with the derivation in words.
  private var indexation: Rows {
    let figures = region.snapshot.sharing.indexation
    return figures.flatMap { (figure: IndexationFigures) -> Rows in
      guard let next = Indexation(figures, figure.domain, year: figure.year) else { return Rows() }
      return region.snapshot.prices.filter { $0.validity.end?.year == figure.year - 1 }.map { row in
        let indexed = next.next(after: row)
        return [
          "year": "\(figure.year)", "product": "\(row.product.category.rawValue) \(row.product.code.string)",
          "old": "\(row.price.cents)", "new": "\(indexed.row.price.cents)",
          "derivation": indexed.derivation.text(in: .dutch),
        ]
      }
    }
  }

  /// What fixed prices came to per hour, by the hours of `production.csv`.
  private var margins: Rows {
    let granted = Dictionary(
      contents.lines.map { decided in
        let (header, line) = (decided.header, decided.line)
        return (
          [
            "\(header.municipality)", "\(header.provider)", decided.bsn.digits, "\(line.product)",
            line.period.begin.month.iso,
          ],
          decided.granted
        )
      }, uniquingKeysWith: +)
    return region.snapshot.lumpSums.production.compactMap { row in
      let key = ["\(row.municipality)", "\(row.provider)", row.bsn.digits, "\(row.product)", row.month.iso]
      guard let granted = granted[key], granted != .zero, let hours = row.volume else { return nil }
      let margin = ProfileMargin(granted: granted, hours: hours)
      return [
        "municipality": "\(row.municipality)", "provider": "\(row.provider)", "client": client(row.bsn),
        "product": "\(row.product.category.rawValue) \(row.product.code.string)", "month": row.month.iso,
        "granted": "\(granted.cents)", "hours": "\(hours)", "perHour": margin.perHour.map { "\($0.cents)" } ?? "",
      ]
    }
  }

  /// The incidental contracts that run in each month of the year.
  private var incidental: Rows {
    (1...12).map { number in
      let month = CalendarMonth(year: self.month.asOf.year, month: number)
      return ["month": month.iso, "count": "\(region.snapshot.contractRules.incidentalContracts(in: month))"]
    }
  }

  /// The budgets of municipalities with what was spent on them.
  private var budgets: Rows {
    let spent = accounts.filter { $0["kind"] == "care-cost" }.map { row in
      SpentAmount(
        municipality: MunicipalityCode(row["municipality"]!)!, domain: Domain(rawValue: row["domain"]!)!,
        product: Product(category: ProductCategory(rawValue: row["category"]!), code: ExactText(row["product"]!)),
        year: Int(row["delivery"]!.prefix(4))!,
        amount: Euros(cents: Int64(row["cents"]!)!))
    }
    return BudgetRealisations(of: spent, in: region.snapshot.ceilings).budgets.map { budget in
      [
        "municipality": "\(budget.budget.municipality)", "group": budget.budget.group,
        "domain": budget.budget.domain.rawValue, "year": "\(budget.budget.year)",
        "budget": "\(budget.budget.amount.cents)", "realised": "\(budget.realised.cents)",
        "over": "\(budget.over.cents)", "overrunPermille": budget.overrunPermille.map { "\($0)" } ?? "",
      ]
    }
  }

  /// The number of a client in the plan.
  private func client(_ bsn: Bsn) -> String { numbers[bsn] ?? "" }

  private var numbers: [Bsn: String] {
    let rows = (try? sample.table("plan/clients.csv")) ?? []
    return Dictionary(rows.compactMap { row in Bsn(digits: row["bsn"] ?? "").map { ($0, row["number"] ?? "") } }) {
      first, _ in
      first
    }
  }
}
