internal import SaldoDomain

/// The phrases about contract periods and product rules; none names a client.
extension RegionWords {
  func contract(_ contract: ContractPeriod, _ names: RegionNames) -> String {
    let kind =
      switch contract.kind {
      case .regular: say("contract", "contract")
      case .runOff(let day):
        say(
          "uitloop van toewijzingen van voor \(HumanText.date(day, in: .dutch))",
          "run-off of allocations from before \(HumanText.date(day, in: .english))")
      case .incidental: say("incidenteel contract voor één cliënt", "incidental contract for one client")
      }
    let parts = [
      kind, names.provider(contract.provider), place(contract.municipality, names),
      contract.agreement.map(names.agreement) ?? say("alle overeenkomsten", "all agreements"),
      HumanText.period(contract.period, in: language),
    ]
    return parts.joined(separator: ", ")
  }

  func productRule(_ rule: ProductRule, _ names: RegionNames) -> String {
    var parts = [
      productOrCategory(rule.category, rule.code), limit(rule.limit), place(rule.municipality, names),
    ]
    if let agreement = rule.agreement { parts.append(names.agreement(agreement)) }
    let from = HumanText.date(rule.from, in: language)
    parts.append(say("voor toewijzingen vanaf \(from)", "for allocations from \(from) on"))
    parts.append(action(rule))
    return parts.joined(separator: ", ")
  }

  func exception(_ exception: RuleException, _ names: RegionNames) -> String {
    let (municipality, rule) = (names.municipality(exception.municipality), exception.rule.rawValue)
    return say(
      "uitzondering op \(rule) voor toewijzing \(exception.allocation) van \(municipality): \(exception.reason)",
      "exception to \(rule) for allocation \(exception.allocation) of \(municipality): \(exception.reason)")
  }

  func wlz(_ count: Int) -> String {
    say(
      "toegang tot de Wlz: \(count) \(count == 1 ? "cliënt" : "cliënten")",
      "access to long-term care (Wlz): \(count) \(count == 1 ? "client" : "clients")")
  }

  private func place(_ municipality: MunicipalityCode?, _ names: RegionNames) -> String {
    municipality.map { say("gemeente ", "municipality ") + names.municipality($0) }
      ?? say("alle gemeenten", "all municipalities")
  }

  private func limit(_ limit: ProductRule.Limit) -> String {
    switch limit {
    case .maxDuration(let span): say("hoogstens \(words(span))", "at most \(words(span))")
    case .maxVolume(let volume):
      say(
        "hoogstens \(volume.volume) in eenheid \(volume.unit.rawValue) \(per(volume.frequency))",
        "at most \(volume.volume) in unit \(volume.unit.rawValue) \(per(volume.frequency))")
    case .age18:
      say("tot en met de maand van de achttiende verjaardag", "up to the month of the eighteenth birthday")
    case .wlz: say("tot de Wlz geldt", "until the Wlz holds")
    case .submissionDeadline(let span):
      say("te declareren binnen \(words(span))", "to be declared within \(words(span))")
    }
  }

  private func words(_ span: ProductRule.Span) -> String {
    switch span.unit {
    case .days:
      say("\(span.count) \(span.count == 1 ? "dag" : "dagen")", "\(span.count) \(span.count == 1 ? "day" : "days")")
    case .months:
      say(
        "\(span.count) \(span.count == 1 ? "maand" : "maanden")",
        "\(span.count) \(span.count == 1 ? "month" : "months")")
    }
  }

  private func per(_ frequency: Frequency) -> String {
    switch frequency {
    case .perDay: say("per dag", "per day")
    case .perWeek: say("per week", "per week")
    case .perMonth: say("per maand", "per month")
    case .total: say("in totaal", "in total")
    }
  }

  private func action(_ rule: ProductRule) -> String {
    switch rule.action {
    case .signal: return say("signaal", "signal")
    case .none: return say("geldt niet", "does not hold")
    case .reject:
      let code = rule.limit.kind.returnCode?.rawValue ?? ""
      return say("afwijzen met \(code)", "rejected with \(code)")
    }
  }
}
