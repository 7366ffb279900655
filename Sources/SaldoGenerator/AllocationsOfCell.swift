import SaldoDomain

/// The allocations of one provider and municipality that become known in a month, a message for each client.
struct AllocationsOfCell {
  private let plan: RegionPlan
  private let cell: RegionPlan.Cell
  private let month: Int
  private var slots: [Int] = []

  /// What is new in a month, counted from the first: slots that are used for the first time, and allocations that
  /// follow another one in their slot.
  init(_ plan: RegionPlan, _ cell: RegionPlan.Cell, month: Int, opened: Range<Int>) {
    self.plan = plan
    self.cell = cell
    self.month = month
    slots = (0..<opened.lowerBound).filter { Course.begins(plan, cell, slot: $0, month: month) } + opened
    let clients = cell.clients
    slots.sort { ($0 % clients, $0) < ($1 % clients, $1) }
  }

  /// The messages, by client.
  ///
  /// - Parameter next: The number of the next allocation message of the run; counts on.
  func forEachMessage(numberedFrom next: inout Int, _ body: (AllocationMessage) throws -> Void) rethrows {
    var first = 0
    while first < slots.count {
      let client = slots[first] % cell.clients
      let end = slots[first...].firstIndex { $0 % cell.clients != client } ?? slots.count
      next += 1
      try body(message(slots[first..<end], number: next))
      first = end
    }
  }

  private func message(_ slots: ArraySlice<Int>, number: Int) -> AllocationMessage {
    let courses = slots.map { Course(plan, cell, slot: $0, month: month) }
    let products = courses.map(\.allocated)
    let date = products.map(\.decidedAt.date).max()!
    return AllocationMessage(
      header: plan.header(.allocation, of: cell, identification: "T\(number)", date: date),
      client: People.client(courses[0].client, seed: plan.options.seed), products: products)
  }
}
