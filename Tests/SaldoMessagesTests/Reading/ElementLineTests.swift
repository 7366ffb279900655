import SaldoDomain
import SaldoMessages
import Testing

/// Each element that a finding can name has its line; one that is absent has that of its class.
struct ElementLineTests {
  private struct Unexpected: Error {}

  /// Compares the lines of a value with those of the texts of its elements in the file.
  private func expectLines<Value: Located>(
    _ value: Value, _ draft: Draft, _ texts: [Value.Element: String], location: SourceLocation = #_sourceLocation
  ) throws where Value.Element: CaseIterable {
    for element in Value.Element.allCases {
      let line = try texts[element].map { try draft.line(of: $0) } ?? value.sourceLine
      #expect(value.line(of: element) == line, "\(element)", sourceLocation: location)
    }
  }

  @Test func `the elements of a 301`() throws {
    let draft = Draft.allocation
    guard case .allocation(let message)? = draft.reading.message else { throw Unexpected() }
    try expectLines(
      message.client, draft,
      [
        .birthDate: "2011-08-20", .birthDateUse: "<ijw:DatumGebruik>2", .name: "<jw301:Naam>",
        .nameUse: ">4</ijw:NaamG",
        .communication: "<jw301:Communicatie>", .language: "<ijw:Taal>",
      ])
    let first = message.client.relations[0]
    #expect(first.line(of: .birthDate) == (try draft.line(of: "1980-02-29")))
    #expect(first.line(of: .nameUse) == (try draft.line(of: ">AM</ijw:Voorletters>")) + 1)
    #expect(first.line(of: .language) == first.sourceLine)
    try expectLines(
      message.client.contacts[0], draft,
      [
        .address: "<jw301:Adres>", .house: "<ijw:Huis>", .postalCode: "1234ZZ", .country: "<ijw:LandCode>",
        .period: "<jw301:Periode>", .periodBegin: "2025-01-01", .periodEnd: "2025-12-31",
      ])
    try expectLines(
      message.products[0], draft,
      [
        .allocation: ">1001<", .providerReference: "VOT-88", .product: "<jw301:Product>", .code: "45A48",
        .decidedOn: "<jw301:Toewijzingsdatum>", .begin: "<jw301:Ingangsdatum>", .end: "<jw301:Einddatum>",
        .reason: "<jw301:RedenWijziging>", .volume: "<jw301:Omvang>",
      ])
    #expect(message.products[1].line(of: .budget) == (try draft.line(of: "150000")))
  }

  @Test func `the elements of a 305 and a 307`() throws {
    guard case .start(let start)? = Draft.start.reading.message else { throw Unexpected() }
    try expectLines(
      start.client, Draft.start, [.birthDate: "2012-05-01", .birthDateUse: "DatumGebruik", .name: "<jw305:Naam>"])
    try expectLines(
      start.products[0], Draft.start,
      [
        .allocation: ">1001<", .product: "<jw305:Product>", .code: "45A48", .allocationBegin: "2025-01-13",
        .begin: "2025-01-14", .status: "<jw305:StatusAanlevering>",
      ])
    guard case .stop(let stop)? = Draft.stop.reading.message else { throw Unexpected() }
    try expectLines(
      stop.products[0].start, Draft.stop,
      [
        .allocation: ">1001<", .product: "<jw307:Product>", .code: "45A48", .allocationBegin: "2025-01-13",
        .begin: "2025-01-14", .reason: "<jw307:RedenBeeindiging>", .end: "2025-06-30",
        .status: "<jw307:StatusAanlevering>",
      ])
  }

  @Test func `the elements of a 315`() throws {
    let draft = Draft.allocationRequest
    guard case .allocationRequest(let message)? = draft.reading.message else { throw Unexpected() }
    #expect(message.client.person.line(of: .birthDate) == (try draft.line(of: "2012-05-01")))
    try expectLines(
      message.products[0], draft,
      [
        .providerReference: "VOT-88", .decisionNumber: ">4711<", .product: "<jw315:Product>", .code: "45A48",
        .decisionBegin: "2025-01-02", .begin: "2025-01-13", .end: "2025-06-30", .volume: "<jw315:Omvang>",
        .referrerName: "Huisarts", .referrerCode: "01010101",
      ])
  }

  @Test func `the elements of a 317 and a 319`() throws {
    let draft = Draft.changeRequest
    guard case .changeRequest(let message)? = draft.reading.message else { throw Unexpected() }
    try expectLines(
      message, draft,
      [.request: "<jw317:Verzoek>", .providerReference: "VOW-12", .reason: "<jw317:RedenVerzoek>"])
    try expectLines(
      message.changed[0], draft,
      [.allocation: ">1003<", .begin: "2025-04-01", .end: "2025-09-30", .volume: "<jw317:Omvang>"])
    try expectLines(
      message.new[1], draft, [.begin: "2025-05-02", .budget: "<jw317:Budget>99<"])
    guard case .requestAnswer(let answer)? = Draft.requestAnswer.reading.message else { throw Unexpected() }
    try expectLines(
      answer, Draft.requestAnswer,
      [
        .providerReference: "VOW-12", .answer: "<jw319:VerzoekAntwoord>", .rejectionReason: "RedenAfwijzingVerzoek",
        .residence: "<jw319:Woonplaatsbeginsel>",
      ])
  }
}
