internal import SaldoDomain

/// The phrases of a region description in one language.
struct RegionWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  func say(_ dutch: String, _ english: String) -> String {
    Bilingual(nl: dutch, en: english).text(in: language)
  }

  var none: String { say("geen", "none") }
  var clientCeilings: String { say("Plafonds per cliënt", "Ceilings per client") }
  var clientGroups: String { say("Cliëntgroepen", "Groups of clients") }
  var arrangements: String { say("Arrangementen", "Arrangements") }
  var lumpSums: String { say("Betaald zonder declaraties", "Paid without declarations") }
  var ceilings: String { say("Plafonds en budgetten", "Ceilings and budgets") }
  var contractRules: String { say("Regels van de regio", "Rules of the region") }
  var sharing: String { say("Tussen gemeenten", "Between municipalities") }
  func provider(_ provider: Provider) -> String {
    let closed = provider.closedFrom.map { HumanText.date($0, in: language) }
    return "\(provider.code) \(provider.name)"
      + (closed.map { say(", gesloten vanaf \($0)", ", closed from \($0) on") } ?? "")
  }
  func title(_ name: String) -> String { say("Regio: \(name)", "Region: \(name)") }
  func municipalities(_ count: Int) -> String { say("Gemeenten (\(count))", "Municipalities (\(count))") }
  func providers(_ count: Int) -> String { say("Aanbieders (\(count))", "Providers (\(count))") }
  func agreements(_ count: Int) -> String { say("Overeenkomsten (\(count))", "Agreements (\(count))") }
  func prices(_ count: Int) -> String { say("Prijzen (\(count))", "Prices (\(count))") }
  func warnings(_ count: Int) -> String { say("Waarschuwingen (\(count))", "Warnings (\(count))") }

  func settings(_ settings: RegionSettings) -> String {
    let days = settings.paymentTermDays
    let payer =
      settings.payer == .municipality
      ? say("elke gemeente betaalt voor haar eigen cliënten", "each municipality pays for its own clients")
      : say("de regio betaalt voor alle gemeenten", "the region pays for all municipalities")
    let parts: [String] = [
      say("Betaaltermijn \(days) \(days == 1 ? "dag" : "dagen")", "Payment term \(days) \(days == 1 ? "day" : "days")"),
      payer,
    ]
    return (parts + judging(settings)).joined(separator: "; ")
  }

  /// The choices on judging and answering that are not the usual ones.
  private func judging(_ settings: RegionSettings) -> [String] {
    var parts: [String] = []
    if settings.uniqueness == .municipality {
      parts.append(say("nummers zijn uniek per gemeente", "numbers are unique per municipality"))
    }
    if settings.tr319 == .message {
      parts.append(
        say("TR319 wijst het hele bericht af (0001)", "TR319 refuses the whole message (0001)"))
    }
    if let version = settings.styleSheetVersion {
      parts.append(say("antwoorden noemen XsltVersie \(version)", "answers name XsltVersie \(version)"))
    }
    return parts
  }

  func municipality(_ municipality: Municipality) -> String {
    let start = "\(municipality.code) \(municipality.name)"
    let from = municipality.validFrom.map { HumanText.date($0, in: language) }
    let until = municipality.validUntil.map { HumanText.date($0, in: language) }
    let successor = municipality.successor.map { say(", daarna \($0)", ", then \($0)") } ?? ""
    switch (from, until) {
    case (nil, nil): return start
    case (let from?, nil): return start + say(", vanaf \(from)", ", from \(from) on")
    case (nil, let until?): return start + say(", tot en met \(until)", ", up to and including \(until)") + successor
    case (let from?, let until?):
      return start + say(", van \(from) tot en met \(until)", ", from \(from) up to and including \(until)") + successor
    }
  }

  func agreement(_ agreement: Agreement) -> String {
    var parts: [String] = []
    switch agreement.model {
    case .unitPrice:
      parts.append(say("geleverd volume × prijs", "delivered volume × price"))
    case .fixedPrice:
      parts += [
        say("een vaste prijs per stuk of periode", "a fixed price per piece or period"), partialMonth(agreement),
      ]
    case .arrangement:
      let instalments = agreement.instalments.map { "\($0.share) % " + moment($0.when) }.joined(separator: ", ")
      parts.append(say("een bedrag in termijnen: \(instalments)", "an amount in instalments: \(instalments)"))
      parts += arrangement(agreement)
    case .tranche:
      parts += [say("een gelijk bedrag per maand", "an equal amount every month"), partialMonth(agreement)]
    case .lumpSum:
      parts.append(say("een jaarbedrag zonder declaraties", "a yearly amount without declarations"))
    case .availability:
      parts.append(
        say("een prijs per plaats en dag, zonder declaraties", "a price per place and day, without declarations"))
    case .subsidy:
      parts.append(say("een subsidie, zonder declaraties", "a subsidy, without declarations"))
    }
    if !agreement.model.isPaidWithoutDeclarations {
      parts.append(
        agreement.tariffDate == .delivery
          ? say("de prijs van de eerste dag van de productperiode", "the price of the first day of the product period")
          : say("de prijs van de eerste dag van de toewijzing", "the price of the first day of the allocation"))
    }
    if let account = agreement.ledgerAccount {
      parts.append(say("grootboekrekening \(account)", "ledger account \(account)"))
    }
    if let centre = agreement.costCentre { parts.append(say("kostenplaats \(centre)", "cost centre \(centre)")) }
    return "\(agreement.key), \(agreement.name): \(parts.joined(separator: "; "))"
  }

  /// The choices on an arrangement besides its instalments.
  private func arrangement(_ agreement: Agreement) -> [String] {
    let days = agreement.holdDays
    var parts = [
      days == 0
        ? say("zonder uitkomst meteen afgewezen", "rejected at once without an outcome")
        : say(
          "wacht hoogstens \(days) \(days == 1 ? "werkdag" : "werkdagen") op een uitkomst",
          "waits up to \(days) working day\(days == 1 ? "" : "s") for an outcome")
    ]
    if agreement.onReplacement == .setOff {
      parts.append(
        say("bij vervanging verrekend met de oude start", "on replacement set off against the old start"))
    }
    if agreement.entitlement == .planAndArrangement {
      parts.append(
        say("recht op zorg door gezinsplan en arrangement", "a right to care by family plan and arrangement"))
    }
    return parts
  }

  private func partialMonth(_ agreement: Agreement) -> String {
    switch agreement.partialMonth {
    case .full: say("een gebroken maand telt heel", "a partial month counts in full")
    case .none: say("een gebroken maand telt niet", "a partial month does not count")
    case .proRataDays: say("een gebroken maand telt naar dagen", "a partial month counts by days")
    }
  }

  private func moment(_ moment: Agreement.Instalment.Moment) -> String {
    switch moment {
    case .start: say("bij de start", "at the start")
    case .result: say("bij het resultaat", "on the result")
    }
  }

  func price(_ row: PriceRow, _ names: RegionNames) -> String {
    let parts: [String?] = [
      product(row.product),
      "\(basis(of: row)) \(HumanText.euros(row.price, in: language))",
      row.provider.map(names.provider) ?? say("alle aanbieders", "all providers"),
      row.municipality.map { say("gemeente ", "municipality ") + names.municipality($0) },
      row.clientGroup.map { say("cliëntgroep ", "group of clients ") + $0 },
      HumanText.period(row.validity, in: language),
      say("volgens overeenkomst ", "under agreement ") + names.agreement(row.agreement),
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// The code, which usually begins with its category; the category only when it does not.
  func product(_ product: Product) -> String {
    let code = product.code.string
    guard !code.hasPrefix(product.category.rawValue) else { return code }
    return code + say(" (categorie \(product.category))", " (category \(product.category))")
  }

  func ceilings(of municipality: String, count: Int, total: Euros) -> String {
    let amount = HumanText.euros(total, in: language)
    return say(
      "\(municipality): \(count) \(count == 1 ? "plafond" : "plafonds"), samen \(amount)",
      "\(municipality): \(count) \(count == 1 ? "ceiling" : "ceilings"), \(amount) in total")
  }

  func outcomes(_ counts: [(ArrangementOutcome.Result, Int)]) -> String {
    let parts = counts.map { result, count in
      let word =
        switch result {
        case .achieved: say("behaald", "achieved")
        case .partly: say("deels behaald", "partly achieved")
        case .notAchieved: say("niet behaald", "not achieved")
        }
      return "\(count) \(word)"
    }
    return say("Uitkomsten: ", "Outcomes: ") + parts.joined(separator: ", ")
  }

  func changes(_ count: Int, _ difference: Euros) -> String {
    let amount = HumanText.euros(difference, in: language)
    return say(
      "Afgesproken wijzigingen: \(count), per saldo \(amount)", "Agreed changes: \(count), \(amount) on balance")
  }

  func replacements(_ count: Int, transfers: Int) -> String {
    say(
      "Vervangen arrangementen: \(count), waarvan \(transfers) naar een andere aanbieder zonder nieuwe start",
      "Replaced arrangements: \(count), of which \(transfers) go to another provider without a new start")
  }

  func plans(_ count: Int, complete: Int) -> String {
    say(
      "Gezinsplannen en arrangementen: \(count), waarvan \(complete) compleet",
      "Family plans and arrangements: \(count), of which \(complete) are complete")
  }

  func clientGroup(_ name: String, in municipality: String, count: Int) -> String {
    say(
      "\(name), \(municipality): \(count) \(count == 1 ? "cliënt" : "cliënten")",
      "\(name), \(municipality): \(count) client\(count == 1 ? "" : "s")")
  }

  /// What a price is for one of.
  private func basis(of row: PriceRow) -> String {
    switch row.basis {
    case .unit: unit(row.unit)
    case .hour: say("in minuten, per uur", "in minutes, per hour")
    case .week: say("per week", "per week")
    case .month: say("per maand", "per month")
    case .total: say("in totaal", "in total")
    }
  }

  private func unit(_ unit: CareUnit) -> String {
    switch unit {
    case .minute: say("per minuut", "per minute")
    case .hour: say("per uur", "per hour")
    case .fullDay: say("per etmaal", "per day and night")
    case .daypart: say("per dagdeel", "per half-day")
    case .outputPiece: say("per stuk (output)", "per piece (output)")
    case .effortPiece: say("per stuk (inspanning)", "per piece (effort)")
    case .euro: say("in euro's", "in euros")
    }
  }
}
