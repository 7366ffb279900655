public import SaldoDomain

/// One side of a booking (boeking): an amount on an account, for one declared line or for none, when a day caused it.
public struct Posting: Hashable, Sendable {
  /// The account.
  public var account: Account
  /// The amount in euro cents: debit positive, credit negative.
  public var amount: Euros
  /// The declared line that caused it; nil when a day did.
  public var line: LineID?
  /// The client; nil when a day caused it.
  public var bsn: Bsn?
  /// The month of delivery (leveringsmaand), from the product period; of a day the month that it pays for.
  public var deliveryMonth: CalendarMonth
  /// The month of declaration (declaratiemaand), from the declaration period; of a day its own.
  public var declarationMonth: CalendarMonth
  /// The month of booking (boekmaand), from the as-of date of the decision; a later one when that month was closed.
  public var bookingMonth: CalendarMonth

  /// A posting with these values.
  public init(
    account: Account, amount: Euros, line: LineID? = nil, bsn: Bsn? = nil, deliveryMonth: CalendarMonth,
    declarationMonth: CalendarMonth, bookingMonth: CalendarMonth
  ) {
    self.account = account
    self.amount = amount
    self.line = line
    self.bsn = bsn
    self.deliveryMonth = deliveryMonth
    self.declarationMonth = declarationMonth
    self.bookingMonth = bookingMonth
  }
}

/// The postings of one entry; they sum to zero.
public struct BalancedPostings: Hashable, Sendable {
  /// The postings, in the order of the message or day.
  public let postings: [Posting]

  /// Postings that sum to zero.
  ///
  /// - Throws: ``UnbalancedPostings`` when they do not.
  public init(_ postings: [Posting]) throws(UnbalancedPostings) {
    let sum = postings.reduce(Euros.zero) { $0 + $1.amount }
    guard sum == .zero else { throw UnbalancedPostings(difference: sum) }
    self.postings = postings
  }
}

/// Postings that do not sum to zero: an error of the program, never of the input.
public struct UnbalancedPostings: Error, Hashable, Sendable {
  /// The sum, in euro cents.
  public let difference: Euros

  /// The error for a difference.
  public init(difference: Euros) { self.difference = difference }
}

extension BalancedPostings {
  /// No postings.
  public static let none = BalancedPostings(unchecked: [])

  /// Postings that were made in pairs of an amount and its opposite.
  ///
  /// - Precondition: they sum to zero; anything else is an error of the program.
  public static func of(pairs postings: [Posting]) -> BalancedPostings {
    do {
      return try BalancedPostings(postings)
    } catch {
      preconditionFailure("the postings of an entry do not balance: \(error.difference.cents) cents")
    }
  }

  private init(unchecked postings: [Posting]) { self.postings = postings }
}
