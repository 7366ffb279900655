import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K019Tests {
  let rule = K019AddressedMunicipalityIsResponsible()

  private static let other = Sample.otherMunicipality

  /// The verdict on a line of February 2025 to the sample municipality.
  private func verdict(
    _ residences: [Residence], period: Period = Sample.period, merged: CalendarDate? = nil
  ) -> Verdict {
    rule.judge(
      .sample(period: period),
      in: .sample(region: { region in
        region.sharing.residences = residences
        if let merged {
          region.municipalities.append(
            Municipality(
              code: Self.other, name: "Oud", validUntil: merged.adding(days: -1), successor: Sample.municipality))
        }
      }))
  }

  private func lives(
    in municipality: MunicipalityCode, _ begin: CalendarDate, _ end: CalendarDate? = nil,
    _ basis: Residence.Basis = .address
  ) -> Residence {
    Residence(bsn: Sample.bsn, municipality: municipality, period: OpenPeriod(begin: begin, end: end), basis: basis)
  }

  private func elsewhere(from day: CalendarDate) -> Verdict {
    .fail(["date": .date(day), "municipality": .code(Self.other.description)])
  }

  @Test func `GD-8: the first day on which another municipality is responsible is named`() {
    #expect(verdict([lives(in: Self.other, "2020-01-01")]) == elsewhere(from: Sample.period.begin))
    let moved = [lives(in: Sample.municipality, "2020-01-01", "2025-02-14"), lives(in: Self.other, "2025-02-15")]
    #expect(verdict(moved) == elsewhere(from: "2025-02-15"))
    #expect(verdict(moved, period: Period("2025-02-01", "2025-02-14")) == .pass)
    #expect(verdict(moved, period: Period("2025-02-01", "2025-02-15")) == elsewhere(from: "2025-02-15"))
  }

  @Test func `during residential care the address before it counts`() {
    let placed = [
      lives(in: Sample.municipality, "2020-01-01", "2024-12-31"),
      lives(in: Self.other, "2025-01-01", nil, .residential),
    ]
    #expect(verdict(placed) == .pass)
  }

  @Test func `an address in a municipality that merged into the addressed one is its own`() {
    let address = [lives(in: Self.other, "2020-01-01")]
    #expect(verdict(address, merged: "2025-01-01") == .pass)
    #expect(verdict(address, merged: "2025-02-02") == elsewhere(from: Sample.period.begin))
  }

  @Test func `without residences, or with a gap, there is nothing to say`() {
    #expect(verdict([]) == .notApplicable)
    #expect(verdict([lives(in: Self.other, "2020-01-01", "2024-12-31")]) == .pass)
  }

  @Test func `a period that ends before it begins, or lasts for centuries, is judged at once`() {
    #expect(
      verdict([lives(in: Self.other, "2020-01-01")], period: Period("2025-02-28", "2025-02-01")) == .notApplicable)
    #expect(
      verdict([lives(in: Self.other, "2020-01-01")], period: Period("1900-01-01", "9999-12-31"))
        == elsewhere(from: "2022-01-01"))
  }

  @Test func `it never rejects`() { #expect(K019AddressedMunicipalityIsResponsible.metadata.severity == .signal) }

  @Test func `a credit is not judged`() { #expect(K019AddressedMunicipalityIsResponsible.sides == [.debit]) }
}
