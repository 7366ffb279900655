import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR304Tests {
  let rule = TR304ClientIsKnown()

  private func verdict(_ bsn: Bsn, known: WorkingSet? = .sample) -> Verdict {
    let message = DeclarationMessage.sample(clients: [bsn])
    return rule.verdict(on: message.clients[0], of: message, in: .sample(known: known))
  }

  @Test func `a client with an allocation passes`() {
    #expect(verdict(Sample.bsn) == .pass)
  }

  @Test func `a client without an allocation fails without being shown`() {
    #expect(verdict(Sample.otherBsn) == .fail([:]))
    #expect(rule.metadata.facts == [])
  }

  @Test func `in an answer, a client of the declaration passes without any allocation`() {
    #expect(rule.findings(in: .sample(), to: .sample()) == [])
  }

  @Test func `in an answer, a client whom the declaration does not have fails without being shown`() {
    let answer = DeclarationAnswer.sample(clients: [(Sample.bsn, [.sample()]), (Sample.otherBsn, [.sample()])])
    let findings = rule.findings(in: answer, to: .sample())
    #expect(findings.map(\.place.path) == ["/Bericht/DeclaratieAntwoord/Clienten/Client[2]/Bsn"])
    #expect(findings.map(\.facts) == [[:]])
  }

  @Test func `without history it has nothing to say`() {
    #expect(verdict(Sample.bsn, known: nil) == .notApplicable)
  }
}
