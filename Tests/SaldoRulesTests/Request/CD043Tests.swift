import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct CD043Tests {
  @Test(
    arguments: [
      (nil, nil, []), (7, "2025-01-10", []), (7, nil, ["CD043 BeschikkingIngangsdatum"]),
      (nil, "2025-01-10", ["CD043 BeschikkingIngangsdatum"]), (0, nil, ["CD043 BeschikkingIngangsdatum"]),
    ] as [(UInt32?, CalendarDate?, [String])])
  func `a number and a first day come together`(number: UInt32?, begin: CalendarDate?, expected: [String]) {
    let message = Message.allocationRequest(
      with(.sample()) {
        $0.products[0].decisionNumber = number
        $0.products[0].decisionBegin = begin
      })
    #expect(broken(message) == expected)
    #expect(broken(message.following(.iWmo(.v3_2))) == expected)
  }
}
