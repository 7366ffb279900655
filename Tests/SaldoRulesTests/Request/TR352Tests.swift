import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR352Tests {
  private let unchanged = [ChangeRequestMessage.UnchangedProduct(allocation: AllocationNumber(1002))]

  @Test func `a new product alone fails`() {
    let message = Message.changeRequest(.sample(changed: [], new: [.sample()]))
    #expect(broken(message) == ["TR352 Client/Verzoek"])
    #expect(broken(message.following(.iWmo(.v3_2))) == ["TR352 Client/Verzoek"])
  }

  @Test func `a product that stays, or one that changes, passes`() {
    #expect(broken(.changeRequest(.sample(unchanged: unchanged, changed: [], new: [.sample()]))) == [])
    #expect(broken(.changeRequest(.sample(new: [.sample()]))) == [])
    #expect(broken(.changeRequest(.sample(unchanged: unchanged))) == [])
  }

  @Test func `nothing at all fails, with TR353`() {
    #expect(
      broken(.changeRequest(.sample(changed: []))) == ["TR352 Client/Verzoek", "TR353 Client/Verzoek"])
  }
}
