import SaldoDomain
import SaldoTestSupport

extension CareCourse {
  /// Whom a declaration is between, and when.
  private struct Slot {
    let domain: Domain
    let provider: ProviderCode
    let municipality: MunicipalityCode
    let date: CalendarDate
    let month: CalendarMonth
  }

  /// The declarations of three months, each made with the plain count of those before it.
  ///
  /// The days are chosen first, so that the declarations are made in the order in which they are settled: by date,
  /// provider and municipality. Domains know nothing of each other, so between them any order will do.
  mutating func declare(_ random: inout SeededGenerator) {
    var numbers: [String: [ExactText]] = [:]
    var identifications: [String: [ExactText]] = [:]
    for asOf in Self.asOf {
      var messages: [DeclarationMessage] = []
      var approvals: [Set<Int>?] = []
      for slot in slots(before: asOf, &random) {
        var draft = Draft(slot.domain, slot.provider, slot.municipality)
        for _ in 0..<Int.random(in: 1...6, using: &random) { add(to: &draft, slot.month, books, &random) }
        guard !draft.lines.isEmpty else { continue }
        let party = "\(slot.domain) \(slot.provider)"
        var (message, mistakes) = made(from: draft, slot.date, slot.month)
        var isRefused = chance(5, &random)
        if isRefused {
          isRefused = Self.spoil(&message, numbers[party] ?? [], identifications[party] ?? [], &random)
        }
        identifications[party, default: []].append(message.header.identification)
        if !isRefused { numbers[party, default: []].append(message.number) }
        approvals.append(isRefused ? nil : books.judge(message, mistakes: mistakes, care: care))
        messages.append(message)
      }
      declarations.append(messages)
      expected.append(approvals)
    }
  }

  /// Gives a declaration a mistake for which it is refused as a whole: a wrong total (TR358), a number of a declaration
  /// that was processed (TR333) or an identification that was used (TR056), when there is one.
  private static func spoil(
    _ message: inout DeclarationMessage, _ numbers: [ExactText], _ identifications: [ExactText],
    _ random: inout SeededGenerator
  ) -> Bool {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      message.total = StatedAmount(signed: message.total.signed + Euros(cents: 1))
    case 1:
      guard let used = numbers.randomElement(using: &random) else { return false }
      message.number = used
    default:
      guard let used = identifications.randomElement(using: &random) else { return false }
      message.header.identification = used
    }
    return true
  }

  private func slots(before asOf: CalendarDate, _ random: inout SeededGenerator) -> [Slot] {
    var slots: [Slot] = []
    for domain in Domain.allCases {
      for provider in Self.providers {
        for municipality in Self.municipalities {
          for days in Set((0..<2).map { _ in Int.random(in: 1...7, using: &random) }).sorted() {
            slots.append(
              Slot(
                domain: domain, provider: provider, municipality: municipality, date: asOf.adding(days: -days),
                month: asOf.month.adding(months: -1)))
          }
        }
      }
    }
    return slots.sorted { ($0.date, $0.provider, $0.municipality) < ($1.date, $1.provider, $1.municipality) }
  }

  // Lines.

  /// A declaration while it is made: lines with their clients, and which of them are wrong by themselves.
  private struct Draft {
    let domain: Domain
    let provider: ProviderCode
    let municipality: MunicipalityCode
    var lines: [(bsn: Bsn, line: DeliveryLine, isWrong: Bool)] = []

    init(_ domain: Domain, _ provider: ProviderCode, _ municipality: MunicipalityCode) {
      (self.domain, self.provider, self.municipality) = (domain, provider, municipality)
    }

    /// Adds a line, unless that would break a rule on the message as a whole (TR101, TR315, TR316, TR416).
    mutating func add(_ bsn: Bsn, _ line: DeliveryLine, isWrong: Bool = false) {
      let isDouble = lines.contains { other in
        other.line.reference == line.reference || other.line.reference == line.previousReference
          || other.line.previousReference == line.reference
          || line.previousReference != nil && other.line.previousReference == line.previousReference
          || !line.isCredit && !other.line.isCredit && other.line.allocation == line.allocation
            && other.line.period == line.period && other.line.product == line.product
      }
      if !isDouble { lines.append((bsn, line, isWrong)) }
    }
  }

  private mutating func add(
    to draft: inout Draft, _ month: CalendarMonth, _ books: PlainBooks, _ random: inout SeededGenerator
  ) {
    let open = books.open(draft.domain, draft.provider, draft.municipality)
    if let (bsn, line) = open.randomElement(using: &random), chance(4, &random) {
      draft.add(bsn, line.credited(as: reference(draft)))
      if chance(2, &random) {
        let again = debit(line.allocation, line.product, line.unit, line.period, draft, books, &random)
        if let again { draft.add(bsn, again) }
      }
      return
    }
    // A credit of any line: one that was rejected, credited or a credit, or with another volume, is wrong.
    let all = books.all(draft.domain, draft.provider, draft.municipality)
    if let (bsn, line) = all.randomElement(using: &random), chance(8, &random) {
      var credit = line.credited(as: reference(draft))
      if chance(3, &random), credit.unit != .euro { credit.volume += 1 }
      if chance(5, &random) { credit.previousReference = "R9999" }
      return draft.add(bsn, credit)
    }
    let declarable = care.filter {
      $0.domain == draft.domain && $0.provider == draft.provider && $0.municipality == draft.municipality
    }
    guard let care = declarable.randomElement(using: &random) else { return }
    guard let current = care.current, current.changeReason != .removed else {
      // Care that is not allocated, or not any more.
      let product = Self.product(Self.wares[1], Self.categories(of: care.domain)[0])
      let number = care.current?.number ?? AllocationNumber(4999)
      if let line = debit(number, product, .hour, month.period, draft, books, &random) {
        draft.add(care.bsn, line, isWrong: true)
      }
      return
    }
    guard let line = debit(on: current, draft, month, books, &random) else { return }
    chance(5, &random) ? addWrong(line, to: &draft, of: care, all.map(\.1), &random) : draft.add(care.bsn, line)
  }

  /// A debit over a month in which an allocation holds, of a product that it allows.
  private mutating func debit(
    on allocation: AllocatedProduct, _ draft: Draft, _ month: CalendarMonth, _ books: PlainBooks,
    _ random: inout SeededGenerator
  ) -> DeliveryLine? {
    let delivered = month.adding(months: -Int.random(in: 0...3, using: &random))
    let begin = max(delivered.first, allocation.validity.begin)
    let end = min(delivered.last, allocation.validity.end ?? delivered.last)
    guard begin <= end else { return nil }
    let category = allocation.category?.rawValue ?? Self.categories(of: draft.domain).randomElement(using: &random)!
    var product = Self.product(Self.wares.randomElement(using: &random)!, category)
    if let code = allocation.code { product = Product(category: product.category, code: code) }
    guard let ware = Self.ware(of: product) else { return nil }
    let unit = ware.unit == .hour && chance(2, &random) ? .minute : ware.unit
    return debit(allocation.number, product, unit, Period(begin: begin, end: end), draft, books, &random)
  }

  /// A debit with a volume on, just above or well below what is left.
  private mutating func debit(
    _ number: AllocationNumber, _ product: Product, _ unit: CareUnit, _ period: Period, _ draft: Draft,
    _ books: PlainBooks, _ random: inout SeededGenerator
  ) -> DeliveryLine? {
    guard let ware = Self.ware(of: product) else { return nil }
    let isPerHour = unit == .minute
    let tariff = isPerHour ? (ware.cents + 30) / 60 : ware.cents
    var line = DeliveryLine.sample(
      reference: reference(draft), allocation: number.number, product: product, period: period, unit: unit,
      tariff: unit == .euro ? nil : tariff)
    line.volume = unit == .euro ? 30_000 : Int64.random(in: 1...20, using: &random)
    if let allocation = PlainBooks.allocation(of: line, draft.domain, draft.municipality, in: care),
      let room = books.room(for: line, allocation, draft.domain, draft.municipality)
    {
      // Room is in cents for a budget, and in minutes for care by the hour.
      var most = room
      if allocation.volume == nil, unit != .euro { most = isPerHour ? room * 60 / ware.cents : room / ware.cents }
      if allocation.volume?.unit == .hour, unit == .hour { most = room / 60 }
      line.volume = max(1, [most, most + 1, most / 2, most / 3].randomElement(using: &random)!)
    }
    if unit != .euro { line.volume = min(line.volume, 90_000_000 / ware.cents) }
    let cents =
      switch unit {
      case .euro: line.volume
      case .minute: (ware.cents * line.volume + 30) / 60
      default: line.volume * ware.cents
      }
    line.amount = .debit(cents)
    return line
  }

  /// A line with a mistake that can be seen in itself.
  private mutating func addWrong(
    _ line: DeliveryLine, to draft: inout Draft, of care: Care, _ earlier: [DeliveryLine],
    _ random: inout SeededGenerator
  ) {
    var wrong = line
    var bsn = care.bsn
    switch Int.random(in: 0..<6, using: &random) {
    case 0: wrong.allocation = AllocationNumber(4000)
    case 1 where line.unit != .euro: wrong.amount = .debit(line.amount.size.cents + 1)
    case 2 where line.unit != .euro && line.unit != .minute:
      let tariff = line.tariff! + Euros(cents: 1)
      (wrong.tariff, wrong.amount) = (tariff, .debit(tariff.cents * line.volume))
    case 3 where line.period.dayCount > 3: wrong.period = Period(line.period.begin.adding(days: 1), line.period.end)
    case 4 where bsn != Self.bsns[11]: bsn = Self.bsns[11]
    default:
      // A reference that was used before; when there is none, the line is not wrong.
      guard let used = earlier.randomElement(using: &random)?.reference else { return }
      wrong.reference = used
    }
    draft.add(bsn, wrong, isWrong: true)
  }

  private mutating func reference(_ draft: Draft) -> ExactText {
    ExactText("R\(next("R", draft.domain, of: draft.provider.description))")
  }

  /// The message with its lines by client, and the positions of those that are wrong by themselves.
  private mutating func made(
    from draft: Draft, _ date: CalendarDate, _ month: CalendarMonth
  ) -> (message: DeclarationMessage, mistakes: Set<Int>) {
    var clients: [Bsn] = []
    for (bsn, _, _) in draft.lines where !clients.contains(bsn) { clients.append(bsn) }
    let ordered = clients.enumerated().flatMap { position, bsn in
      draft.lines.filter { $0.bsn == bsn }.map { entry in
        (with(entry.line) { $0.client = position }, entry.isWrong)
      }
    }
    var message = DeclarationMessage.sample(
      provider: draft.provider, municipality: draft.municipality,
      identification: ExactText("323\(next("323", draft.domain, of: draft.provider.description))"),
      messageDate: date,
      number: ExactText("D\(next("D", draft.domain, of: draft.provider.description))"), period: month.period,
      date: date, clients: clients, lines: ordered.map(\.0))
    message.header.standard = Standard(domain: draft.domain, release: .v3_2)
    return (message, Set(ordered.indices.filter { ordered[$0].1 }))
  }
}
