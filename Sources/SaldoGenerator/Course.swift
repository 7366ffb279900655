import SaldoDomain

/// One allocation of the invented region and the care that is delivered on it.
///
/// A client of a cell has slots, each with a kind of care of its own; in a slot one allocation follows the other. All of
/// it follows from the seed, the cell and the slot, so that nothing has to be kept.
struct Course {
  let cell: RegionPlan.Cell
  let slot: Int
  let care: CareProduct
  let number: AllocationNumber
  let validity: OpenPeriod
  /// The first and last month that it touches.
  let months: ClosedRange<CalendarMonth>
  /// What may be delivered per month or week; of a total, a month's share.
  let volume: Int64
  private let provider: RegionPlan.Provider

  /// The course that runs in a slot in a month, counted from the first.
  init(_ plan: RegionPlan, _ cell: RegionPlan.Cell, slot: Int, month: Int) {
    let seed = plan.options.seed
    let (length, shift) = Self.rhythm(seed, cell, slot)
    let generation = (month + shift) / length
    let beginMonth = generation * length - shift
    let begin = plan.options.firstMonth.adding(months: beginMonth)
    let end = begin.adding(months: length - 1)
    var dice = Dice(seed, .course, cell.index, slot, generation)
    // Six of ten begin and eight of ten end with a month; the others leave eight days at least of the broken month.
    let firstDay = dice.below(10) < 6 ? begin.first : begin.first.adding(days: dice.within(1...19))
    let lastDay = dice.below(10) < 8 ? end.last : end.first.adding(days: dice.within(9...26))
    self.cell = cell
    self.slot = slot
    provider = plan.providers[cell.provider]
    care = Self.care(seed, cell, slot, provider.catalogue)
    number = plan.allocationNumber(of: cell, slot: slot, month: beginMonth)
    validity = OpenPeriod(begin: firstDay, end: lastDay)
    months = begin...end
    volume = Int64(dice.within(care.volume))
  }

  /// How long the allocations of a slot run, and how many months before the first one the slot began.
  private static func rhythm(_ seed: UInt64, _ cell: RegionPlan.Cell, _ slot: Int) -> (length: Int, shift: Int) {
    var dice = Dice(seed, .slot, cell.index, slot)
    let length = dice.within(6...longest)
    return (length, dice.below(length))
  }

  /// Whether another allocation begins in a slot in this month.
  static func begins(_ plan: RegionPlan, _ cell: RegionPlan.Cell, slot: Int, month: Int) -> Bool {
    let (length, shift) = rhythm(plan.options.seed, cell, slot)
    return (month + shift) % length == 0
  }

  /// The care of a slot: the kinds of one client differ.
  private static func care(
    _ seed: UInt64, _ cell: RegionPlan.Cell, _ slot: Int, _ catalogue: [CareProduct]
  ) -> CareProduct {
    let (turn, client) = slot.quotientAndRemainder(dividingBy: cell.clients)
    var dice = Dice(seed, .client, cell.index, client)
    var draw = dice.below(100)
    var first = 0
    // A provider with a lump sum delivers a fifth of its care under it.
    if catalogue.count > CareProduct.shares.count, dice.below(5) == 0 {
      first = catalogue.count - 1
    } else {
      while first < CareProduct.shares.count - 1, draw >= CareProduct.shares[first] {
        draw -= CareProduct.shares[first]
        first += 1
      }
    }
    return catalogue[(first + turn) % catalogue.count]
  }

  /// How many months an allocation lasts at most.
  static let longest = 24

  /// The number from which on no allocation is known.
  static let unknownAllocation = 900_000_000

  /// The client, as a position in ``TestNumbers``.
  var client: Int { (cell.firstClient + slot % cell.clients) % TestNumbers.all.count }

  /// The allocation as the municipality sends it.
  var allocated: AllocatedProduct {
    let decided = validity.begin.adding(days: -5 - slot % 20)
    return AllocatedProduct(
      number: number, category: care.category, code: care.code,
      decidedAt: DecisionMoment(date: decided, millisecondOfDay: Int32(32_400 + slot % 25_200) * 1000),
      validity: validity,
      volume: AllocatedVolume(volume: allocatedVolume, unit: care.unit, frequency: care.frequency))
  }

  /// The volume of the allocation. In euros it is the price of its last year, so that prices can grow.
  private var allocatedVolume: Int64 {
    if care.unit == .euro { return price(on: validity.end!).cents }
    return care.frequency == .total ? volume * Int64(monthCount) : volume
  }

  private var monthCount: Int { Int(months.upperBound.index - months.lowerBound.index) + 1 }

  /// The product period in a month: the month, as far as the allocation runs.
  func period(in month: CalendarMonth) -> Period {
    Period(begin: max(month.first, validity.begin), end: min(month.last, validity.end!))
  }

  /// The price on a day, of a unit, an hour, a week or a month.
  func price(on day: CalendarDate) -> Euros { provider.price(of: care, in: day.year) }

  /// The price that counts for a product period: residential care keeps that of the first day of the allocation.
  func price(for period: Period) -> Euros { price(on: care.agreement == "VBL" ? validity.begin : period.begin) }

  /// Another kind of care in the same unit, at its own price; nil when there is none.
  func other(for period: Period) -> (product: Product, tariff: Euros)? {
    guard
      let other = provider.catalogue.first(where: {
        $0.unit == care.unit && $0.basis == care.basis && $0.code != care.code
          && $0.isDeclaredInMinutes == care.isDeclaredInMinutes
      })
    else { return nil }
    return (other.product, provider.price(of: other, in: period.begin.year))
  }
}
