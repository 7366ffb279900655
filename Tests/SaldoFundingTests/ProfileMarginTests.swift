import SaldoDomain
import SaldoFunding
import SaldoTestSupport
import Testing

struct ProfileMarginTests {
  // € 1,840.00 over 19 hours is 96.842…; € 1,275.00 over 16 is 79.6875.
  @Test(
    arguments: [(184_000, 19, 9_684), (127_500, 16, 7_969), (127_500, 0, nil), (-127_500, 16, -7_969)]
      as [(Int64, Int64, Int64?)])
  func `SW-1: a fixed price is worth something per hour`(cents: Int64, hours: Int64, perHour: Int64?) {
    #expect(ProfileMargin(granted: Euros(cents: cents), hours: hours).perHour?.cents == perHour)
  }
}
