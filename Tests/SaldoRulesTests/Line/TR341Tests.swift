import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR341Tests {
  let rule = TR341UnitIsThatOfTheAllocation()

  private func verdict(_ declared: CareUnit, on allocated: CareUnit) -> Verdict {
    let volume = AllocatedVolume(volume: 3, unit: allocated, frequency: .perWeek)
    let context = RuleContext.sample(known: .sample(allocations: [.sample(.sample(volume: volume))]))
    return rule.judge(.sample(unit: declared), in: context)
  }

  @Test func `the unit passes, and minutes on hours`() {
    for unit in CareUnit.allCases { #expect(verdict(unit, on: unit) == .pass) }
    #expect(verdict(.minute, on: .hour) == .pass)
  }

  @Test func `every other pair of units fails, hours on minutes included`() {
    for allocated in CareUnit.allCases {
      for declared in CareUnit.allCases where declared != allocated {
        guard (declared, allocated) != (.minute, .hour) else { continue }
        let facts: Facts = ["found": .code(declared.rawValue), "expected": .code(allocated.rawValue)]
        #expect(verdict(declared, on: allocated) == .fail(facts))
      }
    }
  }

  @Test func `an allocation without a volume, an unknown one and credits are not its business`() {
    let budget = AllocatedProduct.sample(code: nil, volume: nil, budget: Euros(cents: 100_000))
    let context = RuleContext.sample(known: .sample(allocations: [.sample(budget)]))
    #expect(rule.judge(.sample(unit: .daypart), in: context) == .notApplicable)
    #expect(rule.judge(.sample(allocation: 1002)) == .notApplicable)
    #expect(TR341UnitIsThatOfTheAllocation.sides == [.debit])
  }
}
