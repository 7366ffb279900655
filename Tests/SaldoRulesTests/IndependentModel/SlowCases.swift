import SaldoTestSupport

/// A random allocation with lines on it, most of them within one unit of a bound of the slow model.
struct SlowCase {
  /// What the lines of a case have in common.
  struct Kind: Sendable, CustomStringConvertible {
    let frequency: String
    /// The unit of the allocation; empty for a budget.
    let allocated: String
    /// The unit that the lines are counted under.
    let unit: String
    let crossesNewYear: Bool
    let isCategory01: Bool

    var description: String {
      "frequency \(frequency), \(unit) on \(allocated.isEmpty ? "a budget" : allocated), "
        + (crossesNewYear ? "over New Year" : "within a year") + (isCategory01 ? ", iWmo 01" : "")
    }
  }

  /// One declared line: what it credits, and whether it is near a bound.
  struct Declared {
    let reference: String
    var line: SlowModel.Line
    var credits: Int?
    var isNear = false
    var isWholeMonth = false
  }

  let allocation: SlowModel.Allocation
  let contract: SlowModel.Contract
  /// Lines of earlier messages, with whether they were credited since.
  private(set) var earlier: [(line: SlowModel.Line, isCredited: Bool)] = []
  /// The lines of the message, in its order.
  private(set) var declared: [Declared] = []
  /// The codes of the lines by reference, as the model has them.
  private(set) var codes: [String: Set<String>] = [:]

  init(_ kind: Kind, _ random: inout SeededGenerator) {
    allocation = Self.allocation(kind, &random)
    let hourly = Int.random(in: 1...12_000, using: &random)
    let perMinute = Int.random(in: 1...200, using: &random)
    let isHourly = kind.allocated == "04" || Bool.random(using: &random)
    contract = SlowModel.Contract(
      prices: ["01": perMinute, "04": hourly, "14": 26_540, "16": 6215, "82": 41_200, "84": 2435],
      hourly: isHourly ? hourly : nil)
    var model = SlowModel(allocation, contract)
    addEarlier(kind, to: &model, &random)
    for (index, period) in Self.months(of: allocation, &random).enumerated() {
      var debit = Self.debit("D\(index)", over: period, kind, model, &random)
      debit.isWholeMonth = period.0.day == 1 && period.1.next.day == 1
      codes[debit.reference] = model.judge(debit.line)
      declared.append(debit)
    }
    // Credits stand anywhere in the message; they are judged first all the same.
    for credit in credits {
      declared.insert(credit, at: Int.random(in: 0...declared.count, using: &random))
    }
  }

  private var credits: [Declared] = []

  /// Earlier approved lines; some were credited before, and some are credited by this message.
  private mutating func addEarlier(_ kind: Kind, to model: inout SlowModel, _ random: inout SeededGenerator) {
    for index in 0..<Int.random(in: 0...2, using: &random) {
      let day = SlowDay(year: 2021, month: 1 + index, day: 1)
      let unit = kind.allocated == "04" ? (Bool.random(using: &random) ? "01" : "04") : kind.unit
      let share = Self.inUnit(unit, model.rest ?? Fraction(model.money ?? 40), of: kind.allocated) / 2
      var line = SlowModel.Line(
        begin: day, end: SlowDay(year: 2021, month: 1 + index, day: 28),
        volume: Int.random(in: 0...max(0, share), using: &random), unit: unit, tariff: unit == "83" ? nil : 1, cents: 0)
      line.cents = kind.allocated.isEmpty || unit == "83" ? line.volume : line.volume % 1000
      if line.cents == 0 { line.cents = 1 }
      if unit == "83" { line.volume = line.cents }
      let isCredited = Int.random(in: 0..<4, using: &random) == 0
      earlier.append((line, isCredited))
      guard !isCredited else { continue }
      model.count(line)
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      line.isCredit = true
      codes["C\(index)"] = model.judge(line)
      credits.append(Declared(reference: "C\(index)", line: line, credits: index))
    }
  }

  /// A debit whose volume or amount is mostly within one of a bound.
  private static func debit(
    _ reference: String, over period: (SlowDay, SlowDay), _ kind: Kind, _ model: SlowModel,
    _ random: inout SeededGenerator
  ) -> Declared {
    var line = SlowModel.Line(begin: period.0, end: period.1, volume: 0, unit: kind.unit, tariff: nil, cents: 0)
    let bounds = [model.cap(of: line), model.rest].compactMap { $0 }.map { inUnit(kind.unit, $0, of: kind.allocated) }
    line.tariff = model.tariff(of: kind.unit)
    if let bound = bounds.randomElement(using: &random) {
      line.volume =
        Int.random(in: 0..<4, using: &random) > 0
        ? bound + Int.random(in: -1...1, using: &random) : Int.random(in: 0...(2 * max(bound, 1)), using: &random)
    } else if let money = model.money, let price = line.tariff, Int.random(in: 0..<4, using: &random) > 0 {
      line.volume = money / price + Int.random(in: -1...1, using: &random)
    } else {
      line.volume = Int.random(in: 1...60, using: &random)
    }
    line.volume = max(0, line.volume)
    // One in six shows another tariff or amount than the contract gives.
    if line.tariff != nil, Int.random(in: 0..<12, using: &random) == 0 {
      line.tariff! += Bool.random(using: &random) || line.tariff == 0 ? 1 : -1
    }
    line.cents = kind.unit == "83" ? line.volume : model.amount(of: line)
    if let money = model.money, Int.random(in: 0..<4, using: &random) > 0, kind.unit == "83" {
      line.cents = max(0, money + Int.random(in: -1...1, using: &random))
      line.volume = line.cents
    }
    if Int.random(in: 0..<(kind.unit == "83" ? 400 : 12), using: &random) == 0 {
      line.cents += Bool.random(using: &random) || line.cents == 0 ? 1 : -1
    }
    // One unit of a line is worth its tariff, against a budget.
    let near =
      bounds.contains { abs($0 - line.volume) <= 1 }
      || model.money.map { abs($0 - line.cents) <= (line.tariff ?? 1) } == true
    return Declared(reference: reference, line: line, isNear: near)
  }

  /// The largest whole number of units of a line within a volume of the allocation.
  private static func inUnit(_ unit: String, _ volume: Fraction, of allocated: String) -> Int {
    unit == "01" && allocated == "04" ? (volume * Fraction(60)).floor : volume.floor
  }

  // Days.

  private static func allocation(_ kind: Kind, _ random: inout SeededGenerator) -> SlowModel.Allocation {
    let year = Int.random(in: 2022...2024, using: &random)
    let begin: SlowDay
    let last: SlowDay
    if kind.crossesNewYear {
      begin = day(year, Int.random(in: 11...12, using: &random), &random)
      last = day(year + 1, Int.random(in: 1...2, using: &random), &random)
    } else {
      let first = Int.random(in: 1...12, using: &random)
      let days = [
        day(year, first, &random), day(year, min(12, first + Int.random(in: 0...3, using: &random)), &random),
      ]
      (begin, last) = (days.min()!, days.max()!)
    }
    // An allocation without end: the months until `last` are declared, and there may be no total.
    let isOpen = kind.allocated != "" && !kind.crossesNewYear && Int.random(in: 0..<8, using: &random) == 0
    var allocation = SlowModel.Allocation(begin: begin, end: isOpen ? nil : last)
    if kind.isCategory01 {
      (allocation.domain, allocation.category) = ("wmo", "01")
    } else if Bool.random(using: &random) {
      (allocation.domain, allocation.category) = Bool.random(using: &random) ? ("wmo", "02") : ("jw", "01")
    }
    if kind.allocated.isEmpty {
      allocation.budget = Int.random(in: 0...2_000_000, using: &random)
    } else {
      let largest = Int.random(in: 0..<20, using: &random) == 0 ? 99_999_999 : 40
      (allocation.unit, allocation.frequency) = (kind.allocated, kind.frequency)
      allocation.volume = Int.random(in: 0...largest, using: &random)
    }
    return allocation
  }

  /// The first, the last or any day of a month.
  private static func day(_ year: Int, _ month: Int, _ random: inout SeededGenerator) -> SlowDay {
    let count = SlowDay.daysIn(month: month, of: year)
    let days = [1, count, Int.random(in: 1...count, using: &random), Int.random(in: 1...count, using: &random)]
    return SlowDay(year: year, month: month, day: days.randomElement(using: &random)!)
  }

  /// The months of an allocation, clipped to it, some of them, in any order; three of one without end.
  private static func months(
    of allocation: SlowModel.Allocation, _ random: inout SeededGenerator
  ) -> [(SlowDay, SlowDay)] {
    var months: [(SlowDay, SlowDay)] = []
    var begin = allocation.begin
    while months.count < (allocation.end == nil ? 3 : 12) {
      let count = SlowDay.daysIn(month: begin.month, of: begin.year)
      let last = SlowDay(year: begin.year, month: begin.month, day: count)
      months.append((begin, min(last, allocation.end ?? last)))
      guard last < allocation.end ?? last.next else { break }
      begin = last.next
    }
    return months.shuffled(using: &random)
  }
}

extension SlowModel {
  /// Counts a line that was approved before, whatever it would get now.
  mutating func count(_ line: Line) {
    var debit = line
    debit.isCredit = true
    debit.volume = -line.volume
    debit.cents = -line.cents
    _ = judge(debit)
  }
}
