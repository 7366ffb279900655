import Foundation

/// Files that only their owner may read.
enum PrivateFile {
  /// Creates an empty file with mode 0600; an existing file is an error.
  static func create(_ path: String) -> Bool {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  /// Writes a file with mode 0600 under a temporary name, flushes it to disk and renames it.
  static func replace(_ path: String, with data: Data) throws {
    let temporary = path + ".new"
    unlink(temporary)
    guard create(temporary) else { throw CocoaError(.fileWriteUnknown) }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: temporary))
    try handle.write(contentsOf: data)
    try handle.synchronize()
    try handle.close()
    guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
