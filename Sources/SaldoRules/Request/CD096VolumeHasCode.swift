import SaldoDomain

/// A current new product with a category and no code has no volume.
///
/// Source: iStandaarden 3.2, CD096.
struct CD096VolumeHasCode: VolumeHasCodeRule {
  static let metadata = volumeHasCode("CD096", .changeRequest)
}
