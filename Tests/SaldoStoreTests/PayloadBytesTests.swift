import SaldoDomain
import SaldoLedger
import Testing

@testable import SaldoStore

struct PayloadBytesTests {
  private func payload(_ outcome: MessagePayload.Outcome, lineCount: Int = 0) -> MessagePayload {
    MessagePayload(
      kind: .allocation, domain: .jw, release: .v3_2, outcome: outcome, codes: [], lineCount: lineCount,
      clients: [], lines: [], findings: [], declaredCents: 0, grantedCents: 0,
      postings: MessagePayload.PostingSummary(count: 0, sha256: "00"), answer: nil)
  }

  @Test func `each payload has its own bytes, after the same one and after another`() throws {
    var bytes = PayloadBytes()
    let payloads = [
      payload(.inForce), payload(.inForce), payload(.notInForce), payload(.inForce), payload(.lines, lineCount: 3),
      payload(.lines, lineCount: 3), payload(.lines, lineCount: 4), payload(.inForce),
    ]
    for payload in payloads {
      let found = try bytes.encode(payload)
      #expect(try found == CanonicalJSON.encode(payload))
    }
  }
}
