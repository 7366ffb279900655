import SaldoDomain
import SaldoMessages
import Testing

struct AllocationTests {
  private func allocation(_ draft: Draft = .allocation) throws -> AllocationMessage {
    let message = try #require(draft.reading.message)
    guard case .allocation(let allocation) = message else { throw Unexpected() }
    return allocation
  }
  private struct Unexpected: Error {}

  @Test func `a 301 goes from municipality to provider`() throws {
    let header = try allocation().header
    #expect(header.kind == .allocation)
    #expect(header.municipality == MunicipalityCode("0599"))
    #expect(header.provider == ProviderCode("41410007"))
    #expect(header.identification == "TW-4711")
    #expect(!header.isFromProvider)
  }

  @Test func `a 301 decodes its client`() throws {
    let client = try allocation().client
    #expect(client.bsn.digits == "999900055")
    #expect(client.birthDate == BirthDate(date: day(2011, 8, 20), use: .dayAndMonthUnknown))
    #expect(client.sex == "1")
    #expect(
      client.name
        == PersonName(
          surname: Surname(name: "Linde", prefix: "ter"), partnerName: Surname(name: "Berg", prefix: "van den"),
          givenNames: "Sil", initials: "S", nameUse: "4"))
    #expect(client.communication == Communication(form: "1", language: "ara"))
    #expect(client.legalStatus == "05")
    #expect(client.legalRepresentation == "07")
    #expect(client.comment == "Belt liever na 17 uur.\nGraag & snel.")
    #expect(client.sourceLine == (try Draft.allocation.line(of: "999900055")))
  }

  @Test func `the prefix of one name is not that of the next`() throws {
    let draft = Draft.allocation.replacing("<ijw:Voorvoegsel>van den</ijw:Voorvoegsel>", "")
    let name = try allocation(draft).client.name
    #expect(name.surname == Surname(name: "Linde", prefix: "ter"))
    #expect(name.partnerName == Surname(name: "Berg", prefix: nil))
  }

  @Test func `a 301 decodes relations`() throws {
    let relations = try allocation().client.relations
    try #require(relations.count == 2)
    let first = relations[0]
    #expect(first.number == "REL-1")
    #expect(first.order == 1)
    #expect(first.kind == "13")
    #expect(first.birthDate == BirthDate(date: day(1980, 2, 29), use: nil))
    #expect(first.sex == "2")
    #expect(
      first.name
        == PersonName(
          surname: Surname(name: "Linde", prefix: nil), partnerName: nil, givenNames: nil, initials: "AM",
          nameUse: "1"))
    #expect(first.contact.kind == "03")
    #expect(first.contact.address == nil)
    #expect(
      first.contact.telephones == [
        Telephone(number: "0101234567", country: "0031"), Telephone(number: "0612345678", country: "0032"),
      ])
    #expect(first.sourceLine == (try Draft.allocation.line(of: "REL-1")) - 1)
    let second = relations[1]
    #expect((second.order, second.birthDate, second.sex) == (nil, nil, nil))
    #expect(second.name.surname.name == "Bos")
    #expect(
      second.contact.without(\.offsets)
        == Contact(
          kind: "01", address: nil, organisation: nil, telephones: [], email: nil, period: nil,
          sourceLine: second.contact.sourceLine))
  }

  @Test func `a 301 decodes contacts`() throws {
    let contacts = try allocation().client.contacts
    try #require(contacts.count == 2)
    let line = try Draft.allocation.line(of: "<jw301:Contactgegevens>")
    #expect(
      contacts[0].without(\.offsets)
        == Contact(
          kind: "01",
          address: Address(
            house: Address.House(number: 12, letter: "C", addition: "bis", designation: "TO"), postalCode: "1234ZZ",
            street: "Proefstraat", town: "Voorbeeldstad", country: "NL"),
          organisation: "Huis Proef", telephones: [Telephone(number: "0107654321", country: "0031")],
          email: "proef@example.org", period: OptionalPeriod(begin: day(2025, 1, 1), end: day(2025, 12, 31)),
          sourceLine: line + 1))
    #expect(contacts[1].kind == "04")
    #expect(contacts[1].period == OptionalPeriod(begin: nil, end: nil))
  }

  @Test func `a 301 decodes a specific product`() throws {
    let product = try allocation().products[0]
    #expect(
      product.without(\.offsets)
        == AllocatedProduct(
          number: AllocationNumber(1001), providerReference: "VOT-88", category: ProductCategory(rawValue: "45"),
          code: "45A48", decidedAt: DecisionMoment(date: day(2025, 1, 9), millisecondOfDay: 37_815_123),
          validity: OpenPeriod(begin: day(2025, 1, 13), end: day(2025, 6, 30)), changeReason: .removed,
          volume: AllocatedVolume(volume: 3, unit: .hour, frequency: .perWeek), budget: nil,
          comment: "Eerste periode",
          sourceLine: try Draft.allocation.line(of: "<jw301:ToegewezenProduct>")))
  }

  @Test func `a 301 decodes a generic product at midnight`() throws {
    let product = try allocation().products[1]
    #expect(product.number == AllocationNumber(1002))
    #expect((product.category, product.code, product.volume) == (nil, nil, nil))
    #expect(product.budget == Euros(cents: 150_000))
    #expect(product.validity.end == nil)
    #expect(product.decidedAt.millisecondOfDay == 86_400_000)
  }

  @Test(arguments: [
    ("00:00:00", 0), (" 10:00:00 ", 36_000_000), ("23:59:59.9999", 86_399_999), ("10:00:00.1", 36_000_100),
    ("10:00:00.12", 36_000_120),
  ])
  func `a time is read to the millisecond`(text: String, milliseconds: Int32) throws {
    let message = try allocation(Draft.allocation.with("Toewijzingstijd", text))
    #expect(message.products[0].decidedAt.millisecondOfDay == milliseconds)
  }
}
