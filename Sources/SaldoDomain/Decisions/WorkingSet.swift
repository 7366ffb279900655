/// What was known before, as far as one message touches it (werkverzameling).
///
/// The store loads it for one message, so that memory follows the message and not the history. It is a plain value: a
/// rule reads it and never asks for more.
public struct WorkingSet: Equatable, Sendable {
  /// Whether the sender used the identification before, in a message of the same kind that was answered.
  public var identificationIsUsed = false
  /// Whether the provider used the declaration number before, in a declaration that was processed or waits.
  public var declarationNumberIsUsed = false
  /// The last month over which the provider declared to the municipality in a declaration that was processed or waits
  /// (TR318).
  public var lastDeclarationMonth: CalendarMonth?
  /// The clients of the message for whom the provider has an allocation of the municipality or a predecessor.
  public var clientsWithAllocation: Set<Bsn> = []
  /// The current versions of the allocations that the message names, of the municipality itself, whoever they are for.
  public var allocations: SortedTable<AllocationNumber, KnownAllocation> = [:]
  /// Those of abolished municipalities that the municipality took over from, for the provider of the message; absent when
  /// the municipality has its own.
  public var inherited: [ClientAllocation: KnownAllocation] = [:]
  /// The first line of the provider that used each reference which the message uses or credits; only lines to the same
  /// municipality count when the region says so (``RegionSettings/Uniqueness``).
  public var earlierLines: [ExactText: KnownLine] = [:]
  /// The approved, uncredited debit lines on the allocations that the message names, in the order of their ids; of a
  /// declaration those that begin no earlier than its first debit on the same allocation, with those that wait.
  public var openDebits: [ClientAllocation: [KnownLine]] = [:]
  /// The starts and stops of the client of a start or stop, with the provider and the municipality of the message.
  public var deliveries = DeliveryHistory()
  /// Whether any request of the provider was received before; without, no reference to a request can be judged.
  public var requestsAreKnown = false
  /// The requests of the provider that the allocations of the message refer to.
  public var requests: [ExactText: KnownRequest] = [:]
  /// The allocations that a returned allocation message (302) was about; nil when that message is not known.
  public var returnedAllocations: [ClientAllocation]?
  /// The declaration that an answer (325) is about, as it was sent; nil when no such declaration is known (TR337).
  public var answeredDeclaration: DeclarationMessage?
  /// What is used of the allocations that a declaration names, over all periods, by approved lines and those that wait;
  /// absent when nothing is.
  public var use: SortedTable<ClientAllocation, AllocationUse> = [:]
  /// What was granted on the arrangements that those of a declaration replaced, in euro cents; what waits was not.
  public var paidOnReplaced: [ClientAllocation: Euros] = [:]
  /// What approved, uncredited debit lines, and those that wait, claimed on the allocations that a declaration names, over
  /// all periods, in the order of their ids; only of lines in euros, and only when the region has arrangements.
  public var arrangementClaims: [ClientAllocation: [ArrangementClaim]] = [:]
  /// The ceilings of the message's clients, with what is used of each; of a declaration those that did not end before its
  /// first product period.
  public var ceilings: [CeilingUse] = []
  /// The spending spaces of the provider in the domain, from the year of the first product period on, with what is used
  /// of each.
  public var spending: [SpendingUse] = []
  /// The birth dates of the message's clients, as far as earlier allocations told them; only when a rule of the region
  /// asks for the age.
  public var birthDates: [Bsn: BirthDate] = [:]
  /// The approved, uncredited lines of other providers for the message's clients at the municipality; only when the
  /// region has arrangements.
  public var linesElsewhere: [Bsn: [LineElsewhere]] = [:]

  /// A working set in which nothing is known.
  public init() {}

  /// The allocation with a number that is for this client with this provider: that of the municipality itself, else that
  /// of a predecessor; nil when neither has one.
  public func allocation(_ named: ClientAllocation, with provider: ProviderCode) -> KnownAllocation? {
    if let own = allocations.position(of: named.number), allocations.values[own].bsn == named.bsn,
      allocations.values[own].provider == provider
    {
      return allocations.values[own]
    }
    return inherited[named]
  }
}

/// The current version of an allocation and whom it is for.
public struct KnownAllocation: Hashable, Sendable {
  /// The provider that may deliver.
  public var provider: ProviderCode
  /// The client.
  public var bsn: Bsn
  /// The version with the latest moment of decision (IV013).
  public var product: AllocationVersion
  /// The abolished municipality that granted it; nil for the addressed municipality itself.
  public var predecessor: MunicipalityCode?

  /// A known allocation.
  public init(provider: ProviderCode, bsn: Bsn, product: AllocationVersion) {
    self.provider = provider
    self.bsn = bsn
    self.product = product
  }
}

/// A request (315, 317) that was received before.
public struct KnownRequest: Hashable, Sendable {
  /// The client.
  public var bsn: Bsn
  /// Whether an earlier allocation message in force honoured it.
  public var isHonoured: Bool

  /// A known request.
  public init(bsn: Bsn, isHonoured: Bool) {
    self.bsn = bsn
    self.isHonoured = isHonoured
  }
}

/// A line that came in before.
public struct KnownLine: Hashable, Sendable {
  /// Its id in the ledger.
  public var id: LineID
  /// The client.
  public var bsn: Bsn
  /// The municipality that the declaration was addressed to.
  public var municipality: MunicipalityCode
  /// The line as it was declared; its position of the client and source lines are not kept.
  public var line: DeliveryLine
  /// Whether it was approved.
  public var isApproved: Bool
  /// The approved credit line that undid it, or one that waits and would.
  public var creditedBy: LineID?
  /// The key of the agreement on whose account it was booked; nil when it was not approved.
  public var agreement: String?
  /// Whether it is settled with advances instead of paid by itself.
  public var isSettledWithAdvances: Bool
  /// Whether it was set apart in the payables, above a spending space.
  public var isSetApart = false
  /// Whether its declaration waits, so that nothing is decided on it yet.
  public var isWaiting = false

  /// A known line.
  public init(
    id: LineID, bsn: Bsn, municipality: MunicipalityCode, line: DeliveryLine, isApproved: Bool, creditedBy: LineID?,
    agreement: String? = nil, isSettledWithAdvances: Bool = false
  ) {
    self.agreement = agreement
    self.isSettledWithAdvances = isSettledWithAdvances
    self.id = id
    self.bsn = bsn
    self.municipality = municipality
    self.line = line
    self.isApproved = isApproved
    self.creditedBy = creditedBy
  }
}

/// A ceiling and what is used of it before the message.
public struct CeilingUse: Hashable, Sendable {
  /// The ceiling.
  public var ceiling: ClientCeiling
  /// Approved debits minus credits that count, in euro cents.
  public var used: Euros

  /// A ceiling of which this much is used.
  public init(ceiling: ClientCeiling, used: Euros) {
    self.ceiling = ceiling
    self.used = used
  }
}

/// A spending space and what is used of it before the message.
public struct SpendingUse: Hashable, Sendable {
  /// The spending space.
  public var space: SpendingSpace
  /// Approved debits minus credits that count, in euro cents.
  public var used: Euros

  /// A spending space of which this much is used.
  public init(space: SpendingSpace, used: Euros) {
    self.space = space
    self.used = used
  }
}

/// An approved line of another provider for the same client.
public struct LineElsewhere: Hashable, Sendable {
  /// The provider.
  public var provider: ProviderCode
  /// The product.
  public var product: Product
  /// The product period.
  public var period: Period

  /// A line of another provider.
  public init(provider: ProviderCode, product: Product, period: Period) {
    self.provider = provider
    self.product = product
    self.period = period
  }
}
