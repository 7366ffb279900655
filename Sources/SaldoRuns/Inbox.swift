import Foundation

/// The files of a run: those that were named, and those in the directories that were named (postvak).
public struct Inbox: Sendable {
  /// The files, in the order of their paths.
  public let files: [InputFile]

  /// Finds the files at paths.
  ///
  /// A directory, or a ZIP file, stands for all files in it and below it; hidden files are left out. `-` stands for
  /// standard input.
  /// - Parameter mayBeEmpty: Whether a directory or ZIP file without files is no error, because a run has more to do.
  /// - Throws: ``InputError``.
  public init(_ paths: [String], mayBeEmpty: Bool = false) throws(InputError) {
    var found: [InputFile] = []
    for path in paths {
      if path == "-" {
        found.append(InputFile(path: path))
        continue
      }
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
        throw .missing(path: path)
      }
      guard isDirectory.boolValue || ZipFile.isNamed(path) else {
        found.append(InputFile(path: path))
        continue
      }
      let inside = isDirectory.boolValue ? try Self.files(in: path) : try ZipFile.files(in: path)
      guard mayBeEmpty || !inside.isEmpty else { throw .noMessages(path: path) }
      found += inside
    }
    files = found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The files below a directory. What stands there and cannot be taken in is an error, so that nothing is left out in
  /// silence: a directory that cannot be listed, a link to nothing or to a directory, a name that is not UTF-8.
  private static func files(in directory: String) throws(InputError) -> [InputFile] {
    guard let stream = opendir(directory) else { throw .unreadable(path: directory) }
    defer { closedir(stream) }
    var files: [InputFile] = []
    while let entry = readdir(stream) {
      let bytes = Self.name(of: entry)
      if bytes.first == UInt8(ascii: ".") { continue }
      let path = directory.hasSuffix("/") ? directory : directory + "/"
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw .unreadable(path: path + String(decoding: bytes, as: UTF8.self))
      }
      var status = stat()
      guard lstat(path + name, &status) == 0 else { throw .unreadable(path: path + name) }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink, stat(path + name, &status) != 0 { throw .unreadable(path: path + name) }
      switch status.st_mode & S_IFMT {
      case S_IFREG where ZipFile.isNamed(name): files += try ZipFile.files(in: path + name)
      case S_IFREG: files.append(InputFile(path: path + name))
      case S_IFDIR where !isLink: files += try Self.files(in: path + name)
      default: throw .unreadable(path: path + name)
      }
    }
    return files
  }

  /// The name of a directory entry. It is read where it stands, because an entry is shorter than its type says and may
  /// end where the memory does.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
    return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
  }
}

/// One file of a run; two with the same path are the same.
public struct InputFile: Sendable {
  /// The path as it was given; `-` is standard input. Of a file in a ZIP file the path of that file and its name there.
  public let path: String
  /// The bytes, when they came with a ZIP file.
  private let content: [UInt8]?

  /// A file at a path, with its bytes when they are not on disk by themselves.
  init(path: String, content: [UInt8]? = nil) {
    self.path = path
    self.content = content
  }

  /// The last part of the path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Whether its bytes can be asked for once more; those of standard input come once.
  var canBeReadAgain: Bool { path != "-" }

  /// How many bytes it has now; 0 when that is not known before it is read.
  var byteCount: Int {
    if let content { return content.count }
    var file = stat()
    return stat(path, &file) == 0 ? Int(file.st_size) : 0
  }

  /// The bytes of the file.
  ///
  /// - Throws: ``InputError/unreadable(path:)``.
  public func bytes() throws(InputError) -> [UInt8] {
    if let content { return content }
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    return try FileBlocks(path).readWhole()
  }

  /// The file, open to be read block by block; nil when its bytes come once or are in memory already.
  ///
  /// - Throws: ``InputError/unreadable(path:)``.
  func blocks() throws(InputError) -> FileBlocks? {
    content == nil && canBeReadAgain ? try FileBlocks(path) : nil
  }
}

extension InputFile: Hashable {
  /// Whether the paths are the same.
  public static func == (lhs: InputFile, rhs: InputFile) -> Bool { lhs.path == rhs.path }

  /// Hashes the path.
  public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// Why input cannot be read at all.
public enum InputError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing(path: String)
  /// What is at the path cannot be read.
  case unreadable(path: String)
  /// The directory holds no files.
  case noMessages(path: String)
  /// The file is another one than at the start of the run.
  case changed(path: String)
}
