import SaldoDomain
import SaldoTestSupport
import Testing

@testable import SaldoRules

struct TR302Tests {
  /// What a message breaks with two products of these categories, codes and periods.
  private func broken(
    _ first: (ProductCategory?, ProductCode?, OpenPeriod), _ second: (ProductCategory?, ProductCode?, OpenPeriod),
    in domain: Domain = .jw
  ) -> [String] {
    SaldoRulesTests.broken(message([first, second]).following(Standard(domain: domain, release: .v3_2)))
  }

  /// A message with a product for each of these.
  private func message(_ products: [(ProductCategory?, ProductCode?, OpenPeriod)]) -> Message {
    let volume = AllocatedVolume(volume: 3, unit: .hour, frequency: .perMonth)
    return .allocation(
      .sample(
        products: products.enumerated().map { position, product in
          .sample(
            number: UInt32(1001 + position), category: product.0, code: product.1, validity: product.2,
            volume: product.1 == nil ? nil : volume, budget: product.0 == nil ? Euros(cents: 1) : nil)
        }))
  }

  private let home = ProductCategory(rawValue: "45")
  private let day = ProductCategory(rawValue: "41")
  private let spring = OpenPeriod("2025-04-01", "2025-06-30")
  private let summer = OpenPeriod("2025-07-01", "2025-12-31")
  private let lateSpring = OpenPeriod("2025-06-30", "2025-12-31")

  @Test func `one shared day is an overlap, the next day is not`() {
    #expect(broken((home, "45A48", spring), (home, "45A48", summer)) == [])
    #expect(broken((home, "45A48", spring), (home, "45A48", lateSpring)) == ["TR302 "])
    #expect(broken((home, "45A48", lateSpring), (home, "45A48", spring)) == ["TR302 "])
    #expect(broken((home, "45A48", spring), (home, "45A48", lateSpring), in: .wmo) == ["TR302 "])
  }

  @Test func `without an end it overlaps everything later`() {
    #expect(broken((home, "45A48", OpenPeriod("2025-07-01")), (home, "45A48", spring)) == [])
    #expect(broken((home, "45A48", OpenPeriod("2025-04-01")), (home, "45A48", summer)) == ["TR302 "])
  }

  @Test func `another code or category is another product`() {
    #expect(broken((home, "45A48", spring), (home, "45A53", spring)) == [])
    #expect(broken((home, "45A48", spring), (day, "45A48", spring)) == [])
    #expect(broken((home, nil, spring), (day, nil, spring)) == [])
  }

  @Test func `without a code the category is compared`() {
    #expect(broken((home, "45A48", spring), (home, nil, lateSpring)) == ["TR302 "])
    #expect(broken((home, nil, spring), (home, "45A48", lateSpring)) == ["TR302 "])
    #expect(broken((home, nil, spring), (home, nil, lateSpring)) == ["TR302 "])
    #expect(broken((home, nil, spring), (home, "45A48", summer)) == [])
    #expect(broken((home, nil, spring), (day, "41A03", spring)) == [])
  }

  @Test func `without a product it overlaps with any other`() {
    #expect(broken((nil, nil, spring), (home, "45A48", lateSpring)) == ["TR302 "])
    #expect(broken((home, nil, spring), (nil, nil, lateSpring)) == ["TR302 "])
    #expect(broken((nil, nil, spring), (nil, nil, lateSpring)) == ["TR302 "])
    #expect(broken((nil, nil, spring), (home, "45A48", summer)) == [])
  }

  @Test(arguments: ["11", "12", "13", "14"])
  func `aids may overlap in iWmo, with themselves and with what has no product`(category: String) {
    let aids = ProductCategory(rawValue: category)
    #expect(broken((aids, "X", spring), (aids, "X", lateSpring), in: .wmo) == [])
    #expect(broken((aids, nil, spring), (aids, "X", spring), in: .wmo) == [])
    #expect(broken((nil, nil, spring), (aids, "X", spring), in: .wmo) == [])
    #expect(broken((aids, "X", spring), (aids, "X", lateSpring), in: .jw) == ["TR302 "])
  }

  @Test(arguments: ["07", "10", "15"])
  func `other categories may not in iWmo`(category: String) {
    let other = ProductCategory(rawValue: category)
    #expect(broken((other, "X", spring), (other, "X", lateSpring), in: .wmo) == ["TR302 "])
  }

  @Test func `each product that begins in another is told, and which`() {
    let long = (home, "45A48" as ProductCode?, OpenPeriod("2025-04-01", "2025-12-31"))
    let products: [(ProductCategory?, ProductCode?, OpenPeriod)] = [
      (home, "45A48", OpenPeriod("2025-11-01", "2025-11-30")), (day, "41A03", spring), long,
      (home, "45A48", OpenPeriod("2025-05-01", "2025-05-31")),
    ]
    let findings = TR302SameProductDoesNotOverlap().findings(in: message(products))
    #expect(findings.map(\.place.path.last) == ["]", "]"])
    #expect(findings.map { $0.place.path.suffix(3) } == ["[1]", "[4]"])
    #expect(findings.map(\.facts["other"]) == [.number(3), .number(3)])
    #expect(findings.map(\.facts["begin"]) == [.date("2025-11-01"), .date("2025-05-01")])
  }

  @Test func `of two that end on the same day the one that began first is told`() {
    let products: [(ProductCategory?, ProductCode?, OpenPeriod)] = ["2025-04-01", "2025-04-02", "2025-04-03"].map {
      (home, "45A48", OpenPeriod($0, "2025-06-30"))
    }
    let findings = TR302SameProductDoesNotOverlap().findings(in: message(products))
    #expect(findings.map(\.facts["other"]) == [.number(1), .number(1)])
  }

  @Test func `a period that ends before it begins is for CS003`() {
    let backwards = OpenPeriod("2025-05-02", "2025-05-01")
    let codes = broken((home, "45A48", spring), (home, "45A48", backwards)).map { $0.prefix(5) }
    #expect(codes == ["CS003"])
  }

  /// What a 301 breaks with an allocation and one inside it with this reason and end, in a release.
  private func broken(_ reason: ChangeReason?, end: CalendarDate, in release: Release = .v3_2) -> [String] {
    let inside = AllocatedProduct.sample(
      number: 1002, validity: OpenPeriod("2025-03-01", end), changeReason: reason)
    return SaldoRulesTests.broken(.allocation(.sample(products: [.sample(), inside])).following(.iJw(release)))
  }

  @Test func `what is removed does not count`() {
    #expect(broken(.removed, end: "2025-03-01") == [])
    #expect(broken(.removed, end: "2025-03-02") == ["CS335 RedenWijziging", "TR302 "])
    #expect(broken(nil, end: "2025-03-01") == ["TR302 "])
    #expect(broken(ChangeReason(rawValue: "14"), end: "2025-03-01") == ["TR302 "])
  }

  @Test func `in release 3_0 reason 01 removed`() {
    #expect(broken(.administrativeCorrection, end: "2025-03-01", in: .v3_0) == [])
    #expect(broken(.administrativeCorrection, end: "2025-03-01") == ["CS336 RedenWijziging"])
    #expect(broken(.administrativeCorrection, end: "2025-03-02", in: .v3_0) == ["TR302 "])
  }

  @Test func `it finds what comparing every pair finds`() {
    var generator = SeededGenerator(seed: 302)
    for _ in 0..<300 {
      let products: [(ProductCategory?, ProductCode?, OpenPeriod)] = (0..<6).map { _ in
        let category = [nil, home, home, day].randomElement(using: &generator)!
        let code: ProductCode? = category == nil ? nil : [nil, "A", "B"].randomElement(using: &generator)!
        let begin = CalendarDate("2025-04-01").adding(days: .random(in: 0..<60, using: &generator))
        let end = Bool.random(using: &generator) ? begin.adding(days: .random(in: 0..<20, using: &generator)) : nil
        return (category, code, OpenPeriod(begin, Int.random(in: 0..<8, using: &generator) == 0 ? nil : end ?? begin))
      }
      let pairs = products.indices.contains { one in
        products.indices.contains { other in
          let (left, right) = (products[one], products[other])
          let isSame =
            left.0 == nil || right.0 == nil
            || left.0 == right.0 && (left.1 == nil || right.1 == nil || left.1 == right.1)
          return one != other && isSame && left.2.overlaps(right.2)
        }
      }
      #expect(TR302SameProductDoesNotOverlap().findings(in: message(products)).isEmpty == !pairs)
    }
  }
}
