import SaldoDomain
import SaldoLedger
import SaldoSettlement

/// What booking a message writes, as far as it is the same in its turn (voorbereide boeking): the ids of its clients, which never
/// change once a ledger gave them, its postings, and the payload of its entry.
///
/// The digest and the sums of postings take as long as their rows do; of a declaration that is settled before its turn they
/// are made by whoever settles it, and so is the payload of the entry.
public struct PreparedBooking: Sendable {
  /// The ids of the clients of the message, in its order.
  let clients: [Int64]
  /// The postings.
  let rows: PostingRows
  /// Their sums.
  let sums: [PostingRows.Sum]
  /// Their number and digest.
  let summary: MessagePayload.PostingSummary
  /// The canonical bytes of the payload; nil when they are made in its turn.
  private(set) var payload: [UInt8]?

  /// Prepares a booking.
  ///
  /// - Parameter clients: The ids of the clients of its message, in its order.
  init(_ booking: Booking, clients: [Int64]) {
    self.clients = clients
    guard let postings = booking.linePostings, !postings.lines.isEmpty else {
      (rows, sums, summary) = (PostingRows(), [], Self.summaryOfNothing)
      return
    }
    guard case .declaration(let declaration) = booking.message else {
      preconditionFailure("a message books its lines only")
    }
    rows = PostingRows(postings, of: declaration, clients: clients, setApart: booking.setApart)
    sums = rows.sums
    summary = rows.summary
  }

  private static let summaryOfNothing = PostingRows().summary

  /// Prepares a booking, with its payload.
  ///
  /// - Parameter answer: The bytes of the answer; nil when there is none.
  init(_ booking: Booking, clients: [Int64], answer: [UInt8]?) throws {
    self.init(booking, clients: clients)
    payload = try CanonicalJSON.encode(
      MessagePayload(booking, postings: summary, answerDigest: answer.map { Sealing.digest($0) }))
  }

  /// What is left of it when the signals on ceilings are others.
  public var withoutSignalsOnCeilings: PreparedBooking {
    var prepared = self
    prepared.payload = nil
    return prepared
  }
}
