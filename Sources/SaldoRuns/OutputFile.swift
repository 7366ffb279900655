import Foundation

/// Files that a run writes: under a temporary name first, then renamed, so that no half file is ever left.
public enum OutputFile {
  /// Writes a file, making its folder when needed.
  ///
  /// - Throws: ``RunError/unwritable(path:)``.
  public static func write(_ bytes: [UInt8], to path: String) throws(RunError) {
    let url = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw .unwritable(path: path)
    }
  }
}
