import SaldoDomain
import SaldoLedger

/// The declarations that a run booked last, to tell what they can have changed in what was known for another.
///
/// A booked declaration changes no allocation, notice, request or birth date. What else is known for a declaration
/// (``WorkingSet``) falls in three:
///
/// - By the provider: its identifications, declaration numbers and references, its last month for the municipality, and
///   what is used of its spending spaces. Only its own declarations change these: the last month those to the
///   municipality, spending all, and the others those that have one in common; also the credit of an earlier line, which
///   names the reference of that line.
/// - By allocation and client, at whatever municipality: use, open debits, claims on arrangements. Only a declaration with
///   a line on the allocation for the client changes these; also by a credit, because an approved one is like its debit
///   (TR323).
/// - By the client: what is used of the ceilings at the municipality and, where the region has arrangements, lines
///   elsewhere and what was paid on replaced ones. Only a declaration with the client changes these.
///
/// The first declaration to a municipality also makes it known, and with it the ceilings there: before that nothing may be
/// settled early. Domains are not told apart, and every line counts as approved: that finds changes that are none, and
/// misses none.
struct RecentBookings {
  /// What can have changed in what was known for a declaration.
  enum Change: Equatable {
    /// No more than what is used of the ceilings of these clients.
    case ceilings(of: Set<Bsn>)
    /// Anything.
    case anything
  }

  /// Declarations that are booked in one transaction, so that others see all of them or none.
  private struct Group {
    let first: JournalNumber
    var count: JournalNumber = 0
    var byProvider: [ProviderCode: [WorkingSetKeys]] = [:]
    var allocations: Set<ClientAllocation> = []
    var clients: [MunicipalityCode: Set<Bsn>] = [:]
  }

  private let hasArrangements: Bool
  private let providersWithSpace: Set<ProviderCode>
  private let clientsWithCeiling: [MunicipalityCode: Set<Bsn>]
  /// The last groups, without entries in between, in order.
  private var groups: [Group] = []

  /// No bookings yet, under the contracts that the run books under.
  init(under region: RegionSnapshot) {
    hasArrangements = region.agreements.contains { $0.model == .arrangement }
    providersWithSpace = Set(region.ceilings.spendingSpaces.map(\.provider))
    clientsWithCeiling = Dictionary(grouping: region.clientCeilings, by: \.municipality)
      .mapValues { Set($0.map(\.bsn)) }
  }

  /// Starts a group.
  ///
  /// - Parameters:
  ///   - number: The number of its first declaration.
  ///   - ahead: How many declarations are settled early at most. The one that comes next was so at a moment when no more
  ///     than as many before it were still to be booked, or in a group that was not done: those are remembered.
  mutating func startGroup(at number: JournalNumber, ahead: Int) {
    // When another run came between, nothing is known of what that booked.
    if let last = groups.last, last.first + last.count != number { groups = [] }
    while groups.count > 1, groups.dropFirst().reduce(0, { $0 + $1.count }) >= ahead { groups.removeFirst() }
    groups.append(Group(first: number))
  }

  /// Remembers the next declaration of the group.
  mutating func append(_ keys: WorkingSetKeys) {
    let last = groups.count - 1
    groups[last].count += 1
    groups[last].byProvider[keys.header.provider, default: []].append(keys)
    groups[last].allocations.formUnion(keys.allocations)
    groups[last].clients[keys.header.municipality, default: []].formUnion(keys.clients)
  }

  /// What can have changed since an entry for a declaration that comes next.
  func change(for keys: WorkingSetKeys, since seen: JournalNumber) -> Change {
    guard let first = groups.first?.first, first <= seen + 1 else { return .anything }
    var clients: Set<Bsn> = []
    for group in groups where group.first + group.count > seen + 1 {
      if changesMoreThanCeilings(group, for: keys) { return .anything }
      let municipality = keys.header.municipality
      if let booked = group.clients[municipality], let limited = clientsWithCeiling[municipality] {
        for bsn in keys.clients where booked.contains(bsn) && limited.contains(bsn) { clients.insert(bsn) }
      }
    }
    return .ceilings(of: clients)
  }

  private func changesMoreThanCeilings(_ group: Group, for keys: WorkingSetKeys) -> Bool {
    let header = keys.header
    if let own = group.byProvider[header.provider] {
      if providersWithSpace.contains(header.provider) { return true }
      for booked in own
      where booked.header.municipality == header.municipality || booked.header.identification == header.identification
        || booked.declarationNumber == keys.declarationNumber || Self.meet(booked.references, keys.references)
      { return true }
    }
    return keys.allocations.contains(where: group.allocations.contains)
      || hasArrangements && group.clients.values.contains { keys.clients.contains(where: $0.contains) }
  }

  /// Whether two ascending arrays have an element in common.
  private static func meet(_ one: [ExactText], _ other: [ExactText]) -> Bool {
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { return true }
      if one[left] < other[right] { left += 1 } else { right += 1 }
    }
    return false
  }
}
