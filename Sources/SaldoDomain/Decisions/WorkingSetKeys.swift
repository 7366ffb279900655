/// What must be loaded to settle one message: the keys of its working set, distinct and sorted.
public struct WorkingSetKeys: Hashable, Sendable {
  /// The header of the message.
  public let header: MessageHeader
  /// The number of the declaration, of a 323.
  public let declarationNumber: ExactText?
  /// The first day of the product periods, of a 323.
  public let firstPeriodBegin: CalendarDate?
  /// The first day of the product periods of debit lines by allocation, of a 323: earlier lines on it cannot be the same
  /// debit again (TR389).
  public let firstDebitBegins: SortedTable<ClientAllocation, CalendarDate>
  /// The clients.
  public let clients: [Bsn]
  /// The allocations that it names, each with the client that it names it for.
  public let allocations: [ClientAllocation]
  /// The position in ``clients`` of the client of each of ``allocations``.
  public let clientPositions: [Int32]
  /// The references of its lines and of the lines that it credits.
  public let references: [ExactText]
  /// The references of the requests that its allocations honour.
  public let requests: [ExactText]
  /// Whether the starts and stops of its client are needed.
  public let needsDeliveries: Bool

  /// The keys of a message.
  public init(of message: Message) {
    header = message.header
    var declarationNumber: ExactText?
    var firstPeriodBegin: CalendarDate?
    var clients: [Bsn] = []
    var named: [NamedAllocation] = []
    func name(_ numbers: [AllocationNumber], for bsn: Bsn) {
      clients = [bsn]
      named = numbers.map { NamedAllocation($0, client: 0) }
    }
    var references: [BegunText] = []
    var requests: [ExactText] = []
    switch message {
    case .allocation(let allocation):
      name(allocation.products.map(\.number), for: allocation.client.bsn)
      requests = allocation.products.compactMap(\.providerReference)
    case .start(let start): name(start.products.compactMap(\.allocation), for: start.client.bsn)
    case .stop(let stop): name(stop.products.compactMap(\.start.allocation), for: stop.client.bsn)
    case .allocationRequest(let request): name([], for: request.client.person.bsn)
    case .changeRequest(let request):
      name(request.unchanged.map(\.allocation) + request.changed.map(\.allocation), for: request.bsn)
    case .declaration(let declaration):
      declarationNumber = declaration.number
      firstPeriodBegin = declaration.lines.indices.lazy.map { declaration.lines[$0].period.begin }.min()
      let positions: [Int32]
      (clients, positions) = Self.clients(of: declaration)
      named = NamedAllocation.all(in: declaration.lines, clients: positions)
      references = BegunText.references(of: declaration.lines)
    case .requestAnswer, .declarationAnswer, .returned: break
    }
    self.declarationNumber = declarationNumber
    self.firstPeriodBegin = firstPeriodBegin
    self.clients = clients
    (allocations, clientPositions, firstDebitBegins) = NamedAllocation.distinct(&named, of: clients)
    references.sortWithoutDoubles()
    self.references = references.map(\.text)
    requests.sortWithoutDoubles()
    self.requests = requests
    needsDeliveries = header.kind == .start || header.kind == .stop
  }

  /// The clients of a declaration, in order and each once, and where each stands among these.
  private static func clients(of declaration: DeclarationMessage) -> (sorted: [Bsn], positions: [Int32]) {
    let declared = declaration.clients
    var sorted: [Bsn] = []
    sorted.reserveCapacity(declared.count)
    var positions = [Int32](repeating: 0, count: declared.count)
    for index in declared.indices.sorted(by: { declared[$0].bsn < declared[$1].bsn }) {
      if sorted.last != declared[index].bsn { sorted.append(declared[index].bsn) }
      positions[index] = Int32(sorted.count - 1)
    }
    return (sorted, positions)
  }
}

extension Array where Element: Comparable {
  /// Puts the elements in order, each once.
  fileprivate mutating func sortWithoutDoubles() {
    if zip(self, dropFirst()).allSatisfy({ $0 < $1 }) { return }
    sort()
    var end = startIndex
    for place in indices where place == startIndex || self[place] != self[end - 1] {
      self[end] = self[place]
      end += 1
    }
    removeSubrange(end...)
  }
}
