import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR056Tests {
  let rule = TR056IdentificationIsNew()

  @Test func `a new identification passes`() {
    #expect(rule.judge(.declaration(.sample())) == .pass)
  }

  @Test(arguments: [
    Message.declaration(.sample()), .allocation(.sample()), .start(.sample()), .stop(.sample()),
  ])
  func `an identification in use fails on any kind of message`(message: Message) {
    var known = WorkingSet.sample
    known.identificationIsUsed = true
    #expect(rule.judge(message, in: .sample(known: known)) == .fail([:]))
  }

  @Test func `without history it has nothing to say`() {
    #expect(rule.judge(.declaration(.sample()), in: .sample(known: nil)) == .notApplicable)
  }
}
