import SaldoDomain
import Testing

@testable import SaldoMessages

/// Every schema against facts that were written by hand from the message descriptions of iStandaarden 3.2.
struct SchemaFactsTests {
  /// The codes in the header (Standard: `BerichtCode`, Vektis COD002).
  static let codes: [(number: String, jw: String, wmo: String)] = [
    ("301", "436", "414"), ("302", "437", "415"), ("305", "438", "418"), ("306", "439", "419"),
    ("307", "440", "420"), ("308", "441", "421"), ("315", "446", "444"), ("316", "447", "445"),
    ("317", "486", "480"), ("318", "487", "481"), ("319", "488", "482"), ("320", "489", "483"),
    ("323", "490", "484"), ("325", "491", "485"),
  ]

  /// The classes below `Bericht` of each forward message, with their children in order: `?` may be left out, `+` is one
  /// or more, `-` is absent in iWmo and may be left out in iJw. An asterisk marks a class that gets return codes.
  static let classes: [String: [String: String]] = [
    "301": [
      "Bericht": "Header Client",
      "*Client":
        "Bsn Geboortedatum Geslacht Naam Communicatie? JuridischeStatus? WettelijkeVertegenwoordiging? Commentaar? "
        + "Relaties? Contactgegevens ToegewezenProducten",
      "Relaties": "Relatie+",
      "*Relatie": "Nummer Volgorde? Soort Geboortedatum? Geslacht? Naam Contact",
      "*Contact": "Soort Adres? Organisatie? Telefoon? Emailadres? Periode?",
      "Contactgegevens": "Contact+",
      "ToegewezenProducten": "ToegewezenProduct+",
      "*ToegewezenProduct":
        "ToewijzingNummer ReferentieAanbieder? Product? Toewijzingsdatum Toewijzingstijd Ingangsdatum Einddatum? "
        + "RedenWijziging? Omvang? Budget? Commentaar?",
    ],
    "305": [
      "Bericht": "Header Client",
      "*Client": "Bsn Geboortedatum Geslacht Naam StartProducten",
      "StartProducten": "StartProduct+",
      "*StartProduct": "ToewijzingNummer? Product? ToewijzingIngangsdatum? Begindatum StatusAanlevering",
    ],
    "307": [
      "Bericht": "Header Client",
      "*Client": "Bsn Geboortedatum Geslacht Naam StopProducten",
      "StopProducten": "StopProduct+",
      "*StopProduct":
        "ToewijzingNummer? Product? ToewijzingIngangsdatum? Begindatum RedenBeeindiging Einddatum StatusAanlevering",
    ],
    "315": [
      "Bericht": "Header Client",
      "*Client": "Bsn Geboortedatum Geslacht Naam GezagsdragerBekend- Commentaar? AangevraagdeProducten",
      "AangevraagdeProducten": "AangevraagdProduct+",
      "*AangevraagdProduct":
        "ReferentieAanbieder BeschikkingNummer? Product? BeschikkingIngangsdatum? ToewijzingIngangsdatum "
        + "ToewijzingEinddatum? Omvang? Budget? Verwijzer Raamcontract? Commentaar?",
    ],
    "317": [
      "Bericht": "Header Client",
      "*Client": "Bsn Verzoek",
      "*Verzoek": "ReferentieAanbieder RedenVerzoek OngewijzigdeProducten? TeWijzigenProducten? NieuweProducten?",
      "OngewijzigdeProducten": "OngewijzigdProduct+",
      "*OngewijzigdProduct": "ToewijzingNummer",
      "TeWijzigenProducten": "TeWijzigenProduct+",
      "*TeWijzigenProduct": "ToewijzingNummer GewensteIngangsdatum Einddatum? Omvang? Budget?",
      "NieuweProducten": "NieuwProduct+",
      "*NieuwProduct": "Product? GewensteIngangsdatum Einddatum? Omvang? Budget?",
    ],
    "319": [
      "Bericht": "Header Antwoord",
      "*Antwoord": "ReferentieAanbieder VerzoekAntwoord RedenAfwijzingVerzoek? Woonplaatsbeginsel-",
      "*Woonplaatsbeginsel": "Gemeente",
    ],
    "323": [
      "Bericht": "Header Declaratie",
      "Declaratie": "DeclaratieNummer DeclaratiePeriode DeclaratieDagtekening TotaalIngediendBedrag Clienten",
      "Clienten": "Client+",
      "Client": "Bsn Prestaties",
      "Prestaties": "Prestatie+",
      "Prestatie":
        "ProductReferentie ToewijzingNummer ProductCategorie ProductCode ProductPeriode GeleverdVolume Eenheid "
        + "ProductTarief? IngediendBedrag",
    ],
    "325": [
      "Bericht": "Header DeclaratieAntwoord?",
      "DeclaratieAntwoord":
        "DeclaratieNummer TotaalIngediendBedrag TotaalToegekendBedrag Clienten? RetourCodes",
      "Clienten": "Client+",
      "Client": "Bsn Prestaties RetourCodes",
      "Prestaties": "Prestatie+",
      "Prestatie":
        "ProductReferentie ToewijzingNummer ProductCategorie ProductCode ProductPeriode GeleverdVolume Eenheid "
        + "ProductTarief? IngediendBedrag RetourCodes",
      "RetourCodes": "RetourCode+",
    ],
  ]

  static let header =
    "BerichtCode BerichtVersie BerichtSubversie Afzender Ontvanger BerichtIdentificatie XsdVersie"
  static let headers: [String: String] = [
    "return": " IdentificatieRetour DagtekeningRetour XsltVersie? XsdVersieRetour RetourCodes?",
    "325": " DeclaratieIdentificatie XsltVersie? XsdVersieDeclaratie RetourCodes",
  ]

  /// The parts of the shared types, by the element that has the type.
  static let parts: [String: String] = [
    "BerichtIdentificatie": "Identificatie Dagtekening", "DeclaratieIdentificatie": "Identificatie Dagtekening",
    "XsdVersie": "BasisschemaXsdVersie BerichtXsdVersie",
    "XsdVersieRetour": "BasisschemaXsdVersie BerichtXsdVersie",
    "XsdVersieDeclaratie": "BasisschemaXsdVersie BerichtXsdVersie",
    "Geboortedatum": "Datum DatumGebruik?", "Geslachtsnaam": "Achternaam Voorvoegsel?",
    "Partnernaam": "Achternaam Voorvoegsel?", "Communicatie": "Vorm Taal?",
    "Adres": "Huis? Postcode? Straatnaam? Plaatsnaam? LandCode?",
    "Huis": "Huisnummer Huisletter? HuisnummerToevoeging? AanduidingWoonadres?",
    "Telefoon": "Telefoon01 Telefoon02?", "Telefoon01": "Telefoonnummer Landnummer",
    "Telefoon02": "Telefoonnummer Landnummer", "Periode": "Begindatum? Einddatum?", "Product": "Categorie Code?",
    "Omvang": "Volume Eenheid Frequentie", "Verwijzer": "Type Naam? ZorgverlenerCode?",
    "DeclaratiePeriode": "Begindatum Einddatum", "ProductPeriode": "Begindatum Einddatum",
    "TotaalIngediendBedrag": "TotaalBedrag DebetCredit", "TotaalToegekendBedrag": "TotaalBedrag DebetCredit",
    "IngediendBedrag": "Bedrag DebetCredit", "ProductReferentie": "ReferentieNummer VorigReferentieNummer?",
  ]

  /// The type of each leaf; a leaf whose type depends on its parent has the parent before it.
  static let types: [String: String] = [
    "Achternaam": "LDT_Naam", "Afzender": "LDT_Gemeente", "BasisschemaXsdVersie": "LDT_Versie",
    "Bedrag": "LDT_Bedrag", "Begindatum": "LDT_Datum", "BerichtCode": "BerichtCode",
    "BerichtSubversie": "BerichtSubversie", "BerichtVersie": "BerichtVersie", "BerichtXsdVersie": "LDT_Versie",
    "BeschikkingIngangsdatum": "LDT_Datum", "BeschikkingNummer": "LDT_Nummer", "Bsn": "LDT_BurgerServicenummer",
    "Budget": "LDT_Budget", "Categorie": "LDT_ProductCategorie", "Code": "LDT_ProductCode",
    "Commentaar": "LDT_Commentaar", "DagtekeningRetour": "LDT_Datum", "Dagtekening": "LDT_Datum",
    "Datum": "LDT_Datum", "DatumGebruik": "LDT_DatumGebruik", "DebetCredit": "LDT_DebetCredit",
    "DeclaratieDagtekening": "LDT_Datum", "Eenheid": "LDT_Eenheid", "Einddatum": "LDT_Datum",
    "Emailadres": "LDT_Emailadres", "Frequentie": "LDT_Frequentie", "GeleverdVolume": "LDT_Volume",
    "Gemeente": "LDT_Gemeente", "Geslacht": "LDT_Geslacht", "GewensteIngangsdatum": "LDT_Datum",
    "GezagsdragerBekend": "LDT_JaNee", "Huisletter": "LDT_Huisletter", "Huisnummer": "LDT_Huisnummer",
    "HuisnummerToevoeging": "LDT_HuisnummerToevoeging", "Identificatie": "LDT_IdentificatieBericht",
    "IdentificatieRetour": "LDT_IdentificatieBericht", "Ingangsdatum": "LDT_Datum",
    "JuridischeStatus": "LDT_JuridischeStatus", "LandCode": "LDT_LandCode", "Landnummer": "LDT_Landnummer",
    "NaamGebruik": "LDT_NaamGebruik", "Nummer": "LDT_Persoonsid", "Organisatie": "LDT_Organisatienaam",
    "AanduidingWoonadres": "LDT_AanduidingWoonadres", "Plaatsnaam": "LDT_Plaatsnaam", "Postcode": "LDT_Postcode",
    "ProductCategorie": "LDT_ProductCategorie", "ProductCode": "LDT_ProductCode", "ProductTarief": "LDT_Bedrag",
    "Raamcontract": "LDT_JaNee", "RedenAfwijzingVerzoek": "LDT_RedenAfwijzingVerzoek",
    "RedenBeeindiging": "LDT_RedenBeeindiging", "RedenVerzoek": "LDT_RedenVerzoek",
    "RedenWijziging": "LDT_RedenWijziging", "ReferentieAanbieder": "LDT_Referentie",
    "ReferentieNummer": "LDT_ReferentieNummer", "RetourCode": "LDT_RetourCode",
    "Contact/Soort": "LDT_AdresSoort", "Relatie/Soort": "LDT_SoortRelatie",
    "StatusAanlevering": "LDT_StatusAanlevering", "Straatnaam": "LDT_Straatnaam", "Taal": "LDT_Taal",
    "Telefoonnummer": "LDT_Telefoonnummer", "ToewijzingEinddatum": "LDT_Datum",
    "ToewijzingIngangsdatum": "LDT_Datum", "ToewijzingNummer": "LDT_Nummer", "Toewijzingsdatum": "LDT_Datum",
    "Toewijzingstijd": "LDT_Tijd", "TotaalBedrag": "LDT_TotaalBedrag", "Type": "LDT_TypeVerwijzer",
    "VerzoekAntwoord": "LDT_VerzoekAntwoord", "Verwijzer/Naam": "LDT_NaamVerwijzer",
    "Volgorde": "LDT_RelatieVolgorde", "Volume": "LDT_Volume", "Voorletters": "LDT_Voorletters",
    "Voornamen": "LDT_Naam", "Voorvoegsel": "LDT_Voorvoegsel", "VorigReferentieNummer": "LDT_ReferentieNummer",
    "Vorm": "LDT_Communicatievorm", "WettelijkeVertegenwoordiging": "LDT_WettelijkeVertegenwoordiging",
    "XsltVersie": "LDT_Versie", "ZorgverlenerCode": "LDT_AgbCode", "323:DeclaratieNummer": "DeclaratieNummer",
    "325:DeclaratieNummer": "LDT_IdentificatieDeclaratie",
  ]

  /// The messages that a municipality makes, or that a provider sends back as it got them.
  static let fromMunicipality: Set<String> = ["301", "302", "319", "320", "325"]
  /// The forward message of each return message.
  static let forward: [String: String] = [
    "302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319",
  ]

  struct Subject: Sendable, CustomTestStringConvertible {
    let domain: Domain
    let release: Release
    let number: String
    let code: String
    var testDescription: String { (domain == .jw ? "JW" : "WMO") + number + " " + release.rawValue }
  }

  static let subjects: [Subject] = Release.allCases.flatMap { release in
    codes.flatMap { number, jw, wmo in
      [
        Subject(domain: .jw, release: release, number: number, code: jw),
        Subject(domain: .wmo, release: release, number: number, code: wmo),
      ]
    }
  }

  /// The children that the hand-written facts give an element.
  private func expected(_ element: String, _ subject: Subject) -> String? {
    let forward = Self.forward[subject.number]
    if element == "Header" {
      return Self.header + (Self.headers[forward == nil ? subject.number : "return"] ?? "")
    }
    if forward != nil, element == "RetourCodes" { return "RetourCode+" }
    // A name has one form with, and one without, the partner; only the full one says which names are used.
    let isFull = (forward ?? subject.number) == "301"
    if element == "Naam" {
      return isFull
        ? "Geslachtsnaam Partnernaam? Voornamen? Voorletters? NaamGebruik" : "Geslachtsnaam Voornamen? Voorletters?"
    }
    let classes = Self.classes[forward ?? subject.number] ?? [:]
    if forward != nil, element == "Bericht" { return classes[element].map { $0 + "?" } }
    guard var children = classes[element] ?? classes["*" + element] ?? Self.parts[element] else { return nil }
    if forward != nil, classes["*" + element] != nil { children += " RetourCodes" }
    let words = children.split(separator: " ").compactMap { word -> String? in
      guard word.hasSuffix("-") else { return String(word) }
      return subject.domain == .jw ? word.dropLast() + "?" : nil
    }
    return words.joined(separator: " ")
  }

  private func namespace(_ subject: Subject) -> String {
    let release = subject.release.rawValue.replacing(".", with: "_")
    let (path, prefix) = subject.domain == .jw ? ("ijw", "jw") : ("iwmo", "wmo")
    return "http://www.istandaarden.nl/\(path)/\(release)/\(prefix)\(subject.number)/schema"
  }

  @Test(arguments: subjects)
  func `a schema has the elements of the standard, in order and number`(subject: Subject) throws {
    let layout = try #require(SchemaLibrary.shared[namespace(subject)]?.layout)
    var seen: Set<String> = []
    for node in layout.nodes where !node.children.isEmpty {
      let children = layout.nodes[node.children].map { child in
        child.element.rawValue + (child.isOptional ? "?" : "") + (child.isRepeatable ? "+" : "")
      }
      let name = node.element.rawValue
      #expect(children.joined(separator: " ") == expected(name, subject), "\(name)")
      seen.insert(name)
    }
    let classes = Self.classes[Self.forward[subject.number] ?? subject.number] ?? [:]
    var missing = Set(classes.keys.map { $0.replacing("*", with: "") }).subtracting(seen)
    if subject.domain == .wmo { missing.remove("Woonplaatsbeginsel") }
    #expect(missing.isEmpty)
  }

  @Test(arguments: subjects)
  func `a leaf has the type of the standard`(subject: Subject) throws {
    let layout = try #require(SchemaLibrary.shared[namespace(subject)]?.layout)
    for node in layout.nodes {
      for child in node.children {
        guard let type = layout.types[child] else { continue }
        let name = layout.nodes[child].element.rawValue
        var expected =
          Self.types["\(subject.number):\(name)"] ?? Self.types["\(node.element.rawValue)/\(name)"]
          ?? Self.types[name]
        let isSender = name == "Afzender"
        if isSender || name == "Ontvanger" {
          let isMunicipality = Self.fromMunicipality.contains(subject.number) == isSender
          expected = isMunicipality ? "LDT_Gemeente" : "LDT_AgbCode"
        }
        #expect(type.name == expected, "\(node.element.rawValue)/\(name)")
      }
    }
  }

  @Test(arguments: subjects)
  func `the header holds the code and the release of the standard`(subject: Subject) throws {
    let layout = try #require(SchemaLibrary.shared[namespace(subject)]?.layout)
    func pattern(_ element: StandardElement) throws -> String? {
      let position = try #require(layout.nodes.firstIndex { $0.element == element })
      return layout.types[position]?.pattern
    }
    #expect(try pattern(.berichtCode) == subject.code)
    #expect(try pattern(.berichtVersie) == "3")
    let minor: [Release: String] = [.v3_0: "0", .v3_1: "1", .v3_2: "2"]
    #expect(try pattern(.berichtSubversie) == minor[subject.release])
  }
}
