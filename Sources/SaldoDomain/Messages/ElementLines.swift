/// A class of a message that knows where it and its elements stood in the file.
public protocol Located {
  /// The elements that a finding can point at.
  associatedtype Element: RawRepresentable<Int> & Hashable & Sendable
  /// The line of the class in the file, 1-based; of a client it is that of `Bsn`.
  var sourceLine: Int32 { get }
  /// How far below ``sourceLine`` the elements stood.
  var offsets: LineOffsets<Element> { get }
}

extension Located {
  /// The line of an element; the line of the class when the class has no such element.
  public func line(of element: Element) -> Int32 { sourceLine + offsets[element] }
}

/// How many lines below their class its elements stood: one byte for each, at most sixteen elements.
public struct LineOffsets<Element: RawRepresentable<Int> & Hashable & Sendable>: Hashable, Sendable {
  private var offsets = SIMD16<UInt8>()

  /// Every element at the line of its class.
  public init() {}

  /// How far below its class an element stood; more than 255 lines count as 255.
  public subscript(element: Element) -> Int32 {
    get { Int32(offsets[element.rawValue]) }
    set { offsets[element.rawValue] = UInt8(clamping: newValue) }
  }
}

/// An element of a product class that a finding can point at (Standard: `ToegewezenProduct`, `StartProduct`,
/// `StopProduct`, `AangevraagdProduct`, `TeWijzigenProduct`, `NieuwProduct`).
public enum CareElement: Int, CaseIterable, Sendable {
  /// Standard: `ToewijzingNummer`.
  case allocation
  /// Standard: `ReferentieAanbieder`.
  case providerReference
  /// Standard: `Product`.
  case product
  /// Standard: `Product/Code`.
  case code
  /// Standard: `BeschikkingNummer`.
  case decisionNumber
  /// Standard: `BeschikkingIngangsdatum`.
  case decisionBegin
  /// Standard: `Toewijzingsdatum`.
  case decidedOn
  /// Standard: `ToewijzingIngangsdatum` of 305 and 307.
  case allocationBegin
  /// Standard: `Ingangsdatum`, `Begindatum`, `GewensteIngangsdatum`; `ToewijzingIngangsdatum` of 315.
  case begin
  /// Standard: `Einddatum`; `ToewijzingEinddatum` of 315.
  case end
  /// Standard: `RedenWijziging`, `RedenBeeindiging`.
  case reason
  /// Standard: `Omvang`.
  case volume
  /// Standard: `Budget`.
  case budget
  /// Standard: `Verwijzer/Naam`.
  case referrerName
  /// Standard: `Verwijzer/ZorgverlenerCode`.
  case referrerCode
  /// Standard: `StatusAanlevering`.
  case status
}

/// An element of a client or a relation that a finding can point at (Standard: `Client`, `Relatie`).
public enum PersonElement: Int, CaseIterable, Sendable {
  /// Standard: `Geboortedatum/Datum`.
  case birthDate
  /// Standard: `Geboortedatum/DatumGebruik`.
  case birthDateUse
  /// Standard: `Naam`.
  case name
  /// Standard: `Naam/NaamGebruik`.
  case nameUse
  /// Standard: `Communicatie`.
  case communication
  /// Standard: `Communicatie/Taal`.
  case language
}

/// An element of a contact that a finding can point at (Standard: `Contact`).
public enum ContactElement: Int, CaseIterable, Sendable {
  /// Standard: `Adres`.
  case address
  /// Standard: `Adres/Huis`.
  case house
  /// Standard: `Adres/Postcode`.
  case postalCode
  /// Standard: `Adres/LandCode`.
  case country
  /// Standard: `Periode`.
  case period
  /// Standard: `Periode/Begindatum`.
  case periodBegin
  /// Standard: `Periode/Einddatum`.
  case periodEnd
}

/// An element of a request for a change that a finding can point at (Standard: `Verzoek`).
public enum ChangeRequestElement: Int, CaseIterable, Sendable {
  /// Standard: `Verzoek`.
  case request
  /// Standard: `Verzoek/ReferentieAanbieder`.
  case providerReference
  /// Standard: `Verzoek/RedenVerzoek`.
  case reason
}

/// An element of the answer to a request that a finding can point at (Standard: `Antwoord`).
public enum RequestAnswerElement: Int, CaseIterable, Sendable {
  /// Standard: `ReferentieAanbieder`.
  case providerReference
  /// Standard: `VerzoekAntwoord`.
  case answer
  /// Standard: `RedenAfwijzingVerzoek`.
  case rejectionReason
  /// Standard: `Woonplaatsbeginsel`.
  case residence
}
