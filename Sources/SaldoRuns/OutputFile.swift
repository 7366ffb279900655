import Foundation
import SaldoStore

/// Files that a run writes: under a temporary name first, then renamed, so that no half file is ever left.
public enum OutputFile {
  /// Writes a file, making its folder when needed.
  ///
  /// - Parameter isPrivate: Whether only the owner may read it, because it holds personal data.
  /// - Throws: ``RunError/unwritable(path:)``.
  public static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(RunError) {
    let folder = NSString(string: path).deletingLastPathComponent
    let temporary = path + ".new"
    do {
      try FileManager.default.createDirectory(
        atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder)
    }
    try FolderLock.whileHolding(folderOf: path) { () throws(RunError) in
      // Not by Foundation, which makes a file of its own invention first and leaves it behind when it is killed.
      let descriptor = open(temporary, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
      guard descriptor >= 0 else { throw .unwritable(path: path) }
      let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      do {
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      } catch {
        throw .unwritable(path: path)
      }
      guard rename(temporary, path) == 0 else { throw .unwritable(path: path) }
    }
  }
}
