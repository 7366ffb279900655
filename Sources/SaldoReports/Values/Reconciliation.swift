import SaldoDomain
import SaldoStore

/// How the sums of a report agree (aansluiting): postings with each other, with the approved lines, with the answers; by
/// booking and declaration for each declaration as well.
public struct Reconciliation: Hashable, Sendable, Codable {
  /// The sum of the care-cost postings, in euro cents.
  public var careCostCents: Int64
  /// The sum of the payable postings, in euro cents; the opposite of ``careCostCents`` and ``otherCents`` together.
  public var payableCents: Int64
  /// The sum of all other postings, in euro cents: costs without declarations, advances, and what is to be settled with
  /// them. Absent when there are none.
  public var otherCents: Int64?
  /// The declared amount of the approved lines, in euro cents; equals ``careCostCents``.
  public var acceptedLinesCents: Int64
  /// What the answers granted, in euro cents; equals ``careCostCents``. Absent by delivery month.
  public var grantedCents: Int64?
  /// The number of rows per municipality and provider in which the same sums differ, of one declaration or of all; 0 in a
  /// sound ledger.
  public var differingRows: Int

  init(_ figures: SettlementFigures) {
    func sum(_ amount: (ProviderFigures) -> Euros) -> Int64 {
      figures.providers.reduce(.zero) { $0 + amount($1) }.cents
    }
    careCostCents = sum(\.careCosts)
    payableCents = sum(\.payables)
    otherCents = figures.withoutDeclarations.isEmpty ? nil : sum(\.others)
    acceptedLinesCents = sum(\.approved)
    grantedCents = figures.granted?.cents
    differingRows = figures.providers.count {
      $0.careCosts + $0.others + $0.payables != .zero || $0.careCosts != $0.approved || $0.differingDeclarations > 0
    }
  }

  /// Whether all sums agree.
  public var isSound: Bool {
    careCostCents + (otherCents ?? 0) + payableCents == 0 && acceptedLinesCents == careCostCents && differingRows == 0
      && (grantedCents ?? careCostCents) == careCostCents
  }
}
