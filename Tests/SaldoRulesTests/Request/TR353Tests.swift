import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR353Tests {
  private let unchanged = [ChangeRequestMessage.UnchangedProduct(allocation: AllocationNumber(1002))]

  @Test func `a product that stays alone fails`() {
    let message = Message.changeRequest(.sample(unchanged: unchanged, changed: []))
    #expect(broken(message) == ["TR353 Client/Verzoek"])
    #expect(broken(message.following(.iWmo(.v3_2))) == ["TR353 Client/Verzoek"])
  }

  @Test func `a product that changes, or a new one, passes`() {
    #expect(broken(.changeRequest(.sample(unchanged: unchanged))) == [])
    #expect(broken(.changeRequest(.sample())) == [])
    #expect(broken(.changeRequest(.sample(unchanged: unchanged, changed: [], new: [.sample()]))) == [])
  }
}
