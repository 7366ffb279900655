import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR377Tests {
  @Test func `reason 8 names the municipality of residence`() {
    #expect(broken(.requestAnswer(.sample(reason: "8"))) == ["TR377 Antwoord/Woonplaatsbeginsel"])
    #expect(broken(.requestAnswer(.sample(reason: "8", residence: Sample.otherMunicipality))) == [])
  }

  @Test(arguments: ["1", "5", "7", "9"])
  func `other reasons need none`(reason: String) {
    #expect(broken(.requestAnswer(.sample(reason: reason))) == [])
  }

  @Test func `iWmo does not have the class`() {
    #expect(broken(.requestAnswer(.sample(reason: "8")).following(.iWmo(.v3_2))) == [])
  }
}
