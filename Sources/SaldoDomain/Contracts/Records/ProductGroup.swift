/// A group of products that budgets and reports are kept for (productgroep): one product, or a whole category.
public struct ProductGroup: Hashable, Sendable, Codable {
  /// The name of the group.
  public var group: String
  /// The category.
  public var category: ProductCategory
  /// The code; nil for all codes of the category that have no row of their own.
  public var code: ProductCode?

  /// A product or category of a group.
  public init(group: String, category: ProductCategory, code: ProductCode? = nil) {
    self.group = group
    self.category = category
    self.code = code
  }
}

extension Sequence where Element == ProductGroup {
  /// The group of a product: that of its own row, else that of its category; nil when it has none.
  public func group(of product: Product) -> String? {
    let rows = filter { $0.category == product.category }
    return (rows.first { $0.code == product.code } ?? rows.first { $0.code == nil })?.group
  }
}
