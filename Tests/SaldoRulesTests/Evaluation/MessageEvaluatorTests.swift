import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

/// Which rules are judged on which message. What each rule says is in its own suite.
struct MessageEvaluatorTests {
  /// A message of each kind that has rules of level 2; none breaks one.
  private let samples: [Message] = [
    .allocation(.sample()), .start(.sample()), .stop(.sample()), .allocationRequest(.sample()),
    .changeRequest(.sample()), .requestAnswer(.sample()), .declaration(.sample()), .declarationAnswer(.sample()),
  ]

  @Test(arguments: Domain.allCases, Release.allCases)
  func `the samples break nothing, in each domain and release`(domain: Domain, release: Release) {
    for message in samples { #expect(broken(message.following(Standard(domain: domain, release: release))) == []) }
  }

  @Test func `a rule governs its kinds, its domains, and its release and later ones`() {
    let metadata = CS335RemovedAllocationEndsAtItsStart.metadata
    func governs(_ kind: MessageKind, _ standard: Standard) -> Bool {
      metadata.governs(with(MessageHeader.sample(kind)) { $0.standard = standard })
    }
    #expect(governs(.allocation, .iJw(.v3_2)))
    #expect(governs(.allocation, .iWmo(.v3_1)))
    #expect(!governs(.allocation, .iJw(.v3_0)))
    #expect(!governs(.allocationReturn, .iJw(.v3_2)))
    let youth = CS318ClientIsNaturalPerson.metadata
    #expect(youth.governs(.sample(.allocation)))
    #expect(!youth.governs(with(.sample(.allocation)) { $0.standard = .iWmo(.v3_2) }))
  }

  // Source: the timeline of releases; the rules that 3.1 and 3.2 added.
  @Test func `rules that came after release 3_0 say so`() {
    let later = RuleBook.metadata.filter { $0.since > .v3_0 }
    let since31: Set<RuleCode> = ["CS335", "CS336", "TR379", "TR384", "TR385", "TR387", "TR388", "TR389", "TR390"]
    #expect(Set(later.filter { $0.since == .v3_1 }.map(\.code)) == since31)
    #expect(later.filter { $0.since == .v3_2 }.map(\.code) == ["TR413", "TR414", "TR415", "TR418"])
  }

  @Test func `a line rule of a later release is left out`() {
    let declaration = DeclarationMessage.sample(lines: [.sample(tariff: 401, amount: .debit(4010))])
    func codes(_ release: Release) -> [ReturnCode]? {
      var evaluator = DeclarationEvaluator(.sample())
      return evaluator.judge(with(declaration) { $0.header.standard = .iJw(release) }).lineCodes[0]
    }
    #expect(codes(.v3_2) == [ReturnCode(rawValue: "0611")])
    #expect(codes(.v3_1) == nil)
  }

  @Test func `a return message has no rules of level 2`() {
    let header = MessageHeader.sample(.allocationReturn)
    let answer = ReturnMessage(
      header: header, returnIdentification: "R1", returnDate: "2025-03-10",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: [], content: nil)
    #expect(broken(.returned(answer)) == [])
  }

  @Test func `a return message has no header rules, whatever its date and identification`() {
    let known = with(WorkingSet.sample) { $0.identificationIsUsed = true }
    let header = MessageHeader.sample(.allocationReturn, date: "2025-03-11")
    let answer = ReturnMessage(
      header: header, returnIdentification: "R1", returnDate: "2025-03-11",
      returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"), codes: [], content: nil)
    #expect(MessageEvaluator(.sample(known: known)).headerFindings(.returned(answer)) == [])
  }

  @Test func `every finding of one message is reported, in the order of the rules`() {
    let message = Message.allocation(
      with(.sample(date: "2025-01-09")) {
        $0.client.bsn = Bsn(number: 999_900_007)
        $0.client.contacts[0].address?.country = nil
      })
    #expect(broken(message) == ["CD005 Adres/LandCode", "CS002 Client/Bsn", "TR134 Toewijzingsdatum"])
  }
}
