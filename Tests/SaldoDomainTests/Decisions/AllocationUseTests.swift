import SaldoDomain
import SaldoTestSupport
import Testing

struct AllocationUseTests {
  private let other = Product(category: Sample.product.category, code: "45A53")

  @Test func `debits add and credits subtract, by unit and by product`() {
    var use = AllocationUse()
    let hours = DeliveryLine.sample(volume: 10, amount: .debit(4000))
    let minutes = DeliveryLine.sample(reference: "R2", product: other, volume: 90, unit: .minute, amount: .debit(600))
    use.add(hours)
    use.add(minutes)
    #expect(use.volume(in: .hour) == 10)
    #expect(use.volume(in: .minute) == 690)
    #expect(use.amount == Euros(cents: 4600))
    #expect(use.amount(of: Sample.product) == Euros(cents: 4000))
    #expect(use.amount(of: other) == Euros(cents: 600))
    #expect(use.has(.minute) && use.has(.hour) && !use.has(.daypart))
    use.add(minutes.credited(as: "C2"))
    #expect(use.volume(in: .minute) == 600)
    #expect(use.amount == Euros(cents: 4000))
    #expect(!use.has(.minute))
  }

  @Test func `only hours and minutes are converted`() {
    var use = AllocationUse()
    for unit in CareUnit.allCases { use.add(1, unit, amount: .zero, of: Sample.product) }
    for unit in CareUnit.allCases { #expect(use.volume(in: unit) == (unit == .minute ? 61 : 1)) }
  }

  @Test func `sums of many lines are one addition`() {
    var use = AllocationUse()
    use.add(120, .hour, amount: Euros(cents: 48_000), of: Sample.product)
    use.add(.sample(volume: 3, amount: .debit(1200)))
    #expect(use.volume(in: .hour) == 123)
    #expect(use.amount == Euros(cents: 49_200))
  }
}
