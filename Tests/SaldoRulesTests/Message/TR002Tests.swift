import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR002Tests {
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

  /// The rules that the messages break, when all break the same.
  private func broken(_ birth: BirthDate, on date: CalendarDate) -> [String] {
    let all = messages(birth, on: date).map { SaldoRulesTests.broken($0).map { String($0.prefix(5)) } }
    #expect(all.allSatisfy { $0 == all[0] })
    return all[0]
  }

  @Test func `exactly 120 years passes, a day more fails`() {
    #expect(broken(BirthDate(date: "1905-01-15", use: nil), on: "2025-01-15") == [])
    #expect(broken(BirthDate(date: "1905-01-14", use: nil), on: "2025-01-15") == ["TR002"])
  }

  @Test func `29 February counts as 28 February in a year without one`() {
    #expect(broken(BirthDate(date: "1900-02-28", use: nil), on: "2020-02-29") == [])
    #expect(broken(BirthDate(date: "1900-02-27", use: nil), on: "2020-02-29") == ["TR002"])
  }

  @Test func `an unknown date passes when it says so`() {
    #expect(broken(BirthDate(date: "1900-01-01", use: .unknown), on: "2025-01-15") == [])
    #expect(broken(BirthDate(date: "1900-01-01", use: nil), on: "2025-01-15") == ["TR002"])
    #expect(broken(BirthDate(date: "1900-01-01", use: .dayAndMonthUnknown), on: "2025-01-15") == ["TR002"])
    #expect(broken(BirthDate(date: "1900-01-02", use: .unknown), on: "2025-01-15") == ["CS139", "TR002"])
  }

  @Test func `the finding shows the bound and never the date`() {
    for message in messages(BirthDate(date: "1905-01-14", use: nil), on: "2025-01-15") {
      let findings = TR002BirthIsWithin120Years().findings(in: message.following(.iWmo(.v3_2)))
      #expect(findings.map(\.facts) == [["earliest": .date("1905-01-15")]])
      #expect(findings.allSatisfy { $0.place.path.hasSuffix("/Geboortedatum/Datum") })
    }
  }

  @Test func `a relation without a birth date is not its business`() {
    let relation = with(Relation.sample()) { $0.birthDate = nil }
    #expect(SaldoRulesTests.broken(.allocation(with(.sample()) { $0.client.relations = [relation] })) == [])
  }
}
