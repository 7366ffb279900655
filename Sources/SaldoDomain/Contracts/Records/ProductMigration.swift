/// The product that an old one became when codes changed (omzetting van productcodes).
///
/// A row of `product_migrations.csv`. Source: Documentation/Funding.md.
public struct ProductMigration: Hashable, Sendable, Codable {
  /// The old product.
  public var old: Product
  /// The new product.
  public var new: Product

  /// A change of product.
  public init(old: Product, new: Product) {
    self.old = old
    self.new = new
  }
}
