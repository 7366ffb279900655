import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS336Tests {
  /// What a 301 breaks with this reason of change, in a release.
  private func broken(_ reason: String?, in release: Release = .v3_2) -> [String] {
    let product = AllocatedProduct.sample(changeReason: reason.map { ChangeReason(rawValue: $0) })
    return SaldoRulesTests.broken(.allocation(.sample(products: [product])).following(.iJw(release)))
  }

  @Test func `01 fails, other reasons and no reason pass`() {
    #expect(broken("01") == ["CS336 RedenWijziging"])
    for reason in ["02", "04", "12", "14"] { #expect(broken(reason) == []) }
    #expect(broken(nil) == [])
  }

  @Test func `01 lapsed in release 3_1`() {
    #expect(broken("01", in: .v3_1) == ["CS336 RedenWijziging"])
    #expect(broken("01", in: .v3_0) == [])
  }

  @Test func `it holds in iWmo too`() {
    let product = AllocatedProduct.sample(changeReason: .administrativeCorrection)
    let message = Message.allocation(.sample(products: [.sample(number: 1002, code: "45A53"), product]))
    #expect(SaldoRulesTests.broken(message.following(.iWmo(.v3_2))) == ["CS336 RedenWijziging"])
  }
}
