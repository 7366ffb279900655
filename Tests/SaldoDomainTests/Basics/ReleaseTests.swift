import SaldoDomain
import SaldoTestSupport
import Testing

struct ReleaseTests {
  @Test func `each release replaced the one before on one day`() {
    #expect(Release.allCases.map(\.live) == ["2021-01-01", "2022-04-04", "2023-04-03"])
    #expect(Release.allCases.map(\.successor) == [.v3_1, .v3_2, nil])
  }
}
