import SaldoDomain

/// The rule that one product has no overlapping periods in a message, which has a code of its own in each message:
/// TR302 (301), TR386 (315) and TR410 (317, new products only).
///
/// Products are the same when category and code are; one without a code is the same as every other of its category, and
/// one without a product the same as everything. What is removed does not count. In iWmo categories 11 up to and
/// including 14, such as aids, may overlap with themselves and with anything that has no product.
protocol SameProductDoesNotOverlapRule: FormRule {}

extension SameProductDoesNotOverlapRule {
  /// What the rule is in one kind of message.
  static func sameProductDoesNotOverlap(_ code: RuleCode, _ kind: MessageKind) -> RuleMetadata {
    RuleMetadata(
      form: code, kinds: [kind],
      title: Bilingual(
        nl: "Hetzelfde product staat alleen in perioden die elkaar niet overlappen.",
        en: "The same product occurs only in periods that do not overlap."),
      sentence: Bilingual(
        nl: "De periode vanaf {begin} overlapt met die van product {other} van dit bericht; verwacht is geen overlap.",
        en: "The period from {begin} overlaps that of product {other} of this message; no overlap is expected."),
      hint: Bilingual(
        nl: "Laat de perioden op elkaar aansluiten zonder overlap, of voeg de producten samen.",
        en: "Let the periods join without overlap, or combine the products."),
      facts: ["begin", "other"])
  }

  /// Reports each product whose first day lies in the period of another that began before it, or on the same day.
  ///
  /// Products are visited by first day, so that comparing with the one that ends last is enough. A period that ends
  /// before it begins holds no day; CS003 tells it.
  func judge(_ message: Message, report: (Finding.Place, Facts) -> Void) {
    let products = message.careTerms.filter(\.namesProduct)
    guard products.count > 1 else { return }
    let compared = products.indices.filter { Self.compares(products[$0], in: message.header.standard.domain) }
    var last: [Scope: Int] = [:]
    var overlaps: [(position: Int, other: Int)] = []
    for position in compared.sorted(by: { (products[$0].validity.begin, $0) < (products[$1].validity.begin, $1) }) {
      let terms = products[position]
      let others = Scope.same(as: terms).compactMap { last[$0] }
      if let other = others.first(where: { products[$0].lastDay >= terms.validity.begin }) {
        overlaps.append((position, other))
      }
      for scope in Scope.holding(terms) where last[scope].map({ products[$0].lastDay < terms.lastDay }) ?? true {
        last[scope] = position
      }
    }
    for (position, other) in overlaps.sorted(by: { $0.position < $1.position }) {
      let terms = products[position]
      report(terms.place.place, ["begin": .date(terms.validity.begin), "other": .number(Int64(other + 1))])
    }
  }

  private static func compares(_ terms: CareTerms, in domain: Domain) -> Bool {
    guard !terms.isRemoved, terms.lastDay >= terms.validity.begin else { return false }
    guard domain == .wmo, let category = terms.category else { return true }
    return !["11", "12", "13", "14"].contains(category.rawValue)
  }
}

/// A group of products: those with a product and code, those with a category, all.
private enum Scope: Hashable {
  case all
  case generic
  case category(ProductCategory)
  case withoutCode(ProductCategory)
  case product(Product)

  /// The groups to which a product belongs.
  static func holding(_ terms: CareTerms) -> [Scope] {
    switch (terms.category, terms.code) {
    case (let category?, let code?): [.all, .category(category), .product(Product(category: category, code: code))]
    case (let category?, nil): [.all, .category(category), .withoutCode(category)]
    case (nil, _): [.all, .generic]
    }
  }

  /// The groups of products that are the same as a product.
  static func same(as terms: CareTerms) -> [Scope] {
    switch (terms.category, terms.code) {
    case (let category?, let code?):
      [.product(Product(category: category, code: code)), .withoutCode(category), .generic]
    case (let category?, nil): [.category(category), .generic]
    case (nil, _): [.all]
    }
  }
}

extension CareTerms {
  /// The last day; without an end the last day that there is.
  fileprivate var lastDay: CalendarDate { validity.end ?? CalendarDate(daysSince1970: .max) }
}
