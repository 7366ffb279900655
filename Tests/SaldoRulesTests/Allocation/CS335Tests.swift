import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS335Tests {
  /// What a 301 breaks with this product, in a release.
  private func broken(_ end: CalendarDate?, _ reason: ChangeReason?, in release: Release = .v3_2) -> [String] {
    let product = AllocatedProduct.sample(
      validity: OpenPeriod("2025-01-13", end), changeReason: reason,
      volume: AllocatedVolume(volume: 3, unit: .hour, frequency: .perMonth))
    return SaldoRulesTests.broken(.allocation(.sample(products: [product])).following(.iJw(release)))
  }

  @Test func `what is removed ends on its first day`() {
    #expect(broken("2025-01-13", .removed) == [])
    #expect(broken("2025-01-14", .removed) == ["CS335 RedenWijziging"])
    #expect(broken("2025-02-13", .removed) == ["CS335 RedenWijziging"])
  }

  @Test func `without an end it fails`() {
    #expect(broken(nil, .removed) == ["CS335 RedenWijziging"])
    let product = AllocatedProduct.sample(validity: OpenPeriod("2025-01-13"), changeReason: .removed)
    let findings = CS335RemovedAllocationEndsAtItsStart().findings(in: .allocation(.sample(products: [product])))
    #expect(findings.map(\.facts["found"]) == [.phrase(Bilingual(nl: "geen", en: "none"))])
    #expect(findings.map(\.facts["expected"]) == [.date("2025-01-13")])
  }

  @Test func `an end before the first day fails, with CS003`() {
    #expect(broken("2025-01-12", .removed) == ["CS003 Einddatum", "CS335 RedenWijziging"])
  }

  @Test func `another reason, or none, is not its business`() {
    #expect(broken("2025-02-13", ChangeReason(rawValue: "14")) == [])
    #expect(broken("2025-02-13", nil) == [])
  }

  @Test func `it holds since release 3_1`() {
    #expect(broken("2025-02-13", .removed, in: .v3_1) == ["CS335 RedenWijziging"])
    #expect(broken("2025-02-13", .removed, in: .v3_0) == [])
  }

  @Test func `the facts tell the end and the first day`() {
    let product = AllocatedProduct.sample(
      validity: OpenPeriod("2025-01-13", "2025-02-13"), changeReason: .removed)
    let findings = CS335RemovedAllocationEndsAtItsStart().findings(in: .allocation(.sample(products: [product])))
    #expect(findings.map(\.facts) == [["found": .date("2025-02-13"), "expected": .date("2025-01-13")]])
  }
}
