public import SaldoDomain

/// A declared line with what the rules look up for it, found once per line and not once per rule.
public struct LineSubject: Sendable {
  /// The position of the line in the declaration.
  public let position: Int
  /// The line.
  public let line: DeliveryLine
  /// The header of the declaration.
  public let header: MessageHeader
  /// The period of the declaration.
  public let declarationPeriod: Period
  /// The client.
  public let bsn: Bsn
  /// Whether an earlier line of the same message has the same reference.
  public let repeatsReference: Bool
  /// The current version of the allocation that the line names, when it is this client's with this provider.
  public let allocation: KnownAllocation?
  /// The contract terms of the line, when the region is known and has them.
  public let terms: ContractTerms?
  /// Whether the contracts say on which terms the line is, none included. They do not when the terms depend on the first
  /// day of an allocation that is not known.
  public let termsAreKnown: Bool
  /// The care of the line as contracts and product rules look at it; nil when its allocation is not known.
  let care: ContractedCare?

  /// A line of a declaration in a context.
  public init(at position: Int, of message: DeclarationMessage, repeatsReference: Bool, in context: RuleContext) {
    self.position = position
    line = message.lines[position]
    header = message.header
    declarationPeriod = message.period
    bsn = message.clients[line.client].bsn
    self.repeatsReference = repeatsReference
    allocation = context.known?.allocation(
      ClientAllocation(line.allocation, of: bsn), with: message.header.provider)
    let start = allocation?.product.validity.begin
    (terms, termsAreKnown) = Self.terms(of: line, from: start, header, bsn, in: context)
    guard let start else {
      care = nil
      return
    }
    care = ContractedCare(
      provider: header.provider, municipality: header.municipality, bsn: bsn, agreement: terms?.agreement.key,
      allocation: line.allocation, grantor: allocation?.predecessor, start: start)
  }

  /// The terms of a line on an allocation that begins on a day; nil when the allocation is not known.
  private static func terms(
    of line: DeliveryLine, from start: CalendarDate?, _ header: MessageHeader, _ bsn: Bsn, in context: RuleContext
  ) -> (ContractTerms?, areKnown: Bool) {
    let (provider, municipality) = (header.provider, header.municipality)
    guard let catalogue = context.region?.catalogue,
      start != nil
        || !catalogue.dependsOnStart(
          line.product, unit: line.unit, provider: provider, municipality: municipality, delivery: line.period.begin,
          client: bsn)
    else { return (nil, false) }
    let terms = catalogue.terms(
      for: line.product, unit: line.unit, provider: provider, municipality: municipality, delivery: line.period.begin,
      start: start, client: bsn)
    return (terms, true)
  }

  /// Whether the allocation that the line names is known.
  var hasAllocation: Bool {
    // Comparing with nil would copy it.
    if case .some = allocation { true } else { false }
  }

  /// The allocation that the line names, for its client.
  var named: ClientAllocation { ClientAllocation(line.allocation, of: bsn) }

  /// The units in which the region contracted the product of the line for its provider, municipality and day.
  func contractedUnits(in region: RegionContracts) -> [CareUnit] {
    region.catalogue.units(
      of: line.product, provider: header.provider, municipality: header.municipality, delivery: line.period.begin,
      start: allocation?.product.validity.begin, client: bsn)
  }
}
