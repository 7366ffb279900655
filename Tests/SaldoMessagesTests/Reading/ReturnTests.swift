import SaldoDomain
import SaldoMessages
import Testing

struct ReturnTests {
  private struct Unexpected: Error {}

  private func returned(_ draft: Draft) throws -> ReturnMessage {
    guard case .returned(let message)? = draft.reading.message else { throw Unexpected() }
    return message
  }

  private func codes(_ list: String) -> [ReturnCode] {
    list.split(separator: " ").map { ReturnCode(rawValue: String($0)) }
  }

  @Test func `the header is that of the answered message, with the marks of the return`() throws {
    let message = try returned(
      Draft.start.returned(
        "306", code: "439", ending: ["StartProduct", "Client"], codes: ["9019 9071", "9321", "0200"], header: "9056"))
    #expect(message.header.kind == .startReturn)
    #expect(message.header.isFromProvider)
    #expect(message.header.provider == ProviderCode("41410007"))
    #expect(message.header.municipality == MunicipalityCode("0599"))
    #expect(message.returnIdentification == "RET-7")
    #expect(message.returnDate == day(2025, 3, 12))
    #expect(message.styleSheetVersion == "1.2.3")
    #expect(message.returnSchemaVersion == SchemaVersion(basic: "1.0.2", message: "1.0.3"))
    #expect(message.codes == codes("9056"))
    #expect(!message.accepts)
    #expect(
      message.content?.codes == [
        .product(0): codes("9019 9071"), .product(1): codes("9321"), .client: codes("0200"),
      ])
  }

  @Test func `the content is the answered message itself`() throws {
    guard case .start(var start)? = Draft.start.reading.message else { throw Unexpected() }
    let message = try returned(
      Draft.start.returned("306", code: "439", ending: ["StartProduct", "Client"], codes: ["9019", "9321", "0200"]))
    guard case .start(var content)? = message.content?.message else { throw Unexpected() }
    #expect(message.codes == [])
    #expect(content.header.kind == .start)
    #expect(content.header == start.header)
    // The return has lines of its own, so that those below the header lie further down.
    start.client.sourceLine = 0
    content.client.sourceLine = 0
    #expect(content.client == start.client)
    #expect(content.products.map(\.allocation) == start.products.map(\.allocation))
    #expect(content.products.map(\.begin) == start.products.map(\.begin))
  }

  @Test func `a message without classes and codes accepts`() throws {
    let draft = Draft.requestAnswer.returned("320", code: "489", ending: [], codes: [])
    let text = draft.text.replacing(#/\t<jw320:Antwoord>[^§]*Antwoord>\r\n/#, with: "")
    let message = try returned(Draft(text: text))
    #expect(message.accepts)
    #expect(message.content == nil)
    #expect(message.codes == [])
    #expect(!message.header.isFromProvider)
  }

  @Test func `the codes of a 302 stand at their relations, contacts and products`() throws {
    // The fixture has two relations with a contact each, two contacts of the client, and two products.
    let message = try returned(
      Draft.allocation.returned(
        "302", code: "437", ending: ["Contact", "Relatie", "ToegewezenProduct", "Client"],
        codes: ["0001", "0200", "0233", "0611", "8001", "8017", "9332", "9379 9385", "8021"]))
    #expect(
      message.content?.codes == [
        .relationContact(0): codes("0001"), .relation(0): codes("0200"), .relationContact(1): codes("0233"),
        .relation(1): codes("0611"), .contact(0): codes("8001"), .contact(1): codes("8017"),
        .product(0): codes("9332"), .product(1): codes("9379 9385"), .client: codes("8021"),
      ])
    guard case .allocation(let allocation)? = message.content?.message else { throw Unexpected() }
    #expect(allocation.client.relations.map(\.number) == ["REL-1", "REL-2"])
    #expect(allocation.client.contacts.map(\.kind) == ["01", "04"])
    #expect(allocation.products.map(\.number) == [AllocationNumber(1001), AllocationNumber(1002)])
  }

  @Test func `the codes of a 308 and a 316 stand at their products`() throws {
    let stop = try returned(
      Draft.stop.returned("308", code: "441", ending: ["StopProduct", "Client"], codes: ["9413", "9414", "0200"]))
    #expect(
      stop.content?.codes == [.product(0): codes("9413"), .product(1): codes("9414"), .client: codes("0200")])
    let request = try returned(
      Draft.allocationRequest.returned(
        "316", code: "447", ending: ["AangevraagdProduct", "Client"], codes: ["9347", "9374", "0200"]))
    #expect(
      request.content?.codes == [.product(0): codes("9347"), .product(1): codes("9374"), .client: codes("0200")])
  }

  @Test func `the codes of a 318 stand at the request and its three kinds of products`() throws {
    let message = try returned(
      Draft.changeRequest.returned(
        "318", code: "487",
        ending: ["OngewijzigdProduct", "TeWijzigenProduct", "NieuwProduct", "Verzoek", "Client"],
        codes: ["9350", "0200", "9351", "9357", "9374", "0233", "9361", "8187"]))
    #expect(
      message.content?.codes == [
        .unchangedProduct(0): codes("9350"), .unchangedProduct(1): codes("0200"), .changedProduct(0): codes("9351"),
        .changedProduct(1): codes("9357"), .newProduct(0): codes("9374"), .newProduct(1): codes("0233"),
        .request: codes("9361"), .client: codes("8187"),
      ])
  }

  @Test func `the codes of a 320 stand at the answer and the place of residence`() throws {
    let message = try returned(
      Draft.requestAnswer.returned(
        "320", code: "489", ending: ["Woonplaatsbeginsel", "Antwoord"], codes: ["0200", "9355"]))
    #expect(message.content?.codes == [.residence: codes("0200"), .answer: codes("9355")])
  }

  @Test func `a class that comes back has a code`() {
    let draft = Draft.start.returned(
      "306", code: "439", ending: ["StartProduct", "Client"], codes: ["9019", "9321"])
    #expect(draft.findings.map(\.place.path) == ["/Bericht/Client"])
    #expect(draft.findings.first?.english("expected") == "RetourCodes")
  }
}
