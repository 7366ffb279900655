import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR366Tests {
  let rule = TR366ReturnedLineWasDeclared()

  /// Two clients: line R1 is of the sample client, R2 of the other.
  private let declaration = DeclarationMessage.sample(
    clients: [Sample.bsn, Sample.otherBsn], lines: [.sample(), .sample(reference: "R2", client: 1)])

  @Test func `a declared line passes`() {
    #expect(rule.findings(in: .sample(), to: declaration) == [])
  }

  @Test func `a reference that was not declared fails`() {
    let answer = DeclarationAnswer.sample(clients: [(Sample.bsn, [.sample(), .sample(reference: "R9")])])
    let findings = rule.findings(in: answer, to: declaration)
    #expect(findings.map(\.facts) == [["reference": .code("R9")]])
    #expect(findings.map(\.place.line) == [1])
    #expect(
      findings.map(\.place.path) == [
        "/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer"
      ])
  }

  @Test func `a line of another client of the declaration fails`() {
    let answer = DeclarationAnswer.sample(clients: [(Sample.otherBsn, [.sample()])])
    #expect(rule.findings(in: answer, to: declaration).count == 1)
  }

  @Test func `another previous reference fails`() {
    let answer = DeclarationAnswer.sample(clients: [(Sample.bsn, [.sample(previousReference: "OLD1")])])
    #expect(rule.findings(in: answer, to: declaration).count == 1)
  }

  @Test func `under a client whom the declaration does not have, that client is what is wrong`() {
    let declaration = DeclarationMessage.sample(clients: [Sample.bsn], lines: [.sample()])
    let answer = DeclarationAnswer.sample(clients: [(Sample.otherBsn, [.sample()])])
    #expect(rule.findings(in: answer, to: declaration) == [])
    #expect(TR304ClientIsKnown().findings(in: answer, to: declaration).count == 1)
  }
}
