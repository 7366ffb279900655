import SaldoDomain
import SaldoLedger
import SaldoSettlement

/// What booking a message writes of its clients and postings, as far as it does not depend on what is booked before it
/// (voorbereide boeking).
///
/// The digest and the sums of postings take as long as their rows do; of a declaration that is settled before its turn they
/// are made by whoever settles it.
public struct PreparedBooking: Sendable {
  /// The ids of the clients of the message, in its order.
  let clients: [Int64]
  /// The postings.
  let rows: PostingRows
  /// Their sums.
  let sums: [PostingRows.Sum]
  /// Their number and digest.
  let summary: MessagePayload.PostingSummary

  /// Prepares a booking.
  ///
  /// - Parameter clients: The ids of the clients of its message, in its order.
  init(_ booking: Booking, clients: [Int64]) {
    self.clients = clients
    let postings = booking.postings.postings
    let setApart = booking.setApart
    var rows = PostingRows(capacity: postings.count / 2)
    for place in stride(from: 0, to: postings.count, by: 2) {
      let (cost, debt) = (postings[place], postings[place + 1])
      guard case .declaration(let declaration) = booking.message, let line = cost.line else {
        preconditionFailure("a message books its lines only")
      }
      rows.append(
        cost: cost, debt: debt, of: line, client: clients[declaration.lines[line.position].client],
        isSetApart: setApart.contains(line.position))
    }
    rows.sort()
    self.rows = rows
    sums = rows.sums
    summary = rows.summary
  }
}
