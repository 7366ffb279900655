import GRDB
import SaldoDomain

/// A municipality whose allocations hold for messages to a municipality: itself, or one that it took over from
/// (rechtsvoorganger).
///
/// What was declared on an allocation may stand under the municipality that granted it and under its successors. Source:
/// Documentation/Funding.md, mergers.
struct Grantor {
  /// Its code.
  let code: MunicipalityCode
  /// Its dense id; nil when the ledger does not know it yet.
  let id: Int64?
  /// The dense ids of the municipalities to which lines on its allocations can have been declared.
  let declaredTo: [Int64]
}

extension Ledger {
  /// The municipality that a message is addressed to, or comes from, and then those that it took over from before the
  /// date of the message.
  func grantors(for header: MessageHeader, under region: RegionSnapshot?, in database: Database) throws -> [Grantor] {
    let domain = header.standard.domain
    let succession = lookUps(in: region).succession
    return try ([header.municipality] + succession.predecessors(of: header.municipality, on: header.date)).map { code in
      Grantor(
        code: code, id: try ids.municipality(code, domain, in: database),
        declaredTo: try ([code] + succession.successors(of: code)).compactMap {
          try ids.municipality($0, domain, in: database)
        })
    }
  }
}
