import Foundation
import SaldoDomain
import SaldoMessages
import SaldoStore
import SaldoTestLedger
import SaldoTestSupport
import Testing

@testable import SaldoRuns

/// Declarations of which the head is read first, and that may turn out not to be usable in their turn.
struct PackedDeclarationTests {
  /// An inbox with files, and the run that settles it into a ledger.
  private struct Post {
    let folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    let crowd = Crowd(.ceilings, seed: 5, count: 12)

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ bytes: [UInt8], as name: String) throws {
      try OutputFile.write(bytes, to: "\(folder)/inbox/\(name).xml")
    }

    /// Writes the messages of the crowd: the allocations, then the declarations.
    func writeCrowd() throws {
      for (position, message) in (crowd.allocations + crowd.declarations).enumerated() {
        try write(MessageWriter().encode(message), as: "\(1_000 + position)")
      }
    }

    func reception(keeping: Int? = .max) throws -> Reception {
      try Reception(
        try Inbox([folder + "/inbox"]).files, for: crowd.region, takes: SettleRun.takes, keeping: keeping, wholeUpTo: 0)
    }

    /// Settles into a ledger of this name.
    func settle(
      _ reception: Reception, into name: String, workers: Int = 2, leavingOut: (UnusableFile) -> Void = { _ in }
    ) throws -> (SettleResult, Ledger) {
      let ledger = try Ledger(path: "\(folder)/\(name).saldo", mode: .create)
      let run = try SettleRun(
        into: ledger, region: crowd.region, asOf: "2026-05-01", answers: AnswerFolder(path: "\(folder)/\(name)"),
        workers: workers)
      return (try run.settle(reception, leavingOut: leavingOut), ledger)
    }
  }

  /// A declaration that is cut off after its first line, so that its head is right.
  private static func cut(_ message: Message) -> [UInt8] {
    let text = String(decoding: MessageWriter().encode(message), as: UTF8.self)
    return Array(text[..<text.range(of: "</jw323:Prestatie>")!.lowerBound].utf8)
  }

  /// One that comes before all others of the crowd.
  private static let first = TestMessages.declaration(
    "EERST", provider: 0, municipality: 0, month: "2026-03", date: "2026-03-31", clients: [0],
    lines: [.sample(reference: "EERST")])

  @Test(arguments: [1, 2, 3], [Int.max, 0])
  func `a file that goes wrong after its head is left out, and changes nothing`(workers: Int, keeping: Int) throws {
    let (plain, post) = (Post(), Post())
    defer {
      plain.remove()
      post.remove()
    }
    try plain.writeCrowd()
    try post.writeCrowd()
    try post.write(Self.cut(Self.first), as: "0000")
    try post.write(Self.cut(Self.first), as: "0001")
    let (expected, expectedLedger) = try plain.settle(try plain.reception(keeping: nil), into: "a", workers: 1)

    var reception = try post.reception(keeping: keeping)
    #expect(reception.unusable.isEmpty && reception.doubles.map(\.name) == ["0001.xml"])
    var leftOut: [UnusableFile] = []
    let (result, ledger) = try post.settle(reception, into: "a", workers: workers) { leftOut.append($0) }
    #expect(leftOut.map(\.file.name) == ["0000.xml"])
    #expect(leftOut.allSatisfy { $0.messageName == "JW323" && !$0.findings.isEmpty })
    reception.leaveOut(leftOut)
    #expect(reception.unusable.map(\.file.name) == ["0000.xml", "0001.xml"] && reception.doubles.isEmpty)
    #expect(reception.digest == (try plain.reception()).digest)

    #expect(result.booked == expected.booked)
    #expect(try ledger.digest() == expectedLedger.digest())
    // Those after it were settled under the numbers that they got all the same, but for what was under way.
    guard workers == 2 else { return }
    // On a busy machine the booking can be ahead of it all the time.
    var early = result.settledEarly
    for attempt in 1...20 where early == 0 {
      early = try post.settle(post.reception(keeping: keeping), into: "\(attempt)", workers: workers).0.settledEarly
    }
    #expect(early > 0)
  }

  @Test func `the order is that of the messages, by date, parties, period and identification`() throws {
    let post = Post()
    defer { post.remove() }
    // Each wins from the one before by one thing, and loses by those that count less.
    let places = [
      ("9", 1, 1, "2026-03", "2026-04-02"), ("8", 1, 1, "2026-03", "2026-04-01"), ("7", 0, 1, "2026-03", "2026-04-01"),
      ("6", 0, 0, "2026-03", "2026-04-01"), ("5", 0, 0, "2026-02", "2026-04-01"), ("4", 0, 0, "2026-02", "2026-04-01"),
    ]
    for (number, provider, municipality, month, date) in places.shuffled() {
      let message = TestMessages.declaration(
        ExactText(number), provider: provider, municipality: municipality, month: month, date: date, clients: [0],
        lines: [.sample(reference: ExactText(number))])
      guard case .declaration(var declaration) = message else { continue }
      // By identification alone the order would be another one.
      declaration.header.identification = number == "4" ? "A" : ExactText("B\(9 - Int(number)!)")
      try post.write(MessageWriter().encode(.declaration(declaration)), as: number)
    }
    #expect(try post.reception().queue.map(\.file.name) == ["4", "5", "6", "7", "8", "9"].map { $0 + ".xml" })
    #expect(
      try post.reception(keeping: nil).queue.map(\.file.name) == ["4", "5", "6", "7", "8", "9"].map { $0 + ".xml" })
  }

  @Test func `nothing begins when no file is usable`() throws {
    let post = Post()
    defer { post.remove() }
    try post.write(Self.cut(Self.first), as: "0000")
    try post.write(Self.cut(post.crowd.declarations[0]), as: "0001")
    var reception = try post.reception()
    #expect(reception.count == 2)
    try reception.findUsable()
    #expect(reception.count == 0 && reception.unusable.map(\.file.name).sorted() == ["0000.xml", "0001.xml"])
  }

  @Test func `the first usable file is enough to begin`() throws {
    let post = Post()
    defer { post.remove() }
    try post.write(Self.cut(Self.first), as: "0000")
    for (position, message) in post.crowd.declarations.prefix(2).enumerated() {
      try post.write(position == 1 ? Self.cut(message) : MessageWriter().encode(message), as: "000\(position + 1)")
    }
    var reception = try post.reception()
    try reception.findUsable()
    #expect(reception.count == 2 && reception.unusable.map(\.file.name) == ["0000.xml"])
    // What was read as a whole is not asked again.
    try post.write(MessageWriter().encode(post.crowd.allocations[0]), as: "0009")
    reception = try post.reception()
    try reception.findUsable()
    #expect(reception.count == 4 && reception.unusable.isEmpty)
  }

  @Test func `a declaration that the ledger has is not read`() throws {
    let post = Post()
    defer { post.remove() }
    try post.writeCrowd()
    let (_, ledger) = try post.settle(try post.reception(), into: "a")
    let reception = try post.reception(keeping: 0)
    for file in try Inbox([post.folder + "/inbox"]).files { try FileManager.default.removeItem(atPath: file.path) }
    let run = try SettleRun(into: ledger, region: post.crowd.region, asOf: "2026-05-01", answers: nil)
    let result = try run.settle(reception)
    #expect(result.booked.isEmpty && result.known.count == reception.count)
  }

  @Test(arguments: [true, false])
  func `a file that is another one in its turn ends the run`(isUsable: Bool) throws {
    let post = Post()
    defer { post.remove() }
    try post.writeCrowd()
    let reception = try post.reception(keeping: 0)
    let last = try #require(reception.queue.last)
    let other = isUsable ? MessageWriter().encode(Self.first) : Self.cut(Self.first)
    try Data(other).write(to: URL(fileURLWithPath: last.file.path))
    #expect(throws: InputError.changed(path: last.file.path)) { try post.settle(reception, into: "a") }
  }

  @Test func `what was left out is known when the run ends in an error`() throws {
    let post = Post()
    defer { post.remove() }
    try post.writeCrowd()
    try post.write(Self.cut(Self.first), as: "0000")
    let reception = try post.reception(keeping: 0)
    let last = try #require(reception.queue.last)
    try Data(Self.cut(Self.first)).write(to: URL(fileURLWithPath: last.file.path))
    let ledger = try Ledger(path: "\(post.folder)/a.saldo", mode: .create)
    let run = try SettleRun(into: ledger, region: post.crowd.region, asOf: "2026-05-01", answers: nil)
    var leftOut: [String] = []
    #expect(throws: InputError.changed(path: last.file.path)) {
      try run.settle(reception, leavingOut: { leftOut.append($0.file.name) })
    }
    #expect(leftOut == ["0000.xml"])
  }

  @Test func `a small file, another message and a lone file are read as a whole`() throws {
    let post = Post()
    defer { post.remove() }
    try post.writeCrowd()
    let files = try Inbox([post.folder + "/inbox"]).files
    func unread(_ files: [InputFile], keeping: Int? = .max, wholeUpTo: Int = 0) throws -> Int {
      try Reception(files, for: post.crowd.region, keeping: keeping, wholeUpTo: wholeUpTo).queue.count { !$0.isRead }
    }
    #expect(try unread(files) == post.crowd.declarations.count)
    #expect(try unread(files, keeping: nil) == 0)
    #expect(try unread([try #require(files.last)]) == 0)
    let size = try #require(files.last).byteCount
    #expect(try unread([files[0], try #require(files.last)], wholeUpTo: size - 1) == 1)
    #expect(try unread([files[0], try #require(files.last)], wholeUpTo: size) == 0)
  }
}
