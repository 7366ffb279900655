public import SaldoDomain

/// The sample regions that `saldo init --regime` writes: one per way of funding that Dutch regions use (bekostigingsregime).
///
/// Each is a region folder that settles its own messages as it stands. All people, providers and prices are invented.
public enum RegimeTemplate {
  /// The names, such as `roosendaal`, sorted.
  public static var names: [String] { EmbeddedRegimes.all.keys.sorted() }

  /// The files of a sample by their path in the folder, with the explanation in one language; nil for an unknown name.
  public static func files(of name: String, in language: Language) -> [RegionTemplate.File]? {
    EmbeddedRegimes.all[name].map { files in
      let other = language == .dutch ? "README.md" : "LEESMIJ.md"
      return files.filter { $0.key != other }.sorted { $0.key < $1.key }.map { path, text in
        RegionTemplate.File(path: path, text: text, usesCRLF: !path.hasSuffix(".md") && !path.hasSuffix(".yaml"))
      }
    }
  }
}
