public import SaldoDomain

/// What the lines of one message book (regelboekingen): each an amount on two accounts, of which the sum is zero.
///
/// Less than half of the memory of its postings: both sides of a line are one value, which names its accounts by their places.
public struct LinePostings: Sendable {
  /// The month of declaration, from the declaration period.
  public let declarationMonth: CalendarMonth
  /// The month of booking.
  public let bookingMonth: CalendarMonth
  /// The accounts, each once, in the order in which the lines meet them.
  public private(set) var accounts: [Account] = []
  /// The lines, in the order in which they were booked.
  public private(set) var lines: [Line] = []
  private var places: [Account: Int32] = [:]

  /// A line with its two sides.
  public struct Line: Sendable {
    /// The line.
    public let id: LineID
    /// What is booked on ``cost``, in euro cents; on ``debt`` it is the opposite.
    public let amount: Euros
    /// The client.
    public let bsn: Bsn
    /// The month of delivery, from the product period.
    public let deliveryMonth: CalendarMonth
    /// The place of the account of the cost of care.
    public let cost: Int32
    /// The place of the account on which it is owed.
    public let debt: Int32

    /// A line with these values.
    public init(id: LineID, amount: Euros, bsn: Bsn, deliveryMonth: CalendarMonth, cost: Int32, debt: Int32) {
      self.id = id
      self.amount = amount
      self.bsn = bsn
      self.deliveryMonth = deliveryMonth
      self.cost = cost
      self.debt = debt
    }
  }

  /// No lines yet, and room for a number of them.
  public init(declarationMonth: CalendarMonth, bookingMonth: CalendarMonth, capacity: Int) {
    self.declarationMonth = declarationMonth
    self.bookingMonth = bookingMonth
    lines.reserveCapacity(capacity)
  }

  /// Books a line, on accounts whose places ``place(of:)`` gave.
  public mutating func append(_ line: Line) { lines.append(line) }

  /// The place of an account in ``accounts``, where it is put when it is not there yet.
  public mutating func place(of account: Account) -> Int32 {
    if let place = places[account] { return place }
    let place = Int32(accounts.count)
    accounts.append(account)
    places[account] = place
    return place
  }

  /// The same in postings, the cost of each line before what is owed for it.
  public var postings: [Posting] {
    lines.flatMap { line in
      let cost = Posting(
        account: accounts[Int(line.cost)], amount: line.amount, line: line.id, bsn: line.bsn,
        deliveryMonth: line.deliveryMonth, declarationMonth: declarationMonth, bookingMonth: bookingMonth)
      var debt = cost
      debt.account = accounts[Int(line.debt)]
      debt.amount = -line.amount
      return [cost, debt]
    }
  }
}
