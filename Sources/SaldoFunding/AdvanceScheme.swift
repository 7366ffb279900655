public import SaldoDomain

/// The advances of a year, and how they are settled with what the provider turned out to be entitled to (bevoorschotting).
///
/// Source: Documentation/Funding.md.
public enum AdvanceScheme {
  /// The twelve advances of a year, January first.
  ///
  /// A percentage of the yearly amount is divided by 12 and rounded down; December takes the remainder of the percentage,
  /// which is rounded once to a whole cent, halves away from zero.
  public static func months(of advance: Advance) -> [Euros] {
    switch advance.height {
    case .monthly(let amount): return Array(repeating: amount, count: 12)
    case .percent(let percent):
      let hundredfold = Int128(advance.yearlyAmount.cents) * Int128(percent)
      let month = Euros(cents: Int64(hundredfold / 1200))
      let whole = Euros(
        cents: Rounding.halfAwayFromZero(advance.yearlyAmount.cents * Int64(percent), over: 100))
      return Array(repeating: month, count: 11) + [whole - month * 11]
    }
  }

  /// What an advance leaves to settle at a moment (saldo).
  public struct Balance: Hashable, Sendable {
    /// What the provider is entitled to and was not settled before, in euro cents; negative when credits prevail.
    public var entitlement: Euros
    /// What was paid in advance and was not settled before, in euro cents.
    public var advances: Euros

    /// A balance.
    public init(entitlement: Euros, advances: Euros) {
      self.entitlement = entitlement
      self.advances = advances
    }

    /// What becomes payable: entitlement less advances. An excess of advances is carried, unless the settlement is final:
    /// then it is to be repaid, below zero.
    public func payable(isFinal: Bool) -> Euros {
      let difference = entitlement - advances
      return isFinal ? difference : max(.zero, difference)
    }

    /// The advances that are carried to the next settlement.
    public func carried(isFinal: Bool) -> Euros { advances - entitlement + payable(isFinal: isFinal) }
  }
}
