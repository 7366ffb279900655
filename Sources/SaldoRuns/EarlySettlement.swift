import SaldoDomain
import SaldoLedger
import SaldoSettlement
import SaldoStore

/// A declaration that was settled before its turn, on what was booked by then (vooruit afgehandeld).
///
/// Settling is a pure function of the message, its number, the contracts and what is known. So in its turn this is what
/// settling it comes to, if it gets that number and ``RecentBookings`` finds nothing booked since that it must know.
struct EarlySettlement: Sendable {
  /// The number that it was settled under.
  let number: JournalNumber
  /// The last entry that it was settled after.
  let seen: JournalNumber
  /// What was used of the ceilings.
  let ceilings: [CeilingUse]
  /// What settling it came to.
  let settled: SettledMessage
  /// What booking that takes; nil when it must be made in its turn, as when the ledger must give ids to clients first.
  let prepared: PreparedBooking?

  /// Settles a declaration on the ledger as it is now.
  ///
  /// Nil for every other message, and when the ledger cannot tell what is known, so that its turn tells why.
  ///
  /// - Parameter predecessor: The number of the last declaration before it by the same provider to the same municipality,
  ///   which changes what is known: when that is not booked yet it would be in vain, and it is nil as well.
  init?(
    _ message: Message, _ keys: WorkingSetKeys, as number: JournalNumber, after predecessor: JournalNumber?,
    under settlement: Settlement, from ledger: Ledger
  ) {
    guard case .declaration = message,
      let (known, seen) = Self.known(keys, after: predecessor, under: settlement.region?.snapshot, from: ledger)
    else { return nil }
    self.number = number
    ceilings = known.ceilings
    self.seen = seen
    settled = SettledMessage(message, as: number, known: known, under: settlement)
    prepared = try? ledger.prepare(settled.booking, answer: settled.answer)
  }

  /// What settling the declaration comes to when something else was used of the ceilings, and what booking that takes; nil
  /// when all of it must be settled again.
  func again(
    with ceilings: [CeilingUse], under settlement: Settlement
  ) -> (settled: SettledMessage, prepared: PreparedBooking?)? {
    if ceilings == self.ceilings { return (settled, prepared) }
    guard let again = settled.again(with: ceilings, under: settlement) else { return nil }
    return (again, again.booking.decision == settled.booking.decision ? prepared : prepared?.withoutSignalsOnCeilings)
  }

  /// What the ledger knows now, and the last entry that it holds; nil when that cannot be told, when it does not know the
  /// municipality, or when it does not hold the predecessor.
  static func known(
    _ keys: WorkingSetKeys, after predecessor: JournalNumber?, under region: RegionSnapshot?, from ledger: Ledger
  ) -> (known: WorkingSet, seen: JournalNumber)? {
    try? ledger.onSnapshot {
      let seen = try ledger.nextNumber() - 1
      guard predecessor ?? 0 <= seen, try ledger.knows(keys.header.municipality, in: keys.header.standard.domain) else {
        return nil
      }
      return (try ledger.workingSet(for: keys, region: region), seen)
    }
  }
}
