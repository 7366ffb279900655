import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct K018Tests {
  let rule = K018CeilingIsThatOfTheMatrix()

  private static let cell = CeilingCell(
    childNature: "gedrag", childSeverity: "licht", systemNature: "opvoeding", systemSeverity: "matig")

  private func verdict(
    _ cents: Int64, cell: CeilingCell? = cell, motive: String? = nil,
    matrix: [CeilingMatrixRow] = [
      CeilingMatrixRow(cell: cell, height: Euros(cents: 600_000), validFrom: "2025-01-01")
    ], product: AllocatedProduct = .sample(), domain: Domain = .jw
  ) -> Verdict {
    var ceiling = ClientCeiling(
      municipality: Sample.municipality, bsn: Sample.bsn, period: Period("2025-01-01", "2025-12-31"),
      ceiling: Euros(cents: cents), setter: .referrer)
    ceiling.cell = cell
    ceiling.motive = motive
    return rule.judge(
      product, domain: domain,
      in: .sample(region: {
        $0.clientCeilings = [ceiling]
        $0.ceilings.matrix = matrix
      }))
  }

  @Test func `GA-5: the height of the cell, or a motive`() {
    #expect(verdict(600_000) == .pass)
    #expect(
      verdict(600_001)
        == .fail([
          "allocation": .code("1001"), "ceiling": .amount(Euros(cents: 600_001)),
          "expected": .amount(Euros(cents: 600_000)),
        ]))
    #expect(verdict(599_999).fails)
    #expect(verdict(700_000, motive: "Tweede kind in het gezin") == .pass)
  }

  @Test func `the row that was valid when the ceiling began counts`() {
    let rows = [
      CeilingMatrixRow(cell: Self.cell, height: Euros(cents: 600_000), validFrom: "2025-01-01"),
      CeilingMatrixRow(cell: Self.cell, height: Euros(cents: 500_000), validFrom: "2024-01-01"),
      CeilingMatrixRow(cell: Self.cell, height: Euros(cents: 700_000), validFrom: "2025-01-02"),
    ]
    #expect(verdict(600_000, matrix: rows) == .pass)
    #expect(verdict(700_000, matrix: rows).fails)
    #expect(verdict(1, matrix: [rows[2]]) == .pass)
  }

  @Test func `a ceiling without a cell, a removal and care under the Wmo are not its business`() {
    #expect(verdict(1, cell: nil) == .notApplicable)
    #expect(verdict(1, product: .sample(changeReason: .removed)) == .notApplicable)
    #expect(verdict(1, domain: .wmo) == .notApplicable)
  }
}
