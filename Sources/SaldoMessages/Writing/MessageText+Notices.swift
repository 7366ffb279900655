internal import SaldoDomain

extension MessageText {
  /// Writes a start of delivery (Standard: `Client` of 305 and 306).
  mutating func start(_ message: StartMessage) {
    element(.client) { text in
      text.person(message.client)
      text.element(.startProducten) { text in
        for (position, product) in message.products.enumerated() {
          text.element(.startProduct) { text in
            text.begin(product)
            text.leaf(.statusAanlevering, product.status.rawValue)
            text.codes(of: .product(position))
          }
        }
      }
      text.codes(of: .client)
    }
  }

  /// Writes a stop of delivery (Standard: `Client` of 307 and 308).
  mutating func stop(_ message: StopMessage) {
    element(.client) { text in
      text.person(message.client)
      text.element(.stopProducten) { text in
        for (position, product) in message.products.enumerated() {
          text.element(.stopProduct) { text in
            text.begin(product.start)
            text.leaf(.redenBeeindiging, product.reason.rawValue)
            text.leaf(.einddatum, product.end.iso)
            text.leaf(.statusAanlevering, product.start.status.rawValue)
            text.codes(of: .product(position))
          }
        }
      }
      text.codes(of: .client)
    }
  }

  private mutating func begin(_ product: StartedProduct) {
    leaf(.toewijzingNummer, product.allocation?.description)
    self.product(product.category, product.code)
    leaf(.toewijzingIngangsdatum, product.allocationBegin?.iso)
    leaf(.begindatum, product.begin.iso)
  }
}
