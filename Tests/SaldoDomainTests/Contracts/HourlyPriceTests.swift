import SaldoDomain
import Testing

struct HourlyPriceTests {
  // Vectors V20 to V21c: hourly price, minutes, shown tariff, amount.
  @Test(arguments: [
    [8730, 45, 146, 6548], [8724, 45, 145, 6543], [7000, 380, 117, 44_333], [9500, 97, 158, 15_358],
  ])
  func `published and own sums`(vector: [Int64]) {
    let price = HourlyPrice(Euros(cents: vector[0]))
    #expect(price.minuteTariff == Euros(cents: vector[2]))
    #expect(price.amount(forMinutes: vector[1]) == Euros(cents: vector[3]))
  }

  @Test func `what an hourly price can give agrees with trying every price`() {
    var wrong: [String] = []
    for tariff in [0, 1, 2, 7, 146] as [Int64] {
      for minutes in [0, 1, 2, 29, 30, 31, 45, 60, 61, 97, 380] as [Int64] {
        // Every hourly price that shows the tariff, by rounding as (price + 30) div 60.
        let prices = (0...9000 as ClosedRange<Int64>).filter { ($0 + 30) / 60 == tariff }
        let amounts = Set(prices.map { ($0 * minutes + 30) / 60 })
        for amount in max(0, tariff * minutes - 250)...(tariff * minutes + 250) {
          let canGive = HourlyPrice.canGive(
            Euros(cents: amount), forMinutes: minutes, minuteTariff: Euros(cents: tariff))
          if canGive != amounts.contains(amount) { wrong.append("\(tariff) × \(minutes) = \(amount)") }
        }
      }
    }
    #expect(wrong == [])
  }
}
