public import SaldoDomain

/// Why the template was not written.
public enum RegionTemplateError: Error, Hashable, Sendable {
  /// The folder holds something already.
  case notEmpty
  /// The path is a file.
  case notAFolder
  /// A file of the template, or the folder itself when empty, could not be written.
  case cannotWrite(file: String)

  /// The reason in a sentence, to follow the path.
  public func text(in language: Language) -> String {
    let text =
      switch self {
      case .notEmpty:
        Bilingual(
          nl: "de map is niet leeg; verwacht: een nieuwe of lege map",
          en: "the folder is not empty; expected: a new or empty folder")
      case .notAFolder:
        Bilingual(
          nl: "dit is een bestand; verwacht: een nieuwe of lege map",
          en: "this is a file; expected: a new or empty folder")
      case .cannotWrite(let file):
        Bilingual(
          nl: "\(file.isEmpty ? "de map" : file) kan niet worden geschreven",
          en: "\(file.isEmpty ? "the folder" : file) cannot be written")
      }
    return text.text(in: language)
  }
}
