/// What an allocated product gives a right to (versie van een toewijzing).
///
/// It leaves out what only matters in the message that brought it: the moment of decision, the reference of a request, the
/// comment and where it stood. A declaration names thousands of allocations, so that what is kept of each is kept small.
public struct AllocationVersion: Hashable, Sendable {
  /// The number, unique per municipality and domain.
  public var number: AllocationNumber
  /// From when up to when care may be delivered.
  public var validity: OpenPeriod
  /// The category; nil on a generic allocation.
  public var category: ProductCategory?
  /// The code; nil on an aspecific or generic allocation.
  public var code: ProductCode?
  /// Why the allocation was changed.
  public var changeReason: ChangeReason?
  /// How much may be delivered.
  public var volume: AllocatedVolume?
  /// How much money may be spent.
  public var budget: Euros?

  /// A version with these values.
  public init(
    number: AllocationNumber, validity: OpenPeriod, category: ProductCategory?, code: ProductCode?,
    changeReason: ChangeReason?, volume: AllocatedVolume?, budget: Euros?
  ) {
    self.number = number
    self.validity = validity
    self.category = category
    self.code = code
    self.changeReason = changeReason
    self.volume = volume
    self.budget = budget
  }

  /// What a product of an allocation message gives a right to.
  public init(_ product: AllocatedProduct) {
    self.init(
      number: product.number, validity: product.validity, category: product.category, code: product.code,
      changeReason: product.changeReason, volume: product.volume, budget: product.budget)
  }
}
