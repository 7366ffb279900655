public import SaldoDomain

/// One side of a booking (boeking): an amount on an account, for one declared line.
public struct Posting: Hashable, Sendable {
  /// The account.
  public var account: Account
  /// The amount in euro cents: debit positive, credit negative.
  public var amount: Euros
  /// The declared line that caused it.
  public var line: LineID
  /// The client.
  public var bsn: Bsn
  /// The month of delivery (leveringsmaand), from the product period.
  public var deliveryMonth: CalendarMonth
  /// The month of declaration (declaratiemaand), from the declaration period.
  public var declarationMonth: CalendarMonth
  /// The month of booking (boekmaand), from the as-of date of the decision.
  public var bookingMonth: CalendarMonth

  /// A posting with these values.
  public init(
    account: Account, amount: Euros, line: LineID, bsn: Bsn, deliveryMonth: CalendarMonth,
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

/// The postings of one message; they sum to zero.
public struct BalancedPostings: Hashable, Sendable {
  /// The postings, in message order.
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
      preconditionFailure("the postings of a message do not balance: \(error.difference.cents) cents")
    }
  }

  private init(unchecked postings: [Posting]) { self.postings = postings }
}
