import SaldoDomain
import SaldoTestSupport
import Testing

struct BsnTests {
  @Test(arguments: ["999900006", "999900018", "999999990", "012345672"])
  func `numbers that pass the eleven-test`(digits: String) throws {
    #expect(try #require(Bsn(digits: digits)).passesElevenTest)
  }

  @Test(arguments: ["000000000", "999900007", "000000001"])
  func `numbers that fail it, all zeros included`(digits: String) throws {
    #expect(try #require(Bsn(digits: digits)).passesElevenTest == false)
  }

  @Test func `exactly nine digits are read, and leading zeros kept`() {
    #expect(Bsn(digits: "012345672")?.digits == "012345672")
    for text in ["12345672", "0123456720", "12345678a", " 23456782", "+23456782", ""] {
      #expect(Bsn(digits: text) == nil)
    }
  }

  @Test func `its description is masked`() {
    #expect("\(Sample.bsn)" == "*********")
    #expect(String(reflecting: Sample.bsn) == "*********")
  }

  @Test func `every change of one digit is noticed`() {
    let digits = Array("999900006".utf8)
    for place in digits.indices {
      for digit in UInt8(0x30)...0x39 where digit != digits[place] {
        var changed = digits
        changed[place] = digit
        #expect(Bsn(digits: String(decoding: changed, as: UTF8.self))?.passesElevenTest == false)
      }
    }
  }
}

struct PartyCodeTests {
  @Test func `codes have their number of digits`() {
    #expect(ProviderCode("00000101")?.description == "00000101")
    #expect(ProviderCode("101") == nil)
    #expect(MunicipalityCode("0363")?.description == "0363")
    #expect(MunicipalityCode("363") == nil)
    #expect(MunicipalityCode("03630") == nil)
  }
}
