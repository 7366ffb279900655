/// How care stands to the contracts of its provider on a day (dekking).
public enum ContractCoverage: Hashable, Sendable {
  /// A contract holds.
  case covered
  /// The last contract ended before, on this day.
  case ended(CalendarDate)
  /// The first contract begins later, on this day.
  case begins(CalendarDate)
  /// The provider has no contract for this care at all.
  case notContracted
}
