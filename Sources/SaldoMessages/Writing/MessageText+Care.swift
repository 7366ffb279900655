internal import SaldoDomain

extension MessageText {
  /// Writes a product (Standard: `Product`), unless care is meant without one.
  mutating func product(_ category: ProductCategory?, _ code: ProductCode?) {
    guard category != nil || code != nil else { return }
    element(.product) { text in
      text.part(.categorie, category?.rawValue)
      text.part(.code, code?.string)
    }
  }

  /// Writes how much care is meant, in units or in money (Standard: `Omvang`, `Budget`).
  mutating func volume(_ volume: AllocatedVolume?, budget: Euros?) {
    if let volume {
      element(.omvang) { text in
        text.part(.volume, String(volume.volume))
        text.part(.eenheid, volume.unit.rawValue)
        text.part(.frequentie, volume.frequency.rawValue)
      }
    }
    leaf(.budget, budget.map { String($0.cents) })
  }

  /// Writes an amount with its side; `size` is the name of the amount within it.
  mutating func amount(_ element: StandardElement, _ size: StandardElement, _ amount: StatedAmount) {
    self.element(element) { text in
      text.part(size, String(amount.size.cents))
      text.part(.debetCredit, amount.side.rawValue)
    }
  }

  /// Writes a period with both ends.
  mutating func period(_ element: StandardElement, _ period: Period) {
    self.element(element) { text in
      text.part(.begindatum, period.begin.iso)
      text.part(.einddatum, period.end.iso)
    }
  }
}
