import SaldoDomain

/// What a line of a month comes to.
enum Fate: Hashable {
  /// It is sent with its month and granted.
  case plain
  /// It is sent a month late.
  case late
  /// It is sent and granted, and a month later credited and sent again with other figures.
  case corrected
  /// It is sent with a fault and rejected; most are sent again a month later, without the fault.
  case faulty(isSentAgain: Bool)
}

/// What is wrong with a line that the generator made wrong (fout).
public enum LineFault: String, CaseIterable, Hashable, Sendable {
  /// The tariff is not that of the contract (TR418).
  case tariff
  /// The amount is not the volume times the tariff, or more than a fixed price (TR346, funding models).
  case amount
  /// The volume is more than what was allocated (TR321).
  case volume
  /// The allocation does not exist (TR338).
  case unknownAllocation
  /// The product period lies before the allocation (TR307, TR308).
  case outsideAllocation
  /// The code is not that of the allocation (TR340).
  case product
  /// The unit is not that of the allocation (TR341).
  case unit
}

/// The lines of a cell, made from their places: a slot and a month.
struct CourseLines {
  let plan: RegionPlan
  let cell: RegionPlan.Cell

  /// What becomes of the line of a slot in a month, counted from the first.
  func fate(slot: Int, month: Int) -> Fate {
    var dice = Dice(plan.options.seed, .fate, cell.index, slot, month)
    if dice.below(1_000_000) < plan.options.faultsPerMillion { return .faulty(isSentAgain: dice.below(5) < 3) }
    switch dice.below(100) {
    // Only within the lines of the largest month, so that the slots are always enough.
    case 0..<3: return slot < cell.mostLines ? .late : .plain
    case 3..<5: return .corrected
    default: return .plain
    }
  }

  /// The line of a slot for a month, without a fault.
  ///
  /// - Parameters:
  ///   - kind: The last character of the reference, which tells apart what is sent about the same care.
  ///   - isFirstTry: Whether it is the figure that will be corrected, rather than the right one.
  func line(slot: Int, month: Int, _ kind: Kind, isFirstTry: Bool = false) -> DeliveryLine {
    let course = Course(plan, cell, slot: slot, month: month)
    let period = course.period(in: plan.options.firstMonth.adding(months: month))
    var dice = Dice(plan.options.seed, isFirstTry ? .correction : .line, cell.index, slot, month)
    let volume = course.deliveredVolume(in: period, &dice, isFirstTry: isFirstTry)
    let tariff = course.tariff(for: period)
    return DeliveryLine(
      reference: reference(slot, month, kind), allocation: course.number, product: course.care.product, period: period,
      volume: volume, unit: course.care.lineUnit, tariff: tariff,
      amount: StatedAmount(size: course.amount(of: volume, in: period), side: .debit), client: 0)
  }

  /// The credit that undoes a line that was sent to be corrected.
  func credit(slot: Int, month: Int) -> DeliveryLine {
    var credit = line(slot: slot, month: month, .first, isFirstTry: true)
    credit.previousReference = credit.reference
    credit.reference = reference(slot, month, .credit)
    // The standard writes zero on the debit side only (CS325), and a line of zero has nothing to undo.
    credit.amount = StatedAmount(size: credit.amount.size, side: .credit)
    return credit
  }

  /// The line of a slot for a month with a fault, and which fault it is.
  func faulty(slot: Int, month: Int) -> (line: DeliveryLine, fault: LineFault) {
    var line = line(slot: slot, month: month, .first)
    let course = Course(plan, cell, slot: slot, month: month)
    var dice = Dice(plan.options.seed, .fault, cell.index, slot, month)
    let fault = course.possible(dice.pick(LineFault.allCases), for: line)
    course.break(&line, fault, by: Int64(dice.within(1...499)))
    return (line, fault)
  }

  /// Which line about the same care it is.
  enum Kind: String {
    case first = "A"
    case credit = "C"
    case again = "B"
  }

  /// A reference that no other line of the provider has, at most 20 characters; those of a month come together.
  private func reference(_ slot: Int, _ month: Int, _ kind: Kind) -> ExactText {
    ExactText("\(month)-\(cell.index)-\(slot)\(kind.rawValue)")
  }

  /// How long the reference of a line of this month or the one before is at most.
  func referenceBytes(slot: Int, month: Int) -> Int { reference(slot, month, .first).string.utf8.count }
}

extension Course {
  /// The tariff that a line shows; nil for euros.
  func tariff(for period: Period) -> Euros? {
    guard care.unit != .euro else { return nil }
    let price = price(for: period)
    return care.isPricedPerHour ? HourlyPrice(price).minuteTariff : price
  }

  /// What is due for a volume in a product period; of euros the volume is the amount.
  func amount(of volume: Int64, in period: Period) -> Euros {
    if care.unit == .euro { return Euros(cents: volume) }
    let price = price(for: period)
    return care.isPricedPerHour ? HourlyPrice(price).amount(forMinutes: volume) : price * volume
  }

  /// A volume that fits the allocation in every month and over its whole duration.
  ///
  /// A week of a product period counts when it is whole, so that the months together stay below the weeks of the
  /// allocation. A first try in euros claims nine tenths of what is due, which is granted with a signal.
  fileprivate func deliveredVolume(in period: Period, _ dice: inout Dice, isFirstTry: Bool) -> Int64 {
    if care.unit == .euro {
      let due = due(in: period).cents
      return isFirstTry ? due * 9 / 10 : due
    }
    var most = volume
    if care.frequency == .perWeek { most *= Int64(period.dayCount / 7) }
    if care.unit == .fullDay { most = min(most, Int64(period.dayCount)) }
    if care.isDeclaredInMinutes { most *= 60 }
    return Int64(dice.within(Int(max(1, most * 2 / 5))...Int(most)))
  }

  /// What a fixed price per week or month comes to in a product period; nothing under a lump sum.
  private func due(in period: Period) -> Euros {
    if care.agreement == CareProduct.lumpSum.agreement { return .zero }
    let price = price(for: period)
    if care.basis == .week { return price * Int64(OutputWeeks.count(in: period, of: validity)) }
    let days = period.begin.month.dayCount
    guard care.agreement != "GZH", period.dayCount < days else { return price }
    return Euros(cents: Rounding.halfAwayFromZero(price.cents * Int64(period.dayCount), over: Int64(days)))
  }

  /// The fault itself, or one that is possible for the line: euros have no tariff, and a total that is far from used up
  /// has no volume that is too much by itself.
  fileprivate func possible(_ fault: LineFault, for line: DeliveryLine) -> LineFault {
    switch fault {
    case .tariff where line.unit == .euro: .amount
    case .product where other(for: line.period) == nil: .unit
    default: fault
    }
  }

  /// Makes a line wrong in one respect; the others stay consistent with it.
  fileprivate func `break`(_ line: inout DeliveryLine, _ fault: LineFault, by cents: Int64) {
    switch fault {
    case .tariff:
      let tariff = line.tariff! + Euros(cents: cents)
      line.tariff = tariff
      line.amount = StatedAmount(size: tariff * line.volume, side: .debit)
    case .amount:
      let amount = line.amount.size + Euros(cents: cents)
      line.amount = StatedAmount(size: amount, side: .debit)
      if line.unit == .euro { line.volume = amount.cents }
    case .volume:
      line.volume = most(in: line.period) + 1 + cents % 10
      line.amount = StatedAmount(size: amount(of: line.volume, in: line.period), side: .debit)
    case .unknownAllocation:
      line.allocation = AllocationNumber(UInt32(Self.unknownAllocation + slot))
    case .outsideAllocation:
      line.period = months.lowerBound.adding(months: -1).period
      let volume = line.volume
      line.tariff = tariff(for: line.period)
      line.amount = StatedAmount(size: amount(of: volume, in: line.period), side: .debit)
    case .product:
      guard let (product, price) = other(for: line.period) else { return }
      line.product = product
      guard line.unit != .euro else { return }
      line.tariff = care.isPricedPerHour ? HourlyPrice(price).minuteTariff : price
      line.amount = StatedAmount(
        size: care.isPricedPerHour ? HourlyPrice(price).amount(forMinutes: line.volume) : price * line.volume,
        side: .debit)
    case .unit:
      line.unit = line.unit == .effortPiece ? .daypart : .effortPiece
      let tariff = line.tariff ?? Euros(cents: 100)
      line.tariff = tariff
      if care.unit == .euro { line.volume = max(1, line.volume / 100) }
      line.amount = StatedAmount(size: tariff * line.volume, side: .debit)
    }
  }

  /// The most that fits the allocation in a product period (TR321), in the unit of the line.
  private func most(in period: Period) -> Int64 {
    let allocated = allocated.volume!.volume
    let count =
      switch care.frequency {
      case .perWeek where care.unit == .euro: OutputWeeks.count(in: period, of: validity)
      case .perWeek: ISOWeeks.count(in: period)
      default: 1
      }
    return allocated * Int64(count) * (care.isDeclaredInMinutes ? 60 : 1)
  }
}
