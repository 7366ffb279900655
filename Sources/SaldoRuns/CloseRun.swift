public import SaldoDomain
import SaldoLedger
public import SaldoStore

/// Closes a month of a ledger: what is booked later falls in the next one (maand afsluiten).
public struct CloseRun {
  private let ledger: Ledger
  private let asOf: CalendarDate

  /// A run on a ledger.
  ///
  /// - Throws: ``RunError/asOfBeforeLedger(last:)`` when the ledger already holds a later day; ``LedgerError``.
  public init(of ledger: Ledger, asOf: CalendarDate) throws {
    if let last = try ledger.lastEntry()?.entry.asOf, asOf < last { throw RunError.asOfBeforeLedger(last: last) }
    self.ledger = ledger
    self.asOf = asOf
  }

  /// Closes a month and all before it.
  ///
  /// - Returns: Whether the month was still open; if not, nothing changes.
  /// - Throws: ``RunError/emptyLedger``, ``RunError/monthNotBegun(_:)``, ``LedgerError``.
  public func close(_ period: CalendarMonth) throws -> Bool {
    let number = try ledger.nextNumber()
    guard number > 1 else { throw RunError.emptyLedger }
    if let closed = try ledger.lastClosed(), period <= closed { return false }
    guard period <= asOf.month else { throw RunError.monthNotBegun(period) }
    try ledger.append(closing: period, as: number, asOf: asOf)
    return true
  }
}
