import SaldoDomain

/// A current request with a category and no code has no volume.
///
/// Source: iStandaarden 3.2, CD095.
struct CD095VolumeHasCode: VolumeHasCodeRule {
  static let metadata = volumeHasCode("CD095", .allocationRequest)
}
