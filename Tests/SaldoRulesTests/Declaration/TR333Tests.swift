import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR333Tests {
  let rule = TR333DeclarationNumberIsNew()

  @Test func `a new number passes`() {
    #expect(rule.verdict(on: .sample(), in: .sample()) == .pass)
  }

  @Test func `a number of a processed declaration fails`() {
    var known = WorkingSet.sample
    known.declarationNumberIsUsed = true
    #expect(rule.verdict(on: .sample(), in: .sample(known: known)) == .fail([:]))
    #expect(rule.metadata.facts == [])
  }

  @Test func `without history it has nothing to say`() {
    #expect(rule.verdict(on: .sample(), in: .sample(known: nil)) == .notApplicable)
  }
}
