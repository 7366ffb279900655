import SaldoDomain

/// A current volume in full days, dayparts, euros or effort pieces is not per day, in a request for an allocation.
///
/// Source: iStandaarden 3.2, CS343.
struct CS343FrequencyFitsUnit: FrequencyFitsUnitRule {
  static let metadata = frequencyFitsUnit("CS343", [.allocationRequest])
}
