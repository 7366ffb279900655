import SaldoDomain
import SaldoTestSupport
import Testing

struct DeliveryHistoryTests {
  private let other = Product(category: ProductCategory(rawValue: "46"), code: Sample.product.code)
  private let sibling = Product(category: Sample.product.category, code: "45A53")

  private func key(_ notice: DeliveryNotice) -> StartKey { StartKey(notice.start) }

  @Test func `a start is known by allocation, category, code and first day`() {
    let history = DeliveryHistory(after: [.started()])
    #expect(history.holds(.started(), in: .v3_2))
    #expect(!history.holds(.started("2025-01-15"), in: .v3_2))
    #expect(!history.holds(.started(on: 1002), in: .v3_2))
    #expect(!history.holds(.started(product: other), in: .v3_2))
    #expect(!history.holds(.started(product: sibling), in: .v3_2))
    #expect(!history.holds(.stopped(), in: .v3_2))
  }

  @Test func `a stop is known by its start, reason and last day`() {
    let history = DeliveryHistory(after: [.stopped()])
    #expect(history.holds(.stopped(), in: .v3_2))
    #expect(!history.holds(.stopped("2025-04-01"), in: .v3_2))
    #expect(!history.holds(.stopped(reason: "20"), in: .v3_2))
    #expect(!history.holds(.stopped(begin: "2025-01-15"), in: .v3_2))
    #expect(!history.holds(.started(), in: .v3_2))
  }

  @Test func `what is removed counts as never sent, and nothing else does`() {
    let notices: [DeliveryNotice] = [.started(), .started(on: 1002), .stopped(), .stopped(reason: "20")]
    let started = DeliveryHistory(after: notices + [.started(removed: true)])
    #expect(started.starts == [key(.started(on: 1002))])
    #expect(started.stops.count == 2)
    let stopped = DeliveryHistory(after: notices + [.stopped(removed: true)])
    #expect(stopped.starts.count == 2)
    #expect(stopped.stops.map(\.reason) == [StopReason(rawValue: "20")])
  }

  @Test func `before 3.2 a stop is known by its start and last day, whatever the reason`() {
    let history = DeliveryHistory(after: [.stopped(), .stopped("2025-04-30")])
    for release in [Release.v3_0, .v3_1] {
      #expect(history.holds(.stopped(reason: "20"), in: release))
      #expect(!history.holds(.stopped("2025-04-01"), in: release))
      #expect(!history.holds(.stopped(begin: "2025-01-15"), in: release))
      #expect(!history.holds(.stopped(on: 1002), in: release))
    }
  }

  @Test func `a removal with another reason takes away the stop of its start and last day, and no other`() {
    let stops: [DeliveryNotice] = [.stopped(), .stopped("2025-04-30"), .stopped(on: 1002)]
    let history = DeliveryHistory(after: stops + [.stopped(reason: "20", removed: true)])
    #expect(history.stops.map(\.end) == ["2025-04-30", "2025-03-31"])
    #expect(history.stops.map(\.start.allocation) == [AllocationNumber(1001), AllocationNumber(1002)])
  }

  @Test func `a start is current until a stop of it arrives`() {
    let number = AllocationNumber(1001)
    #expect(DeliveryHistory(after: [.started(on: 1002)]).currentStart(on: number) == nil)
    let two: [DeliveryNotice] = [.started(), .started("2025-02-01")]
    #expect(DeliveryHistory(after: two).currentStart(on: number) == key(.started()))
    let ended = DeliveryHistory(after: two + [.stopped()])
    #expect(ended.currentStart(on: number) == key(.started("2025-02-01")))
    let all = DeliveryHistory(after: two + [.stopped(), .stopped(begin: "2025-02-01")])
    #expect(all.currentStart(on: number) == nil)
  }

  @Test func `a delivery on an allocation is that number from that day, whatever the product`() {
    let start = key(.started())
    #expect(start.isOfSameDelivery(as: key(.started(product: other))))
    #expect(!start.isOfSameDelivery(as: key(.started("2025-01-15"))))
    #expect(!start.isOfSameDelivery(as: key(.started(on: 1002))))
    #expect(!start.isOfSameDelivery(as: key(.started(on: nil))))
  }

  @Test func `a delivery without an allocation is that product from that day`() {
    let start = key(.started(on: nil))
    #expect(start.isOfSameDelivery(as: key(.started(on: nil))))
    #expect(!start.isOfSameDelivery(as: key(.started(on: nil, product: sibling))))
    #expect(!start.isOfSameDelivery(as: key(.started("2025-01-15", on: nil))))
  }

  @Test func `the stops of a delivery are told in the order in which they came`() {
    let history = DeliveryHistory(after: [
      .stopped("2025-04-15", reason: "20"), .stopped(on: 1002), .stopped("2025-03-31"),
    ])
    #expect(history.stops(of: DeliveryNotice.started().start).map(\.end) == ["2025-04-15", "2025-03-31"])
  }
}
