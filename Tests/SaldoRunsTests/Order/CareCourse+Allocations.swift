import SaldoDomain
import SaldoTestSupport

extension CareCourse {
  /// One allocation with its versions, what the provider answers, and the requests and notices around it.
  mutating func allocate(
    to bsn: Bsn, in domain: Domain, by municipality: MunicipalityCode, _ random: inout SeededGenerator
  ) {
    var care = Care(
      domain: domain, municipality: municipality, provider: Self.providers.randomElement(using: &random)!, bsn: bsn)
    var first = firstVersion(domain, municipality, &random)
    if chance(4, &random) {
      let reference = ExactText("V\(next("V", domain, of: care.provider.description))")
      request(reference, for: care, first)
      first.providerReference = reference
    }
    var versions = [first]
    if chance(2, &random) { versions.append(Self.laterVersion(of: first, &random)) }
    for version in versions {
      let message = allocation([version], for: care)
      allocations.append(message)
      if chance(6, &random) { refuse(message, for: care) } else { care.current = version }
    }
    if chance(5, &random) { refusedAtItsForm(for: care, first) }
    tell(of: care, first, &random)
    self.care.append(care)
  }

  private mutating func firstVersion(
    _ domain: Domain, _ municipality: MunicipalityCode, _ random: inout SeededGenerator
  ) -> AllocatedProduct {
    let number = UInt32(1000 + next("T", domain, of: municipality.description))
    let category = Self.categories(of: domain).randomElement(using: &random)!
    let begin = CalendarDate("2024-10-07").adding(days: Int.random(in: 0...130, using: &random))
    let end = begin.adding(days: Int.random(in: 20...150, using: &random))
    var product = AllocatedProduct.sample(
      number: number, decidedOn: CalendarDate("2024-10-01").adding(days: Int.random(in: 0...50, using: &random)),
      validity: OpenPeriod(begin, end))
    product.category = ProductCategory(rawValue: category)
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      (product.code, product.volume, product.budget) = (nil, nil, nil)
    case 1:
      (product.code, product.volume, product.budget) = (nil, nil, Euros(cents: 150_000))
    case 2:
      (product.category, product.code, product.volume, product.budget) = (nil, nil, nil, Euros(cents: 200_000))
    default:
      let ware = Self.wares.randomElement(using: &random)!
      let frequency = ware.frequencies.randomElement(using: &random)!
      let volume: Int64 =
        switch frequency {
        case .perDay: max(1, ware.weekly / 7)
        case .perWeek: ware.weekly
        case .perMonth: ware.weekly * 4
        case .total: ware.weekly * 12
        }
      product.code = Self.product(ware, category).code
      product.volume = AllocatedVolume(volume: volume, unit: ware.unit, frequency: frequency)
      if frequency != .perWeek, chance(3, &random) { product.validity = OpenPeriod(begin) }
    }
    return product
  }

  /// A version that was decided later: another last day, another total, or removed.
  private static func laterVersion(
    of first: AllocatedProduct, _ random: inout SeededGenerator
  ) -> AllocatedProduct {
    var later = first
    later.providerReference = nil
    later.decidedAt = DecisionMoment(
      date: CalendarDate("2024-12-01").adding(days: Int.random(in: 0...50, using: &random)),
      millisecondOfDay: Int32.random(in: 0..<86_400, using: &random) * 1000)
    if chance(5, &random) {
      later.changeReason = .removed
      later.validity = OpenPeriod(first.validity.begin, first.validity.begin)
    } else if let volume = first.volume, volume.frequency == .total, chance(2, &random) {
      later.volume = AllocatedVolume(volume: volume.volume * 2, unit: volume.unit, frequency: .total)
    } else {
      later.validity = OpenPeriod(
        first.validity.begin, first.validity.begin.adding(days: Int.random(in: 20...180, using: &random)))
    }
    return later
  }

  private mutating func allocation(_ products: [AllocatedProduct], for care: Care) -> Message {
    var message = AllocationMessage.sample(products: products)
    message.header = header(.allocation, like: care, on: products.map(\.decidedAt.date).max()!)
    message.client.bsn = care.bsn
    return .allocation(message)
  }

  /// The provider refuses an allocation.
  private mutating func refuse(_ message: Message, for care: Care) {
    var answer = Message.returned(
      message, codes: [ReturnCode(rawValue: "9332")],
      identification: ExactText("302\(next("302", care.domain, of: care.provider.description))"))
    guard case .returned(var returned) = answer else { return }
    returned.returnDate = message.header.date
    answer = .returned(returned)
    returns.append(answer)
  }

  /// A version that is refused at level 2, because it removes an allocation without ending it (CS335).
  private mutating func refusedAtItsForm(for care: Care, _ first: AllocatedProduct) {
    var wrong = first
    wrong.providerReference = nil
    wrong.changeReason = .removed
    wrong.decidedAt = DecisionMoment(date: Self.lastDecision, millisecondOfDay: 1000)
    wrong.validity = OpenPeriod(first.validity.begin, first.validity.begin.adding(days: 9))
    allocations.append(allocation([wrong], for: care))
  }

  private mutating func request(_ reference: ExactText, for care: Care, _ product: AllocatedProduct) {
    guard case .allocationRequest(var request) = Message.requested(reference) else { return }
    request.header = header(.allocationRequest, like: care, on: "2024-09-30")
    request.client.person.bsn = care.bsn
    let asked = Self.product(Self.wares[1], Self.categories(of: care.domain)[0])
    (request.products[0].category, request.products[0].code) = (asked.category, asked.code)
    if care.domain == .wmo { request.client.guardianIsKnown = nil }
    requests.append(.allocationRequest(request))
    var change = ChangeRequestMessage.sample()
    change.header = header(.changeRequest, like: care, on: "2024-10-01")
    change.bsn = care.bsn
    change.providerReference = ExactText("W" + reference.string)
    requests.append(.changeRequest(change))
  }

  /// A start and a stop; some are wrong.
  private mutating func tell(of care: Care, _ first: AllocatedProduct, _ random: inout SeededGenerator) {
    let begin = first.validity.begin.adding(days: Int.random(in: 0...6, using: &random))
    let number = chance(8, &random) ? 4999 : first.number.number
    let product = Product(
      category: first.category ?? ProductCategory(rawValue: Self.categories(of: care.domain)[0]),
      code: first.code ?? Self.product(Self.wares[1], Self.categories(of: care.domain)[0]).code)
    let day: CalendarDate = "2025-02-06"
    guard case .start(var start) = Message.notices([.started(begin, on: number, product: product)]),
      case .stop(var stop) = Message.notices([
        .stopped(begin.adding(days: 14), begin: begin, on: number, product: product)
      ]), begin.adding(days: 14) <= day
    else { return }
    start.header = header(.start, like: care, on: day.adding(days: -Int.random(in: 0...1, using: &random)))
    start.client.bsn = care.bsn
    start.products[0].allocationBegin = first.validity.begin
    if start.products[0].begin <= start.header.date { notices.append(.start(start)) }
    guard chance(2, &random) else { return }
    stop.header = header(.stop, like: care, on: day)
    stop.client.bsn = care.bsn
    stop.products[0].start.allocationBegin = first.validity.begin
    notices.append(.stop(stop))
  }
}
