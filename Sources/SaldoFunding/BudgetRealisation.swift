public import SaldoDomain

/// What was spent of the budget of a municipality for a group of products in a year (realisatie).
public struct BudgetRealisation: Hashable, Sendable {
  /// The budget.
  public var budget: MunicipalBudget
  /// What was spent on the products of its group, in euro cents.
  public var realised: Euros

  /// A budget of which this much was spent.
  public init(budget: MunicipalBudget, realised: Euros) {
    self.budget = budget
    self.realised = realised
  }

  /// What was spent above the budget; zero when it was not exceeded.
  public var over: Euros { max(.zero, realised - budget.amount) }

  /// How far the budget is used.
  public var band: CeilingBand { CeilingBand(used: realised, of: budget.amount) }

  /// The difference with the budget in thousandths of it, halves away from zero; nil for a budget of zero.
  public var overrunPermille: Int64? {
    guard budget.amount > .zero else { return nil }
    return Rounding.halfAwayFromZero((realised - budget.amount).cents * 1000, over: budget.amount.cents)
  }
}

/// The budgets of a region with what was spent of each, and what no budget covers.
public struct BudgetRealisations: Hashable, Sendable {
  /// The budgets, in the order of their table.
  public var budgets: [BudgetRealisation]
  /// The sums of products that no budget covers: their group has none, or they have no group.
  public var uncovered: [SpentAmount]

  /// What amounts come to under the budgets and product groups of a region; every amount counts once.
  public init(of spent: some Sequence<SpentAmount>, in records: CeilingRecords) {
    budgets = records.budgets.map { BudgetRealisation(budget: $0, realised: .zero) }
    uncovered = []
    for amount in spent {
      let group = records.productGroups.group(of: amount.product)
      let index = records.budgets.firstIndex {
        $0.municipality == amount.municipality && $0.group == group && $0.domain == amount.domain
          && $0.year == amount.year
      }
      if let index { budgets[index].realised += amount.amount } else { uncovered.append(amount) }
    }
  }
}
