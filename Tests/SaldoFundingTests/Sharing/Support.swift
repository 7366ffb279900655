import SaldoDomain

extension Euros {
  /// Amounts of these euro cents.
  static func all(_ cents: [Int64]) -> [Euros] { cents.map { Euros(cents: $0) } }
}

/// Municipalities of a region, in its order.
enum Region {
  static let first = MunicipalityCode("0384")!
  static let second = MunicipalityCode("0394")!
  static let third = MunicipalityCode("0402")!
  static let all = [first, second, third]
}
