public import SaldoDomain

/// What `saldo generate` is asked for: the size of an invented region and of its months.
///
/// The same options give the same bytes on any machine.
public struct GeneratorOptions: Hashable, Sendable {
  /// The number of declared lines, over all months.
  public var lines: Int
  /// The number of providers that have a contract.
  public var providers: Int
  /// The number of municipalities of the region.
  public var municipalities: Int
  /// The number of months of declarations; the last one is December 2025.
  public var months: Int
  /// The number from which everything that looks random follows.
  public var seed: UInt64
  /// How many of a million lines that are sent for the first time are wrong.
  public var faultsPerMillion: Int

  /// Options; what is not given follows from the number of lines.
  public init(
    lines: Int, providers: Int? = nil, municipalities: Int? = nil, months: Int? = nil, seed: UInt64 = 1,
    faultsPerMillion: Int = 13_000
  ) {
    let root = Self.squareRoot(of: lines)
    self.lines = lines
    self.providers = providers ?? min(max(1, root / 2), Self.providerRange.upperBound)
    self.municipalities = municipalities ?? min(max(1, root / 10), Self.municipalityRange.upperBound)
    self.months = months ?? min(max(1, lines / 500), 12)
    self.seed = seed
    self.faultsPerMillion = faultsPerMillion
  }

  /// What can be asked for.
  public static let lineRange = 1...100_000_000
  /// What can be asked for; the names and codes of providers are numbered.
  public static let providerRange = 1...9_999
  /// What can be asked for; the Netherlands has no more municipalities.
  public static let municipalityRange = 1...RegionPlan.municipalityCodes.count
  /// What can be asked for: five years.
  public static let monthRange = 1...60
  /// What can be asked for: from no fault to nothing but faults.
  public static let faultRange = 0...1_000_000

  /// The first month of declarations.
  public var firstMonth: CalendarMonth { Self.lastMonth.adding(months: 1 - months) }
  /// The last month of declarations, whatever the options, so that nothing depends on the day of generating.
  public static let lastMonth = CalendarMonth(year: 2025, month: 12)
  /// The day on which every message can be settled: the 15th of the month after the last.
  public static let asOf = lastMonth.adding(months: 1).first.adding(days: 14)

  /// The largest whole number whose square is not above `number`.
  private static func squareRoot(of number: Int) -> Int {
    var root = 0
    var bit = 1 << 30
    while bit > 0 {
      let candidate = root + bit
      if candidate <= number / candidate { root = candidate }
      bit >>= 1
    }
    return root
  }
}

/// Why a region cannot be generated.
public enum GeneratorError: Error, Hashable, Sendable {
  /// An option lies outside what can be asked for; the name is that of the command line.
  case outOfRange(option: String, range: ClosedRange<Int>)
  /// A provider would declare so many lines in a month to one municipality that the numbers for tests are not enough.
  case tooManyLinesPerProvider
  /// The folder exists and holds something, or cannot be made.
  case folderNotEmpty
  /// A file cannot be written.
  case notWritten
}

extension GeneratorOptions {
  /// Checks every option against what can be asked for.
  func check() throws(GeneratorError) {
    let values = [
      ("--lines", lines, Self.lineRange), ("--providers", providers, Self.providerRange),
      ("--municipalities", municipalities, Self.municipalityRange), ("--months", months, Self.monthRange),
      ("--fault-rate", faultsPerMillion, Self.faultRange),
    ]
    for (option, value, range) in values where !range.contains(value) {
      throw .outOfRange(option: option, range: range)
    }
  }
}
