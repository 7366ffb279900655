public import SaldoDomain

/// A place in a region folder: a file, a row of a table or a line of a YAML file, and a column or key.
public struct RegionPlace: Hashable, Comparable, Sendable {
  /// The name of the file in the folder; empty for the folder itself.
  public let file: String
  /// The row as a spreadsheet numbers it (the header is row 1), or the line of a YAML file; nil for the whole file.
  public let row: Int?
  /// The position in the line of a YAML file, 1-based; nil in tables.
  public let position: Int?
  /// The name of the column, or the key of a YAML file; nil for the whole row.
  public let column: String?

  /// A place in a file of the folder.
  public init(file: String, row: Int? = nil, position: Int? = nil, column: String? = nil) {
    self.file = file
    self.row = row
    self.position = position
    self.column = column
  }

  /// By file, then row, then column; what concerns the whole comes before its parts.
  public static func < (lhs: RegionPlace, rhs: RegionPlace) -> Bool {
    if lhs.file != rhs.file { return ExactText(lhs.file) < ExactText(rhs.file) }
    if lhs.row != rhs.row { return (lhs.row ?? 0) < (rhs.row ?? 0) }
    if lhs.position != rhs.position { return (lhs.position ?? 0) < (rhs.position ?? 0) }
    return ExactText(lhs.column ?? "") < ExactText(rhs.column ?? "")
  }

  /// The place as people read it, for instance `products.csv:4, kolom price`.
  public func text(in language: Language) -> String {
    var text = file.isEmpty ? Bilingual(nl: "regiomap", en: "region folder").text(in: language) : file
    if let row { text += ":\(row)" }
    if let position { text += ":\(position)" }
    guard let column else { return text }
    let word =
      file.hasSuffix(".csv") ? Bilingual(nl: "kolom", en: "column") : Bilingual(nl: "sleutel", en: "key")
    return text + ", \(word.text(in: language)) \(column)"
  }
}
