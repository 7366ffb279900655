import Foundation
import SaldoDomain
import SaldoLedger
import SaldoStore
import Testing

@testable import SaldoRuns

/// Reading side by side, and again in turn, changes nothing in what comes out.
struct WorkersTests {
  @Test(arguments: [(0, 3), (1, 1), (2, 8), (500, 1), (500, 2), (500, 7)])
  func `values come in order, whatever the number of workers`(count: Int, workers: Int) {
    let work = OrderedWork(count: count, workers: workers) { position in
      if position % 7 == 0 { usleep(200) }
      return position * position
    }
    for position in 0..<count { #expect(work.next() == position * position) }
    #expect(work.next() == nil)
    #expect(work.next() == nil)
  }

  @Test(arguments: [(1, 1, 4), (3, 4, 2), (2, 64, .max), (3, 2, 0)])
  func `values come in order, however little room there is`(workers: Int, room: Int, weight: Int) {
    let work = OrderedWork(count: 500, workers: workers, room: .init(count: room, weight: weight) { $0 % 3 }) { $0 }
    for position in 0..<500 { #expect(work.next() == position) }
    #expect(work.next() == nil)
  }

  @Test func `each thread has something of its own, and lets go of it before work has stopped`() {
    let (hired, left) = (Counter(), Counter())
    let work = OrderedWork(count: 100, workers: 3) {
      let own = Own(left)
      hired.add()
      return { position in own.twice(position) }
    }
    for position in 0..<50 { #expect(work.next() == 2 * position) }
    work.stop()
    #expect((1...3).contains(hired.value))
    #expect(left.value == hired.value)
  }

  @Test(arguments: [("Cpus_allowed:\t3", 2), ("Name:\tsaldo\nCpus_allowed:\tff,00000f01\nMems_allowed:\t1", 13)])
  func `cores are those that the process may run on`(status: String, count: Int) {
    #expect(Cores.count(inStatus: status) == count)
  }

  @Test func `a system that does not tell has as many cores as it has`() {
    #expect(Cores.count(inStatus: "Name:\tsaldo\n") == nil)
    #expect((1...ProcessInfo.processInfo.processorCount).contains(Cores.count))
  }

  @Test func `pieces of work come in their order, and the first error of them is thrown`() throws {
    let works = (0..<20).map { number in { @Sendable () throws -> Int in number * number } }
    #expect(try Cores.each(works) == (0..<20).map { $0 * $0 })
    let failing: [@Sendable () throws -> Int] = [
      { 1 }, { throw RunError.unwritable(path: "first") }, { throw RunError.unwritable(path: "second") },
    ]
    #expect(throws: RunError.unwritable(path: "first")) { try Cores.each(failing) }
  }

  @Test func `no more is made ahead than memory allows, and nothing after the end`() {
    let made = Counter()
    let work = OrderedWork(count: 1000, workers: 2) { _ in made.add() }
    _ = work.next()
    usleep(50_000)
    work.stop()
    usleep(50_000)
    let now = made.value
    #expect((1...6).contains(now))
    usleep(50_000)
    #expect(made.value == now)
  }

  // Ten at most, that weigh five together at most; one of them always may.
  @Test(arguments: [(weight: 0, made: 10), (1, 5), (2, 2), (3, 1), (9, 1)])
  func `what weighs more leaves room for less`(weight: Int, made expected: Int) {
    let made = Counter()
    let room = OrderedWork<Void>.Room(count: 10, weight: 5) { _ in weight }
    let work = OrderedWork(count: 100, workers: 1, room: room) { _ in made.add() }
    while made.value < expected { usleep(1_000) }
    usleep(20_000)
    work.stop()
    #expect(made.value == expected)
  }

  @Test(
    arguments: [(1, nil, 0), (2, nil, 0), (3, 0, .max), (1, 0, 0), (2, 20_000, 0), (3, .max, 0), (1, .max, 3_000)]
      as [(Int, Int?, Int)])
  func `a ledger and its answers do not depend on workers, nor on what is kept in memory`(
    workers: Int, keeping: Int?, wholeUpTo: Int
  ) throws {
    let (plain, other) = (try Merenland.settled(), try Merenland())
    defer {
      plain.remove()
      other.remove()
    }
    let region = try Merenland.region()
    for month in Merenland.months {
      let files = try Inbox([Merenland.sample + "/inbox/" + month.name]).files
      let reception = try Reception(
        files, for: region, keeping: keeping, wholeUpTo: wholeUpTo, workers: workers)
      #expect(
        reception.queue.contains { !$0.isRead } == (keeping != nil && wholeUpTo < 10_000)
          || !reception.queue.contains { $0.kind == .declaration })
      #expect(keeping != 0 || reception.queue.allSatisfy { $0.message == nil })
      // No more is kept than there is room for, and something is when there is any.
      #expect(reception.memory <= keeping ?? .max && (reception.memory > 0) == (keeping != 0))
      var progress: [Int] = []
      let run = try SettleRun(
        into: other.ledger, region: region, asOf: month.asOf,
        answers: AnswerFolder(path: other.folder + "/answers"), workers: workers)
      _ = try run.settle(reception) { done, total in
        progress.append(done)
        #expect(done <= total)
      }
      #expect(progress == progress.sorted() && progress.last == reception.weight)
    }
    #expect(try other.ledger.digest() == plain.ledger.digest())
    #expect(try other.answers() == plain.answers())
  }

  @Test func `after the first message without room none is kept, although it would fit`() throws {
    let files = try Inbox([Merenland.sample + "/inbox/2026-03"]).files.sorted { $0.byteCount > $1.byteCount }
    let region = try Merenland.region()
    // The largest needs a thousand bytes, an eighth of its own, and those of it that are packed.
    let room = 1_000 + files[0].byteCount / 8
    func kept(_ files: ArraySlice<InputFile>) throws -> [ReceivedMessage] {
      try Reception(Array(files), for: region, keeping: room, wholeUpTo: .max).queue.compactMap(\.message)
    }
    #expect(try kept(files[...]).isEmpty)
    // The smallest alone is kept, with its bytes.
    #expect(try kept(files.suffix(1)).map { $0.packedCount > 0 } == [true])
  }

  @Test func `what comes once is kept with its bytes, also when there is no room`() throws {
    var files = try Inbox([Merenland.sample + "/inbox/2026-03"]).files
    // So many come before it that there is no room any more when it is read.
    try #require(files.count > 100)
    files.append(InputFile(path: "-", content: try files.removeLast().bytes()))
    let reception = try Reception(files, for: try Merenland.region(), keeping: 0, wholeUpTo: .max)
    let kept = reception.queue.compactMap(\.message)
    #expect(kept.map(\.file.path) == ["-"])
    #expect(kept.allSatisfy { $0.packedCount > 0 })
  }

  @Test func `a file that changes between reading and settling is an error that books nothing of it`() throws {
    let merenland = try Merenland()
    defer { merenland.remove() }
    let region = try Merenland.region()
    let names = try Inbox([Merenland.sample + "/inbox/2026-03"]).files.filter { $0.name.contains("301") }.prefix(2)
    let copies = try names.map { file in
      let copy = merenland.folder + "/" + file.name
      try FileManager.default.copyItem(atPath: file.path, toPath: copy)
      return InputFile(path: copy)
    }
    try #require(copies.count == 2)
    let reception = try Reception(copies, for: region, keeping: 0)
    let changed = reception.queue[1].file.path
    try Data("<?xml version=\"1.0\"?>".utf8).write(to: URL(fileURLWithPath: changed))
    let run = try SettleRun(into: merenland.ledger, region: region, asOf: Merenland.months[0].asOf, answers: nil)
    #expect(throws: InputError.changed(path: changed)) { try run.settle(reception) }
    #expect(try merenland.ledger.lastEntry()?.entry.kind == .region)
  }
}

/// A number that threads count up.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func add() { lock.withLock { count += 1 } }
  var value: Int { lock.withLock { count } }
}

/// What one thread has, which tells when it is let go.
private final class Own {
  private let left: Counter

  init(_ left: Counter) { self.left = left }
  deinit { left.add() }

  func twice(_ number: Int) -> Int { 2 * number }
}
