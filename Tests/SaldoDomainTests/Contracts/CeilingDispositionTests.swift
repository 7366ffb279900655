import SaldoDomain
import SaldoTestSupport
import Testing

struct CeilingDispositionTests {
  private let ceiling = ClientCeiling(
    municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
    ceiling: Euros(cents: 1), setter: .referrer)

  private func disposition(
    _ date: CalendarDate, _ outcome: CeilingDisposition.Outcome = .raised, from: CalendarDate = "2025-01-01",
    bsn: Bsn = Sample.bsn, municipality: MunicipalityCode = Sample.municipality
  ) -> CeilingDisposition {
    CeilingDisposition(municipality: municipality, bsn: bsn, ceilingBegin: from, date: date, outcome: outcome)
  }

  @Test func `GA-3: a decision on or after the crossing, and by the day, settles an overrun`() {
    func settles(_ date: CalendarDate) -> Bool {
      [disposition(date)].settling(ceiling, crossedOn: "2025-03-10", by: "2025-03-31") != nil
    }
    #expect(!settles("2025-03-09"))
    #expect(settles("2025-03-10"))
    #expect(settles("2025-03-31"))
    #expect(!settles("2025-04-01"))
    #expect([disposition("2025-01-01")].settling(ceiling, crossedOn: nil, by: "2025-01-01") != nil)
  }

  @Test func `GA-3: the last decision counts`() {
    let decisions = [
      disposition("2025-03-20", .noAction), disposition("2025-03-11", .reEvaluation),
      disposition("2025-03-12", .otherSupport),
    ]
    #expect(decisions.settling(ceiling, crossedOn: "2025-03-10", by: "2025-03-31")?.outcome == .noAction)
    #expect(decisions.settling(ceiling, crossedOn: "2025-03-10", by: "2025-03-19")?.outcome == .otherSupport)
  }

  @Test func `decisions on other ceilings do not count`() {
    let others = [
      disposition("2025-03-10", from: "2024-01-01"), disposition("2025-03-10", bsn: Sample.otherBsn),
      disposition("2025-03-10", municipality: Sample.otherMunicipality),
    ]
    #expect(others.settling(ceiling, crossedOn: nil, by: "2025-12-31") == nil)
  }
}
