import Foundation

/// The files of a run: those that were named, and those in the directories that were named (postvak).
public struct Inbox: Sendable {
  /// The files, in the order of their paths.
  public let files: [InputFile]

  /// Finds the files at paths.
  ///
  /// A directory stands for all files in it and below it; hidden files are left out. `-` stands for standard input.
  /// - Throws: ``InputError``.
  public init(_ paths: [String]) throws(InputError) {
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
      guard isDirectory.boolValue else {
        found.append(InputFile(path: path))
        continue
      }
      let inside = try Self.files(in: path)
      guard !inside.isEmpty else { throw .noMessages(path: path) }
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
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
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
      case S_IFREG: files.append(InputFile(path: path + name))
      case S_IFDIR where !isLink: files += try Self.files(in: path + name)
      default: throw .unreadable(path: path + name)
      }
    }
    return files
  }
}

/// One file of a run.
public struct InputFile: Hashable, Sendable {
  /// The path as it was given; `-` is standard input.
  public let path: String

  /// The last part of the path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The bytes of the file.
  ///
  /// - Throws: ``InputError/unreadable(path:)``.
  public func bytes() throws(InputError) -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    return Array(data)
  }
}

/// Why input cannot be read at all.
public enum InputError: Error, Hashable, Sendable {
  /// There is nothing at the path.
  case missing(path: String)
  /// What is at the path cannot be read.
  case unreadable(path: String)
  /// The directory holds no files.
  case noMessages(path: String)
}
