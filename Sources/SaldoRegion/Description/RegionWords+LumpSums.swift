internal import SaldoDomain

/// What is paid without declarations, in words.
extension RegionWords {
  func lumpSum(_ row: LumpSum, _ names: RegionNames) -> String {
    let amount = HumanText.euros(row.amount, in: language)
    let what =
      switch row.part {
      case .care: Bilingual(nl: "\(amount) voor \(row.year)", en: "\(amount) for \(row.year)")
      case .transformation:
        Bilingual(nl: "\(amount) voor transformatie in \(row.year)", en: "\(amount) for transformation in \(row.year)")
      }
    let whole = row.shares.reduce(Int64(0)) { $0 + $1.weight }
    let payers = row.shares.map {
      names.municipality($0.municipality) + (row.shares.count > 1 ? " (\($0.weight)/\(whole))" : "")
    }.joined(separator: ", ")
    var parts = [what.text(in: language), names.provider(row.provider), payers, instalments(row.instalments)]
    if let corridor = row.corridor {
      let (band, share) = (corridor.bandPercent, corridor.riskSharePercent)
      parts.append(
        Bilingual(
          nl: "van wat meer dan \(band) % afwijkt, wordt \(share) % verrekend",
          en: "of what differs more than \(band)%, \(share)% is settled"
        ).text(in: language))
    }
    parts.append(under(row.agreement, names))
    return (parts + from(row.bookFrom)).joined(separator: ", ")
  }

  func capacity(_ row: Capacity, _ names: RegionNames) -> String {
    let price = HumanText.euros(row.pricePerDay, in: language)
    let places = Bilingual(
      nl: "\(row.places) \(row.places == 1 ? "plaats" : "plaatsen") tegen \(price) per dag",
      en: "\(row.places) \(row.places == 1 ? "place" : "places") at \(price) per day"
    ).text(in: language)
    return
      ([
        places, names.provider(row.provider), names.municipality(row.municipality),
        HumanText.period(row.validity, in: language), under(row.agreement, names),
      ] + from(row.bookFrom)).joined(separator: ", ")
  }

  func advance(_ row: Advance, _ names: RegionNames) -> String {
    let height =
      switch row.height {
      case .percent(let percent):
        Bilingual(
          nl: "voorschot van \(percent) % van \(HumanText.euros(row.yearlyAmount, in: .dutch)) over \(row.year)",
          en: "advance of \(percent)% of \(HumanText.euros(row.yearlyAmount, in: .english)) for \(row.year)")
      case .monthly(let amount):
        Bilingual(
          nl: "voorschot van \(HumanText.euros(amount, in: .dutch)) per maand over \(row.year)",
          en: "advance of \(HumanText.euros(amount, in: .english)) a month for \(row.year)")
      }
    let settled =
      switch row.settled {
      case .monthly: Bilingual(nl: "per maand verrekend", en: "settled by the month")
      case .quarterly: Bilingual(nl: "per kwartaal verrekend", en: "settled by the quarter")
      case .yearly: Bilingual(nl: "per jaar verrekend", en: "settled by the year")
      }
    let rest =
      row.isFinal
      ? Bilingual(nl: "wat over is, wordt terugbetaald", en: "an excess is repaid")
      : Bilingual(nl: "wat over is, schuift door", en: "an excess is carried")
    return
      ([
        height.text(in: language), names.provider(row.provider), names.municipality(row.municipality),
        settled.text(in: language), rest.text(in: language), under(row.agreement, names),
      ] + from(row.bookFrom)).joined(separator: ", ")
  }

  func production(of municipality: String, count: Int) -> String {
    Bilingual(
      nl: "\(municipality): \(count) \(count == 1 ? "rij" : "rijen") productie",
      en: "\(municipality): \(count) \(count == 1 ? "row" : "rows") of production"
    ).text(in: language)
  }

  private func instalments(_ instalments: LumpSum.Instalments) -> String {
    switch instalments {
    case .monthly: Bilingual(nl: "per maand betaald", en: "paid by the month").text(in: language)
    case .quarterly: Bilingual(nl: "per kwartaal betaald", en: "paid by the quarter").text(in: language)
    case .days(let days):
      Bilingual(nl: "betaald op ", en: "paid on ").text(in: language)
        + days.map { HumanText.date($0, in: language) }.joined(separator: ", ")
    }
  }

  private func under(_ agreement: String, _ names: RegionNames) -> String {
    Bilingual(nl: "volgens overeenkomst ", en: "under agreement ").text(in: language) + names.agreement(agreement)
  }

  private func from(_ day: CalendarDate?) -> [String] {
    day.map {
      let date = HumanText.date($0, in: language)
      return [Bilingual(nl: "geboekt vanaf \(date)", en: "booked from \(date) on").text(in: language)]
    } ?? []
  }
}
