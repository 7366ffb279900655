internal import SaldoDomain

extension MessageText {
  /// Writes a request for an allocation (Standard: `Client` of 315 and 316).
  mutating func allocationRequest(_ message: AllocationRequestMessage) {
    let client = message.client
    element(.client) { text in
      text.person(client.person)
      text.leaf(.gezagsdragerBekend, client.guardianIsKnown)
      text.leaf(.commentaar, client.comment)
      text.element(.aangevraagdeProducten) { text in
        for (position, product) in message.products.enumerated() { text.requestedProduct(product, position) }
      }
      text.codes(of: .client)
    }
  }

  private mutating func requestedProduct(_ product: RequestedProduct, _ position: Int) {
    element(.aangevraagdProduct) { text in
      text.leaf(.referentieAanbieder, product.providerReference.string)
      text.leaf(.beschikkingNummer, product.decisionNumber.map { String($0) })
      text.product(product.category, product.code)
      text.leaf(.beschikkingIngangsdatum, product.decisionBegin?.iso)
      text.leaf(.toewijzingIngangsdatum, product.validity.begin.iso)
      text.leaf(.toewijzingEinddatum, product.validity.end?.iso)
      text.volume(product.volume, budget: product.budget)
      text.element(.verwijzer) { text in
        text.part(.type, product.referrer.kind)
        text.part(.naam, product.referrer.name)
        text.part(.zorgverlenerCode, product.referrer.code?.description)
      }
      text.leaf(.raamcontract, product.frameworkContract)
      text.leaf(.commentaar, product.comment)
      text.codes(of: .product(position))
    }
  }

  /// Writes a request for a change (Standard: `Client` of 317 and 318).
  mutating func changeRequest(_ message: ChangeRequestMessage) {
    element(.client) { text in
      text.leaf(.bsn, message.bsn.digits)
      text.element(.verzoek) { text in
        text.leaf(.referentieAanbieder, message.providerReference.string)
        text.leaf(.redenVerzoek, message.reason)
        text.list(.ongewijzigdeProducten, .ongewijzigdProduct, message.unchanged) { text, product, position in
          text.leaf(.toewijzingNummer, product.allocation.description)
          text.codes(of: .unchangedProduct(position))
        }
        text.list(.teWijzigenProducten, .teWijzigenProduct, message.changed) { text, product, position in
          text.leaf(.toewijzingNummer, product.allocation.description)
          text.wish(product.validity, product.volume, product.budget)
          text.codes(of: .changedProduct(position))
        }
        text.list(.nieuweProducten, .nieuwProduct, message.new) { text, product, position in
          text.product(product.category, product.code)
          text.wish(product.validity, product.volume, product.budget)
          text.codes(of: .newProduct(position))
        }
        text.codes(of: .request)
      }
      text.codes(of: .client)
    }
  }

  /// Writes a class with products in it; nothing without products.
  private mutating func list<Product>(
    _ list: StandardElement, _ element: StandardElement, _ products: [Product],
    _ write: (inout MessageText, Product, Int) -> Void
  ) {
    guard !products.isEmpty else { return }
    self.element(list) { text in
      for (position, product) in products.enumerated() {
        text.element(element) { text in write(&text, product, position) }
      }
    }
  }

  private mutating func wish(_ validity: OpenPeriod, _ volume: AllocatedVolume?, _ budget: Euros?) {
    leaf(.gewensteIngangsdatum, validity.begin.iso)
    leaf(.einddatum, validity.end?.iso)
    self.volume(volume, budget: budget)
  }

  /// Writes the answer to a request (Standard: `Antwoord` of 319 and 320).
  mutating func requestAnswer(_ message: RequestAnswerMessage) {
    element(.antwoord) { text in
      text.leaf(.referentieAanbieder, message.providerReference.string)
      text.leaf(.verzoekAntwoord, message.answer.rawValue)
      text.leaf(.redenAfwijzingVerzoek, message.rejectionReason)
      if let residence = message.residence {
        text.element(.woonplaatsbeginsel) { text in
          text.leaf(.gemeente, residence.description)
          text.codes(of: .residence)
        }
      }
      text.codes(of: .answer)
    }
  }
}
