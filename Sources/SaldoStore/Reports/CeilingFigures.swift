public import SaldoDomain

/// What a ledger says of one ceiling of a client at the end of a month (budgetplafond).
public struct CeilingFigures: Hashable, Sendable {
  /// The ceiling.
  public var ceiling: ClientCeiling
  /// Its height at the end of the month, with the raises that were valid and known then.
  public var height: Euros
  /// The pseudonym of the client.
  public var pseudonym: String
  /// The care costs that count, of postings booked up to and including the month.
  public var used: Euros
  /// The signals that were given, in the order of the journal.
  public var signals: [CeilingSignal]
}

/// A recorded signal on a ceiling: the line with which its use rose above it, or no longer lies above it.
public struct CeilingSignal: Hashable, Sendable {
  /// What the line did.
  public var kind: Kind
  /// The provider that declared the line.
  public var provider: ProviderCode
  /// The provider's reference of the line, as it was declared.
  public var reference: ExactText
  /// The month of delivery.
  public var deliveryMonth: CalendarMonth
  /// The day of booking.
  public var booked: CalendarDate
  /// The month of booking: that of the day, or the first one that was open.
  public var bookingMonth: CalendarMonth
  /// The height of the ceiling at that moment.
  public var ceiling: Euros
  /// What was used with the line.
  public var used: Euros

  /// What a line did to a ceiling.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// More than the ceiling is used with it.
    case crossed
    /// No longer more than the ceiling is used with it.
    case lifted
  }

  /// The amount above the ceiling; zero when it was lifted.
  public var over: Euros { max(.zero, used - ceiling) }
}
