import SaldoDomain

// Where the products of a message stand. The paths are those of the standard's schemas.

extension AllocationMessage {
  /// The place of an allocated product.
  static func place(ofProduct position: Int, _ product: AllocatedProduct) -> ClassPlace {
    ClassPlace("/Bericht/Client/ToegewezenProducten/ToegewezenProduct", position, sourceLine: product.sourceLine)
  }
}

extension StartMessage {
  /// The place of a started product.
  static func place(ofProduct position: Int, _ product: StartedProduct) -> ClassPlace {
    ClassPlace("/Bericht/Client/StartProducten/StartProduct", position, sourceLine: product.sourceLine)
  }
}

extension StopMessage {
  /// The place of a stopped product.
  static func place(ofProduct position: Int, _ product: StoppedProduct) -> ClassPlace {
    ClassPlace("/Bericht/Client/StopProducten/StopProduct", position, sourceLine: product.start.sourceLine)
  }
}

extension AllocationRequestMessage {
  /// The place of a requested product.
  static func place(ofProduct position: Int, _ product: RequestedProduct) -> ClassPlace {
    ClassPlace("/Bericht/Client/AangevraagdeProducten/AangevraagdProduct", position, sourceLine: product.sourceLine)
  }
}

extension ChangeRequestMessage {
  /// The place of the request itself.
  var requestPlace: ClassPlace { ClassPlace("/Bericht/Client/Verzoek", sourceLine: sourceLine) }

  /// The place of a product that stays as it is.
  static func place(ofUnchanged position: Int, _ product: UnchangedProduct) -> ClassPlace {
    ClassPlace(
      "/Bericht/Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct", position, sourceLine: product.sourceLine)
  }

  /// The place of a product that should change.
  static func place(ofChanged position: Int, _ product: ChangedProduct) -> ClassPlace {
    ClassPlace(
      "/Bericht/Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct", position, sourceLine: product.sourceLine)
  }

  /// The place of a product that should be added.
  static func place(ofNew position: Int, _ product: NewProduct) -> ClassPlace {
    ClassPlace("/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct", position, sourceLine: product.sourceLine)
  }
}

extension RequestAnswerMessage {
  /// The place of the answer.
  var answerPlace: ClassPlace { ClassPlace("/Bericht/Antwoord", sourceLine: sourceLine) }
}
