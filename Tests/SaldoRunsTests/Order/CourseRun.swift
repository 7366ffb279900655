import Foundation
import SaldoDomain
import SaldoLedger
import SaldoMessages
import SaldoReports
import SaldoRuns
import SaldoTestSupport

@testable import SaldoStore

/// A ledger that takes messages as files, run by run, and everything that comes out of it.
struct CourseRun {
  /// What a run writes besides the ledger.
  struct Output: Hashable {
    var digest: Digest
    var answers: [String: [UInt8]]
    var reports: [[UInt8]]
  }

  let ledger: Ledger
  /// The contracts of the next run.
  var region: RegionSnapshot
  private let folder: String
  private let workers: Int
  private let writer = MessageWriter()
  /// The same in every ledger, so that the pseudonyms are.
  private static let keys = LedgerKeys()

  /// An empty ledger, in memory unless it is to be on disk; the answers go into a folder that ``remove()`` takes away.
  init(region: RegionSnapshot = CareCourse.region, onDisk: Bool = false, workers: Int = Cores.count) throws {
    folder = FileManager.default.temporaryDirectory.path + "/saldo-" + UUID().uuidString
    if onDisk {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      ledger = try Ledger(path: folder + "/course.saldo", mode: .create)
    } else {
      ledger = try Ledger()
      ledger.keys = Self.keys
    }
    self.region = region
    self.workers = workers
  }

  /// Works with a run and takes its files away.
  static func with(
    region: RegionSnapshot = CareCourse.region, onDisk: Bool = false, workers: Int = Cores.count,
    _ work: (CourseRun) throws -> Void
  ) throws {
    let run = try CourseRun(region: region, onDisk: onDisk, workers: workers)
    defer { run.remove() }
    try work(run)
  }

  /// The bytes that a message comes in with.
  static func bytes(of message: Message) -> [UInt8] { MessageWriter().encode(message) }

  /// The message of bytes.
  static func read(_ bytes: [UInt8]) -> Message? { MessageReader().read(bytes).message }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Settles messages that come in as files, in folders and under names that `random` chooses.
  @discardableResult
  func settle(
    _ messages: [Message], asOf: CalendarDate, _ random: inout SeededGenerator
  ) throws -> SettleResult {
    let inbox = folder + "/inbox"
    try? FileManager.default.removeItem(atPath: inbox)
    for (position, message) in messages.shuffled(using: &random).enumerated() {
      let place = inbox + "/" + ["a", "b/c", "z"].randomElement(using: &random)!
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try Data(writer.encode(message)).write(to: URL(fileURLWithPath: "\(place)/\(position).xml"))
    }
    let files = messages.isEmpty ? [] : try Inbox([inbox]).files
    let reception = try Reception(files.shuffled(using: &random), for: region, takes: SettleRun.takes)
    guard reception.unusable.isEmpty, reception.doubles.isEmpty else {
      throw UnusableCourse(findings: reception.unusable.flatMap(\.findings).map { "\($0.rule) \($0.place.path)" })
    }
    return try SettleRun(
      into: ledger, region: region, asOf: asOf, answers: AnswerFolder(path: folder + "/answers"), workers: workers
    ).settle(reception)
  }

  /// Settles the three months of a course, the first with these messages before it.
  func settle(_ course: CareCourse, before: [Message], _ random: inout SeededGenerator) throws {
    for (index, asOf) in CareCourse.asOf.enumerated() {
      let declarations = course.declarations[index].map { Message.declaration($0) }
      try settle((index == 0 ? before : []) + declarations, asOf: asOf, &random)
    }
  }

  /// A message of the generator that cannot be read.
  struct UnusableCourse: Error { let findings: [String] }

  /// The answers by file name.
  func answers() throws -> [String: [UInt8]] {
    let path = folder + "/answers"
    var answers: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
      answers[name] = FileManager.default.contents(atPath: path + "/" + name).map { Array($0) }
    }
    return answers
  }

  /// Takes away an answer, as a kill before it was written does.
  func removeAnswer(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(folder)/answers/\(name)") }

  /// Ledger, answers and the reports of every month as JSON.
  func output() throws -> Output {
    var reports: [[UInt8]] = []
    for asOf in CareCourse.asOf {
      let month = ReportPeriod(asOf.month)
      reports.append(try SettlementReport(ledger: ledger, region: region, period: month, asOf: asOf).json())
      reports.append(try OverrunReport(ledger: ledger, region: region, period: month, asOf: asOf).json())
    }
    let last = try ledger.lastEntry()?.entry.number ?? 0
    reports.append(
      try PayablesReport(ledger: ledger, region: region, entries: Array(1..<(last + 1)), asOf: CareCourse.asOf[2]).csv()
    )
    return Output(digest: try ledger.digest(), answers: try answers(), reports: reports)
  }

  /// What was decided on the messages of a kind, by the bytes that they came in with.
  func decisions(on messages: [Message]) throws -> [MessagePayload] {
    try messages.map { message in
      guard let number = try ledger.message(withBytes: Ledger.digest(of: writer.encode(message))) else {
        throw LedgerError.damaged(entry: 0)
      }
      return try ledger.payload(of: number)
    }
  }
}
