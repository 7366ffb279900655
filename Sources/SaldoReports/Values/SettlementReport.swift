public import SaldoDomain
public import SaldoLedger
public import SaldoStore

/// What was declared, accepted, rejected and became payable in a period (afrekening).
///
/// Accepted and payable amounts are sums of postings; declared amounts are those of the declared lines, a credit below
/// zero. All amounts are in euro cents. Rows are sorted by their codes.
public struct SettlementReport: Hashable, Sendable, Codable {
  /// What the report is about.
  public var report: ReportHead
  /// The totals over all rows.
  public var totals: Totals
  /// Per municipality and provider.
  public var providers: [ProviderRow]
  /// Accepted care per municipality, product and agreement.
  public var products: [ProductRow]
  /// What is paid without declarations, and advances; absent when there is nothing.
  public var withoutDeclarations: [WithoutDeclarationRow]?
  /// Rejected lines per return code; a line with two codes counts in both rows.
  public var rejections: [RejectionRow]
  /// Rejected clients per return code, whose lines carry 0233; absent by delivery month.
  public var rejectedClients: [RejectedClientRow]?
  /// Declarations that were refused as a whole; absent by delivery month, because none of their lines is on record.
  public var refused: Refused?
  /// Messages other than declarations that are not in force or have a remark; absent unless by booking month.
  public var noticesNotInForce: [NoticeRow]?
  /// What the municipality should know of allocations that are in force; absent unless by booking month.
  public var allocationFindings: [AllocationFindingRow]?
  /// The declarations that waited at the end of the period; absent when none did, and unless by booking month.
  public var held: [HeldRow]?
  /// Approved lines that their allocation no longer covers, on the day of the report; absent when they were not asked for.
  public var shortened: [ShortenedRow]?
  /// The municipal budgets of the year of the report, with what was spent; absent when they were not asked for.
  public var budgets: [BudgetRow]?
  /// How the sums agree.
  public var reconciliation: Reconciliation

  /// Lines and amounts of processed declarations.
  public struct Totals: Hashable, Sendable, Codable {
    /// The number of declared lines.
    public var linesDeclared = 0
    /// The number of accepted lines.
    public var linesAccepted = 0
    /// The number of rejected lines.
    public var linesRejected = 0
    /// Declared, in euro cents.
    public var declaredCents: Int64 = 0
    /// Care costs booked, in euro cents.
    public var acceptedCents: Int64 = 0
    /// Owed to providers, in euro cents.
    public var payableCents: Int64 = 0

    /// Declared less accepted, in euro cents.
    public var rejectedCents: Int64 { declaredCents - acceptedCents }
  }

  /// One municipality and provider.
  public struct ProviderRow: Hashable, Sendable, Codable {
    /// The legal domain.
    public var domain: Domain
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The provider.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The number of declared lines.
    public var linesDeclared: Int
    /// The number of accepted lines.
    public var linesAccepted: Int
    /// The number of rejected lines.
    public var linesRejected: Int
    /// Declared, in euro cents.
    public var declaredCents: Int64
    /// Care costs booked, in euro cents.
    public var acceptedCents: Int64
    /// Owed to the provider, in euro cents; negative when the provider owes.
    public var payableCents: Int64
  }

  /// One municipality, product and agreement.
  public struct ProductRow: Hashable, Sendable, Codable {
    /// The legal domain.
    public var domain: Domain
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The product category.
    public var category: ProductCategory
    /// The product code.
    public var code: ProductCode
    /// The key of the agreement; empty when none is known.
    public var agreement: String
    /// Its name; absent when the region does not have it.
    public var agreementName: String?
    /// The number of accepted lines.
    public var lines: Int
    /// Care costs booked, in euro cents.
    public var acceptedCents: Int64
  }

  /// What is booked without declarations or in advance, of one municipality, provider and agreement.
  public struct WithoutDeclarationRow: Hashable, Sendable, Codable {
    /// The legal domain.
    public var domain: Domain
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The provider.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The key of the agreement.
    public var agreement: String
    /// Its name; absent when the region does not have it.
    public var agreementName: String?
    /// The kind of account.
    public var kind: Account.Kind
    /// The amount in euro cents: a cost or an advance is positive, what is still to be settled is negative.
    public var amountCents: Int64
  }

  /// The rejected lines with one return code.
  public struct RejectionRow: Hashable, Sendable, Codable {
    /// The code at the line.
    public var returnCode: ReturnCode
    /// The number of lines.
    public var lines: Int
    /// What they declared, in euro cents.
    public var declaredCents: Int64
  }

  /// The rejected clients with one return code.
  public struct RejectedClientRow: Hashable, Sendable, Codable {
    /// The code at the client.
    public var returnCode: ReturnCode
    /// The number of clients, once per declaration.
    public var clients: Int
  }

  /// Declarations that were refused as a whole.
  public struct Refused: Hashable, Sendable, Codable {
    /// The number of declarations.
    public var messages: Int
    /// The number of their lines.
    public var lines: Int
    /// What they declared, in euro cents.
    public var declaredCents: Int64
    /// Per class and code; a declaration with two codes counts in both rows.
    public var codes: [Row]

    /// The refused declarations with one code at one class.
    public struct Row: Hashable, Sendable, Codable {
      /// The class of the answer that carries the code.
      public var answerClass: AnswerClass
      /// The code.
      public var returnCode: ReturnCode
      /// The number of declarations.
      public var messages: Int
      /// The number of their lines.
      public var lines: Int
      /// What they declared, in euro cents.
      public var declaredCents: Int64

      private enum CodingKeys: String, CodingKey {
        case answerClass = "class"
        case returnCode, messages, lines, declaredCents
      }
    }
  }

  /// The messages of one kind that are not in force or have a remark, with one return code.
  public struct NoticeRow: Hashable, Sendable, Codable {
    /// The kind of message; 302 stands for an allocation that its provider refused.
    public var message: MessageKind
    /// The code; absent when the findings carry none.
    public var returnCode: ReturnCode?
    /// The number of messages.
    public var messages: Int
  }

  /// A declaration that waits for what the municipality still has to record; it counts in no other table.
  public struct HeldRow: Hashable, Sendable, Codable {
    /// The legal domain.
    public var domain: Domain
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The provider.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The provider's number of the declaration; a BSN in it is masked.
    public var declarationNumber: String
    /// The day of receipt.
    public var received: CalendarDate
    /// The number of calendar days since then, on the day of the report or the last one of its period.
    public var days: Int
    /// The last day of the hold, as it was at receipt: on it the declaration is decided at the latest.
    public var until: CalendarDate
    /// The number of its lines.
    public var lines: Int
    /// What it declares, in euro cents.
    public var declaredCents: Int64
  }

  /// A finding for the municipality at one allocation that is in force.
  public struct AllocationFindingRow: Hashable, Sendable, Codable {
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The provider.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The number of the allocation.
    public var allocation: String
    /// The rule, which `saldo rules` explains.
    public var rule: RuleCode
  }

  /// A line that its allocation no longer covers, and that its provider should credit.
  public struct ShortenedRow: Hashable, Sendable, Codable {
    /// The legal domain.
    public var domain: Domain
    /// The municipality.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The provider.
    public var provider: ProviderCode
    /// Its name; absent when the region does not have it.
    public var providerName: String?
    /// The number of the allocation.
    public var allocation: String
    /// The provider's number of the declaration; a BSN in it is masked.
    public var declarationNumber: String
    /// The provider's reference of the line; a BSN in it is masked.
    public var reference: String
    /// The product category.
    public var category: ProductCategory
    /// The product code.
    public var code: ProductCode
    /// The first day of the product period.
    public var periodBegin: CalendarDate
    /// The last day of the product period.
    public var periodEnd: CalendarDate
    /// The amount to be credited, in euro cents.
    public var amountCents: Int64
    /// The as-of date from which it is not covered any more.
    public var since: CalendarDate
    /// The days since then.
    public var ageDays: Int
  }

  /// A municipal budget with what was spent of it.
  public struct BudgetRow: Hashable, Sendable, Codable {
    /// The municipality; after a merger the successor.
    public var municipality: MunicipalityCode
    /// Its name; absent when the region does not have it.
    public var municipalityName: String?
    /// The legal domain.
    public var domain: Domain
    /// The group of products; absent for what no budget covers.
    public var group: String?
    /// The year of delivery.
    public var year: Int
    /// The budget in euro cents; absent for what no budget covers.
    public var budgetCents: Int64?
    /// Care costs of the year, in euro cents.
    public var realisedCents: Int64
    /// How far the budget is used; absent for what no budget covers.
    public var band: CeilingBand?
    /// What was spent above the budget, in euro cents; 0 when it was not exceeded.
    public var overCents: Int64?
    /// What is left of the budget, in euro cents; 0 when it was exceeded.
    public var underCents: Int64?
  }
}

extension SettlementReport {
  /// The settlement of a period, from a ledger and with the names of a region.
  ///
  /// - Parameters:
  ///   - shortened: The lines that their allocation no longer covers; nil to leave the table out.
  ///   - budgets: The municipal budgets; nil to leave the table out.
  /// - Throws: ``ReportError/notReconciled(_:)`` when the sums do not agree; `LedgerError` when the ledger cannot be
  ///   read.
  public init(
    ledger: Ledger, region: RegionSnapshot, period: ReportPeriod, asOf: CalendarDate,
    shortened: [ShortenedLine]? = nil, budgets: [BudgetFigures]? = nil
  ) throws {
    let digest = try ledger.digest()
    let figures = try ledger.settlementFigures(of: period)
    let names = RegionNames(region)
    reconciliation = Reconciliation(figures)
    guard reconciliation.isSound else { throw ReportError.notReconciled(reconciliation) }
    report = ReportHead(
      kind: "settlement", region: region.name, asOf: asOf, period: period, ledger: digest.hex)
    providers = figures.providers.map { ProviderRow($0, names: names) }
    products = figures.products.map { ProductRow($0, names: names) }
    let others = figures.withoutDeclarations.map { WithoutDeclarationRow($0, names: names) }
    withoutDeclarations = others.isEmpty ? nil : others
    rejections = figures.lineCodes.map {
      RejectionRow(returnCode: $0.code, lines: $0.lines, declaredCents: $0.declared.cents)
    }
    rejectedClients = figures.clientCodes?.map { RejectedClientRow(returnCode: $0.code, clients: $0.clients) }
    refused = figures.refused.map(Refused.init)
    noticesNotInForce = figures.notices?.map {
      NoticeRow(message: $0.kind, returnCode: $0.code, messages: $0.messages)
    }
    allocationFindings = figures.allocationFindings?.map {
      AllocationFindingRow(
        municipality: $0.municipality, municipalityName: names[$0.municipality], provider: $0.provider,
        providerName: names[$0.provider], allocation: $0.allocation.description, rule: $0.rule)
    }
    self.shortened = shortened?.map { ShortenedRow($0, asOf: asOf, names: names) }
    self.budgets = budgets?.map { BudgetRow($0, names: names) }
    let day = min(asOf, period.until.last)
    let waiting = (figures.held ?? []).map { HeldRow($0, on: day, names: names) }
    held = waiting.isEmpty ? nil : waiting
    totals = Totals(providers)
  }

  /// Whether nothing at all is on record in the period.
  public var isEmpty: Bool {
    providers.isEmpty && (refused?.messages ?? 0) == 0 && (noticesNotInForce ?? []).isEmpty
      && (allocationFindings ?? []).isEmpty && (held ?? []).isEmpty && (shortened ?? []).isEmpty
      && (budgets ?? []).isEmpty
  }
}

extension SettlementReport.Totals {
  fileprivate init(_ rows: [SettlementReport.ProviderRow]) {
    for row in rows {
      linesDeclared += row.linesDeclared
      linesAccepted += row.linesAccepted
      linesRejected += row.linesRejected
      declaredCents += row.declaredCents
      acceptedCents += row.acceptedCents
      payableCents += row.payableCents
    }
  }
}

extension SettlementReport.ProviderRow {
  fileprivate init(_ figures: ProviderFigures, names: RegionNames) {
    self.init(
      domain: figures.domain, municipality: figures.municipality, municipalityName: names[figures.municipality],
      provider: figures.provider, providerName: names[figures.provider], linesDeclared: figures.lines,
      linesAccepted: figures.approvedLines, linesRejected: figures.lines - figures.approvedLines,
      declaredCents: figures.declared.cents, acceptedCents: figures.careCosts.cents,
      payableCents: -figures.payables.cents)
  }
}

extension SettlementReport.ProductRow {
  fileprivate init(_ figures: ProductFigures, names: RegionNames) {
    self.init(
      domain: figures.domain, municipality: figures.municipality, municipalityName: names[figures.municipality],
      category: figures.product.category, code: figures.product.code, agreement: figures.agreement,
      agreementName: names.agreement(figures.agreement)?.name, lines: figures.lines,
      acceptedCents: figures.careCosts.cents)
  }
}

extension SettlementReport.WithoutDeclarationRow {
  fileprivate init(_ figures: WithoutDeclarationFigures, names: RegionNames) {
    self.init(
      domain: figures.domain, municipality: figures.municipality, municipalityName: names[figures.municipality],
      provider: figures.provider, providerName: names[figures.provider], agreement: figures.agreement,
      agreementName: names.agreement(figures.agreement)?.name, kind: figures.kind, amountCents: figures.amount.cents)
  }
}

extension SettlementReport.HeldRow {
  fileprivate init(_ figures: HeldFigures, on day: CalendarDate, names: RegionNames) {
    self.init(
      domain: figures.domain, municipality: figures.municipality, municipalityName: names[figures.municipality],
      provider: figures.provider, providerName: names[figures.provider],
      declarationNumber: MaskedText.of(figures.declarationNumber), received: figures.received,
      days: figures.age(on: day), until: figures.until, lines: figures.lines, declaredCents: figures.declared.cents)
  }
}

extension SettlementReport.ShortenedRow {
  fileprivate init(_ line: ShortenedLine, asOf: CalendarDate, names: RegionNames) {
    self.init(
      domain: line.domain, municipality: line.municipality, municipalityName: names[line.municipality],
      provider: line.provider, providerName: names[line.provider], allocation: line.allocation.description,
      declarationNumber: MaskedText.of(line.declarationNumber), reference: MaskedText.of(line.reference),
      category: line.product.category, code: line.product.code, periodBegin: line.period.begin,
      periodEnd: line.period.end, amountCents: line.amount.cents, since: line.since,
      ageDays: asOf.days(since: line.since))
  }
}

extension SettlementReport.BudgetRow {
  fileprivate init(_ figures: BudgetFigures, names: RegionNames) {
    self.init(
      municipality: figures.municipality, municipalityName: names[figures.municipality], domain: figures.domain,
      group: figures.group, year: figures.year, budgetCents: figures.budget?.cents,
      realisedCents: figures.realised.cents,
      band: figures.budget.map { CeilingBand(used: figures.realised, of: $0) },
      overCents: figures.budget.map { max(.zero, figures.realised - $0).cents },
      underCents: figures.budget.map { max(.zero, $0 - figures.realised).cents })
  }
}

extension SettlementReport.Refused {
  fileprivate init(_ figures: RefusedFigures) {
    self.init(
      messages: figures.total.messages, lines: figures.total.lines, declaredCents: figures.total.declared.cents,
      codes: figures.codes.map {
        Row(
          answerClass: $0.answerClass, returnCode: $0.code, messages: $0.count.messages, lines: $0.count.lines,
          declaredCents: $0.count.declared.cents)
      })
  }
}
