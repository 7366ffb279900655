import SaldoDomain

extension Message {
  /// The clients that the message is about, in its order.
  var clients: [Bsn] {
    switch self {
    case .allocation(let allocation): [allocation.client.bsn]
    case .start(let start): [start.client.bsn]
    case .stop(let stop): [stop.client.bsn]
    case .allocationRequest(let request): [request.client.person.bsn]
    case .changeRequest(let request): [request.bsn]
    case .declaration(let declaration): declaration.clients.map(\.bsn)
    case .requestAnswer, .declarationAnswer, .returned: []
    }
  }
}
