import Foundation

/// Values that workers make side by side and that are taken in order (op alle kernen).
///
/// No more than a few are made ahead of the one that is taken next, so that memory does not follow their number. What
/// comes out does not depend on the number of workers.
final class OrderedWork<Value: Sendable>: @unchecked Sendable {
  private let count: Int
  private let ahead: Int
  private let make: @Sendable (Int) -> Value
  private let condition = NSCondition()
  // All below is guarded by the condition.
  private var made: [Int: Value] = [:]
  private var started = 0
  private var taken = 0
  private var isStopped = false

  /// Starts making values.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - workers: The number of threads that make them; a single value is made when it is taken.
  ///   - make: Makes the value at a position, from 0; called on any thread.
  init(count: Int, workers: Int, make: @escaping @Sendable (Int) -> Value) {
    self.count = count
    self.make = make
    ahead = 2 * workers
    guard count > 1 else { return }
    for _ in 0..<min(workers, count) {
      let thread = Thread { [self] in work() }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// The next value, when it is made; nil after the last one.
  func next() -> Value? {
    guard count > 1 else {
      defer { taken += 1 }
      return taken < count ? make(taken) : nil
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

  /// Ends the workers after what they are at; nothing can be taken any more.
  func stop() {
    condition.lock()
    isStopped = true
    condition.broadcast()
    condition.unlock()
  }

  private func work() {
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
