import SaldoDomain

/// A 301 allocates the same product only in periods that do not overlap.
///
/// Source: iStandaarden 3.2, TR302.
struct TR302SameProductDoesNotOverlap: SameProductDoesNotOverlapRule {
  static let metadata = sameProductDoesNotOverlap("TR302", .allocation)
}
