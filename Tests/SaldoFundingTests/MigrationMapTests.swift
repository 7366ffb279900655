import SaldoDomain
import SaldoFunding
import Testing

struct MigrationMapTests {
  static func product(_ category: String, _ code: String) -> Product {
    Product(category: ProductCategory(rawValue: category), code: ProductCode(code))
  }

  @Test func `GA-9: old products are mapped, those that nobody mapped are listed`() {
    let (old, other, gone) = (Self.product("45", "45A04"), Self.product("45", "45A05"), Self.product("46", "46A01"))
    let new = Self.product("45", "45K01")
    let map = MigrationMap([ProductMigration(old: old, new: new), ProductMigration(old: other, new: new)])
    #expect(map[old] == new)
    #expect(map[gone] == nil)
    let report = map.report(on: [gone, other, old, other, gone, gone])
    #expect(report.mapped.map(\.old) == [old, other])
    #expect(report.mapped.map(\.new) == [new, new])
    #expect(report.mapped.map(\.count) == [1, 2])
    #expect(report.unmapped.map(\.old) == [gone])
    #expect(report.unmapped.map(\.new) == [nil])
    #expect(report.unmapped.map(\.count) == [3])
  }
}
