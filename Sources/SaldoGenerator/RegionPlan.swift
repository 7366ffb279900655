import SaldoDomain

/// Who is in the invented region, who works where, and how many lines each sends.
struct RegionPlan {
  let options: GeneratorOptions
  let municipalities: [MunicipalityCode]
  let providers: [Provider]
  let cells: [Cell]

  /// A provider of the region.
  struct Provider {
    let index: Int
    let code: ProviderCode
    /// Whether it is paid a lump sum for some of its care.
    let hasLumpSum: Bool
    /// What it delivers.
    let catalogue: [CareProduct]
    /// The kind of care for which it has prices of its own, if any.
    let special: Product?

    func price(of product: CareProduct, in year: Int) -> Euros {
      product.price(in: year, isSpecial: product.product == special)
    }
  }

  /// The care of one provider for one municipality: the unit in which declarations are made.
  struct Cell {
    let index: Int
    let provider: Int
    let municipality: Int
    /// The weights of the cells before this one, and its own; lines are dealt out by weight.
    let before: Int
    let weight: Int
    /// The most lines that a month has.
    let mostLines: Int
    /// How many clients there are; each has one kind of care at least.
    let clients: Int
    /// The position of the first client in ``TestNumbers``.
    let firstClient: Int
    /// How many slots the cells of the same municipality before this one have.
    let firstSlot: Int

    /// How many allocations can run at the same time. Care that is declared a month late makes room for another line
    /// in its place, so twice the lines are always enough.
    var slots: Int { mostLines * 2 }
  }

  private let weight: Int
  /// The slots of each municipality.
  private let slots: [Int]

  /// The plan that follows from options.
  init(_ options: GeneratorOptions) throws(GeneratorError) {
    try options.check()
    self.options = options
    municipalities = Self.municipalityCodes.prefix(options.municipalities).sorted()
    providers = (0..<options.providers).map { Self.provider($0, seed: options.seed) }
    var shares: [(provider: Int, municipality: Int, weight: Int)] = []
    for provider in providers {
      var dice = Dice(options.seed, .provider, provider.index)
      let size = dice.size()
      // The largest provider works everywhere, one of the median size in one municipality out of eighteen.
      let count = min(options.municipalities, 1 + options.municipalities * size / 1819)
      let first = dice.below(options.municipalities)
      for step in 0..<count {
        let municipality = (first + step) % options.municipalities
        shares.append((provider.index, municipality, max(1, size * dice.size() / count)))
      }
    }
    weight = shares.reduce(0) { $0 + $1.weight }
    let monthly = (options.lines + options.months - 1) / options.months
    var cells: [Cell] = []
    var slots = [Int](repeating: 0, count: options.municipalities)
    var before = 0
    for (index, share) in shares.enumerated() {
      let mostLines = Self.part(monthly, share.weight, of: weight) + 2
      let clients = min(TestNumbers.all.count, max(1, mostLines * 5 / 8))
      guard mostLines * 2 <= clients * CareProduct.catalogue.count else { throw .tooManyLinesPerProvider }
      var dice = Dice(options.seed, .cell, index)
      cells.append(
        Cell(
          index: index, provider: share.provider, municipality: share.municipality, before: before,
          weight: share.weight, mostLines: mostLines, clients: clients,
          firstClient: dice.below(TestNumbers.all.count), firstSlot: slots[share.municipality]))
      slots[share.municipality] += mostLines * 2
      before += share.weight
    }
    let mostMonths = options.months + Course.longest
    guard slots.allSatisfy({ $0 * mostMonths < Course.unknownAllocation }) else { throw .tooManyLinesPerProvider }
    self.cells = cells
    self.slots = slots
  }

  /// The number of the allocation that begins in a slot in a month, counted from the first; numbers rise with the months, as
  /// those of municipalities do.
  func allocationNumber(of cell: Cell, slot: Int, month: Int) -> AllocationNumber {
    AllocationNumber(
      UInt32(1 + (month + Course.longest) * slots[cell.municipality] + cell.firstSlot + slot))
  }

  /// The lines that a cell sends in a month, counted from 0. All cells and months together have the lines that were
  /// asked for.
  func lines(of cell: Cell, in month: Int) -> Int {
    let total = options.lines * (month + 1) / options.months - options.lines * month / options.months
    return Self.part(total, cell.before + cell.weight, of: weight) - Self.part(total, cell.before, of: weight)
  }

  private static func part(_ total: Int, _ share: Int, of weight: Int) -> Int {
    Int(Int128(total) * Int128(share) / Int128(weight))
  }

  private static func provider(_ index: Int, seed: UInt64) -> Provider {
    let hasLumpSum = index % 20 == 0
    let catalogue = CareProduct.catalogue + (hasLumpSum ? [.lumpSum] : [])
    return Provider(
      index: index, code: ProviderCode(String(99_200_000 + index))!, hasLumpSum: hasLumpSum, catalogue: catalogue,
      special: index % 7 == 3 ? CareProduct.catalogue[index % CareProduct.catalogue.count].product : nil)
  }

  /// The codes that an invented municipality can borrow, because a rule checks that they exist.
  static let municipalityCodes = NationalMunicipalities.currentCodes
}
