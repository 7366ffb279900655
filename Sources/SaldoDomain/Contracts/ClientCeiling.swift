/// A ceiling on what the care of one client may cost in a period (individueel budgetplafond, IBP).
///
/// It bundles all providers and products of the client in youth care. Crossing it is a signal and never rejects a line.
public struct ClientCeiling: Hashable, Sendable, Codable {
  /// The domain of the care that counts: ceilings per client are an instrument of youth care.
  public static let domain = Domain.jw

  /// The municipality that pays.
  public var municipality: MunicipalityCode
  /// The client.
  public var bsn: Bsn
  /// The period; a line counts when its product period begins in it.
  public var period: Period
  /// The height in euro cents.
  public var ceiling: Euros
  /// Who set it.
  public var setter: Setter
  /// The cell of the matrix that it was set by; nil when none is named.
  public var cell: CeilingCell?
  /// Why it is not of the height of its cell.
  public var motive: String?

  /// Who set a ceiling; a provider should not set its own (Documentation/Funding.md).
  public enum Setter: String, CaseIterable, Hashable, Sendable, Codable {
    case referrer, municipality, provider
  }

  /// A ceiling.
  public init(
    municipality: MunicipalityCode, bsn: Bsn, period: Period, ceiling: Euros, setter: Setter
  ) {
    self.municipality = municipality
    self.bsn = bsn
    self.period = period
    self.ceiling = ceiling
    self.setter = setter
  }

  /// Whether a line with this product period counts.
  ///
  /// It counts in full when the product period begins in the ceiling's period, or overlaps its first, broken month.
  public func counts(_ productPeriod: Period) -> Bool {
    if period.contains(productPeriod.begin) { return true }
    return productPeriod.begin < period.begin && productPeriod.begin.month == period.begin.month
      && productPeriod.end >= period.begin
  }
}
