public import SaldoDomain

/// A declared line with what the rules look up for it, found once per line and not once per rule.
public struct LineSubject: Sendable {
  /// The position of the line in the declaration.
  public let position: Int
  /// The line.
  public let line: DeliveryLine
  /// The header of the declaration.
  public var header: MessageHeader { head.header }
  /// The period of the declaration.
  public var declarationPeriod: Period { head.period }
  private let head: Head
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

  /// What the lines of a declaration share.
  final class Head: Sendable {
    fileprivate let header: MessageHeader
    fileprivate let period: Period

    /// That of the lines of a declaration.
    init(of message: DeclarationMessage) {
      header = message.header
      period = message.period
    }
  }

  /// A line of a declaration in a context.
  public init(at position: Int, of message: DeclarationMessage, repeatsReference: Bool, in context: RuleContext) {
    self.init(
      at: position, of: message, under: Head(of: message), repeatsReference: repeatsReference, in: context)
  }

  /// A line of a declaration in a context, under the head that all its lines share.
  init(
    at position: Int, of message: DeclarationMessage, under head: Head, repeatsReference: Bool, in context: RuleContext
  ) {
    self.position = position
    self.head = head
    line = message.lines[position]
    bsn = message.clients[line.client].bsn
    self.repeatsReference = repeatsReference
    allocation = context.history.allocation(
      ClientAllocation(line.allocation, of: bsn), with: head.header.provider)
    (terms, termsAreKnown) = Self.terms(
      of: line, from: allocation?.product.validity.begin, head.header.provider, head.header.municipality, bsn,
      in: context)
  }

  /// The terms of a line on an allocation that begins on a day; nil when the allocation is not known.
  private static func terms(
    of line: DeliveryLine, from start: CalendarDate?, _ provider: ProviderCode, _ municipality: MunicipalityCode,
    _ bsn: Bsn, in context: RuleContext
  ) -> (ContractTerms?, areKnown: Bool) {
    guard let catalogue = context.catalogue,
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

  /// The care of the line as contracts and product rules look at it; nil when its allocation is not known.
  var care: ContractedCare? {
    guard let start = allocation?.product.validity.begin else { return nil }
    return ContractedCare(
      provider: header.provider, municipality: header.municipality, bsn: bsn, agreement: terms?.agreement.key,
      allocation: line.allocation, grantor: allocation?.predecessor, start: start)
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
