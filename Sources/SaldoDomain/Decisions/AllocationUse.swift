/// What is used of an allocation: its approved debit lines minus its approved credit lines (verbruik).
///
/// A line and the credit that undid it cancel, so that the ledger may count approved, uncredited debits alone. Rejected
/// lines use nothing. Source: iStandaarden 3.2, TR322, TR369.
public struct AllocationUse: Hashable, Sendable {
  /// The volumes by ``CareUnit/lane``, in whole units; euro cents for ``CareUnit/euro``.
  private var volumes = SIMD8<Int64>()
  /// The amounts by product, in the order of the products; nearly always one.
  private var amounts: [ProductAmount] = []

  private struct ProductAmount: Hashable {
    let product: Product
    var amount: Euros
  }

  /// An allocation of which nothing is used.
  public init() {}

  /// Counts an approved line: a debit adds, a credit subtracts.
  public mutating func add(_ line: DeliveryLine) {
    add(line.isCredit ? -line.volume : line.volume, line.unit, amount: line.amount.signed, of: line.product)
  }

  /// Counts the sums of approved lines of one product in one unit.
  public mutating func add(_ volume: Int64, _ unit: CareUnit, amount: Euros, of product: Product) {
    volumes[unit.lane] += volume
    if let index = amounts.firstIndex(where: { $0.product == product }) {
      amounts[index].amount += amount
    } else {
      amounts.append(ProductAmount(product: product, amount: amount))
      if amounts.count > 1 { amounts.sort { $0.product < $1.product } }
    }
  }

  /// The volume in a unit; hours count as sixty minutes, nothing else is converted.
  public func volume(in unit: CareUnit) -> Int64 {
    unit == .minute ? volumes[unit.lane] + 60 * volumes[CareUnit.hour.lane] : volumes[unit.lane]
  }

  /// Whether some of it was declared in this unit.
  public func has(_ unit: CareUnit) -> Bool { volumes[unit.lane] != 0 }

  /// The amount of all products.
  public var amount: Euros { amounts.reduce(.zero) { $0 + $1.amount } }

  /// The amount of one product.
  public func amount(of product: Product) -> Euros { amounts.first { $0.product == product }?.amount ?? .zero }
}

extension CareUnit {
  /// Where its volume stands in an ``AllocationUse``.
  fileprivate var lane: Int {
    switch self {
    case .minute: 0
    case .hour: 1
    case .fullDay: 2
    case .daypart: 3
    case .outputPiece: 4
    case .euro: 5
    case .effortPiece: 6
    }
  }
}
