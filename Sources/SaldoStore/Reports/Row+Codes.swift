import GRDB
import SaldoDomain

/// Columns of report queries as values; a code that does not read back means that the file was changed.
extension Row {
  /// The column `domain`.
  func domain() throws -> Domain {
    guard let domain = Domain(rawValue: self["domain"]) else { throw LedgerError.damaged(entry: 0) }
    return domain
  }

  /// The column `municipalityCode`.
  func municipality() throws -> MunicipalityCode {
    guard let code = MunicipalityCode(self["municipalityCode"] as String) else { throw LedgerError.damaged(entry: 0) }
    return code
  }

  /// The column `providerCode`.
  func provider() throws -> ProviderCode {
    guard let code = ProviderCode(self["providerCode"] as String) else { throw LedgerError.damaged(entry: 0) }
    return code
  }

  /// A column with a number of euro cents.
  func euros(_ column: String) -> Euros { Euros(cents: self[column]) }
}
