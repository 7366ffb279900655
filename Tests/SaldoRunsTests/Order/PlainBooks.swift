import SaldoDomain

/// A plain count of what may be granted: every line that was ever declared in one array, looked through from its begin
/// for each question, with days counted one by one.
///
/// Written from the rule texts (TR314, TR321 to TR323, TR333, TR369, TR389, TR390, IV076 to IV078) without the code of
/// the program. A line with a mistake that can be seen in the line itself is told by whoever made it.
struct PlainBooks {
  private struct Line {
    let domain: Domain
    let provider: ProviderCode
    let municipality: MunicipalityCode
    let bsn: Bsn
    let line: DeliveryLine
    var isApproved = false
    var isCredited = false

    var isOpen: Bool { isApproved && !isCredited && !line.isCredit }
  }

  private var lines: [Line] = []

  /// The positions that are approved; every line is on record from then on.
  mutating func judge(
    _ message: DeclarationMessage, mistakes: Set<Int>, care: [CareCourse.Care]
  ) -> Set<Int> {
    let header = message.header
    let start = lines.count
    var approved: Set<Int> = []
    lines += message.lines.map {
      Line(
        domain: header.standard.domain, provider: header.provider, municipality: header.municipality,
        bsn: message.clients[$0.client].bsn, line: $0)
    }
    let order =
      message.lines.indices.filter { message.lines[$0].isCredit }
      + message.lines.indices.filter { !message.lines[$0].isCredit }
    for position in order where !mistakes.contains(position) {
      let own = lines[start + position]
      let isRepeated = lines[..<(start + position)].contains {
        $0.domain == own.domain && $0.provider == own.provider && $0.line.reference == own.line.reference
      }
      if isRepeated { continue }
      if own.line.isCredit {
        guard let debit = debit(of: own, before: start) else { continue }
        lines[debit].isCredited = true
      } else {
        guard let allocation = Self.allocation(of: own.line, own.domain, own.municipality, in: care),
          isNew(own.line, own.domain, own.municipality), fits(own.line, allocation, own.domain, own.municipality)
        else { continue }
      }
      lines[start + position].isApproved = true
      approved.insert(position)
    }
    return approved
  }

  /// The lines of a provider that can be credited.
  func open(_ domain: Domain, _ provider: ProviderCode, _ municipality: MunicipalityCode) -> [(Bsn, DeliveryLine)] {
    lines.filter {
      $0.isOpen && $0.domain == domain && $0.provider == provider && $0.municipality == municipality
    }.map { ($0.bsn, $0.line) }
  }

  /// Every line of a provider, also those that were rejected or credited.
  func all(_ domain: Domain, _ provider: ProviderCode, _ municipality: MunicipalityCode) -> [(Bsn, DeliveryLine)] {
    lines.filter { $0.domain == domain && $0.provider == provider && $0.municipality == municipality }
      .map { ($0.bsn, $0.line) }
  }

  /// The sum of the approved lines of a provider.
  func granted(_ domain: Domain, _ provider: ProviderCode) -> Int64 {
    lines.filter { $0.isApproved && $0.domain == domain && $0.provider == provider }
      .reduce(0) { $0 + ($1.line.isCredit ? -1 : 1) * $1.line.amount.size.cents }
  }

  // Credits and doubles.

  private func debit(of credit: Line, before start: Int) -> Int? {
    guard
      let first = lines[..<start].firstIndex(where: {
        $0.domain == credit.domain && $0.provider == credit.provider
          && $0.line.reference == credit.line.previousReference
      })
    else { return nil }
    let (debit, line) = (lines[first], credit.line)
    let isSame =
      debit.municipality == credit.municipality && debit.bsn == credit.bsn
      && debit.line.allocation == line.allocation && debit.line.product == line.product
      && debit.line.period == line.period && debit.line.volume == line.volume && debit.line.unit == line.unit
      && debit.line.tariff == line.tariff && debit.line.amount.size == line.amount.size
    return debit.isOpen && isSame ? first : nil
  }

  private func isNew(_ line: DeliveryLine, _ domain: Domain, _ municipality: MunicipalityCode) -> Bool {
    !lines.contains {
      $0.isOpen && $0.domain == domain && $0.municipality == municipality && $0.line.allocation == line.allocation
        && $0.line.product == line.product && $0.line.period == line.period
    }
  }

  static func allocation(
    of line: DeliveryLine, _ domain: Domain, _ municipality: MunicipalityCode, in care: [CareCourse.Care]
  ) -> AllocatedProduct? {
    care.first {
      $0.domain == domain && $0.municipality == municipality && $0.current?.number == line.allocation
    }?.current
  }

  // What is left.

  private func fits(
    _ line: DeliveryLine, _ allocation: AllocatedProduct, _ domain: Domain, _ municipality: MunicipalityCode
  ) -> Bool {
    guard let room = room(for: line, allocation, domain, municipality) else { return true }
    return line.unit == .euro || allocation.volume == nil
      ? line.amount.size.cents <= room : Self.weight(line, allocation) <= room
  }

  /// What may still be declared on a line's allocation in its product period, in minutes for care by the hour, in cents
  /// for euros and budgets; nil without a bound.
  func room(
    for line: DeliveryLine, _ allocation: AllocatedProduct, _ domain: Domain, _ municipality: MunicipalityCode
  ) -> Int64? {
    let used = lines.filter {
      $0.isOpen && $0.domain == domain && $0.municipality == municipality && $0.line.allocation == line.allocation
    }.map(\.line)
    var bounds: [Int64] = []
    if let budget = allocation.budget { bounds.append(budget.cents - used.reduce(0) { $0 + $1.amount.size.cents }) }
    if let volume = allocation.volume {
      let each = volume.volume * (volume.unit == .hour ? 60 : 1)
      let isOutput = volume.unit == .outputPiece || volume.unit == .euro
      let spent = used.reduce(0) { $0 + Self.weight($1, allocation) }
      switch volume.frequency {
      case .perDay: bounds.append(each * Self.days(line.period))
      case .perWeek where domain == .wmo && allocation.category?.rawValue == "01": bounds.append(each * 6)
      case .perWeek: bounds.append(each * Self.weeks(line.period, allocation.validity, isOutput))
      case .perMonth, .total: bounds.append(each)
      }
      if volume.frequency == .total {
        bounds.append(each - spent)
      } else if let end = allocation.validity.end {
        let whole = Period(begin: allocation.validity.begin, end: end)
        let times =
          switch volume.frequency {
          case .perDay: Self.days(whole)
          case .perWeek: Self.weeks(whole, allocation.validity, isOutput)
          default: Self.months(whole)
          }
        bounds.append(each * times - spent)
      }
    }
    if line.unit == .euro, let ware = CareCourse.ware(of: line.product) {
      switch ware.basis {
      case .week: bounds.append(ware.cents * Self.weeks(line.period, allocation.validity, true))
      case .month: bounds.append(ware.cents)
      default:
        let granted = used.filter { $0.product == line.product }.reduce(0) { $0 + $1.amount.size.cents }
        bounds.append(ware.cents - granted)
      }
    }
    return bounds.min()
  }

  /// A volume in minutes on care by the hour, else as it is.
  private static func weight(_ line: DeliveryLine, _ allocation: AllocatedProduct) -> Int64 {
    allocation.volume?.unit == .hour && line.unit == .hour ? line.volume * 60 : line.volume
  }

  // Days, one by one; day 0 was a Thursday.

  private static func days(_ period: Period) -> Int64 { Int64(each(period).count) }

  private static func months(_ period: Period) -> Int64 {
    Int64(Set(each(period).map(\.iso).map { $0.prefix(7) }).count)
  }

  private static func weeks(_ period: Period, _ validity: OpenPeriod, _ isOutput: Bool) -> Int64 {
    let days = each(period)
    // The Mondays at which the weeks of the days begin.
    guard isOutput else { return Int64(Set(days.map { ($0.daysSince1970 + 3) / 7 }).count) }
    let sundays = Int64(days.filter(isSunday).count)
    guard let end = validity.end, !isSunday(end),
      let last = each(Period(begin: validity.begin, end: end)).last(where: isSunday), days.contains(last)
    else { return sundays }
    return sundays + 1
  }

  private static func isSunday(_ day: CalendarDate) -> Bool { (day.daysSince1970 + 3) % 7 == 6 }

  private static func each(_ period: Period) -> [CalendarDate] {
    (period.begin.daysSince1970...max(period.begin.daysSince1970, period.end.daysSince1970)).map {
      CalendarDate(daysSince1970: $0)
    }
  }
}
