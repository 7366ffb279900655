import SaldoDomain

/// A 317 asks for the same new product only in periods that do not overlap.
///
/// Source: iStandaarden 3.2, TR410.
struct TR410SameProductDoesNotOverlap: SameProductDoesNotOverlapRule {
  static let metadata = sameProductDoesNotOverlap("TR410", .changeRequest)
}
