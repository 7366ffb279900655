import Foundation

/// Values that workers make side by side and that are taken in order (op alle kernen).
///
/// No more than a few are made ahead of the one that is taken next, so that memory does not follow their number. What
/// comes out does not depend on the number of workers.
final class OrderedWork<Value: Sendable>: @unchecked Sendable {
  /// Makes the value at a position, from 0.
  typealias Maker = (Int) -> Value

  /// How many values are made ahead at most.
  let ahead: Int
  private let count: Int
  private let hire: @Sendable () -> Maker
  private let condition = NSCondition()
  // All below is guarded by the condition.
  private var made: [Int: Value] = [:]
  private var started = 0
  private var taken = 0
  private var isStopped = false
  private var running = 0

  /// Starts making values.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - workers: The number of threads that make them; a single value is made when it is taken.
  ///   - hire: Makes what one thread makes its values with; called and let go on that thread, so that it may hold what
  ///     cannot be shared.
  init(count: Int, workers: Int, hiring hire: @escaping @Sendable () -> Maker) {
    self.count = count
    self.hire = hire
    ahead = 2 * workers
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
  convenience init(count: Int, workers: Int, make: @escaping @Sendable (Int) -> Value) {
    self.init(count: count, workers: workers, hiring: { make })
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
    while made[taken] == nil { condition.wait() }
    let value = made.removeValue(forKey: taken)
    taken += 1
    condition.broadcast()
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
      while !isStopped, started < count, started - taken >= ahead { condition.wait() }
      guard !isStopped, started < count else { break }
      let position = started
      started += 1
      condition.unlock()
      let value = make(position)
      condition.lock()
      made[position] = value
      condition.broadcast()
    }
    condition.unlock()
  }
}
