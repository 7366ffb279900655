/// A provider's request for an allocation (verzoek om toewijzing, 315).
public struct AllocationRequestMessage: Hashable, Sendable {
  /// The header.
  public var header: MessageHeader
  /// The client (Standard: `Client`).
  public var client: RequestClient
  /// What is asked for, in message order; never empty (Standard: `AangevraagdeProducten/AangevraagdProduct`).
  public var products: [RequestedProduct]

  /// A message with these values.
  public init(header: MessageHeader, client: RequestClient, products: [RequestedProduct]) {
    self.header = header
    self.client = client
    self.products = products
  }
}

/// The client of a request for an allocation (Standard: `Client` of 315).
public struct RequestClient: Hashable, Sendable {
  /// Who it is (Standard: `Bsn`, `Geboortedatum`, `Geslacht`, `Naam`).
  public var person: NoticeClient
  /// Whether the holder of parental authority is known, code list COD260; only in iJw (Standard: `GezagsdragerBekend`).
  public var guardianIsKnown: String?
  /// Free text (Standard: `Commentaar`).
  public var comment: String?

  /// A client with these values.
  public init(person: NoticeClient, guardianIsKnown: String? = nil, comment: String? = nil) {
    self.person = person
    self.guardianIsKnown = guardianIsKnown
    self.comment = comment
  }
}

/// One product that a provider asks for (Standard: `AangevraagdProduct`).
public struct RequestedProduct: Located, Hashable, Sendable {
  /// The provider's reference, unique per provider and domain (Standard: `ReferentieAanbieder`; TR347).
  public var providerReference: ExactText
  /// The number of the decision (Standard: `BeschikkingNummer`).
  public var decisionNumber: UInt32?
  /// The category; nil on a generic request (Standard: `Product/Categorie`).
  public var category: ProductCategory?
  /// The code (Standard: `Product/Code`).
  public var code: ProductCode?
  /// The first day of the decision (Standard: `BeschikkingIngangsdatum`).
  public var decisionBegin: CalendarDate?
  /// The wished validity of the allocation (Standard: `ToewijzingIngangsdatum`, `ToewijzingEinddatum`).
  public var validity: OpenPeriod
  /// How much is asked for (Standard: `Omvang`).
  public var volume: AllocatedVolume?
  /// How much money is asked for (Standard: `Budget`).
  public var budget: Euros?
  /// Who referred the client (Standard: `Verwijzer`).
  public var referrer: Referrer
  /// Whether there is a framework contract, code list COD260 (Standard: `Raamcontract`).
  public var frameworkContract: String?
  /// Free text (Standard: `Commentaar`).
  public var comment: String?
  /// The line of `AangevraagdProduct` in the file, 1-based.
  public var sourceLine: Int32
  /// Where its elements stood in the file.
  public var offsets = LineOffsets<CareElement>()

  /// A requested product with these values.
  public init(
    providerReference: ExactText, decisionNumber: UInt32? = nil, category: ProductCategory?, code: ProductCode?,
    decisionBegin: CalendarDate? = nil, validity: OpenPeriod, volume: AllocatedVolume? = nil, budget: Euros? = nil,
    referrer: Referrer, frameworkContract: String? = nil, comment: String? = nil, sourceLine: Int32 = 0
  ) {
    self.providerReference = providerReference
    self.decisionNumber = decisionNumber
    self.category = category
    self.code = code
    self.decisionBegin = decisionBegin
    self.validity = validity
    self.volume = volume
    self.budget = budget
    self.referrer = referrer
    self.frameworkContract = frameworkContract
    self.comment = comment
    self.sourceLine = sourceLine
  }
}

/// Who referred a client to the provider (verwijzer). Standard: `CDT_Verwijzer`.
public struct Referrer: Hashable, Sendable {
  /// The kind of referrer, code list of `LDT_TypeVerwijzer` (Standard: `Type`).
  public var kind: String
  /// The name (Standard: `Naam`).
  public var name: String?
  /// The AGB code (Standard: `ZorgverlenerCode`).
  public var code: ProviderCode?

  /// A referrer with these values.
  public init(kind: String, name: String? = nil, code: ProviderCode? = nil) {
    self.kind = kind
    self.name = name
    self.code = code
  }
}
