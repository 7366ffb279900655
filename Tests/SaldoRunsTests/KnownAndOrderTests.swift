import Foundation
import SaldoDomain
import SaldoMessages
import SaldoRuns
import SaldoSettlement
import SaldoStore
import SaldoTestSupport
import Testing

/// A check of what a ledger holds already, and the order in which starts and stops of one run are settled.
struct KnownAndOrderTests {
  /// Writes messages to files in a folder of its own, in this order.
  private func files(_ messages: [Message], in folder: String) throws -> [InputFile] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (position, message) in messages.enumerated() {
      let url = URL(fileURLWithPath: folder + "/bericht-\(position).xml")
      try Data(MessageWriter().encode(message)).write(to: url)
    }
    return try Inbox([folder]).files
  }

  private func withFolder<T>(_ work: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try work(folder)
  }

  @Test func `a check of a message that the ledger holds says so, with the judgement of then`() throws {
    let refused = Message.notices([.started(), .started(on: 9999)], identification: "S1")
    let care = try CareLedger([.allocated("T1"), refused])
    try withFolder { folder in
      let check = CheckRun(
        asOf: CalendarDate(iso: "2026-01-05")!, region: care.region.snapshot, history: try care.ledger.copyInMemory())
      let result = try #require(try check.check(files([refused], in: folder)).files.first)
      #expect(result.verdict == .refused)
      #expect(result.findings.map(\.rule) == ["KNOWN", "TR019"])
      #expect(result.findings[0].facts["number"] == .number(3))
      #expect(result.findings[0].facts["asOf"] == .date(CalendarDate(iso: "2025-12-31")!))
      #expect(result.findings[1].place.path == "/Bericht/Client/StartProducten/StartProduct[2]")
      #expect(result.findings[1].returnCode?.rawValue == "9019")
    }
  }

  // All of one day, named in the wrong order: the corrections go first, then care as it went.
  @Test func `starts and stops of one day follow the care that they tell of`() throws {
    let messages: [Message] = [
      .notices([.stopped("2025-05-31", begin: "2025-05-01")], identification: "A1"),
      .notices([.started("2025-05-01")], identification: "A2"),
      .notices([.stopped("2025-04-15")], identification: "A3"),
      .notices([.stopped(reason: "20")], identification: "A4"),
      .notices([.started()], identification: "A5"),
      .notices([.started("2025-01-10", removed: true)], identification: "A6"),
      .notices([.stopped("2025-01-12", begin: "2025-01-10", removed: true)], identification: "A7"),
      .requested("REF1"),
      .allocated("T1"),
    ]
    try withFolder { folder in
      let reception = try Reception(files(messages, in: folder), for: nil)
      #expect(
        reception.messages.map(\.message.header.identification.string)
          == ["V1", "T1", "A7", "A6", "A5", "A4", "A3", "A2", "A1"])
    }
  }

  /// Messages in the order in which a run takes them, each with what it is refused with.
  private func order(_ messages: [Message], after earlier: [Message] = []) throws -> [String] {
    try withFolder { folder in
      let care = try CareLedger(earlier)
      return try Reception(files(messages, in: folder), for: nil).messages.map { received in
        ([received.message.header.identification.string] + (try care.codes(received.message))).joined(separator: " ")
      }
    }
  }

  // Allocation 1002 started earlier; one stop message ends both, and its first product began before the start.
  @Test func `a stop of several products follows the starts of all`() throws {
    let earlier: [Message] = [
      .allocated("T1"), .allocated("T2", [.sample(number: 1002)]),
      .notices([.started(on: 1002)], identification: "S0"),
    ]
    let start = Message.notices([.started("2025-02-03")], identification: "S1")
    let stops: [DeliveryNotice] = [
      .stopped("2025-03-31", on: 1002), .stopped("2025-03-31", begin: "2025-02-03"),
    ]
    for products in [stops, stops.reversed()] {
      for identification in ["A1", "Z1"] as [ExactText] {
        let stop = Message.notices(products, identification: identification)
        #expect(try order([stop, start], after: earlier) == ["S1", identification.string])
      }
    }
  }

  // The end of earlier care, new care from that day, and care of one day.
  @Test func `on one day earlier care ends first and care of that day ends last`() throws {
    let earlier: [Message] = [.allocated("T1"), .notices([.started()], identification: "S0")]
    let messages: [Message] = [
      .notices([.stopped("2025-03-31", begin: "2025-03-31")], identification: "A1"),
      .notices([.stopped("2025-03-31", reason: "20", begin: "2025-03-31")], identification: "A2"),
      .notices([.started("2025-03-31")], identification: "A3"),
      .notices([.stopped("2025-03-31")], identification: "A4"),
      .notices([.stopped("2025-03-31", reason: "20")], identification: "A5"),
    ]
    #expect(try order(messages, after: earlier) == ["A5", "A4", "A3", "A2", "A1"])
  }

  // Two months that a provider declares on one day, the later one with the first identification: 8214 otherwise (TR318).
  @Test func `declarations of one sender and day follow their period`() throws {
    let january = DeclarationMessage.sample(
      identification: "B", number: "D1", period: Period("2025-01-01", "2025-01-31"),
      lines: [.sample(period: Period("2025-01-13", "2025-01-31"))])
    let february = DeclarationMessage.sample(
      identification: "A", number: "D2", lines: [.sample(reference: "R2")])
    let other = DeclarationMessage.sample(provider: ProviderCode("00000100")!, identification: "C", number: "D3")
    try withFolder { folder in
      let messages: [Message] = [.declaration(february), .declaration(january), .declaration(other)]
      let reception = try Reception(files(messages, in: folder), for: nil)
      #expect(reception.messages.map(\.message.header.identification.string) == ["C", "B", "A"])
      let care = try CareLedger([.allocated("T1")])
      for received in reception.messages.dropFirst() {
        #expect(try !care.codes(received.message).contains("8214"))
      }
      #expect(try CareLedger([.allocated("T1"), .declaration(february)]).codes(.declaration(january)) == ["8214"])
    }
  }

  @Test func `an answer of a municipality is no input of a settlement`() throws {
    let care = try CareLedger([.allocated("T1")])
    let answer = try #require(try care.take(.notices([.started()], identification: "S1")).answer)
    try withFolder { folder in
      let reception = try Reception(files([answer], in: folder), for: nil, takes: SettleRun.takes)
      #expect(reception.messages.isEmpty)
      let finding = try #require(reception.unusable.first?.findings.first)
      #expect(finding.rule == "KIND")
      #expect(
        finding.facts["reason"]
          == .phrase(
            Bilingual(
              nl: "het is een antwoord van een gemeente aan een aanbieder",
              en: "it is an answer of a municipality to a provider")))
    }
  }
}
