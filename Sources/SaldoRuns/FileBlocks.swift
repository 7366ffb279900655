import Foundation

/// A file on disk that is read block by block, or as a whole.
final class FileBlocks {
  /// The number of bytes when it was opened; 0 of what has no size, such as a pipe.
  let size: Int
  private let path: String
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: ``InputError/unreadable(path:)``.
  init(_ path: String) throws(InputError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path) }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    self.path = path
    self.descriptor = descriptor
    size = isFile ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }

  /// Reads the next bytes and gives their number; 0 at the end.
  ///
  /// - Throws: ``InputError/unreadable(path:)``.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(path: path) }
    }
  }

  /// Reads all bytes: of a file from the first one on, whatever was read before, and as many as there were when it was
  /// opened; of what has no size to its end.
  ///
  /// - Throws: ``InputError/unreadable(path:)``.
  func readWhole() throws(InputError) -> [UInt8] {
    guard size > 0 else { return try readToEnd() }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .unreadable(path: path) }
    var failure: InputError?
    // They are read to where they stay.
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      do throws(InputError) {
        var count = 1
        while count > 0, filled < size {
          count = try read(
            into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...]))
          filled += count
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private func readToEnd() throws(InputError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    while true {
      let count = try read(into: buffer)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
