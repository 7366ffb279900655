import SaldoDomain
import SaldoTestLedger
import SaldoTestSupport

/// Two providers and three clients in each other's way, made by chance from a seed: the same allocations, references and
/// numbers again and again, at two municipalities and at one that went up in the first of them on 1 February 2026.
struct Crowd {
  /// What is special in the contracts.
  enum Contracts: CaseIterable {
    case nothing
    /// Four ceilings of clients, at two municipalities.
    case ceilings
    /// A spending space for each provider.
    case spending
    /// Arrangements in halves, of which the second waits, and one that replaces another.
    case arrangements
    /// Numbers are new over a municipality.
    case numbersByMunicipality
    /// Ceilings at a municipality that allocated nothing, so that the ledger does not know it at first.
    case unknownMunicipality
  }

  /// The municipality that went up in the first one.
  static let abolished = MunicipalityCode("0479")!

  let region: RegionSnapshot
  let allocations: [Message]
  let declarations: [Message]

  private static let products = [TestRegion.hours, TestRegion.months, TestRegion.cheapHours]

  init(_ contracts: Contracts, seed: UInt64, count: Int = 40) {
    region = Self.region(contracts)
    allocations = Self.allocations(contracts)
    var random = SeededGenerator(seed: seed)
    var earlier = [Earlier](repeating: Earlier(), count: TestRegion.providers.count)
    declarations = (0..<count).map { Self.declaration($0, after: &earlier, &random) }
  }

  private static func region(_ contracts: Contracts) -> RegionSnapshot {
    var region = TestRegion.snapshot()
    region.municipalities.append(
      Municipality(
        code: abolished, name: "Zaandam", validUntil: "2026-01-31", successor: TestRegion.municipalities[0]))
    switch contracts {
    case .nothing: region.clientCeilings = []
    case .ceilings, .unknownMunicipality: break
    case .spending:
      for index in region.agreements.indices { region.agreements[index].segment = "s" }
      region.ceilings.spendingSpaces = TestRegion.providers.map {
        SpendingSpace(provider: $0, segment: "s", domain: .jw, year: 2026, amount: Euros(cents: 300_000))
      }
    case .arrangements:
      region.agreements[1].model = .arrangement
      region.agreements[1].tariffDate = .start
      region.agreements[1].instalments = Agreement.Instalment.halves
      region.agreements[1].onReplacement = .setOff
      region.prices[1].basis = .total
      region.arrangements.replacements = [
        ArrangementReplacement(
          arrangement: ArrangementKey(
            municipality: TestRegion.municipalities[0], allocation: number(of: 1, client: 0)),
          replacedBy: number(of: 1, client: 9), from: "2026-02-01", reason: .new)
      ]
    case .numbersByMunicipality: region.settings.uniqueness = .municipality
    }
    return region
  }

  /// The number of the allocation of a product to a client, the same at each municipality.
  private static func number(of product: Int, client: Int) -> AllocationNumber {
    AllocationNumber(UInt32(1000 + 10 * product + client))
  }

  private static func allocations(_ contracts: Contracts) -> [Message] {
    var messages: [Message] = []
    // What was allocated by the abolished one only is inherited.
    for (municipality, products) in [(0, [0, 1]), (1, [0, 1, 2]), (2, [0, 2])] {
      if municipality == 1, contracts == .unknownMunicipality { continue }
      for product in products {
        for client in municipality == 0 && product == 1 ? [0, 1, 2, 9] : [0, 1, 2] {
          guard
            case .allocation(var message) = TestMessages.allocation(
              number(of: product, client: client).number, provider: (client + product) % 2,
              municipality: min(municipality, 1), client: client % 9, Self.products[product])
          else { continue }
          if municipality == 2 { message.header.municipality = abolished }
          if contracts == .arrangements, product == 1 {
            message.products[0].volume = AllocatedVolume(volume: 25_000, unit: .euro, frequency: .total)
          }
          messages.append(.allocation(message))
        }
      }
    }
    return messages
  }

  /// What a provider declared before.
  private struct Earlier {
    var numbers: [ExactText] = []
    var identifications: [ExactText] = []
    var debits: [DeliveryLine] = []
  }

  /// A new text, or now and then one of the last few.
  private static func text(
    _ letter: String, _ number: Int, or earlier: [ExactText], _ random: inout SeededGenerator
  ) -> ExactText {
    guard let used = earlier.suffix(4).randomElement(using: &random), Int.random(in: 0...5, using: &random) == 0 else {
      return ExactText("\(letter)\(number)")
    }
    return used
  }

  /// A declaration of one or two clients with one or two lines each; three a day.
  private static func declaration(
    _ position: Int, after earlier: inout [Earlier], _ random: inout SeededGenerator
  ) -> Message {
    let provider = Int.random(in: 0...1, using: &random)
    let clients = [0, 1, 2].shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)).sorted()
    var lines: [DeliveryLine] = []
    for (place, client) in clients.enumerated() {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let reference = text("R", 10 * position + lines.count, or: earlier[provider].debits.map(\.reference), &random)
        lines.append(line(reference, of: client, at: place, by: provider, earlier[provider].debits, &random))
      }
    }
    let number = text("D", position, or: earlier[provider].numbers, &random)
    let identification = text("B", position, or: earlier[provider].identifications, &random)
    earlier[provider].debits += lines.filter { !$0.isCredit }
    earlier[provider].numbers.append(number)
    earlier[provider].identifications.append(identification)
    let message = TestMessages.declaration(
      number, provider: provider,
      municipality: Int.random(in: 0...1, using: &random), month: "2026-03",
      date: TestRegion.day("2026-04-01").adding(days: position / 3).iso, clients: clients, lines: lines)
    guard case .declaration(var declaration) = message else { return message }
    declaration.header.identification = identification
    if Int.random(in: 0...3, using: &random) == 0 { declaration.header.municipality = abolished }
    return .declaration(declaration)
  }

  /// A debit, or the credit of an earlier line.
  private static func line(
    _ reference: ExactText, of client: Int, at place: Int, by provider: Int, _ earlier: [DeliveryLine],
    _ random: inout SeededGenerator
  ) -> DeliveryLine {
    // The last digit of a number says the client.
    let own = earlier.filter { Int($0.allocation.number) % 10 % 9 == client }
    if let debit = own.randomElement(using: &random), Int.random(in: 0...3, using: &random) == 0 {
      var credit = TestMessages.credit(debit, as: reference)
      credit.client = place
      return credit
    }
    // Mostly what the provider has an allocation for.
    var product = Int.random(in: 0...2, using: &random)
    if (client + product) % 2 != provider, Int.random(in: 0...3, using: &random) > 0 { product = (product + 1) % 3 }
    let isReplacing = product == 1 && client == 0 && Bool.random(using: &random)
    let allocation = number(of: product, client: isReplacing ? 9 : client).number
    let month = "2026-0\(Int.random(in: 1...3, using: &random))"
    if product == 1 {
      let cents = Bool.random(using: &random) ? 25_000 : 12_500 as Int64
      return TestMessages.line(reference, on: allocation, products[1], month: month, cents: cents, client: place)
    }
    let hours = Int64.random(in: 1...8, using: &random)
    return TestMessages.line(
      reference, on: allocation, products[product], month: month, hours: hours,
      cents: hours * (product == 0 ? 8000 : 4000),
      client: place)
  }
}
