/// A product category of two digits (productcategorie). Source: iStandaarden 3.2, code lists JZ020 and WMO020.
public struct ProductCategory: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The code, for instance `45`.
  public let rawValue: String

  /// The category with this code.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The category as the code list writes it.
  public var description: String { rawValue }

  /// The legal domain whose list has the category; nil for no category of either. The lists share no code.
  public var domain: Domain? {
    guard rawValue.utf8.count == 2, rawValue.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(rawValue)
    else { return nil }
    switch number {
    case 1...18: return .wmo
    case 31...38, 40...55: return .jw
    default: return nil
    }
  }

  /// Orders by bytes.
  public static func < (lhs: ProductCategory, rhs: ProductCategory) -> Bool {
    ExactText(lhs.rawValue) < ExactText(rhs.rawValue)
  }
}

/// A product code of at most five characters (productcode); the lists are national or local.
///
/// Source: iStandaarden 3.2, `LDT_ProductCode`.
public typealias ProductCode = ExactText

/// A category with a code (product), as a contract and a declared line name it.
public struct Product: Hashable, Comparable, Sendable, Codable {
  /// The category, for instance `45`.
  public let category: ProductCategory
  /// The code within the category, for instance `45A48`.
  public let code: ProductCode

  /// The product with this category and code.
  public init(category: ProductCategory, code: ProductCode) {
    self.category = category
    self.code = code
  }

  /// Hashes the code alone, which tells nearly all products apart: each line is looked up by its product.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// Orders by category, then by code.
  public static func < (lhs: Product, rhs: Product) -> Bool {
    lhs.category != rhs.category ? lhs.category < rhs.category : lhs.code < rhs.code
  }
}
