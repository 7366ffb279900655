import Foundation
import SaldoStore

/// Files that a run writes: under a temporary name first, then renamed, so that no half file is ever left.
public enum OutputFile {
  /// Writes a file, making its folder when needed. What is no regular file, such as `/dev/null`, is written into.
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
      var found = stat()
      if stat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
        return try write(bytes, into: open(path, O_WRONLY | O_CLOEXEC), of: path)
      }
      // Not by Foundation, which makes a file of its own invention first and leaves it behind when it is killed. What an
      // earlier run left goes first, so that neither its mode nor a link of that name is used.
      unlink(temporary)
      do throws(RunError) {
        let flags = O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC
        try write(bytes, into: open(temporary, flags, isPrivate ? 0o600 : 0o666), of: path)
        guard rename(temporary, path) == 0 else { throw .unwritable(path: path) }
      } catch {
        unlink(temporary)
        throw error
      }
    }
  }

  private static func write(_ bytes: [UInt8], into descriptor: Int32, of path: String) throws(RunError) {
    guard descriptor >= 0 else { throw .unwritable(path: path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      throw .unwritable(path: path)
    }
  }

  /// Refuses to write over a ledger or what belongs to it.
  ///
  /// - Throws: ``RunError/wouldOverwriteLedger(path:)`` with the first path that is one of the ledger's own files.
  public static func refuse(_ paths: [String], overLedger ledger: String) throws(RunError) {
    let files = Ledger.files(of: ledger).map(Place.init)
    for path in paths where path != "-" {
      let place = Place(path)
      if files.contains(where: place.isSame(as:)) { throw .wouldOverwriteLedger(path: path) }
    }
  }

  /// The file that a path names, now or once it is made.
  private struct Place {
    /// The file that is there.
    let found: stat?
    /// The path without links in its folder.
    let path: String

    init(_ path: String) {
      var found = stat()
      self.found = stat(path, &found) == 0 ? found : nil
      self.path =
        URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().path + "/"
        + NSString(string: path).lastPathComponent
    }

    /// Whether another path names the same file.
    func isSame(as other: Place) -> Bool {
      guard let found, let others = other.found else { return path == other.path }
      return found.st_dev == others.st_dev && found.st_ino == others.st_ino
    }
  }
}
