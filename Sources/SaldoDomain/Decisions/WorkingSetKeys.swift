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
  /// The numbers of the allocations that it names.
  public let allocations: [AllocationNumber]
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
    var allocations: Set<AllocationNumber> = []
    var references: Set<ExactText> = []
    var requests: Set<ExactText> = []
    switch message {
    case .allocation(let allocation):
      clients = [allocation.client.bsn]
      allocations = Set(allocation.products.map(\.number))
      requests = Set(allocation.products.compactMap(\.providerReference))
    case .start(let start):
      clients = [start.client.bsn]
      allocations = Set(start.products.compactMap(\.allocation))
    case .stop(let stop):
      clients = [stop.client.bsn]
      allocations = Set(stop.products.compactMap(\.start.allocation))
    case .allocationRequest(let request):
      clients = [request.client.person.bsn]
    case .changeRequest(let request):
      clients = [request.bsn]
      allocations = Set(request.unchanged.map(\.allocation) + request.changed.map(\.allocation))
    case .declaration(let declaration):
      declarationNumber = declaration.number
      firstPeriodBegin = declaration.lines.map(\.period.begin).min()
      clients = Set(declaration.clients.map(\.bsn))
      allocations = Set(declaration.lines.map(\.allocation))
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
