import Foundation

/// The cores of the machine, as far as this process may run on them (kernen).
public enum Cores {
  /// How many there are; under Linux a process can be kept from some, as in a container.
  public static var count: Int {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    return status.flatMap(count(inStatus:)) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// How many cores the text of `/proc/self/status` lets the process run on: the ones in the mask `Cpus_allowed`, which is
  /// in hexadecimal digits with commas in between.
  static func count(inStatus text: String) -> Int? {
    let name = "Cpus_allowed:"
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
    let cores = line.dropFirst(name.count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
    return cores > 0 ? cores : nil
  }

  /// What pieces of work come to that are done side by side, in their order.
  ///
  /// - Throws: What the first of them throws that throws.
  public static func sideBySide<Value: Sendable>(_ pieces: [@Sendable () throws -> Value]) throws -> [Value] {
    let work = OrderedWork(count: pieces.count, workers: count) { position in Result { try pieces[position]() } }
    defer { work.stop() }
    return try pieces.indices.compactMap { _ in try work.next()?.get() }
  }
}
