public import SaldoDomain

/// A region folder that was read without problems: its values, and what somebody should look at.
public struct LoadedRegion: Hashable, Sendable {
  /// The contents of the folder.
  public let snapshot: RegionSnapshot
  /// What is allowed but probably not meant, sorted by place.
  public let warnings: [RegionWarning]

  /// A region with these contents and warnings.
  public init(snapshot: RegionSnapshot, warnings: [RegionWarning]) {
    self.snapshot = snapshot
    self.warnings = warnings
  }
}
