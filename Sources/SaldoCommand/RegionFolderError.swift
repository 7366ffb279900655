import SaldoDomain
import SaldoRegion

/// A region folder that cannot be used, with the path by which it was named.
struct RegionFolderError: Error {
  let path: String
  let problems: [RegionProblem]

  /// Loads a folder that an argument names.
  ///
  /// - Throws: ``RegionFolderError``.
  static func load(_ path: String) throws(RegionFolderError) -> LoadedRegion {
    do {
      return try RegionFolder.load(path)
    } catch {
      throw RegionFolderError(path: path, problems: error.problems)
    }
  }

  /// One line per problem, each with the path of its file.
  func text(in language: Language) -> String {
    problems.map { problem in
      guard problem.place.file.isEmpty else {
        return (path.hasSuffix("/") ? path : path + "/") + problem.text(in: language)
      }
      let expected = Bilingual(nl: "verwacht", en: "expected").text(in: language)
      return "\(path): \(problem.found.text(in: language)); \(expected): \(problem.expected.text(in: language))"
    }.joined(separator: "\n")
  }
}

/// A folder in which the template cannot be written, with the path by which it was named.
struct TemplateFolderError: Error {
  let path: String
  let reason: RegionTemplateError

  /// The path and the reason.
  func text(in language: Language) -> String { "\(path): \(reason.text(in: language))" }
}
