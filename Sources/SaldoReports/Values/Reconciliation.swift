import SaldoDomain
import SaldoStore

/// How the sums of a report agree (aansluiting): postings with each other, with the approved lines, with the answers.
public struct Reconciliation: Hashable, Sendable, Codable {
  /// The sum of the care-cost postings, in euro cents.
  public var careCostCents: Int64
  /// The sum of the payable postings, in euro cents; the opposite of ``careCostCents``.
  public var payableCents: Int64
  /// The declared amount of the approved lines, in euro cents; equals ``careCostCents``.
  public var acceptedLinesCents: Int64
  /// What the answers granted, in euro cents; equals ``careCostCents``. Absent by delivery month.
  public var grantedCents: Int64?
  /// The number of rows per municipality and provider in which the same sums differ; 0 in a sound ledger.
  public var differingRows: Int

  init(_ figures: SettlementFigures) {
    func sum(_ amount: (ProviderFigures) -> Euros) -> Int64 {
      figures.providers.reduce(.zero) { $0 + amount($1) }.cents
    }
    careCostCents = sum(\.careCosts)
    payableCents = sum(\.payables)
    acceptedLinesCents = sum(\.approved)
    grantedCents = figures.granted?.cents
    differingRows = figures.providers.count { $0.careCosts + $0.payables != .zero || $0.careCosts != $0.approved }
  }

  /// Whether all sums agree.
  public var isSound: Bool {
    careCostCents + payableCents == 0 && acceptedLinesCents == careCostCents && differingRows == 0
      && (grantedCents ?? careCostCents) == careCostCents
  }
}
