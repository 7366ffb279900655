import Foundation

/// Where text goes: results to standard output, remarks to standard error.
enum Terminal {
  /// Writes a line to standard error; what cannot be written there cannot be told anywhere.
  static func complain(_ text: String) { _ = write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Writes a line to standard output.
  ///
  /// - Throws: ``OutputError``.
  static func print(_ text: String) throws(OutputError) { try write(Array((text + "\n").utf8)) }

  /// Writes bytes to standard output.
  ///
  /// - Throws: ``OutputError``.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    guard write(bytes, to: STDOUT_FILENO) else { throw OutputError() }
  }

  /// Writes bytes to a descriptor and says whether all of them arrived.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// What a progress bar counts in.
  enum ProgressUnit {
    /// Each by itself.
    case pieces
    /// Bytes, shown in kilobytes.
    case kilobytes

    fileprivate func text(_ done: Int, of total: Int) -> String {
      switch self {
      case .pieces: "\(done)/\(total)"
      case .kilobytes: "\((done + 500) / 1_000)/\((total + 500) / 1_000) kB"
      }
    }
  }

  /// What shows how far a piece of work is, when standard error is a terminal; nothing otherwise.
  ///
  /// - Parameters:
  ///   - work: The name of the work, before the bar.
  ///   - unit: What it is counted in.
  static func progress(_ work: String, unit: ProgressUnit = .pieces) -> (_ done: Int, _ total: Int) -> Void {
    guard isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
    let width = 40
    var shown = -1
    return { done, total in
      let permille = total == 0 ? 1000 : 1000 * done / total
      guard permille != shown else { return }
      shown = permille
      let filled = width * permille / 1000
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      let end = done == total ? "\n" : ""
      _ = write(Array("\r\(work) \(bar) \(unit.text(done, of: total))\(end)".utf8), to: STDERR_FILENO)
    }
  }
}

/// Standard output cannot be written, because the disk behind it is full or it was closed.
struct OutputError: Error {}
