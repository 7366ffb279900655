import SaldoDomain
import SaldoMessages
import Testing

struct RequestTests {
  private struct Unexpected: Error {}

  @Test func `a 315 decodes every field`() throws {
    guard case .allocationRequest(let message)? = Draft.allocationRequest.reading.message else { throw Unexpected() }
    #expect(message.header.kind == .allocationRequest)
    #expect(message.header.isFromProvider)
    #expect(message.header.identification == "VOT-1")
    #expect(message.header.provider == ProviderCode("41410007"))
    var client = message.client
    client.person.offsets = LineOffsets()
    #expect(
      client
        == RequestClient(
          person: NoticeClient(
            bsn: try #require(Bsn(digits: "999900031")),
            birthDate: BirthDate(date: day(2012, 5, 1), use: .dayUnknown), sex: "2",
            name: PersonName(
              surname: Surname(name: "Wouters", prefix: "van de"), partnerName: nil, givenNames: "Noor Iris",
              initials: "NI", nameUse: nil),
            sourceLine: try Draft.allocationRequest.line(of: "999900031")),
          guardianIsKnown: "1", comment: "Overleg met de school is gepland."))
    let line = try Draft.allocationRequest.line(of: "<jw315:AangevraagdProduct>")
    #expect(
      message.products.map { $0.without(\.offsets) } == [
        RequestedProduct(
          providerReference: "VOT-88", decisionNumber: 4711, category: ProductCategory(rawValue: "45"), code: "45A48",
          decisionBegin: day(2025, 1, 2), validity: OpenPeriod(begin: day(2025, 1, 13), end: day(2025, 6, 30)),
          volume: AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek),
          referrer: Referrer(kind: "02", name: "Huisarts Proef", code: ProviderCode("01010101")),
          frameworkContract: "2", comment: "Liefst in de ochtend", sourceLine: line),
        RequestedProduct(
          providerReference: "VOT-89", category: nil, code: nil,
          validity: OpenPeriod(begin: day(2025, 2, 1), end: nil), budget: Euros(cents: 150_000),
          referrer: Referrer(kind: "06"), sourceLine: try Draft.allocationRequest.line(of: "VOT-89") - 1),
      ])
  }

  @Test func `a 315 of iWmo knows no holder of parental authority`() {
    let draft = Draft.allocationRequest.asWmo(code: "444")
    #expect(draft.findings.map(\.place.path) == ["/Bericht/Client/GezagsdragerBekend"])
    #expect(draft.without("GezagsdragerBekend").isAccepted)
  }

  @Test func `a 317 decodes every field`() throws {
    let draft = Draft.changeRequest
    guard case .changeRequest(let message)? = draft.reading.message else { throw Unexpected() }
    #expect(message.header.isFromProvider)
    #expect(message.bsn.digits == "999900043")
    #expect(message.sourceLine == (try draft.line(of: "999900043")))
    #expect(message.providerReference == "VOW-12")
    #expect(message.reason == "2")
    #expect(message.unchanged.map(\.allocation) == [AllocationNumber(1001), AllocationNumber(1002)])
    #expect(
      message.unchanged.map(\.sourceLine) == [try draft.line(of: ">1001<") - 1, try draft.line(of: ">1002<") - 1])
    #expect(
      message.changed.map { $0.without(\.offsets) } == [
        ChangeRequestMessage.ChangedProduct(
          allocation: AllocationNumber(1003), validity: OpenPeriod(begin: day(2025, 4, 1), end: day(2025, 9, 30)),
          volume: AllocatedVolume(volume: 90, unit: .minute, frequency: .perMonth),
          sourceLine: try draft.line(of: ">1003<") - 1),
        ChangeRequestMessage.ChangedProduct(
          allocation: AllocationNumber(1004), validity: OpenPeriod(begin: day(2025, 4, 2), end: nil),
          budget: Euros(cents: 250_000), sourceLine: try draft.line(of: ">1004<") - 1),
      ])
    #expect(
      message.new.map { $0.without(\.offsets) } == [
        ChangeRequestMessage.NewProduct(
          category: ProductCategory(rawValue: "50"), code: "50A01",
          validity: OpenPeriod(begin: day(2025, 5, 1), end: day(2025, 12, 31)),
          volume: AllocatedVolume(volume: 12, unit: .outputPiece, frequency: .total),
          sourceLine: try draft.line(of: "<jw317:NieuwProduct>")),
        ChangeRequestMessage.NewProduct(
          category: nil, code: nil, validity: OpenPeriod(begin: day(2025, 5, 2), end: nil), budget: Euros(cents: 99),
          sourceLine: try draft.line(of: "2025-05-02") - 1),
      ])
  }

  @Test func `a 319 decodes every field`() throws {
    let draft = Draft.requestAnswer
    guard case .requestAnswer(let message)? = draft.reading.message else { throw Unexpected() }
    #expect(!message.header.isFromProvider)
    #expect(message.header.municipality == MunicipalityCode("0599"))
    #expect(message.providerReference == "VOW-12")
    #expect(message.answer == .rejected)
    #expect(message.rejectionReason == "8")
    #expect(message.residence == MunicipalityCode("0363"))
    #expect(message.sourceLine == (try draft.line(of: "<jw319:Antwoord>")))
  }

  @Test func `a 319 of iWmo knows no place of residence`() throws {
    let draft = Draft.requestAnswer.asWmo(code: "482")
    #expect(draft.findings.map(\.place.path) == ["/Bericht/Antwoord/Woonplaatsbeginsel"])
    let text = draft.text.replacing(#/\t+<jw319:Woonplaatsbeginsel>[^§]*Woonplaatsbeginsel>\r\n/#, with: "")
    guard case .requestAnswer(let message)? = Draft(text: text).reading.message else { throw Unexpected() }
    #expect(message.header.standard == .iWmo(.v3_2))
    #expect(message.residence == nil)
  }
}
