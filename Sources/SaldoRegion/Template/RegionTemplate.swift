internal import Foundation

/// What `saldo init` writes: a commented region folder that settles its own sample as it stands (sjabloon).
///
/// All people in it are invented; their BSNs come from the range that is reserved for examples.
public enum RegionTemplate {
  /// The files by their path in the folder, in the order in which they are written.
  public static let files: [File] = [
    File(path: "region.yaml", text: TemplateTables.settings),
    File(path: "municipalities.csv", text: TemplateTables.municipalities, usesCRLF: true),
    File(path: "providers.csv", text: TemplateTables.providers, usesCRLF: true),
    File(path: "agreements.csv", text: TemplateTables.agreements, usesCRLF: true),
    File(path: "products.csv", text: TemplateTables.products, usesCRLF: true),
    File(path: "client_ceilings.csv", text: TemplateTables.clientCeilings, usesCRLF: true),
    File(path: "inbox/toewijzing-1001.xml", text: TemplateAllocations.hours, usesCRLF: true),
    File(path: "inbox/toewijzing-1002.xml", text: TemplateAllocations.minutes, usesCRLF: true),
    File(path: "inbox/toewijzing-1003.xml", text: TemplateAllocations.euros, usesCRLF: true),
    File(path: "inbox/declaratie-2026-03.xml", text: TemplateDeclaration.march, usesCRLF: true),
    File(path: "README.md", text: TemplateReadme.text),
  ]

  /// One file of the template.
  public struct File: Hashable, Sendable {
    /// The path in the folder, with forward slashes.
    public let path: String
    /// The text, in UTF-8 without byte-order mark.
    public let text: String

    init(path: String, text: String, usesCRLF: Bool = false) {
      self.path = path
      self.text =
        usesCRLF ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : text
    }
  }

  /// Writes the template, or the files of a ``RegimeTemplate``, into a folder that does not exist yet or is empty.
  ///
  /// Each file appears whole or not at all. When one cannot be written, those before it are removed again.
  ///
  /// - Throws: ``RegionTemplateError``.
  public static func write(_ files: [File] = files, to path: String) throws(RegionTemplateError) {
    try write(files, to: path) { data, url in try data.write(to: url, options: .atomic) }
  }

  /// Writes files with a function that writes one of them.
  static func write(
    _ files: [File] = files, to path: String, writing: (Data, URL) throws -> Void
  ) throws(RegionTemplateError) {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    let isNew = !manager.fileExists(atPath: path, isDirectory: &isDirectory)
    if !isNew {
      guard isDirectory.boolValue else { throw .notAFolder }
      guard let names = try? manager.contentsOfDirectory(atPath: path) else { throw .cannotWrite(file: "") }
      guard names.isEmpty else { throw .notEmpty }
    }
    let root = URL(fileURLWithPath: path, isDirectory: true)
    var written: [URL] = []
    for file in files {
      let url = root.appendingPathComponent(file.path)
      do {
        try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try writing(Data(file.text.utf8), url)
      } catch {
        // The folder was empty or not there, so all that is in it now is ours.
        for url in written + [root.appendingPathComponent("inbox")] + (isNew ? [root] : []) {
          try? manager.removeItem(at: url)
        }
        throw .cannotWrite(file: file.path)
      }
      written.append(url)
    }
  }
}
