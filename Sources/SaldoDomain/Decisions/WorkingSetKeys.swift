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
    var firstDebitBegins: SortedTable<ClientAllocation, CalendarDate> = [:]
    var clients: [Bsn] = []
    var allocations: [ClientAllocation] = []
    func named(_ numbers: [AllocationNumber], for bsn: Bsn) -> [ClientAllocation] {
      numbers.map { ClientAllocation($0, of: bsn) }
    }
    var references: [ExactText] = []
    var requests: [ExactText] = []
    switch message {
    case .allocation(let allocation):
      clients = [allocation.client.bsn]
      allocations = named(allocation.products.map(\.number), for: allocation.client.bsn)
      requests = allocation.products.compactMap(\.providerReference)
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
      clients = declaration.clients.map(\.bsn)
      (allocations, firstDebitBegins) = Self.allocations(of: declaration)
      references = declaration.lines.map(\.reference) + declaration.lines.compactMap(\.previousReference)
    case .requestAnswer, .declarationAnswer, .returned: break
    }
    self.declarationNumber = declarationNumber
    self.firstPeriodBegin = firstPeriodBegin
    self.firstDebitBegins = firstDebitBegins
    self.clients = clients.sortedWithoutDoubles()
    self.allocations = allocations.sortedWithoutDoubles()
    self.references = references.map(BegunText.init).sortedWithoutDoubles().map(\.text)
    self.requests = requests.sortedWithoutDoubles()
    needsDeliveries = header.kind == .start || header.kind == .stop
  }

  /// The allocations that the lines of a declaration name, in order and each once, and the first day of the debits on
  /// each.
  private static func allocations(
    of declaration: DeclarationMessage
  ) -> (named: [ClientAllocation], firstDebitBegins: SortedTable<ClientAllocation, CalendarDate>) {
    let lines = declaration.lines.map { line in
      (
        named: ClientAllocation(line.allocation, of: declaration.clients[line.client].bsn),
        debitBegin: line.isCredit ? nil : line.period.begin
      )
    }.sorted { $0.named < $1.named }
    var named: [ClientAllocation] = []
    var begins: SortedTable<ClientAllocation, CalendarDate> = [:]
    named.reserveCapacity(lines.count)
    begins.reserveCapacity(lines.count)
    for line in lines {
      if named.last != line.named { named.append(line.named) }
      if let begin = line.debitBegin { begins[line.named] = min(begins[line.named] ?? begin, begin) }
    }
    return (named, begins)
  }
}

/// A text with its beginning as a number: numbers are compared for less than texts, and tell nearly all texts apart.
private struct BegunText: Comparable {
  /// The first sixteen bytes, the first of them the highest; zeros after the end of a shorter text.
  let beginning: UInt128
  let text: ExactText

  init(_ text: ExactText) {
    self.text = text
    var string = text.string
    beginning = string.withUTF8 { bytes in
      var beginning: UInt128 = 0
      withUnsafeMutableBytes(of: &beginning) { $0.copyBytes(from: bytes.prefix($0.count)) }
      return UInt128(bigEndian: beginning)
    }
  }

  /// Orders as the texts do.
  static func < (lhs: BegunText, rhs: BegunText) -> Bool {
    lhs.beginning != rhs.beginning ? lhs.beginning < rhs.beginning : lhs.text < rhs.text
  }
}

extension Array where Element: Comparable {
  /// The elements in order, each once.
  fileprivate func sortedWithoutDoubles() -> [Element] {
    if zip(self, dropFirst()).allSatisfy({ $0 < $1 }) { return self }
    var result: [Element] = []
    result.reserveCapacity(count)
    for element in sorted() where element != result.last { result.append(element) }
    return result
  }
}
