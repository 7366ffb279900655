import SaldoDomain
import SaldoMessages
import Testing

struct NoticeTests {
  private struct Unexpected: Error {}

  @Test func `a 305 decodes every field`() throws {
    guard case .start(let message)? = Draft.start.reading.message else { throw Unexpected() }
    #expect(message.header.kind == .start)
    #expect(message.header.isFromProvider)
    #expect(message.header.provider == ProviderCode("41410007"))
    #expect(
      message.client.without(\.offsets)
        == NoticeClient(
          bsn: try #require(Bsn(digits: "999900031")),
          birthDate: BirthDate(date: day(2012, 5, 1), use: .dayUnknown), sex: "2",
          name: PersonName(
            surname: Surname(name: "Wouters", prefix: "van de"), partnerName: nil, givenNames: "Noor Iris",
            initials: "NI", nameUse: nil),
          sourceLine: try Draft.start.line(of: "999900031")))
    let line = try Draft.start.line(of: "<jw305:StartProduct>")
    #expect(
      message.products.map { $0.without(\.offsets) } == [
        StartedProduct(
          allocation: AllocationNumber(1001), category: ProductCategory(rawValue: "45"), code: "45A48",
          allocationBegin: day(2025, 1, 13), begin: day(2025, 1, 14), status: .first, sourceLine: line),
        StartedProduct(
          allocation: nil, category: nil, code: nil, allocationBegin: nil, begin: day(2025, 1, 15), status: .removal,
          sourceLine: line + 10),
      ])
  }

  @Test func `a 307 decodes every field`() throws {
    guard case .stop(let message)? = Draft.stop.reading.message else { throw Unexpected() }
    #expect(message.header.kind == .stop)
    #expect(message.header.identification == "STOP-9")
    #expect(message.client.bsn.digits == "999900043")
    #expect(message.client.birthDate == BirthDate(date: day(2009, 11, 30), use: nil))
    #expect(message.client.sex == "0")
    #expect(message.client.name.surname == Surname(name: "Özdemir", prefix: nil))
    let line = try Draft.stop.line(of: "<jw307:StopProduct>")
    var products = message.products
    for index in products.indices { products[index].start.offsets = LineOffsets() }
    #expect(
      products == [
        StoppedProduct(
          start: StartedProduct(
            allocation: AllocationNumber(1001), category: ProductCategory(rawValue: "45"), code: "45A48",
            allocationBegin: day(2025, 1, 13), begin: day(2025, 1, 14), status: .first, sourceLine: line),
          reason: .temporary, end: day(2025, 6, 30)),
        StoppedProduct(
          start: StartedProduct(
            allocation: nil, category: ProductCategory(rawValue: "50"), code: nil, allocationBegin: nil,
            begin: day(2025, 2, 1), status: .notRelevant, sourceLine: line + 12),
          reason: StopReason(rawValue: "39"), end: day(2025, 6, 15)),
      ])
  }
}
