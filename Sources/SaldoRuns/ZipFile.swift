import CLibZip
import Foundation
import SaldoMessages

/// A ZIP file with messages, which stands for a directory that holds the same.
enum ZipFile {
  /// Whether the name of a file says that it is one.
  static func isNamed(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }

  /// The files in it, in the order of the archive, without hidden ones and what macOS adds.
  ///
  /// Nothing is unpacked on disk. What cannot be taken in is an error, so that nothing is left out in silence: a file
  /// that is encrypted, damaged or longer than a message can be, a name that is not UTF-8 or occurs twice.
  /// - Throws: ``InputError``.
  static func files(in path: String) throws(InputError) -> [InputFile] {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw .unreadable(path: path) }
    defer { zip_discard(archive) }
    var files: [InputFile] = []
    var seen: Set<String> = []
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      guard let raw = zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW)),
        let name = String(validatingCString: raw)
      else { throw .unreadable(path: path) }
      let parts = name.split(separator: "/")
      let isHidden = parts.contains { $0.hasPrefix(".") } || parts.first == "__MACOSX"
      if name.hasSuffix("/") || isHidden { continue }
      let file = path + "/" + name
      guard seen.insert(file).inserted, let bytes = bytes(of: index, in: archive) else { throw .unreadable(path: file) }
      files.append(InputFile(path: file, content: bytes))
    }
    return files
  }

  /// The bytes of a file of the archive; nil when they cannot be read, or are not as many as the archive says.
  private static func bytes(of index: UInt64, in archive: OpaquePointer) -> [UInt8]? {
    var entry = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &entry) == 0, entry.valid & UInt64(ZIP_STAT_SIZE) != 0,
      entry.size <= UInt64(MessageReader.maximumSize), let stream = zip_fopen_index(archive, index, 0)
    else { return nil }
    let count = Int(entry.size)
    // The last read, of nothing, is what compares the checksum.
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
      while filled <= count {
        let read = zip_fread(stream, buffer.baseAddress! + filled, UInt64(count + 1 - filled))
        guard read > 0 else {
          if read < 0 { filled = count + 1 }
          break
        }
        filled += Int(read)
      }
    }
    return zip_fclose(stream) == 0 && bytes.count == count ? bytes : nil
  }
}
