public import SaldoDomain

/// Money that a day makes due, without a declared line (boeking op een dag): an instalment, an advance, a settlement.
public struct DayBooking: Hashable, Sendable, Codable {
  /// What fell due, between whom and when.
  public var key: Key
  /// How often the same was booked before: 0 for the first time, more for a correction of it.
  public var correction: Int
  /// The month that it pays for.
  public var deliveryMonth: CalendarMonth
  /// What becomes payable to the provider, in euro cents; negative when the provider owes it.
  public var amount: Euros
  /// The entitlement that a settlement of advances takes up, in euro cents; nil for everything else.
  public var entitlement: Euros?

  /// What fell due, between whom and when; booked once, and corrected under the same key.
  public struct Key: Hashable, Sendable, Codable {
    /// The day on which it fell due.
    public var due: CalendarDate
    /// What it is.
    public var kind: Kind
    /// The legal domain.
    public var domain: Domain
    /// The municipality that pays.
    public var municipality: MunicipalityCode
    /// The provider.
    public var provider: ProviderCode
    /// The key of the agreement.
    public var agreement: String

    /// A key.
    public init(
      due: CalendarDate, kind: Kind, domain: Domain, municipality: MunicipalityCode, provider: ProviderCode,
      agreement: String
    ) {
      self.due = due
      self.kind = kind
      self.domain = domain
      self.municipality = municipality
      self.provider = provider
      self.agreement = agreement
    }
  }

  /// What a day can make due.
  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    /// An instalment of a yearly amount for care (termijn van een lumpsum of subsidie).
    case lumpSum = "lump-sum"
    /// An instalment of a yearly amount for transformation.
    case transformation
    /// A month of places that are kept free (beschikbaarheid).
    case availability
    /// An advance (voorschot).
    case advance
    /// The settlement of advances with what was declared (verrekening).
    case settlement
    /// The year-end settlement of a corridor (bandbreedte).
    case corridor
  }

  /// A booking.
  public init(
    key: Key, correction: Int, deliveryMonth: CalendarMonth, amount: Euros, entitlement: Euros? = nil
  ) {
    self.key = key
    self.correction = correction
    self.deliveryMonth = deliveryMonth
    self.amount = amount
    self.entitlement = entitlement
  }

  /// The postings of the booking; they sum to zero.
  ///
  /// A settlement takes up an entitlement and advances, and makes the difference payable. Everything else is a cost, or
  /// money paid in advance, that is payable.
  public func postings(bookedIn month: CalendarMonth) -> [Posting] {
    var sides: [(Account.Kind, Euros)] = [(.payable, -amount)]
    switch key.kind {
    case .lumpSum: sides.append((.lumpSumCost, amount))
    case .transformation: sides.append((.transformationCost, amount))
    case .availability: sides.append((.availabilityCost, amount))
    case .corridor: sides.append((.corridorCost, amount))
    case .advance: sides.append((.advance, amount))
    case .settlement:
      let entitlement = entitlement ?? .zero
      sides += [(.unsettled, entitlement), (.advance, amount - entitlement)]
    }
    return sides.filter { $0.1 != .zero }.map { kind, amount in
      Posting(
        account: Account(
          kind: kind, domain: key.domain, municipality: key.municipality, provider: key.provider, product: nil,
          agreement: key.agreement),
        amount: amount, deliveryMonth: deliveryMonth, declarationMonth: key.due.month, bookingMonth: month)
    }
  }
}

extension DayBooking.Key: Comparable {
  /// By day, then by what it is and between whom.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.due != rhs.due { return lhs.due < rhs.due }
    if lhs.kind != rhs.kind { return lhs.kind.place < rhs.kind.place }
    if lhs.domain != rhs.domain { return lhs.domain.rawValue < rhs.domain.rawValue }
    if lhs.municipality != rhs.municipality { return lhs.municipality < rhs.municipality }
    if lhs.provider != rhs.provider { return lhs.provider.number < rhs.provider.number }
    return ExactText(lhs.agreement) < ExactText(rhs.agreement)
  }
}

extension DayBooking.Kind {
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Everything that fell due on one day and is booked together.
public struct DueDay: Hashable, Sendable {
  /// The day.
  public let due: CalendarDate
  /// What fell due, in the order of the keys.
  public let bookings: [DayBooking]

  /// A day.
  public init(due: CalendarDate, bookings: [DayBooking]) {
    self.due = due
    self.bookings = bookings
  }
}

/// What a journal entry of a day says: its canonical payload.
public struct DayPayload: Hashable, Sendable, Codable {
  /// The day on which it fell due.
  public var due: CalendarDate
  /// What fell due.
  public var bookings: [DayBooking]
  /// The postings in short.
  public var postings: MessagePayload.PostingSummary

  /// A payload.
  public init(_ day: DueDay, postings: MessagePayload.PostingSummary) {
    due = day.due
    bookings = day.bookings
    self.postings = postings
  }
}

/// What a journal entry says of a month that was closed: its canonical payload.
public struct ClosePayload: Hashable, Sendable, Codable {
  /// The month; what is booked later falls in the month after it, or later.
  public var period: CalendarMonth

  /// A payload.
  public init(period: CalendarMonth) { self.period = period }
}
