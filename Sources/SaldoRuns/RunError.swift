public import SaldoDomain

/// Why a run cannot start or go on.
public enum RunError: Error, Hashable, Sendable {
  /// The ledger already holds decisions of a later day.
  case asOfBeforeLedger(last: CalendarDate)
  /// A message that the ledger took in before can no longer be read.
  case unreadableMessage(entry: JournalNumber)
  /// An answer that is made again is not the one that was recorded.
  case answerDiffers(entry: JournalNumber)
  /// Declarations wait in the ledger for a municipality that the region does not have: it is another region's ledger.
  case regionWithout(municipality: MunicipalityCode)
  /// A ledger without entries has no month to close.
  case emptyLedger
  /// A month that has not begun cannot be closed.
  case monthNotBegun(CalendarMonth)
  /// A file cannot be written.
  case unwritable(path: String)
  /// A file that is to be written is the ledger, or belongs to it.
  case wouldOverwriteLedger(path: String)
}
