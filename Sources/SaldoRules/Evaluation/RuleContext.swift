public import SaldoDomain

/// What a rule may know besides its subject. It holds no clock, no file and no database.
public struct RuleContext: Sendable {
  /// The day on which the message is judged; it stands for "today" (peildatum).
  public let asOf: CalendarDate
  /// The region's contracts; nil when they are not known, as in a check without a region.
  public var region: RegionContracts? { given.region }
  /// What was known before; nil when it is not known, as in a check without context.
  public var known: WorkingSet? { given.hasHistory ? given.history : nil }
  private let given: Given
  /// The debit lines that credits of this message undid, as far as they are judged; credits come before debits.
  public internal(set) var creditedNow: Set<LineID> = []
  /// The allocations of which the use by lines of this message counts: those that more than one of them names, when a rule
  /// asks for what is left.
  private var contested: Set<ClientAllocation> = []
  /// What is used of them, earlier messages included, once a line was approved.
  private var usedNow: [ClientAllocation: AllocationUse] = [:]

  /// The context of one message.
  public init(asOf: CalendarDate, region: RegionContracts?, known: WorkingSet?) {
    self.asOf = asOf
    given = Given(region: region, known: known)
  }

  /// What copies share, and rules look at where it stands: it is large, and each line is judged by many rules.
  private final class Given: Sendable {
    let region: RegionContracts?
    let catalogue: Catalogue?
    let history: WorkingSet
    let hasHistory: Bool

    init(region: RegionContracts?, known: WorkingSet?) {
      self.region = region
      catalogue = region?.catalogue
      history = known ?? WorkingSet()
      hasHistory = known != nil
    }
  }

  /// The prices of the region; nil when they are not known.
  var catalogue: Catalogue? { given.catalogue }

  /// What was known before; nothing when it is not known.
  var history: WorkingSet { given.history }

  /// Whether anything is known of earlier messages.
  var hasHistory: Bool { given.hasHistory }

  /// What is used of an allocation so far: by earlier messages, and by the lines of this one that were approved. Of an
  /// allocation that one line names, only that line asks, and it does so before it is approved.
  public func use(of allocation: ClientAllocation) -> AllocationUse {
    usedNow[allocation] ?? history.use[allocation] ?? AllocationUse()
  }

  /// Counts an approved line of this message.
  mutating func count(_ subject: LineSubject) {
    guard contested.contains(subject.named) else { return }
    let earlier = history.use[subject.named] ?? AllocationUse()
    usedNow[subject.named, default: earlier].add(subject.line)
  }

  /// Forgets the lines of a message that was judged before: what one message credits or uses is nothing to the next.
  mutating func startAfresh() {
    creditedNow = []
    contested = []
    usedNow = [:]
  }

  /// Lets the lines of a message compete for what is left of the allocations that they share: lines of one client, which
  /// a message has once (TR101).
  mutating func contest(_ message: DeclarationMessage) {
    let lines = message.lines
    for client in message.clients where client.lines.count > 1 {
      forEachRepeat(in: client.lines.lazy.map { lines[$0].allocation }) { position, _ in
        contested.insert(ClientAllocation(lines[client.lines.lowerBound + position].allocation, of: client.bsn))
      }
    }
  }

  /// Whether a rule is judged on messages with this header: it governs them and what it needs is known.
  func judges(_ rule: any Rule, _ header: MessageHeader) -> Bool { rule.governs(header) && has(rule.needs) }

  /// Whether everything that a rule needs is known.
  public func has(_ needs: Knowledge) -> Bool {
    (!needs.contains(.region) || region != nil) && (!needs.contains(.history) || hasHistory)
  }
}
