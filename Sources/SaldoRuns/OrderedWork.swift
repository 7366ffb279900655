import Foundation

/// Values that workers make side by side and that are taken in order (op alle kernen).
///
/// They are made ahead of the one that is taken next as far as there is room for them, so that memory does not follow their
/// number, and a large one holds the small ones after it up no longer than it must. What comes out does not depend on the
/// number of workers.
final class OrderedWork<Value: Sendable>: @unchecked Sendable {
  /// Makes the value at a position, from 0.
  typealias Maker = (Int) -> Value

  /// How many values are made ahead at most, and how much they weigh together; one for each worker always may.
  struct Room {
    let count: Int
    let weight: Int
    /// What the value at a position weighs; asked once for each, by the thread that makes it or one that waits to.
    let weigh: @Sendable (Int) -> Int

    /// Room for values that weigh the same.
    static func few(for workers: Int) -> Room { Room(count: 2 * workers, weight: .max) { _ in 0 } }
  }

  /// How many values are made ahead at most.
  let ahead: Int
  private let count: Int
  private let workers: Int
  private let room: Room
  private let hire: @Sendable () -> Maker
  private let condition = NSCondition()
  // All below is guarded by the condition.
  private var made: [Int: Value] = [:]
  private var started = 0
  private var taken = 0
  /// What the values weigh that are started and not taken, by themselves and together.
  private var weights: [Int: Int] = [:]
  private var weight = 0
  private var isStopped = false
  private var running = 0
  /// How many workers wait for room.
  private var idle = 0
  /// Whether the value that is taken next is waited for.
  private var isAwaited = false

  /// Starts making values.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - workers: The number of threads that make them; a single value is made when it is taken.
  ///   - room: How far ahead they are made; twice as many as there are workers by default.
  ///   - hire: Makes what one thread makes its values with; called and let go on that thread, so that it may hold what
  ///     cannot be shared.
  init(count: Int, workers: Int, room: Room? = nil, hiring hire: @escaping @Sendable () -> Maker) {
    self.count = count
    self.workers = workers
    self.room = room ?? .few(for: workers)
    self.hire = hire
    ahead = max(self.room.count, workers)
    guard count > 1 else { return }
    running = min(workers, count)
    for _ in 0..<running {
      let thread = Thread { [self] in
        work(with: hire())
        condition.withLock {
          running -= 1
          condition.broadcast()
        }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// Starts making values with what threads share.
  convenience init(count: Int, workers: Int, room: Room? = nil, make: @escaping @Sendable (Int) -> Value) {
    self.init(count: count, workers: workers, room: room, hiring: { make })
  }

  /// The next value, when it is made; nil after the last one.
  func next() -> Value? {
    guard count > 1 else {
      defer { taken += 1 }
      return taken < count ? hire()(taken) : nil
    }
    condition.lock()
    defer { condition.unlock() }
    guard taken < count else { return nil }
    while made[taken] == nil {
      isAwaited = true
      condition.wait()
    }
    isAwaited = false
    let value = made.removeValue(forKey: taken)
    weight -= weights.removeValue(forKey: taken) ?? 0
    taken += 1
    if idle > 0, isRoomy { condition.broadcast() }
    return value
  }

  /// Ends the workers and waits until they are done with what they are at; nothing can be taken any more.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
      while running > 0 { condition.wait() }
    }
  }

  private func work(with make: Maker) {
    condition.lock()
    while true {
      while !isStopped, started < count, !hasRoom {
        idle += 1
        condition.wait()
        idle -= 1
      }
      guard !isStopped, started < count else { break }
      let position = started
      weight += weightOfNext
      started += 1
      condition.unlock()
      let value = make(position)
      condition.lock()
      made[position] = value
      if isAwaited, position == taken { condition.broadcast() }
    }
    condition.unlock()
  }

  /// Whether the next value may be made already.
  private var hasRoom: Bool {
    let waiting = started - taken
    return waiting < workers || waiting < room.count && weight + weightOfNext <= room.weight
  }

  /// Whether there is so much room that idle workers are woken for it: to wake one for each small value costs more than
  /// the value.
  private var isRoomy: Bool { started - taken <= room.count / 2 || weight > room.weight / 2 }

  private var weightOfNext: Int {
    if let weight = weights[started] { return weight }
    let weight = room.weigh(started)
    weights[started] = weight
    return weight
  }
}
