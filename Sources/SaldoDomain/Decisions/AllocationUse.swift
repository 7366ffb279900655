/// What is used of an allocation: its approved debit lines minus its approved credit lines (verbruik).
///
/// A line and the credit that undid it cancel, so that the ledger may count approved, uncredited debits alone. Rejected
/// lines use nothing. Source: iStandaarden 3.2, TR322, TR369.
public struct AllocationUse: Hashable, Sendable {
  /// The volumes by unit, in whole units; euro cents for ``CareUnit/euro``.
  private var volumes: [CareUnit: Int64] = [:]
  /// The amounts by product.
  private var amounts: [Product: Euros] = [:]

  /// An allocation of which nothing is used.
  public init() {}

  /// Counts an approved line: a debit adds, a credit subtracts.
  public mutating func add(_ line: DeliveryLine) {
    add(line.isCredit ? -line.volume : line.volume, line.unit, amount: line.amount.signed, of: line.product)
  }

  /// Counts the sums of approved lines of one product in one unit.
  public mutating func add(_ volume: Int64, _ unit: CareUnit, amount: Euros, of product: Product) {
    volumes[unit, default: 0] += volume
    amounts[product, default: .zero] += amount
  }

  /// The volume in a unit; hours count as sixty minutes, nothing else is converted.
  public func volume(in unit: CareUnit) -> Int64 {
    let volume = volumes[unit] ?? 0
    return unit == .minute ? volume + 60 * (volumes[.hour] ?? 0) : volume
  }

  /// Whether some of it was declared in this unit.
  public func has(_ unit: CareUnit) -> Bool { (volumes[unit] ?? 0) != 0 }

  /// The amount of all products.
  public var amount: Euros { amounts.values.reduce(.zero, +) }

  /// The amount of one product.
  public func amount(of product: Product) -> Euros { amounts[product] ?? .zero }
}
