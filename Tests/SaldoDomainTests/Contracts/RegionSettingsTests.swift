import Foundation
import SaldoDomain
import Testing

struct RegionSettingsTests {
  private func json(_ settings: RegionSettings) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(settings), as: UTF8.self)
  }

  private func settings(_ json: String) throws -> RegionSettings {
    try JSONDecoder().decode(RegionSettings.self, from: Data(json.utf8))
  }

  // The form that ledgers of format 1 hold.
  @Test func `settings of the first release are read and written as before`() throws {
    let first = #"{"payer":"region","paymentTermDays":21}"#
    let expected = RegionSettings(paymentTermDays: 21, payer: .region)
    #expect(try settings(first) == expected)
    #expect(try json(expected) == first)
  }

  @Test func `later settings are written when they are not the default, and read again`() throws {
    let later = RegionSettings(uniqueness: .municipality, tr319: .message, styleSheetVersion: "2.10.5")
    #expect(
      try json(later)
        == #"{"payer":"municipality","paymentTermDays":30,"styleSheetVersion":"2.10.5","tr319":"message","#
        + #""uniqueness":"municipality"}"#)
    #expect(try settings(json(later)) == later)
    #expect(try json(RegionSettings(uniqueness: .ledger, tr319: .line)) == json(RegionSettings()))
  }

  @Test(arguments: [#"{"payer":"region"}"#, #"{"payer":"region","paymentTermDays":21,"uniqueness":"x"}"#])
  func `a missing first setting or an unknown word is an error`(json: String) {
    #expect(throws: DecodingError.self) { try settings(json) }
  }
}
