internal import Foundation
internal import SaldoDomain

/// The files of a region folder as bytes, by name.
struct RegionFiles: Sendable {
  /// The files that a region folder may hold, as far as they are there.
  var contents: [String: [UInt8]]
  /// Tables and YAML files in the folder with another name, sorted by their bytes.
  var others: [String] = []

  /// The names that mean something in a region folder.
  static let knownNames =
    [SettingsFile.name] + (RegionTables.requiredSchemas + RegionTables.optionalSchemas).map(\.file)
  /// The names that must be there.
  static let requiredNames = [SettingsFile.name] + RegionTables.requiredSchemas.map(\.file)

  /// Reads the files of a folder.
  ///
  /// - Throws: ``RegionLoadError`` when the folder cannot be listed or one of its files cannot be read.
  init(folder path: String) throws(RegionLoadError) {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Self.unusable(Bilingual(nl: "de map bestaat niet", en: "the folder does not exist"))
    }
    guard isDirectory.boolValue else {
      throw Self.unusable(Bilingual(nl: "dit is geen map", en: "this is not a folder"))
    }
    guard let names = try? manager.contentsOfDirectory(atPath: path) else {
      throw Self.unusable(Bilingual(nl: "de map kan niet worden gelezen", en: "the folder cannot be read"))
    }
    contents = [:]
    var problems: [RegionProblem] = []
    for name in Self.knownNames where names.contains(name) {
      let file = path + "/" + name
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: file, isDirectory: &isFolder)
      if !isFolder.boolValue, let data = manager.contents(atPath: file) {
        contents[name] = [UInt8](data)
      } else {
        let found =
          isFolder.boolValue
          ? Bilingual(nl: "dit is een map", en: "this is a folder")
          : Bilingual(nl: "het bestand kan niet worden gelezen", en: "the file cannot be read")
        problems.append(
          RegionProblem(
            at: RegionPlace(file: name), found: found,
            expected: Bilingual(nl: "een leesbaar bestand", en: "a readable file")))
      }
    }
    guard problems.isEmpty else { throw RegionLoadError(problems) }
    others = names.filter { Self.looksLikeTable($0) && !Self.knownNames.contains($0) }
      .sorted { ExactText($0) < ExactText($1) }
  }

  /// Files that are there already, by name.
  init(contents: [String: [UInt8]]) { self.contents = contents }

  /// A problem for each file that must be there and is not.
  var missing: [RegionProblem] {
    Self.requiredNames.filter { contents[$0] == nil }.map {
      RegionProblem(
        at: RegionPlace(file: $0), found: Bilingual(nl: "het bestand ontbreekt", en: "the file is missing"),
        expected: Bilingual(nl: "een bestand met deze naam in de regiomap", en: "a file of this name in the folder"))
    }
  }

  private static func looksLikeTable(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.hasPrefix(".") && [".csv", ".yaml", ".yml"].contains { lower.hasSuffix($0) }
  }

  private static func unusable(_ found: Bilingual) -> RegionLoadError {
    RegionLoadError([
      RegionProblem(
        at: RegionPlace(file: ""), found: found,
        expected: Bilingual(
          nl: "een map met \(requiredNames.joined(separator: ", "))",
          en: "a folder with \(requiredNames.joined(separator: ", "))"))
    ])
  }
}
