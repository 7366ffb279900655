import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CS139Tests {
  /// A message of each kind of a day with a client who has this birth date, and a 301 with such a relation.
  private func messages(_ birth: BirthDate, on date: CalendarDate) -> [Message] {
    let relation = with(Relation.sample()) { $0.birthDate = birth }
    let product = AllocatedProduct.sample(decidedOn: date)
    return [
      .allocation(with(.sample(date: date, products: [product])) { $0.client.birthDate = birth }),
      .allocation(with(.sample(date: date, products: [product])) { $0.client.relations = [relation] }),
      .start(with(.sample(date: date, begin: date)) { $0.client.birthDate = birth }),
      .stop(with(.sample(date: date, begin: date, end: date)) { $0.client.birthDate = birth }),
      .allocationRequest(with(.sample(date: date)) { $0.client.person.birthDate = birth }),
    ]
  }

  @Test(
    arguments: [
      ("2012-05-01", .dayUnknown, true), ("2012-05-02", .dayUnknown, false), ("2012-01-01", .dayUnknown, true),
      ("2012-01-01", .dayAndMonthUnknown, true), ("2012-05-01", .dayAndMonthUnknown, false),
      ("2012-01-02", .dayAndMonthUnknown, false), ("1900-01-01", .unknown, true), ("1901-01-01", .unknown, false),
      ("2012-01-01", nil, true), ("2012-05-02", nil, true),
    ] as [(CalendarDate, BirthDate.Use?, Bool)])
  func `a date fits its use`(date: CalendarDate, use: BirthDate.Use?, passes: Bool) {
    for message in messages(BirthDate(date: date, use: use), on: "2020-01-10") {
      let codes = broken(message).map { $0.prefix(5) }
      #expect(codes == (passes ? [] : ["CS139"]))
      #expect(broken(message.following(.iWmo(.v3_2))).isEmpty == passes)
    }
  }

  @Test func `the finding says what is expected, never the date`() {
    let message = messages(BirthDate(date: "2012-05-01", use: .dayAndMonthUnknown), on: "2025-01-10")[0]
    let findings = CS139BirthDateFitsItsUse().findings(in: message)
    #expect(
      findings.map(\.facts) == [
        ["use": .code("2"), "expected": .phrase(Bilingual(nl: "1 januari", en: "1 January"))]
      ])
    #expect(findings.map(\.place.path) == ["/Bericht/Client/Geboortedatum/DatumGebruik"])
  }
}
