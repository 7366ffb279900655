import SaldoDomain

/// An allocation that a message names, and where the lines on it can stand in a ledger: dense ids.
struct AllocationPlace {
  /// The allocation.
  let named: ClientAllocation
  /// The client; nil when the ledger does not know it.
  let client: Int64?
  /// The municipalities to which they can have been declared; none when the ledger knows nothing of the allocation.
  var municipalities: [Int64] = []
  /// The providers that can have declared them.
  var providers: [Int64] = []
}
