import SaldoDomain

/// A 315 asks for the same product only in periods that do not overlap.
///
/// Source: iStandaarden 3.2, TR386.
struct TR386SameProductDoesNotOverlap: SameProductDoesNotOverlapRule {
  static let metadata = sameProductDoesNotOverlap("TR386", .allocationRequest)
}
