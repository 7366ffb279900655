import SaldoDomain

/// A kind of care of the invented region: how it is allocated, declared, priced and paid.
struct CareProduct {
  let category: ProductCategory
  let code: ProductCode
  /// The key of its agreement.
  let agreement: String
  /// The unit of the allocation, and of the line unless ``isDeclaredInMinutes``.
  let unit: CareUnit
  /// What the price is for one of.
  let basis: PriceBasis
  /// The price in 2020, in euro cents; ``price(in:markup:)`` lets it grow.
  let cents: Int64
  let frequency: Frequency
  /// The volume of an allocation per month or week, in the unit; nothing for euros, which follow the price.
  let volume: ClosedRange<Int>
  /// Hours on the allocation, minutes on the line.
  var isDeclaredInMinutes = false

  init(
    _ category: String, _ code: String, _ agreement: String, _ unit: CareUnit, per basis: PriceBasis, cents: Int64,
    _ frequency: Frequency, _ volume: ClosedRange<Int> = 0...0, inMinutes: Bool = false
  ) {
    self.category = ProductCategory(rawValue: category)
    self.code = ProductCode(code)
    self.agreement = agreement
    self.unit = unit
    self.basis = basis
    self.cents = cents
    self.frequency = frequency
    self.volume = volume
    isDeclaredInMinutes = inMinutes
  }

  var product: Product { Product(category: category, code: code) }

  /// The unit of a line.
  var lineUnit: CareUnit { isDeclaredInMinutes ? .minute : unit }

  /// The unit that the price is for one of, in the sense of TR346.
  var isPricedPerHour: Bool { isDeclaredInMinutes || basis == .hour }

  /// The price in a year: three percent of that of 2020 more each year, and two percent with a contract of its own.
  func price(in year: Int, isSpecial: Bool) -> Euros {
    let grown = cents + Rounding.halfAwayFromZero(cents * Int64(3 * (year - 2020)), over: 100)
    return Euros(cents: isSpecial ? grown + Rounding.halfAwayFromZero(grown * 2, over: 100) : grown)
  }

  /// The care of providers that are paid per line, the most usual first.
  static let catalogue: [CareProduct] = [
    CareProduct("45", "45G01", "AMB", .hour, per: .unit, cents: 84_50, .perWeek, 2...6),
    CareProduct("45", "45G02", "AMB", .hour, per: .unit, cents: 97_20, .perWeek, 1...4),
    CareProduct("45", "45G03", "AMB", .hour, per: .unit, cents: 91_10, .perWeek, 1...5, inMinutes: true),
    CareProduct("45", "45G04", "AMB", .minute, per: .hour, cents: 88_70, .perWeek, 60...300),
    CareProduct("54", "54G01", "AMB", .minute, per: .unit, cents: 1_62, .perMonth, 120...600),
    CareProduct("54", "54G02", "AMB", .minute, per: .hour, cents: 118_40, .perMonth, 90...480),
    CareProduct("45", "45G05", "AMB", .hour, per: .unit, cents: 79_95, .perMonth, 6...24),
    CareProduct("45", "45G06", "AMB", .hour, per: .unit, cents: 102_30, .total, 4...16),
    CareProduct("52", "52G01", "AMB", .hour, per: .unit, cents: 121_75, .perMonth, 4...12),
    CareProduct("41", "41G01", "AMB", .daypart, per: .unit, cents: 62_15, .perWeek, 2...8),
    CareProduct("41", "41G02", "AMB", .daypart, per: .unit, cents: 71_40, .perMonth, 8...30),
    CareProduct("42", "42G01", "AMB", .effortPiece, per: .unit, cents: 14_35, .perMonth, 8...40),
    CareProduct("42", "42G02", "AMB", .effortPiece, per: .unit, cents: 24_80, .total, 8...40),
    CareProduct("43", "43G01", "VBL", .fullDay, per: .unit, cents: 265_40, .perMonth, 31...31),
    CareProduct("44", "44G01", "VBL", .fullDay, per: .unit, cents: 188_05, .perMonth, 31...31),
    CareProduct("44", "44G02", "VBL", .fullDay, per: .unit, cents: 143_60, .perMonth, 8...16),
    CareProduct("51", "51G01", "STK", .outputPiece, per: .unit, cents: 412_00, .perMonth, 1...3),
    CareProduct("48", "48G01", "STK", .outputPiece, per: .unit, cents: 98_50, .total, 1...5),
    CareProduct("44", "44G03", "GZH", .euro, per: .week, cents: 690_00, .perWeek),
    CareProduct("44", "44G04", "GZH", .euro, per: .month, cents: 2_985_00, .perMonth),
    CareProduct("44", "44G05", "PLG", .euro, per: .month, cents: 1_240_50, .perMonth),
    CareProduct("43", "43G02", "TRN", .euro, per: .month, cents: 5_250_00, .perMonth),
    CareProduct("43", "43G03", "TRN", .euro, per: .month, cents: 4_415_25, .perMonth),
  ]

  /// Care of providers with a lump sum: its lines tell what was delivered and claim nothing.
  static let lumpSum = CareProduct("46", "46G01", "LMP", .euro, per: .month, cents: 850_00, .perMonth)

  /// How often each of ``catalogue`` is the first care of a client; the others follow in their order.
  static let shares = [12, 12, 12, 8, 8, 6, 6, 3, 3, 4, 3, 3, 1, 3, 3, 2, 2, 1, 1, 2, 3, 1, 1]
}
