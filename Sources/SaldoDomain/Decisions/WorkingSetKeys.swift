/// What must be loaded to settle one message: the keys of its working set, distinct and sorted.
public struct WorkingSetKeys: Hashable, Sendable {
  /// The header of the message.
  public let header: MessageHeader
  /// The number of the declaration, of a 323.
  public let declarationNumber: ExactText?
  /// The first day of the product periods, of a 323: earlier lines cannot be the same debit again (TR389).
  public let firstPeriodBegin: CalendarDate?
  /// The clients.
  public let clients: [Bsn]
  /// The allocations that it names, each with the client that it names it for.
  public let allocations: [ClientAllocation]
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
    var clients: Set<Bsn> = []
    var allocations: Set<ClientAllocation> = []
    func named(_ numbers: [AllocationNumber], for bsn: Bsn) -> Set<ClientAllocation> {
      Set(numbers.map { ClientAllocation($0, of: bsn) })
    }
    var references: Set<ExactText> = []
    var requests: Set<ExactText> = []
    switch message {
    case .allocation(let allocation):
      clients = [allocation.client.bsn]
      allocations = named(allocation.products.map(\.number), for: allocation.client.bsn)
      requests = Set(allocation.products.compactMap(\.providerReference))
    case .start(let start):
      clients = [start.client.bsn]
      allocations = named(start.products.compactMap(\.allocation), for: start.client.bsn)
    case .stop(let stop):
      clients = [stop.client.bsn]
      allocations = named(stop.products.compactMap(\.start.allocation), for: stop.client.bsn)
    case .allocationRequest(let request):
      clients = [request.client.person.bsn]
    case .changeRequest(let request):
      clients = [request.bsn]
      allocations = named(
        request.unchanged.map(\.allocation) + request.changed.map(\.allocation), for: request.bsn)
    case .declaration(let declaration):
      declarationNumber = declaration.number
      firstPeriodBegin = declaration.lines.map(\.period.begin).min()
      clients = Set(declaration.clients.map(\.bsn))
      allocations = Set(
        declaration.lines.map { ClientAllocation($0.allocation, of: declaration.clients[$0.client].bsn) })
      references = Set(declaration.lines.flatMap { [$0.reference, $0.previousReference].compactMap(\.self) })
    case .requestAnswer, .declarationAnswer, .returned: break
    }
    self.declarationNumber = declarationNumber
    self.firstPeriodBegin = firstPeriodBegin
    self.clients = clients.sorted()
    self.allocations = allocations.sorted()
    self.references = references.sorted()
    self.requests = requests.sorted()
    needsDeliveries = header.kind == .start || header.kind == .stop
  }
}
