/// An allocation as a line names it, before doubles are left out.
struct NamedAllocation {
  /// The number, and after it the position of the client among those of the message in order.
  let key: UInt64
  /// The first day of the product period of a debit line; of a credit, and in other messages, a day that never
  /// comes.
  let debitBegin: CalendarDate

  private static let never = CalendarDate(daysSince1970: .max)

  init(_ number: AllocationNumber, client: Int32, debitBegin: CalendarDate? = nil) {
    key = UInt64(number.number) << 32 | UInt64(client)
    self.debitBegin = debitBegin ?? Self.never
  }

  /// What the lines of a declaration name.
  static func all(in lines: [DeliveryLine], clients: [Int32]) -> [NamedAllocation] {
    // By position: a loop over the lines themselves would copy each.
    lines.indices.map {
      NamedAllocation(
        lines[$0].allocation, client: clients[lines[$0].client],
        debitBegin: lines[$0].isCredit ? nil : lines[$0].period.begin)
    }
  }

  /// The allocations in order and each once, with the client of each and the first day of the debits on it.
  static func distinct(
    _ named: inout [NamedAllocation], of clients: [Bsn]
  ) -> ([ClientAllocation], clients: [Int32], firstDebitBegins: SortedTable<ClientAllocation, CalendarDate>) {
    named.sort { $0.key < $1.key }
    var allocations: [ClientAllocation] = []
    var positions: [Int32] = []
    var begins: SortedTable<ClientAllocation, CalendarDate> = [:]
    allocations.reserveCapacity(named.count)
    positions.reserveCapacity(named.count)
    for line in named {
      let client = Int32(line.key & 0xFFFF_FFFF)
      let allocation = ClientAllocation(AllocationNumber(UInt32(line.key >> 32)), of: clients[Int(client)])
      if allocations.last != allocation {
        allocations.append(allocation)
        positions.append(client)
      }
      guard line.debitBegin != never else { continue }
      begins[allocation] = min(begins[allocation] ?? never, line.debitBegin)
    }
    return (allocations, positions, begins)
  }
}
