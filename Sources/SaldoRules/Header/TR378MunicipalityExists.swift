import SaldoDomain

/// The municipality of a message exists on each date that the message concerns.
///
/// The dates are the first days of the allocations: of an allocation message its own, of a start or stop the stated
/// first day of the allocation or else the first day of delivery, of a declaration those of the known allocations that
/// its lines name (of its provider and clients) or else the first day of the declaration period. So an abolished code
/// stays good for the allocations from its time. Rows of the region for a code win over the national list.
///
/// Source: iStandaarden 3.2, TR378. Which date concerns a declaration with several allocations is open there: each must
/// lie in the time of the code.
struct TR378MunicipalityExists: HeaderRule {
  static let metadata = RuleMetadata(
    "TR378", level: .external, kinds: MessageKind.withHeaderRules,
    returnCode: ReturnCode(rawValue: "S300"), answerClass: .header, needs: .region,
    title: Bilingual(
      nl: "De gemeentecode bestaat op elke datum waarop het bericht betrekking heeft.",
      en: "The municipality code exists on each date that the message concerns."),
    sentence: Bilingual(
      nl: "Gemeentecode {municipality} is niet geldig op {date}: {reason}.",
      en: "Municipality code {municipality} is not valid on {date}: {reason}."),
    hint: Bilingual(
      nl: "Zoek op welke gemeentecode op die dag geldt en gebruik die.",
      en: "Look up which municipality code holds on that day and use it."),
    facts: ["municipality", "date", "reason"], source: "iStandaarden 3.2, TR378")
  static func element(of header: MessageHeader) -> HeaderElement { header.isFromProvider ? .receiver : .sender }

  func verdict(on message: Message, in context: RuleContext) -> Verdict {
    guard let region = context.region else { return .notApplicable }
    let code = message.header.municipality
    let rows = region.snapshot.municipalities.filter { $0.code == code }
    for date in Self.dates(of: message, known: context.known) {
      guard let reason = Self.objection(to: code, on: date, rows: rows) else { continue }
      return .fail(["municipality": .code(code.description), "date": .date(date), "reason": .phrase(reason)])
    }
    return .pass
  }

  /// The dates that the message concerns, in message order, of a declaration each once; never empty.
  static func dates(of message: Message, known: WorkingSet?) -> [CalendarDate] {
    switch message {
    case .allocation(let message): return message.products.map(\.validity.begin)
    case .start(let message): return message.products.map { $0.allocationBegin ?? $0.begin }
    case .stop(let message): return message.products.map { $0.start.allocationBegin ?? $0.start.begin }
    case .allocationRequest(let message): return message.products.map(\.validity.begin)
    case .changeRequest(let message):
      let begins = message.changed.map(\.validity.begin) + message.new.map(\.validity.begin)
      return begins.isEmpty ? [message.header.date] : begins
    case .requestAnswer, .declarationAnswer, .returned: return [message.header.date]
    case .declaration(let message):
      var dates: [CalendarDate] = []
      var seen: Set<CalendarDate> = []
      for line in message.lines {
        guard let allocation = known?.allocations[line.allocation], allocation.provider == message.header.provider,
          allocation.bsn == message.clients[line.client].bsn
        else { continue }
        let begin = allocation.product.validity.begin
        if seen.insert(begin).inserted { dates.append(begin) }
      }
      return dates.isEmpty ? [message.period.begin] : dates
    }
  }

  /// Why the code is not valid on the day, or nil when it is.
  private static func objection(to code: MunicipalityCode, on day: CalendarDate, rows: [Municipality]) -> Bilingual? {
    if !rows.isEmpty {
      let isValid = rows.contains { ($0.validFrom ?? day) <= day && day <= ($0.validUntil ?? day) }
      return isValid ? nil : outsideRegionRow
    }
    switch NationalMunicipalities.validity(of: code) {
    case .current: return nil
    case .until(let last): return day <= last ? nil : abolished
    case .unknown: return unknown
    }
  }

  private static let unknown = Bilingual(nl: "de code bestaat niet", en: "the code does not exist")
  private static let abolished = Bilingual(nl: "de code is opgeheven", en: "the code has been abolished")
  private static let outsideRegionRow = Bilingual(
    nl: "de regio gebruikt de code dan niet", en: "the region does not use the code then")
}
