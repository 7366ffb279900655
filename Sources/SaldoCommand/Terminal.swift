import Foundation

/// Where text goes: results to standard output, remarks to standard error.
enum Terminal {
  /// Writes a line to standard error.
  static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

  /// Shows how far a run is, when standard error is a terminal; nothing otherwise.
  static func progress(_ done: Int, of total: Int) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let width = 40
    let filled = total == 0 ? width : width * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let end = done == total ? "\n" : ""
    FileHandle.standardError.write(Data("\r\(bar) \(done)/\(total)\(end)".utf8))
  }
}
