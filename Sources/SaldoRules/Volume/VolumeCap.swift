public import SaldoDomain

/// How much volume an allocation has room for, in one product period (TR321) or over its whole duration (TR322).
///
/// A cap is a volume times a number of days, weeks or months, so that a person can recompute it. A broken week or month
/// counts as a whole one (IV078). Weeks of effort are ISO weeks that the period touches; weeks of output go by Sundays,
/// with one more for a broken last week (IV076, IV077). All is whole numbers.
///
/// Source: iStandaarden 3.2, TR321, TR322, IV076, IV077, IV078; Documentation/DeclarationGuide.md.
public struct VolumeCap: Hashable, Sendable {
  /// What is counted, and with which word.
  enum Span: Hashable, Sendable {
    case days
    case isoWeeks
    case sundayWeeks
    /// Six weeks whatever the period: iWmo category 01 per week (TR321).
    case sixWeeks
    case months
    case allocation
  }

  /// The allocated volume per day, week or month or in total, in ``unit``; euro cents for ``CareUnit/euro``.
  let volume: Int64
  /// The unit that is counted in: minutes for minutes on an allocation in hours, else that of the allocation.
  let unit: CareUnit
  /// What is counted.
  let span: Span
  /// How many of it there are.
  let count: Int64

  /// The most that fits.
  public var bound: Int64 { volume * count }

  /// The cap of one product period (TR321).
  ///
  /// - Parameters:
  ///   - period: The product period.
  ///   - product: What is allocated.
  ///   - unit: The unit of the line.
  ///   - domain: The domain of the message; category 01 is special in the Wmo only.
  /// - Returns: Nil for an allocation without a volume, and for a unit that cannot be compared with that of the
  ///   allocation (TR341 tells).
  public static func of(
    _ period: Period, on product: AllocationVersion, in unit: CareUnit, domain: Domain
  ) -> VolumeCap? {
    guard let allocated = product.volume, let volume = allocated.volume(in: unit) else { return nil }
    if allocated.frequency == .perWeek, domain == .wmo, product.category == householdHelp {
      return VolumeCap(volume: volume, unit: unit, span: .sixWeeks, count: 6)
    }
    return VolumeCap(volume, allocated, period, of: product.validity, in: unit)
  }

  /// The cap over the whole duration of an allocation (TR322); category 01 has no exception here.
  ///
  /// - Parameter horizon: Up to which day an allocation without end is counted; nil for the standard, which has no total
  ///   then.
  /// - Returns: Nil as ``of(_:on:in:domain:)``, and for an allocation without end or horizon unless its volume is a total.
  public static func total(
    of product: AllocationVersion, in unit: CareUnit, until horizon: CalendarDate? = nil
  ) -> VolumeCap? {
    guard let allocated = product.volume, let volume = allocated.volume(in: unit) else { return nil }
    guard let end = product.validity.end ?? horizon else {
      guard allocated.frequency == .total else { return nil }
      return VolumeCap(volume: volume, unit: unit, span: .allocation, count: 1)
    }
    let duration = Period(begin: product.validity.begin, end: end)
    return VolumeCap(volume, allocated, duration, of: product.validity, in: unit)
  }

  private init(volume: Int64, unit: CareUnit, span: Span, count: Int64) {
    self.volume = volume
    self.unit = unit
    self.span = span
    self.count = count
  }

  /// A volume times what its frequency counts in a period.
  private init(
    _ volume: Int64, _ allocated: AllocatedVolume, _ period: Period, of validity: OpenPeriod, in unit: CareUnit
  ) {
    let (span, count): (Span, Int) =
      switch (allocated.frequency, allocated.unit.variant) {
      case (.perDay, _): (.days, max(0, period.dayCount))
      case (.perWeek, .effort): (.isoWeeks, ISOWeeks.count(in: period))
      case (.perWeek, .output): (.sundayWeeks, OutputWeeks.count(in: period, of: validity))
      case (.perMonth, _): (.months, Int(period.end.month.index - period.begin.month.index) + 1)
      case (.total, _): (.allocation, 1)
      }
    self.init(volume: volume, unit: unit, span: span, count: Int64(count))
  }

  /// Category 01 of code list WMO020, help in the household.
  private static let householdHelp = ProductCategory(rawValue: "01")
}

extension AllocatedVolume {
  /// The volume in a unit: its own, or minutes when it is in hours; nil in any other (TR341).
  func volume(in unit: CareUnit) -> Int64? {
    if unit == self.unit { return volume }
    return unit == .minute && self.unit == .hour ? volume * 60 : nil
  }
}
