import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS002Tests {
  let rule = CS002BsnPassesElevenTest()

  @Test(arguments: [999_900_006, 999_900_018, 999_999_990] as [UInt32])
  func `a number that passes the test passes`(number: UInt32) {
    for message in messages(Bsn(number: number)) { #expect(broken(message) == []) }
  }

  // 9·9+8·9+7·9+6·9+5·0+4·0+3·0+2·0−7 = 263, and with −1 at the end 269: 11 divides neither, but divides 264 (−6).
  @Test(arguments: [999_900_007, 999_900_001, 0] as [UInt32])
  func `a number that misses the test, or is all zeros, fails without being shown`(number: UInt32) {
    let message = DeclarationMessage.sample(
      clients: [Sample.bsn, Bsn(number: number)], lines: [.sample(), .sample(reference: "R2", client: 1)])
    let findings = rule.findings(in: message)
    #expect(findings.map(\.place.client) == [1])
    #expect(findings.map(\.place.sourceLine) == [200])
    #expect(findings.allSatisfy { $0.facts.entries.isEmpty })
  }

  /// A message of each kind that it judges, about a client with this number.
  private func messages(_ bsn: Bsn) -> [Message] {
    [
      .allocation(with(.sample()) { $0.client.bsn = bsn }), .start(with(.sample()) { $0.client.bsn = bsn }),
      .stop(with(.sample()) { $0.client.bsn = bsn }),
      .allocationRequest(with(.sample()) { $0.client.person.bsn = bsn }),
      .changeRequest(with(.sample()) { $0.bsn = bsn }), .declaration(.sample(clients: [bsn])),
      .declarationAnswer(.sample(clients: [(bsn, [.sample()])])),
    ]
  }

  @Test func `it holds in every message with a client, in both domains`() {
    let messages = messages(Bsn(number: 999_900_007))
    #expect(messages.map(\.header.kind) == rule.metadata.kinds)
    for message in messages {
      #expect(broken(message).map { $0.prefix(5) } == ["CS002"])
      #expect(broken(message.following(.iWmo(.v3_2))).map { $0.prefix(5) } == ["CS002"])
    }
    #expect(
      messages.flatMap { rule.findings(in: $0) }.map(\.place.path) == [
        "/Bericht/Client/Bsn", "/Bericht/Client/Bsn", "/Bericht/Client/Bsn", "/Bericht/Client/Bsn",
        "/Bericht/Client/Bsn", "/Bericht/Declaratie/Clienten/Client[1]/Bsn",
        "/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Bsn",
      ])
  }

  @Test func `an answer without clients has none to judge`() {
    let answer = DeclarationAnswer.sample(granted: .debit(9000), clients: [], codes: [.grantedInFull])
    #expect(rule.findings(in: .declarationAnswer(answer)) == [])
    #expect(rule.findings(in: .declarationAnswer(with(answer) { $0.declaration = nil })) == [])
  }

  @Test func `an answer to a request, and a return message, name no client that it judges`() {
    let returned = ReturnMessage(
      header: .sample(.startReturn), returnIdentification: "R1", returnDate: "2025-01-15",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: [],
      content: ReturnMessage.Content(
        message: .start(with(.sample()) { $0.client.bsn = Bsn(number: 999_900_007) }), codes: [:]))
    for message in [Message.requestAnswer(.sample()), .returned(returned)] {
      rule.judge(message) { place, _ in Issue.record("\(place.path)") }
    }
  }
}
