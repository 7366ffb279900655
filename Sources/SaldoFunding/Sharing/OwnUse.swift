public import SaldoDomain

/// What each municipality used itself (afrekening naar eigen gebruik).
///
/// The cost of a line is charged to the municipality that is responsible, in the month of delivery. When the client moved
/// in the product period, the amount is split by calendar days, to the cent; of equal fractions the earlier part gets
/// the cent.
///
/// Source: Documentation/Funding.md.
public enum OwnUse {
  /// A part of an amount that one municipality bears in one month.
  public struct Charge: Hashable, Sendable {
    /// The municipality that bears it.
    public let municipality: MunicipalityCode
    /// The month of delivery.
    public let month: CalendarMonth
    /// The amount in euro cents; negative for a credit.
    public let amount: Euros

    /// A charge.
    public init(municipality: MunicipalityCode, month: CalendarMonth, amount: Euros) {
      self.municipality = municipality
      self.month = month
      self.amount = amount
    }
  }

  /// An amount split over the municipalities and months that its days fall to, in the order of those days.
  ///
  /// - Parameters:
  ///   - period: The product period.
  ///   - responsible: The municipality that is responsible on a day.
  /// - Precondition: the period does not end before it begins.
  public static func charges(
    for amount: Euros, over period: Period, responsible: (CalendarDate) -> MunicipalityCode
  ) -> [Charge] {
    precondition(period.dayCount > 0, "a product period has a day")
    struct Key: Hashable {
      let municipality: MunicipalityCode
      let month: CalendarMonth
    }
    var (keys, days): ([Key], [Key: Int64]) = ([], [:])
    for offset in 0..<period.dayCount {
      let day = period.begin.adding(days: offset)
      let key = Key(municipality: responsible(day), month: day.month)
      if days[key] == nil { keys.append(key) }
      days[key, default: 0] += 1
    }
    let parts = LargestRemainder.split(amount, by: keys.map { days[$0, default: 0] })
    return zip(keys, parts).map { Charge(municipality: $0.municipality, month: $0.month, amount: $1) }
  }

  /// What one municipality owes for a year, against what it paid in advance.
  public struct Balance: Hashable, Sendable {
    /// The municipality.
    public let municipality: MunicipalityCode
    /// What it used or was charged for care, in euro cents.
    public let care: Euros
    /// Its share in what the purchaser itself costs, in euro cents; never mixed with care.
    public let overhead: Euros
    /// What it paid in advance, in euro cents.
    public let advances: Euros

    /// Advances less cost: positive flows back to the municipality, negative is still to be paid.
    public var balance: Euros { advances - care - overhead }
  }

  /// A balance per municipality, in their order; what is absent from a dictionary is nothing.
  ///
  /// - Precondition: nobody outside the region is charged, so that the care of the balances sums to that of the region.
  public static func balances(
    care: [MunicipalityCode: Euros], overhead: [MunicipalityCode: Euros] = [:],
    advances: [MunicipalityCode: Euros] = [:], of municipalities: [MunicipalityCode]
  ) -> [Balance] {
    let known = Set(municipalities)
    precondition(
      [care, overhead, advances].allSatisfy { $0.keys.allSatisfy(known.contains) }, "every municipality has a balance")
    return municipalities.map {
      Balance(
        municipality: $0, care: care[$0, default: .zero], overhead: overhead[$0, default: .zero],
        advances: advances[$0, default: .zero])
    }
  }
}
