public import SaldoDomain

/// The situation that all samples start from: allocation 1001 of product 45/45A48 from 13 January up to 30 June 2025,
/// three hours per week; declaration D1 over February 2025 of 3 March 2025, with one line R1 of ten hours at € 4.00.
public enum Sample {
  /// The client of every sample; a number that is not handed out.
  public static let bsn = Bsn(number: 999_900_006)
  /// Another client; a number that is not handed out.
  public static let otherBsn = Bsn(number: 999_900_018)
  /// A third client.
  public static let thirdBsn = Bsn(number: 999_900_031)
  /// The provider of every sample.
  public static let provider = ProviderCode("00000101")!
  /// Another provider.
  public static let otherProvider = ProviderCode("00000202")!
  /// The municipality of every sample: one of the national list.
  public static let municipality = MunicipalityCode("0363")!
  /// Another municipality of the national list.
  public static let otherMunicipality = MunicipalityCode("0599")!
  /// The product of every sample.
  public static let product = Product(category: ProductCategory(rawValue: "45"), code: "45A48")
  /// The product period of the line.
  public static let period = Period("2025-02-01", "2025-02-28")
}

extension CalendarDate: ExpressibleByStringLiteral {
  /// The day written as `YYYY-MM-DD`; for tests only, because any other text stops the test.
  public init(stringLiteral value: String) {
    guard let date = CalendarDate(iso: value) else { preconditionFailure("no date: \(value)") }
    self = date
  }
}

extension Period {
  /// A period from one day up to and including another.
  public init(_ begin: CalendarDate, _ end: CalendarDate) { self.init(begin: begin, end: end) }
}

extension OpenPeriod {
  /// A period from one day up to and including another, or without end.
  public init(_ begin: CalendarDate, _ end: CalendarDate? = nil) { self.init(begin: begin, end: end) }
}

extension StatedAmount {
  /// A claimed amount of this many cents.
  public static func debit(_ cents: Int64) -> StatedAmount {
    StatedAmount(size: Euros(cents: cents), side: .debit)
  }

  /// An amount of this many cents that is given back.
  public static func credit(_ cents: Int64) -> StatedAmount {
    StatedAmount(size: Euros(cents: cents), side: .credit)
  }
}
