internal import SaldoDomain

/// The bytes of a file as text: UTF-8, with or without a byte-order mark.
enum SourceText {
  /// The text without its byte-order mark, or the problem that stops it from being read.
  ///
  /// - Throws: a problem with the row of the first wrong byte when the bytes are not UTF-8.
  static func decode(_ bytes: [UInt8], file: String) throws(RegionProblem) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw notUtf8(
        RegionPlace(file: file), found: Bilingual(nl: "de codering is UTF-16", en: "the encoding is UTF-16"))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return text }
    // A whole line is valid or not: a line feed is never a part of a longer UTF-8 sequence.
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    let row = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    throw notUtf8(
      RegionPlace(file: file, row: row),
      found: Bilingual(nl: "de codering is geen UTF-8", en: "the encoding is not UTF-8"))
  }

  private static func notUtf8(_ place: RegionPlace, found: Bilingual) -> RegionProblem {
    RegionProblem(
      at: place, found: found,
      expected: Bilingual(
        nl: "een bestand in UTF-8 (in een spreadsheet: opslaan als \"CSV UTF-8\")",
        en: "a file in UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")"))
  }
}
