import SaldoDomain

/// A current volume in full days, dayparts, euros or effort pieces is not per day, in an allocation or a request for
/// a change.
///
/// Source: iStandaarden 3.2, CS338.
struct CS338FrequencyFitsUnit: FrequencyFitsUnitRule {
  static let metadata = frequencyFitsUnit("CS338", [.allocation, .changeRequest])
}
