import SaldoDomain

/// What a message tells as past is not later than the message itself: birth dates, days of allocating, starts and stops
/// of delivery, and the begin of declared periods.
///
/// So a start or stop cannot be announced. A birth date is not shown. Source: iStandaarden 3.2, TR134. The message date
/// is that of the header.
struct TR134DatesAreByTheMessageDate: FormRule {
  static let metadata = RuleMetadata(
    form: "TR134", kinds: [.allocation, .start, .stop, .allocationRequest, .declaration, .declarationAnswer],
    title: Bilingual(
      nl:
        "Geboortedatums, toewijzingsdatums, starts, stops en begindatums van perioden liggen niet na de berichtdatum.",
      en: "Birth dates, dates of allocating, starts, stops and begins of periods are not after the message date."),
    sentence: Bilingual(
      nl: "De datum is {found}, na de berichtdatum {messageDate}.",
      en: "The date is {found}, after the message date {messageDate}."),
    hint: Bilingual(
      nl: "Verbeter de genoemde datum, of verstuur het bericht op of na die dag.",
      en: "Correct the date that is named, or send the message on or after that day."),
    facts: ["found", "messageDate"])

  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    let latest = message.header.date
    for person in message.people where person.birthDate.date > latest {
      report(
        person.place.place(of: "Geboortedatum/Datum"),
        ["found": .phrase(Self.laterBirth), "messageDate": .date(latest)])
    }
    switch message {
    case .allocation(let message):
      for (position, product) in message.products.enumerated() where product.decidedAt.date > latest {
        let place = AllocationMessage.place(ofProduct: position, product)
        report(place.place(of: "Toewijzingsdatum"), facts(product.decidedAt.date, latest))
      }
    case .start(let message):
      for (position, product) in message.products.enumerated() where product.begin > latest {
        let place = StartMessage.place(ofProduct: position, product)
        report(place.place(of: "Begindatum"), facts(product.begin, latest))
      }
    case .stop(let message):
      for (position, product) in message.products.enumerated() where product.end > latest {
        let place = StopMessage.place(ofProduct: position, product)
        report(place.place(of: "Einddatum"), facts(product.end, latest))
      }
    case .declaration(let message) where message.period.begin > latest:
      report(message.place(of: .periodBegin), facts(message.period.begin, latest))
    default: break
    }
    message.forEachLine({ $0.period.begin }) { begin, place in
      if begin > latest { report(place(.periodBegin), facts(begin, latest)) }
    }
  }

  private func facts(_ day: CalendarDate, _ latest: CalendarDate) -> Facts {
    ["found": .date(day), "messageDate": .date(latest)]
  }

  private static let laterBirth = Bilingual(nl: "een latere geboortedatum", en: "a later birth date")
}
