import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR342Tests {
  private let rejected = [ReturnCode(rawValue: "9333")]

  @Test func `what is not granted comes back`() {
    #expect(broken(.declarationAnswer(.sample())) == [])
    #expect(
      broken(.declarationAnswer(.sample(granted: .debit(9000)))) == ["TR342 DeclaratieAntwoord/TotaalToegekendBedrag"])
  }

  @Test func `a cent more or less fails, in both domains`() {
    for cents: Int64 in [4999, 5001] {
      let message = Message.declarationAnswer(.sample(granted: .debit(cents)))
      #expect(broken(message) == ["TR342 DeclaratieAntwoord/TotaalToegekendBedrag"])
      #expect(broken(message.following(.iWmo(.v3_2))) == ["TR342 DeclaratieAntwoord/TotaalToegekendBedrag"])
    }
  }

  @Test func `everything granted has no lines`() {
    let answer = DeclarationAnswer.sample(granted: .debit(9000), clients: [], codes: [.grantedInFull])
    #expect(broken(.declarationAnswer(answer)) == [])
    #expect(broken(.declarationAnswer(.sample(clients: []))).count == 1)
  }

  @Test(arguments: [(5000, 0), (3000, 1)])
  func `a rejected credit counts as negative`(granted: Int64, findings: Int) {
    let credit = DeliveryLine.sample(reference: "OLD1").credited(as: "R1")
    let answer = DeclarationAnswer.sample(
      claimed: .debit(1000), granted: .debit(granted), clients: [(Sample.bsn, [credit])])
    #expect(broken(.declarationAnswer(answer)).count == findings)
  }

  @Test func `more credit than debit gives a granted credit`() {
    let answer = DeclarationAnswer.sample(
      claimed: .credit(1000), granted: .credit(4000),
      clients: [(Sample.bsn, [.sample(tariff: 300, amount: .debit(3000))])])
    #expect(broken(.declarationAnswer(answer)) == [])
    let positive = with(answer) { $0.declaration?.granted = .debit(4000) }
    #expect(broken(.declarationAnswer(positive)) == ["TR342 DeclaratieAntwoord/TotaalToegekendBedrag"])
  }

  @Test func `a rejected declaration grants nothing and returns no line`() {
    let clean = DeclarationAnswer.sample(granted: .debit(0), clients: [], codes: rejected)
    #expect(broken(.declarationAnswer(clean)) == [])
    let granting = DeclarationAnswer.sample(granted: .debit(9000), clients: [], codes: rejected)
    #expect(
      TR342AmountsOfAnAnswerAgree().findings(in: .declarationAnswer(granting)).map(\.facts["found"]) == [
        .amount(Euros(cents: 9000))
      ])
    let returning = DeclarationAnswer.sample(granted: .debit(0), codes: rejected)
    #expect(
      TR342AmountsOfAnAnswerAgree().findings(in: .declarationAnswer(returning)).map(\.facts["found"]) == [
        .number(1)
      ])
  }

  @Test func `under a rejected header there is nothing to compare`() {
    let refused = with(DeclarationAnswer.sample()) {
      $0.codes = [.technicallyRejected]
      $0.declaration = nil
    }
    #expect(broken(.declarationAnswer(refused)) == [])
    let odd = with(DeclarationAnswer.sample(granted: .debit(9000))) { $0.codes = [.technicallyRejected] }
    #expect(broken(.declarationAnswer(odd)) == [])
  }

  @Test func `the lines of every client count`() {
    let answer = DeclarationAnswer.sample(
      granted: .debit(1000),
      clients: [(Sample.bsn, [.sample()]), (Sample.otherBsn, [.sample(reference: "R2")])])
    #expect(broken(.declarationAnswer(answer)) == [])
  }

  @Test func `any other code than 0200 and 8001 rejects, whatever stands next to it`() {
    for codes in [[ReturnCode.noRemark] + rejected, rejected + [.grantedInFull]] {
      let answer = DeclarationAnswer.sample(granted: .debit(0), clients: [], codes: codes)
      #expect(broken(.declarationAnswer(answer)) == [])
      let header = with(DeclarationAnswer.sample(granted: .debit(9000))) { $0.codes = codes }
      #expect(broken(.declarationAnswer(header)) == [])
    }
  }

  @Test func `a rejected declaration should return no line`() {
    let returning = DeclarationAnswer.sample(granted: .debit(0), codes: rejected)
    let findings = TR342AmountsOfAnAnswerAgree().findings(in: .declarationAnswer(returning))
    #expect(findings.map(\.facts["expected"]) == [.number(0)])
  }
}
