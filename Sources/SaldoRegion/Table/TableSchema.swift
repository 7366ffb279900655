/// The columns of one table of a region folder.
struct TableSchema: Sendable {
  /// The name of the file.
  let file: String
  /// The columns that must be there.
  let required: [String]
  /// The columns that may be left out.
  let optional: [String]
  /// Whether cells may hold personal data, so that errors show them only when they cannot be a BSN.
  let isPersonal: Bool

  /// A table with these columns.
  init(file: String, required: [String], optional: [String] = [], isPersonal: Bool = false) {
    self.file = file
    self.required = required
    self.optional = optional
    self.isPersonal = isPersonal
  }

  /// All columns, the required ones first.
  var columns: [String] { required + optional }
}
