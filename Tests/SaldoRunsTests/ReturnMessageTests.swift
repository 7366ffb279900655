import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoRuns
import SaldoSettlement
import SaldoStore
import SaldoTestSupport
import Testing

/// The answers to starts, stops and requests: every situation of IV028 and IV032, written by hand.
struct ReturnMessageTests {
  /// The answer to a message of the sample provider: its header with another kind, numbered by entry 5 or as given.
  private func expected(
    to message: Message, _ kind: MessageKind, number: ExactText, codes: [String] = [],
    classes: [ReturnedClass: [String]]? = nil
  ) -> Message {
    var header = message.header
    header.kind = kind
    let content = classes.map { classes in
      ReturnMessage.Content(message: message, codes: classes.mapValues { $0.map(ReturnCode.init(rawValue:)) })
    }
    return .returned(
      ReturnMessage(
        header: header, returnIdentification: number, returnDate: "2025-12-31",
        returnSchemaVersion: SchemaVersion(basic: "1.0.0", message: "1.0.0"),
        codes: codes.map(ReturnCode.init(rawValue:)), content: content))
  }

  private func answered(_ message: Message, after earlier: [Message] = [.allocated("T1")]) throws -> Message? {
    let care = try CareLedger(earlier)
    let answer = try #require(try care.take(message).answer)
    #expect(MessageReader().validate(MessageWriter().encode(answer)) == [])
    return answer
  }

  @Test func `an accepted start comes back as its header, sender and receiver not swapped`() throws {
    let start = Message.notices([.started()], identification: "S1")
    let answer = try answered(start)
    #expect(answer == expected(to: start, .startReturn, number: "000000000003"))
    let header = try #require(answer?.header)
    #expect(header.isFromProvider && header.provider == Sample.provider && header.identification == "S1")
    let text = String(decoding: MessageWriter().encode(try #require(answer)), as: UTF8.self)
    #expect(text.contains("Afzender>00000101<") && text.contains("Ontvanger>0363<"))
    #expect(!text.contains("Client") && !text.contains("RetourCode"))
  }

  @Test func `an accepted stop and accepted requests come back as their header`() throws {
    let stop = Message.notices([.stopped()], identification: "E1")
    let start = Message.notices([.started()], identification: "S1")
    #expect(
      try answered(stop, after: [.allocated("T1"), start]) == expected(to: stop, .stopReturn, number: "000000000004"))
    let request = Message.requested("REF1")
    #expect(
      try answered(request, after: []) == expected(to: request, .allocationRequestReturn, number: "000000000002"))
    let change = Message.changeRequest(
      ChangeRequestMessage(
        header: .sample(.changeRequest, identification: "W1"), bsn: Sample.bsn, providerReference: "REF2", reason: "1",
        changed: [
          .init(
            allocation: AllocationNumber(1001), validity: OpenPeriod("2025-04-01", "2025-06-30"),
            volume: AllocatedVolume(volume: 4, unit: .hour, frequency: .perWeek))
        ]))
    #expect(try answered(change, after: []) == expected(to: change, .changeRequestReturn, number: "000000000002"))
  }

  @Test func `a message that breaks a rule of level 2 has 0001 at the header and nothing else`() throws {
    let start = Message.notices([.started()], identification: "S1")
    let finding = Finding(
      rule: "CS058", level: .message, severity: .reject, returnCode: .technicallyRejected, answerClass: .header,
      place: Finding.Place(element: "StartProduct", path: "", sourceLine: 0, product: 0), facts: [:])
    let answer = ReturnMessage(
      to: start, Refusal([finding, finding]), identification: 3, date: CalendarDate(iso: "2025-12-31")!)
    #expect(.returned(answer) == expected(to: start, .startReturn, number: "000000000003", codes: ["0001"]))
    #expect(MessageReader().validate(MessageWriter().encode(.returned(answer))) == [])
  }

  @Test func `a refused header has its codes and nothing else`() throws {
    let first = Message.notices([.started()], identification: "S1")
    let again = Message.notices([.started("2025-02-01")], identification: "S1", date: "2026-01-01")
    // Identification used before, and a date after the day of judging.
    #expect(
      try answered(again, after: [.allocated("T1"), first])
        == expected(to: again, .startReturn, number: "000000000004", codes: ["9056", "8848"]))
  }

  @Test func `a refused product brings everything back, each class with a code`() throws {
    let start = Message.notices([.started(), .started(on: 9999), .started(on: nil)], identification: "S1")
    #expect(
      try answered(start)
        == expected(
          to: start, .startReturn, number: "000000000003",
          classes: [.client: ["0200"], .product(0): ["0200"], .product(1): ["9019"], .product(2): ["0200"]]))
  }

  @Test func `a product gets every code that is true of it`() throws {
    let start = Message.notices([.started()], identification: "S1")
    let stop = Message.notices([.stopped()], identification: "E1")
    let again = Message.notices([.stopped("2025-03-30"), .stopped("2025-03-31")], identification: "E2")
    #expect(
      try answered(again, after: [.allocated("T1"), start, stop])
        == expected(
          to: again, .stopReturn, number: "000000000005",
          classes: [.client: ["0200"], .product(0): ["9414", "9415"], .product(1): ["9074", "9415"]]))
  }

  @Test func `messages of the municipality and answers of providers are not answered`() throws {
    let care = try CareLedger()
    let allocation = Message.allocated("T1")
    #expect(try care.take(allocation).answer == nil)
    #expect(try care.take(.returned(allocation)).answer == nil)
    let rejected = Message.requestAnswer(
      RequestAnswerMessage(
        header: .sample(.requestAnswer, identification: "A1"), providerReference: "REF1", answer: .rejected,
        rejectionReason: "1"))
    #expect(try care.take(rejected).answer == nil)
    #expect(try care.ledger.payload(of: 4).outcome == .inForce)
  }

  @Test func `an answer is written again from the journal, byte for byte`() throws {
    let care = try CareLedger([
      .allocated("T1"), .notices([.started(), .started(on: 9999)], identification: "S1"),
      .notices([.started()], identification: "S2"), .notices([.stopped()], identification: "S2", date: "2026-02-01"),
    ])
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let answers = AnswerFolder(path: folder)
    for (entry, kind) in [(3, "JW306"), (4, "JW306"), (5, "JW308")] as [(Int64, String)] {
      let payload = try care.ledger.payload(of: entry)
      let name = try #require(try answers.write(answerTo: entry, of: care.ledger, reader: MessageReader()))
      #expect(name.hasPrefix(kind + "-00000101-"))
      let bytes = Array(try #require(FileManager.default.contents(atPath: folder + "/" + name)))
      #expect(Ledger.digest(of: bytes).hex == payload.answer?.sha256)
      #expect(MessageReader().validate(bytes) == [])
    }
    #expect(try answers.write(answerTo: 2, of: care.ledger, reader: MessageReader()) == nil)
  }

  @Test func `an answer that is there needs no stored message, and one that was changed does`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/ledger.saldo"
    let answers = AnswerFolder(path: folder + "/answers")
    func write(_ ledger: Ledger) throws -> String? {
      try answers.write(answerTo: 3, of: ledger, reader: MessageReader())
    }
    let name = try #require(
      try write(
        CareLedger(
          [.allocated("T1"), .notices([.started()], identification: "S1")], in: Ledger(path: path, mode: .create)
        ).ledger))
    // The key of the stored messages is gone, that of pseudonyms is not.
    let keys = URL(fileURLWithPath: path + ".keys")
    var file = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: keys)) as? [String: Any])
    file["years"] = [String: String]()
    try JSONSerialization.data(withJSONObject: file).write(to: keys)
    let ledger = try Ledger(path: path, mode: .read)
    #expect(try write(ledger) == name)
    let answer = URL(fileURLWithPath: answers.path + "/" + name)
    try (Data(contentsOf: answer) + Data(" ".utf8)).write(to: answer)
    #expect(throws: LedgerError.sealed(entry: 3, year: 2025)) { try write(ledger) }
    try FileManager.default.removeItem(at: answer)
    #expect(throws: LedgerError.sealed(entry: 3, year: 2025)) { try write(ledger) }
  }
}
