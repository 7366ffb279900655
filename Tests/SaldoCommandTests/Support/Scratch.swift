import Foundation

/// A folder for one test, removed with this value.
final class Scratch: Sendable {
  /// The path of the folder.
  let folder: String

  init() throws {
    // Without digits: nine in a row could look like a BSN.
    folder = FileManager.default.temporaryDirectory.path + "/saldo-command-" + UUID().uuidString.filter { !$0.isNumber }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The name of the folder.
  var name: String { NSString(string: folder).lastPathComponent }

  /// The path of something in the folder.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and gives its path; folders on the way are made.
  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return path(name)
  }

  /// Writes a text as UTF-8 and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  /// Makes an empty folder in it and gives its path.
  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  /// Copies a file or a folder into it and gives the path of the copy.
  @discardableResult
  func copy(_ source: String, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: path(name))
    return path(name)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// Whether something is there.
  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every file below a folder of it, by path, with its bytes; empty when the folder is not there.
  func files(below name: String = "") -> [String: Data] { Self.files(below: path(name)) }

  /// Every file below a folder, by path, with its bytes.
  static func files(below folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      files[name] = FileManager.default.contents(atPath: path)
    }
    return files
  }
}
