import Foundation
import SaldoDomain
import SaldoMessages
import SaldoRuns
import SaldoStore
import SaldoTestSupport
import Testing

/// The return messages that a provider owes for what a municipality sent: every situation of IV028, written by hand.
struct OwedReturnTests {
  /// Checks a message and gives the return message as it was written, with its file name; it follows its schema.
  private func written(
    _ message: Message, after context: [Message] = [], history: Ledger? = try? Ledger()
  ) throws -> (message: ReturnMessage, name: String)? {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = try (context + [message]).enumerated().map { position, message in
      let path = "\(folder)/in/\(position).xml"
      try OutputFile.write(MessageWriter().encode(message), to: path)
      return try #require(try Inbox([path]).files.first)
    }
    let run = CheckRun(asOf: "2025-04-10", region: nil, history: history)
    let checked = try run.check([files[context.count]], after: Array(files.dropLast())).files
    guard let owed = try #require(checked.first).owedReturn else { return nil }
    let path = try AnswerFolder(path: folder + "/out").write(owed)
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    #expect(MessageReader().validate(bytes) == [])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    guard case .returned(let read) = MessageReader().read(bytes).message else { return nil }
    return (read, path.split(separator: "/").last.map(String.init) ?? "")
  }

  @Test func `an allocation in order comes back as its header`() throws {
    let owed = try #require(try written(.allocated("T1")))
    #expect(owed.message.header.kind == .allocationReturn && owed.message.accepts)
    #expect(owed.message.header.identification == "T1" && owed.message.returnDate == "2025-04-10")
    #expect(!owed.message.header.isFromProvider && owed.message.header.municipality == Sample.municipality)
    #expect(owed.name.hasPrefix("JW302-00000101-") && owed.name.count == "JW302-00000101-012345678901.xml".count)
    // The number is the start of the digest, so that the same message always gets the same answer.
    #expect(owed.message.returnIdentification.string == owed.name.dropFirst(15).prefix(12).uppercased())
    #expect(try written(.allocated("T1"))?.message == owed.message)
    #expect(try written(.allocated("T1"), history: nil)?.message == owed.message)
    #expect(try written(.allocated("T2"))?.message.returnIdentification != owed.message.returnIdentification)
  }

  @Test func `a product with a number in use comes back with 9332, all other classes with 0200`() throws {
    var other = AllocationMessage.sample(
      products: [.sample(number: 1002, validity: OpenPeriod("2025-07-01", "2025-12-31")), .sample()])
    other.header.identification = "T2"
    other.client.bsn = Sample.otherBsn
    other.client.relations = [.sample()]
    let owed = try #require(try written(.allocation(other), after: [.allocated("T1")])).message
    let content = try #require(owed.content)
    #expect(owed.codes == [] && content.codes[.client] == [.noRemark])
    #expect(content.codes[.product(0)] == [.noRemark])
    #expect(content.codes[.product(1)] == [ReturnCode(rawValue: "9332")])
    // The client, one contact, one relation with its contact, and two products.
    #expect(content.codes.count == 6 && content.codes[.contact(0)] == [.noRemark])
    #expect(content.codes[.relation(0)] == [.noRemark] && content.codes[.relationContact(0)] == [.noRemark])
  }

  @Test func `a message that breaks a rule of level 2 has 0001 at the header and nothing else`() throws {
    let early = Message.requestAnswer(.sample(reason: nil))
    let owed = try #require(try written(early))
    #expect(owed.message.header.kind == .requestAnswerReturn && owed.name.hasPrefix("JW320-"))
    #expect(owed.message.codes == [.technicallyRejected] && owed.message.content == nil)
    #expect(try #require(try written(.requestAnswer(.sample()))).message.accepts)
  }

  @Test func `a provider owes nothing for its own messages and for a 325`() throws {
    #expect(try written(.declaration(.sample())) == nil)
    #expect(try written(.declarationAnswer(.sample())) == nil)
    #expect(try written(.start(.sample())) == nil)
  }
}
