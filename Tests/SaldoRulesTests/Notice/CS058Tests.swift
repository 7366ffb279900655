import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS058Tests {
  @Test(
    arguments: [
      (.first, []), (.removal, []), (.changed, ["CS058 StatusAanlevering"]),
      (.notRelevant, ["CS058 StatusAanlevering"]),
    ] as [(DeliveryStatus, [String])])
  func `a status is 1 or 3, of a start and of a stop, in both domains`(status: DeliveryStatus, expected: [String]) {
    let start = Message.start(with(.sample()) { $0.products[0].status = status })
    let stop = Message.stop(with(.sample()) { $0.products[0].start.status = status })
    for message in [start, stop] {
      #expect(broken(message) == expected)
      #expect(broken(message.following(.iWmo(.v3_2))) == expected)
    }
  }

  @Test func `each product is judged, with the status as a fact`() {
    let second = with(StartedProduct.sample(begin: "2025-01-15")) { $0.status = .changed }
    let message = Message.start(with(.sample()) { $0.products.append(second) })
    let findings = CS058StatusIsFirstOrRemoval().findings(in: message)
    #expect(findings.map(\.place.path) == ["/Bericht/Client/StartProducten/StartProduct[2]/StatusAanlevering"])
    #expect(findings.map(\.facts["found"]) == [.code("2")])
  }
}
