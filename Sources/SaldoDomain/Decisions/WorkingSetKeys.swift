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

  /// The keys of a message.
  public init(of message: Message) {
    header = message.header
    switch message {
    case .allocation(let allocation):
      declarationNumber = nil
      firstPeriodBegin = nil
      clients = [allocation.client.bsn]
      allocations = Set(allocation.products.map(\.number)).sorted()
      references = []
    case .start(let start):
      declarationNumber = nil
      firstPeriodBegin = nil
      clients = [start.client.bsn]
      allocations = Set(start.products.compactMap(\.allocation)).sorted()
      references = []
    case .stop(let stop):
      declarationNumber = nil
      firstPeriodBegin = nil
      clients = [stop.client.bsn]
      allocations = Set(stop.products.compactMap(\.start.allocation)).sorted()
      references = []
    case .declaration(let declaration):
      declarationNumber = declaration.number
      firstPeriodBegin = declaration.lines.map(\.period.begin).min()
      clients = Set(declaration.clients.map(\.bsn)).sorted()
      allocations = Set(declaration.lines.map(\.allocation)).sorted()
      references = Set(declaration.lines.flatMap { [$0.reference, $0.previousReference].compactMap(\.self) }).sorted()
    }
  }
}
