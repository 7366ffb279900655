/// The volume and amount rules once more, slowly: TR321, TR322, TR369, TR346, TR418 and CS339.
///
/// Written from the rule texts (iStandaarden 3.2, IV076 to IV078, IV081) without any code of the program: plain numbers
/// and texts go in, return codes come out. Days are walked one by one, and hours are sums of fractions.
struct SlowModel {
  /// An allocation: a volume with unit and frequency, or a budget.
  struct Allocation {
    var domain = "jw"
    var category = "45"
    var begin: SlowDay
    var end: SlowDay?
    var volume: Int?
    var unit = ""
    var frequency = ""
    var budget: Int?
  }

  /// What the contract says of each unit: its price, or for minutes the price per hour.
  struct Contract {
    var prices: [String: Int]
    var hourly: Int?
  }

  /// A declared line.
  struct Line {
    var begin: SlowDay
    var end: SlowDay
    var volume: Int
    var unit: String
    var tariff: Int?
    var cents: Int
    var isCredit = false
  }

  let allocation: Allocation
  let contract: Contract
  private let duration: SlowDay.Walk?
  /// Approved debits minus credits, in units of the allocation.
  private var used = Fraction(0)
  private var spent = 0

  init(_ allocation: Allocation, _ contract: Contract) {
    self.allocation = allocation
    self.contract = contract
    duration = allocation.end.map { SlowDay.walk(allocation.begin, $0) }
  }

  /// The codes of a line; when there are none it counts.
  mutating func judge(_ line: Line) -> Set<String> {
    let codes = line.isCredit ? [] : codes(of: line)
    if codes.isEmpty {
      used = used + inAllocatedUnits(line) * Fraction(line.isCredit ? -1 : 1)
      spent += line.isCredit ? -line.cents : line.cents
    }
    return codes
  }

  /// Whether a message with these lines is refused at level 2 (CS339).
  static func refuses(_ lines: [Line]) -> Bool { lines.contains { $0.unit == "83" && $0.cents != $0.volume } }

  private func codes(of line: Line) -> Set<String> {
    var codes: Set<String> = []
    if let tariff = tariff(of: line.unit), line.tariff != tariff { codes.insert("0611") }
    if line.unit != "83", line.cents != amount(of: line) { codes.insert("9346") }
    if let cap = cap(of: line), inAllocatedUnits(line) > cap { codes.insert("9321") }
    if let rest, inAllocatedUnits(line) > rest { codes.insert("9322") }
    if let budget = allocation.budget, spent + line.cents > budget { codes.insert("9369") }
    return codes
  }

  // Money.

  /// The tariff that a line in a unit shows; nil for euros.
  func tariff(of unit: String) -> Int? {
    if unit == "01", let hourly = contract.hourly { return Fraction(hourly, over: 60).halfUp }
    return unit == "83" ? nil : contract.prices[unit]
  }

  /// The amount of a line: minutes by the price per hour, all else by the tariff that it shows.
  func amount(of line: Line) -> Int {
    if line.unit == "01", let hourly = contract.hourly {
      return (Fraction(hourly, over: 60) * Fraction(line.volume)).halfUp
    }
    return (line.tariff ?? 0) * line.volume
  }

  // Volume.

  /// Minutes on an allocation in hours are sixtieths.
  private func inAllocatedUnits(_ line: Line) -> Fraction {
    line.unit == "01" && allocation.unit == "04" ? Fraction(line.volume, over: 60) : Fraction(line.volume)
  }

  /// What one product period holds, in units of the allocation (TR321).
  func cap(of line: Line) -> Fraction? {
    guard let volume = allocation.volume else { return nil }
    let period = SlowDay.walk(line.begin, line.end)
    let times: Int
    switch allocation.frequency {
    case "1": times = period.days
    case "2" where allocation.domain == "wmo" && allocation.category == "01": times = 6
    case "2" where isOutput: times = outputWeeks(line, period)
    case "2": times = period.weeks
    default: times = 1
    }
    return Fraction(volume * times)
  }

  /// What is left of the whole allocation, in its units (TR322); nil when it has no total.
  var rest: Fraction? {
    guard let volume = allocation.volume else { return nil }
    if allocation.frequency == "6" { return Fraction(volume) - used }
    guard let duration else { return nil }
    let times: Int
    switch allocation.frequency {
    case "1": times = duration.days
    case "2": times = isOutput ? duration.sundays + (duration.endsOnSunday ? 0 : 1) : duration.weeks
    default: times = duration.months
    }
    return Fraction(volume * times) - used
  }

  /// What is left of the budget in cents (TR369).
  var money: Int? { allocation.budget.map { $0 - spent } }

  private var isOutput: Bool { allocation.unit == "82" || allocation.unit == "83" }

  /// Sundays in the period, and one for a broken last week of the allocation in the period of its last Sunday.
  private func outputWeeks(_ line: Line, _ period: SlowDay.Walk) -> Int {
    guard let end = allocation.end, let duration, !duration.endsOnSunday else { return period.sundays }
    // An allocation without any Sunday has one week, where it ends.
    let home = duration.lastSunday ?? end
    return period.sundays + (line.begin <= home && home <= line.end ? 1 : 0)
  }
}
