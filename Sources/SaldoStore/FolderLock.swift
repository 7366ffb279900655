import Foundation

/// Keeps other processes of this program out of a folder for a moment, so that none meets a file that is half made.
///
/// The lock leaves no file behind and ends with the process.
public enum FolderLock {
  /// Runs a piece of work while the folder of a file is locked; without a lock when the folder cannot be opened.
  public static func whileHolding<Value, Failure: Error>(
    folderOf path: String, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let folder = NSString(string: path).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try work()
  }
}
