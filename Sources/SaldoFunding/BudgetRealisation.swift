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
  ///
  /// - Parameter bearer: The municipality for which a budget or an amount counts: after a merger the successor, under which
  ///   the budgets for one group, domain and year are one.
  public init(
    of spent: some Sequence<SpentAmount>, in records: CeilingRecords,
    bearer: (MunicipalityCode) -> MunicipalityCode = { $0 }
  ) {
    budgets = []
    for var budget in records.budgets {
      budget.municipality = bearer(budget.municipality)
      let index = budgets.firstIndex {
        let other = $0.budget
        return other.municipality == budget.municipality && other.group == budget.group
          && other.domain == budget.domain && other.year == budget.year
      }
      if let index {
        budgets[index].budget.amount += budget.amount
      } else {
        budgets.append(BudgetRealisation(budget: budget, realised: .zero))
      }
    }
    uncovered = []
    for var amount in spent {
      amount.municipality = bearer(amount.municipality)
      let group = records.productGroups.group(of: amount.product)
      let index = budgets.firstIndex {
        $0.budget.municipality == amount.municipality && $0.budget.group == group
          && $0.budget.domain == amount.domain && $0.budget.year == amount.year
      }
      if let index { budgets[index].realised += amount.amount } else { uncovered.append(amount) }
    }
  }
}
