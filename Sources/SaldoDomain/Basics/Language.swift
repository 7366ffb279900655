/// The language of texts for people. Code, JSON keys and CSV headers are English whatever the language.
public enum Language: String, CaseIterable, Sendable {
  /// Dutch, the default.
  case dutch = "nl"
  /// English.
  case english = "en"
}

/// One sentence or name in both languages.
public struct Bilingual: Hashable, Sendable {
  /// The Dutch text.
  public let dutch: String
  /// The English text.
  public let english: String

  /// A text in both languages.
  public init(nl dutch: String, en english: String) {
    self.dutch = dutch
    self.english = english
  }

  /// The text in a language.
  public func text(in language: Language) -> String {
    switch language {
    case .dutch: dutch
    case .english: english
    }
  }
}
