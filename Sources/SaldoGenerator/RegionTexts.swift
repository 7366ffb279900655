import SaldoDomain

/// The region folder as text: `region.yaml` and its tables.
struct RegionTexts {
  private let plan: RegionPlan

  init(_ plan: RegionPlan) { self.plan = plan }

  /// The files by name.
  var files: [(name: String, text: String)] {
    [
      ("region.yaml", settings), ("municipalities.csv", municipalities), ("providers.csv", providers),
      ("agreements.csv", agreements), ("products.csv", products), ("lump_sums.csv", lumpSums),
      ("client_ceilings.csv", ceilings),
    ]
  }

  private var settings: String {
    """
    # An invented region, made by `saldo generate`; prices, names and numbers are synthetic.
    name: Verzonnen regio
    settings:
      payment_term_days: 30
      payer: municipality

    """
  }

  private var municipalities: String {
    table("code;name", plan.municipalities.enumerated().map { "\($1);\(Self.municipalityName($0))" })
  }

  private var providers: String {
    table("agb;name", plan.providers.map { "\($0.code);\(Self.providerName($0.index))" })
  }

  private var agreements: String {
    """
    agreement;name;model;tariff_date;partial_month;ledger_account;cost_centre
    AMB;Ambulant, dagbehandeling en vervoer;unit-price;delivery;;443100;JEUGD
    VBL;Verblijf per etmaal, prijs van de ingangsdatum;unit-price;start;;443200;JEUGD
    STK;Trajecten per stuk;fixed-price;delivery;;443300;JEUGD
    GZH;Gezinshuizen, een gebroken maand telt heel;fixed-price;delivery;full;443400;JEUGD
    PLG;Pleegzorg, een gebroken maand naar dagen;fixed-price;delivery;pro-rata-days;443400;JEUGD
    TRN;Verblijf in tranches;tranche;delivery;pro-rata-days;443500;JEUGD
    LMP;Wijkteams met een jaarbedrag;lumpsum;delivery;;443600;JEUGD

    """
  }

  /// The years for which there are prices: from the first day of the oldest allocation on.
  private var years: ClosedRange<Int> {
    plan.options.firstMonth.adding(months: -25).year...GeneratorOptions.lastMonth.year + 2
  }

  /// A row per product and year, and those of providers with prices of their own.
  private var products: String {
    var rows: [String] = []
    func add(_ care: CareProduct, provider: RegionPlan.Provider?) {
      let basis =
        switch care.basis {
        case .hour: CareUnit.hour.rawValue
        case .week: "week"
        case .month: "month"
        default: ""
        }
      for year in years {
        let price = Self.amount(care.price(in: year, isSpecial: provider != nil))
        let agb = provider.map { "\($0.code)" } ?? ""
        rows.append(
          "\(care.category);\(care.code);\(care.unit.rawValue);\(price);\(basis);\(agb);;\(year)-01-01;\(year)-12-31;"
            + care.agreement)
      }
    }
    for care in CareProduct.catalogue + [.lumpSum] { add(care, provider: nil) }
    for provider in plan.providers {
      guard let care = provider.catalogue.first(where: { $0.product == provider.special }) else { continue }
      add(care, provider: provider)
    }
    return table("category;code;unit;price;price_unit;provider;municipality;valid_from;valid_until;agreement", rows)
  }

  /// A row per provider with a lump sum and year, shared by the municipalities for which it works.
  private var lumpSums: String {
    var rows: [String] = []
    for provider in plan.providers where provider.hasLumpSum {
      let shares = plan.cells.filter { $0.provider == provider.index }
        .map { "\(plan.municipalities[$0.municipality]) \($0.weight)" }.joined(separator: ", ")
      for year in plan.options.firstMonth.year...GeneratorOptions.lastMonth.year {
        rows.append("LMP;\(provider.code);jw;\(year);\(240_000 + 1_000 * (provider.index % 97)),00;monthly;\(shares)")
      }
    }
    return table("agreement;provider;domain;year;amount;instalments;municipality_shares", rows)
  }

  /// A ceiling for one in twenty clients, over all months; some of them are low, so that they are crossed.
  private var ceilings: String {
    var rows: [String] = []
    let (from, until) = (plan.options.firstMonth.first, GeneratorOptions.lastMonth.last)
    var seen = [Bool](repeating: false, count: plan.municipalities.count * TestNumbers.all.count)
    for cell in plan.cells {
      for client in 0..<cell.clients {
        let position = (cell.firstClient + client) % TestNumbers.all.count
        let key = cell.municipality * TestNumbers.all.count + position
        var dice = Dice(plan.options.seed, .ceiling, key)
        guard dice.below(20) == 0, !seen[key] else { continue }
        seen[key] = true
        let euros = dice.size() * 10 * plan.options.months
        rows.append(
          "\(plan.municipalities[cell.municipality]);\(TestNumbers.all[position].digits);\(from);\(until);\(euros),00;"
            + dice.pick(["referrer", "municipality"]))
      }
    }
    return table("municipality;bsn;from;until;ceiling;set_by", rows)
  }

  private func table(_ header: String, _ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  private static func amount(_ amount: Euros) -> String {
    let (euros, cents) = amount.cents.quotientAndRemainder(dividingBy: 100)
    return "\(euros),\(cents < 10 ? "0" : "")\(cents)"
  }

  private static func municipalityName(_ index: Int) -> String {
    let (end, begin) = index.quotientAndRemainder(dividingBy: municipalityBegins.count)
    return municipalityBegins[begin] + municipalityEnds[end % municipalityEnds.count]
  }

  private static func providerName(_ index: Int) -> String {
    let (rest, kind) = index.quotientAndRemainder(dividingBy: providerKinds.count)
    let (number, name) = rest.quotientAndRemainder(dividingBy: providerNames.count)
    return "\(providerKinds[kind]) \(providerNames[name])" + (number == 0 ? "" : " \(number + 1)")
  }

  private static let municipalityBegins = [
    "Meren", "Plas", "Riet", "Wilgen", "Elzen", "Zand", "Klei", "Duin", "Bron", "Kreek", "Veen", "Heide", "Linden",
    "Zwanen", "Reiger", "Otter", "Molen", "Sluis", "Polder", "Akker",
  ]
  private static let municipalityEnds = [
    "dam", "haven", "veld", "burg", "rode", "drecht", "horst", "wijk", "loo", "dorp", "oord", "broek", "monde", "kerke",
    "hoven", "land", "zijl", "berg",
  ]
  private static let providerKinds = [
    "Stichting", "Praktijk", "Jeugdhulp", "Woonzorg", "Kliniek", "Gezinshuizen", "Pleegzorg", "Dagbehandeling",
  ]
  private static let providerNames = [
    "Merenlicht", "Wilgenoever", "De Meerkade", "Rietkraag", "Plaszicht", "De Vuurtoren", "Het Anker", "De Brug",
    "Zonnehoek", "De Linde", "Kompas", "De Wending", "Windkracht", "Morgenster", "De Schakel", "Het Baken",
  ]
}
