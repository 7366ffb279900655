internal import SaldoDomain

/// The phrases about ceilings and budgets; none names a client.
extension RegionWords {
  func ceilingHistory(raises: Int, dispositions: Int) -> String {
    say(
      "plafonds per cliënt: \(raises) \(raises == 1 ? "ophoging" : "ophogingen"), \(dispositions) "
        + "\(dispositions == 1 ? "afhandeling" : "afhandelingen")",
      "ceilings per client: \(raises) \(raises == 1 ? "raise" : "raises"), \(dispositions) "
        + "\(dispositions == 1 ? "disposition" : "dispositions")")
  }

  func raise(_ raise: CeilingRaise, _ names: RegionNames) -> String {
    let municipality = names.municipality(raise.municipality)
    let (old, new) = (HumanText.euros(raise.old, in: language), HumanText.euros(raise.new, in: language))
    let (valid, known) = (HumanText.date(raise.validFrom, in: language), HumanText.date(raise.knownOn, in: language))
    return say(
      "plafond van een cliënt van \(municipality): van \(old) naar \(new) vanaf \(valid), bekend op \(known)",
      "ceiling of a client of \(municipality): from \(old) to \(new) from \(valid), known on \(known)")
  }

  func matrix(_ count: Int) -> String {
    say(
      "matrix van plafonds: \(count) \(count == 1 ? "rij" : "rijen")",
      "matrix of ceilings: \(count) \(count == 1 ? "row" : "rows")")
  }

  func spendingSpace(_ space: SpendingSpace, _ names: RegionNames) -> String {
    let (provider, amount) = (names.provider(space.provider), HumanText.euros(space.amount, in: language))
    return say(
      "bestedingsruimte \(space.year) (\(space.domain.rawValue)) van \(provider), \(space.segment): \(amount)",
      "spending space \(space.year) (\(space.domain.rawValue)) of \(provider), \(space.segment): \(amount)")
  }

  func budget(_ budget: MunicipalBudget, _ names: RegionNames) -> String {
    let municipality = names.municipality(budget.municipality)
    let amount = HumanText.euros(budget.amount, in: language)
    return say(
      "begroting \(budget.year) (\(budget.domain.rawValue)) van \(municipality), \(budget.group): \(amount)",
      "budget \(budget.year) (\(budget.domain.rawValue)) of \(municipality), \(budget.group): \(amount)")
  }

  func productGroup(_ group: ProductGroup) -> String {
    say(
      "productgroep \(group.group): \(productOrCategory(group.category, group.code))",
      "group of products \(group.group): \(productOrCategory(group.category, group.code))")
  }

  func productOrCategory(_ category: ProductCategory, _ code: ProductCode?) -> String {
    guard let code else { return say("categorie \(category)", "category \(category)") }
    return product(Product(category: category, code: code))
  }
}
