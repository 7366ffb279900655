/// An allocation of one client, as a message names it (toewijzing van een cliënt).
///
/// Numbers are those of a municipality. After a merger two predecessors may have used the same one; the client then tells
/// the allocations apart.
public struct ClientAllocation: Hashable, Comparable, Sendable {
  /// The number of the allocation.
  public let number: AllocationNumber
  /// The client.
  public let bsn: Bsn

  /// An allocation of a client.
  public init(_ number: AllocationNumber, of bsn: Bsn) {
    self.number = number
    self.bsn = bsn
  }

  /// Hashes both numbers as one: every line is looked up by it, more than once.
  public func hash(into hasher: inout Hasher) { hasher.combine(both) }

  /// By number, then by client.
  public static func < (lhs: ClientAllocation, rhs: ClientAllocation) -> Bool { lhs.both < rhs.both }

  private var both: UInt64 { UInt64(number.number) << 32 | UInt64(bsn.number) }
}
