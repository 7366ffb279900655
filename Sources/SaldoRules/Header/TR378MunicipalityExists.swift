import SaldoDomain

/// The municipality of a message exists on each date that the message concerns.
///
/// The dates are the first days of the allocations, so that an abolished code stays good for those from its time: of an
/// allocation message its own; of a start or stop the stated one, or else that of the known allocation; of a request for
/// a change those of the known allocations that it names and what it asks for new products; of a declaration those of
/// the known allocations that its lines name. Only allocations of its provider and client count.
///
/// Of a start, stop or declaration on allocations that the ledger does not have, the first day of delivery or of the
/// declaration period stands for it. Without earlier messages that day says nothing, and without any date only a code
/// that exists nowhere fails. Rows of the region for a code win over the national list. An answer that itself says that
/// the municipality does not exist (S300) repeats the code of what it answers, and is not judged.
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
    guard let region = context.region, !message.says(Self.metadata.returnCode) else { return .notApplicable }
    let code = message.header.municipality
    let rows = region.snapshot.municipalities.filter { $0.code == code }
    func failure(_ date: CalendarDate, _ reason: Bilingual) -> Verdict {
      .fail(["municipality": .code(code.description), "date": .date(date), "reason": .phrase(reason)])
    }
    if Self.isAlwaysValid(code, rows: rows) { return .pass }
    let dates = Self.dates(of: message, known: context.known)
    for date in dates {
      if let reason = Self.objection(to: code, on: date, rows: rows) { return failure(date, reason) }
    }
    if rows.isEmpty, NationalMunicipalities.validity(of: code) == .unknown {
      return failure(message.header.date, Self.unknown)
    }
    return .pass
  }

  /// The dates that the message concerns, in message order, as far as they are known.
  static func dates(of message: Message, known: WorkingSet?) -> [CalendarDate] {
    let provider = message.header.provider
    func begin(of number: AllocationNumber, for bsn: Bsn) -> CalendarDate? {
      guard let allocation = known?.allocation(ClientAllocation(number, of: bsn), with: provider) else { return nil }
      // What a predecessor granted concerns the municipality since the merger, which was before the message.
      return allocation.predecessor == nil ? allocation.product.validity.begin : message.header.date
    }
    func begin(of start: StartedProduct, for bsn: Bsn) -> CalendarDate? {
      guard let number = start.allocation else { return start.allocationBegin ?? start.begin }
      if known?.inherited[ClientAllocation(number, of: bsn)] != nil { return begin(of: number, for: bsn) }
      return start.allocationBegin ?? begin(of: number, for: bsn) ?? (known == nil ? nil : start.begin)
    }
    switch message {
    case .allocation(let message): return message.products.map(\.validity.begin)
    case .start(let message): return message.products.compactMap { begin(of: $0, for: message.client.bsn) }
    case .stop(let message): return message.products.compactMap { begin(of: $0.start, for: message.client.bsn) }
    case .allocationRequest(let message): return message.products.map(\.validity.begin)
    case .changeRequest(let message):
      let named = message.unchanged.map(\.allocation) + message.changed.map(\.allocation)
      return named.compactMap { begin(of: $0, for: message.bsn) } + message.new.map(\.validity.begin)
    case .requestAnswer, .declarationAnswer, .returned: return [message.header.date]
    case .declaration(let message):
      let begins = message.lines.indices.compactMap { position in
        begin(of: message.lines[position].allocation, for: message.clients[message.lines[position].client].bsn)
      }
      return begins.isEmpty && known != nil ? [message.period.begin] : begins
    }
  }

  /// Whether the code is valid on any day, so that the dates need not be looked up.
  private static func isAlwaysValid(_ code: MunicipalityCode, rows: [Municipality]) -> Bool {
    if rows.isEmpty { return NationalMunicipalities.validity(of: code) == .current }
    return rows.contains { $0.validFrom == nil && $0.validUntil == nil }
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

extension Message {
  /// Whether it is an answer with the code at its header.
  fileprivate func says(_ code: ReturnCode?) -> Bool {
    switch self {
    case .declarationAnswer(let answer): answer.codes.contains { $0 == code }
    case .returned(let returned): returned.codes.contains { $0 == code }
    default: false
    }
  }
}
