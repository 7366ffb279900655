public import SaldoDomain

/// The year-end settlement of a lump sum whose risk is shared beyond a band (bandbreedte).
///
/// Source: Documentation/Funding.md.
public enum Corridor {
  /// Risk share × the part of shadow production less the amount that lies beyond the band, up or down: positive when the
  /// purchaser pays more. Rounded once to a whole cent, halves away from zero.
  public static func settlement(of amount: Euros, realised: Euros, under corridor: LumpSum.Corridor) -> Euros {
    // In hundredths of a cent: the band is a whole percentage of the amount.
    let upper = amount.cents * Int64(100 + corridor.bandPercent)
    let lower = amount.cents * Int64(100 - corridor.bandPercent)
    let found = realised.cents * 100
    let beyond = found > upper ? found - upper : min(0, found - lower)
    return Euros(cents: Rounding.halfAwayFromZero(beyond * Int64(corridor.riskSharePercent), over: 10_000))
  }
}
