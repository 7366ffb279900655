import GRDB
public import SaldoDomain
import SaldoLedger

/// The declared lines and the postings of one municipality and provider.
public struct ProviderFigures: Hashable, Sendable {
  /// The legal domain.
  public var domain: Domain
  /// The municipality.
  public var municipality: MunicipalityCode
  /// The provider.
  public var provider: ProviderCode
  /// The number of declared lines, of processed declarations.
  public var lines: Int
  /// The number of approved lines among them.
  public var approvedLines: Int
  /// The declared amount, debit minus credit.
  public var declared: Euros
  /// The declared amount of the approved lines; equals ``careCosts`` in a sound ledger.
  public var approved: Euros
  /// The number of declarations of which the care costs are not what their answer granted: none in a sound ledger, and
  /// none by delivery, because a message has no such month.
  public var differingDeclarations: Int
  /// The sum of the care-cost postings.
  public var careCosts: Euros
  /// The sum of the payable postings: negative when money is owed to the provider.
  public var payables: Euros
  /// The sum of all other postings: costs without declarations, advances, and what is to be settled with them.
  public var others: Euros
}

extension ProviderFigures {
  /// The rows of a period, sorted by domain, municipality and provider.
  ///
  /// What was declared and approved comes from the journal, what was booked from the sums of postings, and each
  /// declaration is held to both: a figure that does not agree with what was answered is not shown.
  ///
  /// - Parameter declarations: Those of the period; nil by delivery, where the lines tell what was declared.
  static func fetch(
    _ period: PeriodClauses, of declarations: [DecidedDeclaration]?, in database: Database
  ) throws -> [ProviderFigures] {
    var figures: [Parties: ProviderFigures] = [:]
    func update(_ parties: Parties, _ change: (inout ProviderFigures) -> Void) throws {
      var row = try figures[parties] ?? ProviderFigures(of: parties, in: database)
      change(&row)
      figures[parties] = row
    }
    for (parties, sum) in try declared(in: period, by: declarations, database) {
      try update(parties) {
        $0.lines = sum.lines
        $0.approvedLines = sum.approvedLines
        $0.declared = sum.declared
        $0.approved = sum.approved
      }
    }
    let booked = try booked(in: period, database)
    for (parties, sum) in booked.sums {
      try update(parties) {
        $0.careCosts = sum.careCosts
        $0.payables = sum.payables
        $0.others = sum.others
      }
    }
    for declaration in declarations ?? []
    where declaration.granted != booked.careCosts[declaration.number, default: .zero] {
      try update(declaration.parties) { $0.differingDeclarations += 1 }
    }
    return figures.values.sorted {
      ($0.domain.rawValue, $0.municipality, $0.provider) < ($1.domain.rawValue, $1.municipality, $1.provider)
    }
  }

  private typealias Parties = DecidedDeclaration.Parties

  /// Figures of two parties in which nothing is counted.
  private init(of parties: Parties, in database: Database) throws {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT municipality.domain, municipality.code AS municipalityCode, provider.code AS providerCode
          FROM municipality JOIN provider WHERE municipality.id = ? AND provider.id = ?
          """),
      arguments: [parties.municipality, parties.provider])
    guard let row else { throw LedgerError.damaged(entry: 0) }
    self.init(
      domain: try row.domain(), municipality: try row.municipality(), provider: try row.provider(), lines: 0,
      approvedLines: 0, declared: .zero, approved: .zero, differingDeclarations: 0, careCosts: .zero, payables: .zero,
      others: .zero)
  }

  private typealias Declared = (lines: Int, approvedLines: Int, declared: Euros, approved: Euros)

  private static func declared(
    in period: PeriodClauses, by declarations: [DecidedDeclaration]?, _ database: Database
  ) throws -> [Parties: Declared] {
    guard let declarations else { return try declaredLines(in: period, database) }
    var sums: [Parties: Declared] = [:]
    for declaration in declarations where declaration.isJudged {
      var sum = sums[declaration.parties] ?? (0, 0, .zero, .zero)
      sum.lines += declaration.lines
      sum.approvedLines += declaration.lines - declaration.rejectedLines
      sum.declared += declaration.declared
      sum.approved += declaration.granted
      sums[declaration.parties] = sum
    }
    return sums
  }

  /// What the lines declare, added up here, because SQLite would sort them all to group them.
  private static func declaredLines(in period: PeriodClauses, _ database: Database) throws -> [Parties: Declared] {
    let query: SQL = """
      SELECT line.municipality, line.provider, line.isApproved,
        CASE line.isCredit WHEN 1 THEN -line.amountCents ELSE line.amountCents END
      \(period.linesOfDelivery)
      """
    var sums: [Parties: Declared] = [:]
    try PreparedStatement(query, in: database).forEachRow { row in
      let amount = Euros(cents: row.integer(3))
      let parties = Parties(municipality: row.integer(0), provider: row.integer(1))
      var sum = sums[parties] ?? (0, 0, .zero, .zero)
      sum.lines += 1
      sum.declared += amount
      if row.integer(2) != 0 {
        sum.approvedLines += 1
        sum.approved += amount
      }
      sums[parties] = sum
    }
    return sums
  }

  /// The sums of postings of a period: per municipality and provider, and the care costs per declaration.
  private static func booked(
    in period: PeriodClauses, _ database: Database
  ) throws -> (sums: [Parties: (careCosts: Euros, payables: Euros, others: Euros)], careCosts: [JournalNumber: Euros]) {
    let query: SQL = """
      SELECT account.municipality, account.provider, account.kind, postingSum.entry, postingSum.amountCents
      FROM postingSum
      \(period.joinAfterSums) account ON account.id = postingSum.account
      WHERE \(period.postingSums)
      """
    var sums: [Parties: (careCosts: Euros, payables: Euros, others: Euros)] = [:]
    var careCosts: [JournalNumber: Euros] = [:]
    try PreparedStatement(query, in: database).forEachRow { row in
      let parties = Parties(municipality: row.integer(0), provider: row.integer(1))
      let amount = Euros(cents: row.integer(4))
      var sum = sums[parties] ?? (.zero, .zero, .zero)
      switch Account.Kind(rawValue: row.text(2)) {
      case .careCost:
        sum.careCosts += amount
        careCosts[row.integer(3), default: .zero] += amount
      case .payable: sum.payables += amount
      default: sum.others += amount
      }
      sums[parties] = sum
    }
    return (sums, careCosts)
  }
}
