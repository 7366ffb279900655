public import SaldoDomain
import SaldoFunding

extension LumpSum {
  /// What was delivered for the amount, at reference tariffs (realisatie): the production of its year under its agreement,
  /// by its provider and for its municipalities.
  public func realised(in production: [DayKnowledge.Production], catalogue: Catalogue) -> Euros {
    let municipalities = Set(shares.map(\.municipality))
    let items = production.filter {
      $0.agreement == agreement && $0.item.provider == provider && $0.item.product.category.domain == domain
        && $0.item.period.begin.year == year && municipalities.contains($0.item.municipality)
    }
    return ShadowProduction.value(of: items.map(\.item), in: catalogue)
  }
}
