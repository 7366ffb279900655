internal import SaldoDomain

/// Collects a declaration (Standard: `Bericht` of 323).
final class DeclarationBuilder: MessageBuilder {
  private var header: HeaderBuilder
  private var number: ExactText?
  private var period: Period?
  private var date: CalendarDate?
  private var total: StatedAmount?
  private var clients: [DeclaredClient] = []
  private var lines: [DeliveryLine] = []
  private var sourceLines = DeclarationMessage.SourceLines()
  private var isIncomplete = false

  // The client that is being read.
  private var bsn: Bsn?
  private var bsnLine: Int32 = 0
  private var firstLine = 0

  // The shared complex types that are being read.
  private var begin: CalendarDate?
  private var end: CalendarDate?
  private var size: Euros?
  private var side: DebitCredit?

  private var line = LineBuilder()

  init(header: HeaderBuilder) { self.header = header }

  func open(_ element: StandardElement, line: Int32) {
    switch element {
    case .client:
      bsn = nil
      firstLine = lines.count
    case .prestatie:
      self.line = LineBuilder()
      self.line.sourceLines = DeliveryLine.SourceLines(first: line)
    case .totaalIngediendBedrag:
      sourceLines.total = line
      (size, side) = (nil, nil)
    case .ingediendBedrag: (size, side) = (nil, nil)
    case .declaratiePeriode, .productPeriode: (begin, end) = (nil, nil)
    default: header.open(element, line: line)
    }
  }

  func leaf(_ element: StandardElement, in parent: StandardElement, _ value: LeafValue, line: Int32) {
    switch (parent, element) {
    case (.prestatie, _), (.productReferentie, _): self.line.leaf(element, value, line: line)
    case (_, .begindatum): periodBegan(value.date, in: parent, line: line)
    case (_, .einddatum): periodEnded(value.date, in: parent, line: line)
    case (.ingediendBedrag, .bedrag):
      size = value.euros
      self.line.sourceLines[.amount] = line
    case (.ingediendBedrag, .debetCredit):
      side = DebitCredit(rawValue: value.string)
      self.line.sourceLines[.side] = line
    case (.totaalIngediendBedrag, .totaalBedrag): size = value.euros
    case (.totaalIngediendBedrag, .debetCredit): side = DebitCredit(rawValue: value.string)
    case (.client, .bsn):
      bsn = Bsn(digits: value.string)
      bsnLine = line
    case (.declaratie, .declaratieNummer):
      number = ExactText(value.string)
      sourceLines.number = line
    case (.declaratie, .declaratieDagtekening):
      date = value.date
      sourceLines.date = line
    default: _ = header.leaf(element, in: parent, value, line: line)
    }
  }

  func close(_ element: StandardElement, in parent: StandardElement) {
    switch element {
    case .declaratiePeriode: period = closedPeriod
    case .productPeriode: line.period = closedPeriod
    case .totaalIngediendBedrag: total = amount
    case .ingediendBedrag: line.amount = amount
    case .prestatie:
      guard let built = line.line(client: clients.count) else { return isIncomplete = true }
      lines.append(built)
    case .client:
      guard let bsn else { return isIncomplete = true }
      clients.append(DeclaredClient(bsn: bsn, lines: firstLine..<lines.count, sourceLine: bsnLine))
    default: break
    }
  }

  func message() -> Message? {
    guard !isIncomplete, let header = header.header(), let number, let period, let date, let total else { return nil }
    return .declaration(
      DeclarationMessage(
        header: header, number: number, period: period, date: date, total: total, clients: clients, lines: lines,
        sourceLines: sourceLines))
  }

  private func periodBegan(_ date: CalendarDate, in parent: StandardElement, line: Int32) {
    begin = date
    if parent == .declaratiePeriode {
      sourceLines.periodBegin = line
    } else {
      self.line.sourceLines[.periodBegin] = line
    }
  }

  private func periodEnded(_ date: CalendarDate, in parent: StandardElement, line: Int32) {
    end = date
    if parent == .declaratiePeriode {
      sourceLines.periodEnd = line
    } else {
      self.line.sourceLines[.periodEnd] = line
    }
  }

  private var closedPeriod: Period? {
    guard let begin, let end else { return nil }
    return Period(begin: begin, end: end)
  }

  private var amount: StatedAmount? {
    guard let size, let side else { return nil }
    return StatedAmount(size: size, side: side)
  }
}

/// Collects one declared line (Standard: `Prestatie`).
private struct LineBuilder {
  var period: Period?
  var amount: StatedAmount?
  var sourceLines = DeliveryLine.SourceLines(first: 0)
  private var reference: ExactText?
  private var previousReference: ExactText?
  private var allocation: AllocationNumber?
  private var category: ProductCategory?
  private var code: ProductCode?
  private var volume: Int64?
  private var unit: CareUnit?
  private var tariff: Euros?

  mutating func leaf(_ element: StandardElement, _ value: LeafValue, line: Int32) {
    switch element {
    case .referentieNummer:
      reference = ExactText(value.string)
      sourceLines[.reference] = line
    case .vorigReferentieNummer:
      previousReference = ExactText(value.string)
      sourceLines[.previousReference] = line
    case .toewijzingNummer:
      allocation = value.allocation
      sourceLines[.allocation] = line
    case .productCategorie:
      category = ProductCategory(rawValue: value.string)
      sourceLines[.category] = line
    case .productCode:
      code = ProductCode(value.string)
      sourceLines[.code] = line
    case .geleverdVolume:
      volume = value.number
      sourceLines[.volume] = line
    case .eenheid:
      unit = CareUnit(rawValue: value.string)
      sourceLines[.unit] = line
    case .productTarief:
      tariff = value.euros
      sourceLines[.tariff] = line
    default: break
    }
  }

  func line(client: Int) -> DeliveryLine? {
    guard let reference, let allocation, let category, let code, let period, let volume, let unit, let amount else {
      return nil
    }
    return DeliveryLine(
      reference: reference, previousReference: previousReference, allocation: allocation,
      product: Product(category: category, code: code), period: period, volume: volume, unit: unit, tariff: tariff,
      amount: amount, client: client, sourceLines: sourceLines)
  }
}

extension LeafValue {
  /// The number of an allocation; nil beyond the nine digits of the standard.
  var allocation: AllocationNumber? { UInt32(exactly: number).map { AllocationNumber($0) } }
}
