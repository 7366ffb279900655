/// The cell of a ceiling matrix: how the factors of the child and of the family system are weighed (matrix).
///
/// The words of a scale are the region's own.
public struct CeilingCell: Hashable, Sendable, Codable {
  /// The nature of the child's factors (aard).
  public var childNature: String
  /// Their severity (zwaarte).
  public var childSeverity: String
  /// The nature of the family system's factors.
  public var systemNature: String
  /// Their severity.
  public var systemSeverity: String

  /// A cell.
  public init(childNature: String, childSeverity: String, systemNature: String, systemSeverity: String) {
    self.childNature = childNature
    self.childSeverity = childSeverity
    self.systemNature = systemNature
    self.systemSeverity = systemSeverity
  }
}
