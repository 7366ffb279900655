public import SaldoDomain

/// What old products became, and which ones nobody mapped (omzettabel).
///
/// Old lines keep their own prices; the map is for reports that compare years. Source: Documentation/Funding.md.
public struct MigrationMap: Sendable {
  private let new: [Product: Product]

  /// A map of these rows; each old product has one row.
  public init(_ rows: [ProductMigration]) {
    new = Dictionary(rows.map { ($0.old, $0.new) }) { first, _ in first }
  }

  /// The product that an old one became; nil when it is not mapped.
  public subscript(old: Product) -> Product? { new[old] }

  /// What became of products that occur.
  public struct Report: Hashable, Sendable {
    /// The new product of each mapped one, with how often it occurs; by old product.
    public let mapped: [Entry]
    /// The products that nobody mapped, with how often they occur; by product.
    public let unmapped: [Entry]

    /// A product that occurs.
    public struct Entry: Hashable, Sendable {
      /// The product.
      public let old: Product
      /// What it became; nil when nobody mapped it.
      public let new: Product?
      /// How often it occurs.
      public let count: Int
    }
  }

  /// What became of the products of lines; each may occur more than once.
  public func report(on products: some Sequence<Product>) -> Report {
    let counts = Dictionary(products.map { ($0, 1) }, uniquingKeysWith: +)
    let entries = counts.sorted { $0.key < $1.key }.map { Report.Entry(old: $0.key, new: new[$0.key], count: $0.value) }
    return Report(mapped: entries.filter { $0.new != nil }, unmapped: entries.filter { $0.new == nil })
  }
}
