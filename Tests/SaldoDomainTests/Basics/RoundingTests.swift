import SaldoDomain
import Testing

struct RoundingTests {
  @Test func `halves go away from zero`() {
    let cases: [(Int64, Int64, Int64)] = [
      (0, 60, 0), (29, 60, 0), (30, 60, 1), (31, 60, 1), (89, 60, 1), (90, 60, 2), (-29, 60, 0), (-30, 60, -1),
      (-90, 60, -2), (1, 3, 0), (2, 3, 1), (-1, 3, 0), (-2, 3, -1), (7, 1, 7), (-7, 1, -7),
    ]
    for (numerator, denominator, expected) in cases {
      #expect(Rounding.halfAwayFromZero(numerator, over: denominator) == expected, "\(numerator)/\(denominator)")
    }
  }

  @Test func `it agrees with doubling for every small fraction`() {
    var wrong: [String] = []
    for numerator in -120...120 as ClosedRange<Int64> {
      for denominator in 1...60 as ClosedRange<Int64> {
        // The integer that lies within half of the fraction; of two, the one further from zero.
        let candidates = (-121...121 as ClosedRange<Int64>).filter {
          abs(2 * (numerator - $0 * denominator)) <= denominator
        }
        let expected = numerator < 0 ? candidates.min() : candidates.max()
        if Rounding.halfAwayFromZero(numerator, over: denominator) != expected {
          wrong.append("\(numerator)/\(denominator)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `a wide fraction is rounded alike`() {
    for numerator in -200...200 as ClosedRange<Int64> {
      for denominator in 1...9 as ClosedRange<Int64> {
        #expect(
          Rounding.halfAwayFromZero(wide: Int128(numerator), over: Int128(denominator))
            == Rounding.halfAwayFromZero(numerator, over: denominator))
      }
    }
    // 2.5 and a little less, with a numerator that takes more than 64 bits.
    let large = Int128(Int64.max) * 10
    #expect(Rounding.halfAwayFromZero(wide: large * 5, over: large * 2) == 3)
    #expect(Rounding.halfAwayFromZero(wide: large * 5 - 1, over: large * 2) == 2)
    #expect(Rounding.halfAwayFromZero(wide: -large * 5, over: large * 2) == -3)
  }

  @Test func `the largest numbers do not overflow`() {
    #expect(Rounding.halfAwayFromZero(.max, over: .max) == 1)
    #expect(Rounding.halfAwayFromZero(.max - 1, over: .max) == 1)
    #expect(Rounding.halfAwayFromZero(.max / 2, over: .max) == 0)
    #expect(Rounding.halfAwayFromZero(.max / 2 + 1, over: .max) == 1)
    #expect(Rounding.halfAwayFromZero(.min, over: 1) == .min)
  }
}
