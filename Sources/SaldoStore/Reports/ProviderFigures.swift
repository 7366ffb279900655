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
  /// From the lines and the postings themselves, not from their sums, so that a report shows what does not agree. They are
  /// added up here, because SQLite would sort them all to group them.
  static func fetch(_ period: PeriodClauses, in database: Database) throws -> [ProviderFigures] {
    var figures: [Parties: ProviderFigures] = [:]
    func at(_ parties: Parties) throws -> ProviderFigures {
      try figures[parties] ?? ProviderFigures(of: parties, in: database)
    }
    for (parties, sum) in try declared(in: period, database) {
      figures[parties] = try at(parties)
      figures[parties]?.lines = sum.lines
      figures[parties]?.approvedLines = sum.approvedLines
      figures[parties]?.declared = sum.declared
      figures[parties]?.approved = sum.approved
    }
    for (parties, sum) in try posted(in: period, database) {
      figures[parties] = try at(parties)
      figures[parties]?.careCosts = sum.careCosts
      figures[parties]?.payables = sum.payables
      figures[parties]?.others = sum.others
    }
    return figures.values.sorted {
      ($0.domain.rawValue, $0.municipality, $0.provider) < ($1.domain.rawValue, $1.municipality, $1.provider)
    }
  }

  /// Dense ids of a municipality and a provider.
  private struct Parties: Hashable {
    let municipality: Int64
    let provider: Int64
  }

  /// Figures of two parties in which nothing is counted.
  private init(of parties: Parties, in database: Database) throws {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT municipality.domain, municipality.code AS municipalityCode, provider.code AS providerCode
        FROM municipality JOIN provider WHERE municipality.id = ? AND provider.id = ?
        """,
      arguments: [parties.municipality, parties.provider])
    guard let row else { throw LedgerError.damaged(entry: 0) }
    self.init(
      domain: try row.domain(), municipality: try row.municipality(), provider: try row.provider(), lines: 0,
      approvedLines: 0, declared: .zero, approved: .zero, careCosts: .zero, payables: .zero, others: .zero)
  }

  private static func declared(
    in period: PeriodClauses, _ database: Database
  ) throws -> [Parties: (lines: Int, approvedLines: Int, declared: Euros, approved: Euros)] {
    let query: SQL = """
      SELECT line.municipality, line.provider, line.isApproved,
        CASE line.isCredit WHEN 1 THEN -line.amountCents ELSE line.amountCents END
      \(period.lines)
      """
    var sums: [Parties: (lines: Int, approvedLines: Int, declared: Euros, approved: Euros)] = [:]
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

  private static func posted(
    in period: PeriodClauses, _ database: Database
  ) throws -> [Parties: (careCosts: Euros, payables: Euros, others: Euros)] {
    var byAccount: [Int64: Euros] = [:]
    let ofLines: SQL = "SELECT costAccount, debtAccount, amountCents \(period.linePostings)"
    try PreparedStatement(ofLines, in: database).forEachRow { row in
      let amount = Euros(cents: row.integer(2))
      byAccount[row.integer(0), default: .zero] += amount
      byAccount[row.integer(1), default: .zero] -= amount
    }
    let ofDays: SQL = "SELECT account, amountCents \(period.dayPostings)"
    try PreparedStatement(ofDays, in: database).forEachRow { row in
      byAccount[row.integer(0), default: .zero] += Euros(cents: row.integer(1))
    }
    var sums: [Parties: (careCosts: Euros, payables: Euros, others: Euros)] = [:]
    for account in try Row.fetchAll(database, sql: "SELECT id, kind, municipality, provider FROM account") {
      guard let amount = byAccount[account[0]] else { continue }
      let parties = Parties(municipality: account[2], provider: account[3])
      var sum = sums[parties] ?? (.zero, .zero, .zero)
      switch Account.Kind(rawValue: account[1]) {
      case .careCost: sum.careCosts += amount
      case .payable: sum.payables += amount
      default: sum.others += amount
      }
      sums[parties] = sum
    }
    return sums
  }
}
