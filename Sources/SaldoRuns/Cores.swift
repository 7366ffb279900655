import Foundation

/// The cores of the machine, as far as this process may run on them (kernen).
public enum Cores {
  /// How many there are; under Linux a process can be kept from some, as in a container.
  public static let count: Int = {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    return status.flatMap(count(inStatus:)) ?? ProcessInfo.processInfo.activeProcessorCount
  }()

  /// How many cores the text of `/proc/self/status` lets the process run on: the ones in the mask `Cpus_allowed`, which is
  /// in hexadecimal digits with commas in between.
  static func count(inStatus text: String) -> Int? {
    let name = "Cpus_allowed:"
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
    let cores = line.dropFirst(name.count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
    return cores > 0 ? cores : nil
  }

  /// What two pieces of work come to, of which the second is done on another core meanwhile, or afterwards when there is
  /// no other. Each is done whatever comes of the other.
  ///
  /// - Throws: What the first throws, else what the second does.
  public static func sideBySide<One, Other: Sendable>(
    _ here: () throws -> One, _ elsewhere: @escaping @Sendable () throws -> Other
  ) throws -> (One, Other) {
    let other = Outcome<Other>()
    let group = DispatchGroup()
    let hasOther = count > 1
    if hasOther { DispatchQueue.global().async(group: group) { other.result = Result { try elsewhere() } } }
    let one = Result { try here() }
    if !hasOther { other.result = Result { try elsewhere() } }
    group.wait()
    return (try one.get(), try other.result!.get())
  }

  /// What pieces of work come to, in their order; each is done by the first core that is free.
  ///
  /// - Throws: What the first of them throws that does.
  public static func each<Value: Sendable>(_ works: [@Sendable () throws -> Value]) throws -> [Value] {
    guard count > 1 else { return try works.map { try $0() } }
    let outcomes = works.map { _ in Outcome<Value>() }
    DispatchQueue.concurrentPerform(iterations: works.count) { index in
      outcomes[index].result = Result { try works[index]() }
    }
    return try outcomes.map { try $0.result!.get() }
  }

  /// What a piece of work came to, written before the group is done and read after it.
  private final class Outcome<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
  }
}
