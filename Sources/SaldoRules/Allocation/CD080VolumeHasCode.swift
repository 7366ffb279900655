import SaldoDomain

/// A current allocation with a category and no code has no volume.
///
/// Source: iStandaarden 3.2, CD080.
struct CD080VolumeHasCode: VolumeHasCodeRule {
  static let metadata = volumeHasCode("CD080", .allocation)
}
