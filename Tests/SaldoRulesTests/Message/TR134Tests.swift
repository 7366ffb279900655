import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR134Tests {
  let rule = TR134DatesAreByTheMessageDate()

  @Test func `a period that begins on the message date passes`() {
    let message = DeclarationMessage.sample(
      messageDate: "2025-03-01", period: Period("2025-03-01", "2025-03-31"),
      lines: [.sample(period: Period("2025-03-01", "2025-03-31"))])
    #expect(rule.places(in: message) == [])
  }

  @Test func `a period that begins the day after fails in both places`() {
    let march = Period("2025-03-01", "2025-03-31")
    let message = DeclarationMessage.sample(messageDate: "2025-02-28", period: march, lines: [.sample(period: march)])
    #expect(
      rule.places(in: message) == [
        "DeclaratiePeriode/Begindatum", "Client[1]/Prestatie[1]/ProductPeriode/Begindatum",
      ])
    let facts: Facts = ["found": .date("2025-03-01"), "messageDate": .date("2025-02-28")]
    #expect(rule.findings(in: message).map(\.facts) == [facts, facts])
  }

  @Test func `the date of the declaration class is not its business`() {
    #expect(rule.places(in: .sample(messageDate: "2025-03-03", date: "2025-01-01")) == [])
  }

  /// A message of each kind with a client, of 15 January 2025, with a birth date.
  private func messages(bornOn date: CalendarDate) -> [Message] {
    let born = BirthDate(date: date, use: nil)
    let relation = with(Relation.sample()) { $0.birthDate = born }
    return [
      .allocation(with(.sample(date: "2025-01-15")) { $0.client.birthDate = born }),
      .allocation(with(.sample(date: "2025-01-15")) { $0.client.relations = [relation] }),
      .start(with(.sample(date: "2025-01-15")) { $0.client.birthDate = born }),
      .stop(with(.sample(date: "2025-01-15", end: "2025-01-15")) { $0.client.birthDate = born }),
      .allocationRequest(with(.sample(date: "2025-01-15")) { $0.client.person.birthDate = born }),
    ]
  }

  @Test func `a birth is on the message date at the latest, and is not shown`() {
    for message in messages(bornOn: "2025-01-15") { #expect(broken(message) == []) }
    for message in messages(bornOn: "2025-01-16") {
      #expect(broken(message).map { $0.prefix(5) } == ["TR134"])
      #expect(broken(message.following(.iWmo(.v3_2))).map { $0.prefix(5) } == ["TR134"])
      let findings = rule.findings(in: message)
      #expect(findings.map(\.facts["messageDate"]) == [.date("2025-01-15")])
      #expect(
        findings.map(\.facts["found"]) == [
          .phrase(Bilingual(nl: "een latere geboortedatum", en: "a later birth date"))
        ])
      #expect(findings.allSatisfy { $0.place.path.hasSuffix("Geboortedatum/Datum") })
    }
  }

  @Test func `an allocation is fixed by the message date`() {
    func broken(_ day: CalendarDate) -> [String] {
      let product = AllocatedProduct.sample(decidedOn: day)
      return SaldoRulesTests.broken(.allocation(.sample(date: "2025-01-15", products: [product])))
    }
    #expect(broken("2025-01-15") == [])
    #expect(broken("2025-01-16") == ["TR134 Toewijzingsdatum"])
  }

  @Test func `an allocation may begin later`() {
    #expect(broken(.allocation(.sample(date: "2025-01-10"))) == [])
    #expect(broken(.allocationRequest(.sample(date: "2025-01-10"))) == [])
  }

  @Test func `a start and a stop are not announced`() {
    #expect(broken(.start(.sample(date: "2025-01-14", begin: "2025-01-14"))) == [])
    #expect(broken(.start(.sample(date: "2025-01-14", begin: "2025-01-15"))) == ["TR134 Begindatum"])
    #expect(broken(.stop(.sample(date: "2025-04-02", end: "2025-04-02"))) == [])
    #expect(broken(.stop(.sample(date: "2025-04-02", end: "2025-04-03"))) == ["TR134 Einddatum"])
  }

  @Test func `a returned line begins by the date of the answer`() {
    let line = DeliveryLine.sample(period: Period("2025-02-01", "2025-02-01"))
    func broken(_ date: CalendarDate) -> [String] {
      SaldoRulesTests.broken(.declarationAnswer(.sample(date: date, clients: [(Sample.bsn, [line])])))
    }
    #expect(broken("2025-02-01") == [])
    #expect(broken("2025-01-31") == ["TR134 ProductPeriode/Begindatum", "TR137 ProductPeriode/Einddatum"])
  }

  @Test func `the facts of a start and a stop tell its day`() {
    let start = Message.start(.sample(date: "2025-01-14", begin: "2025-01-15"))
    #expect(
      rule.findings(in: start).map(\.facts) == [["found": .date("2025-01-15"), "messageDate": .date("2025-01-14")]])
    let stop = Message.stop(.sample(date: "2025-04-02", end: "2025-04-03"))
    #expect(
      rule.findings(in: stop).map(\.facts) == [["found": .date("2025-04-03"), "messageDate": .date("2025-04-02")]])
  }
}
