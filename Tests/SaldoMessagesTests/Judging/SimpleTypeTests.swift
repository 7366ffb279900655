import SaldoDomain
import Testing

@testable import SaldoMessages

/// Every simple type of the basic schema on both sides of each of its bounds, in every message that has it
/// (iStandaarden 3.2, RS001 to RS048 and the code lists).
struct SimpleTypeTests {
  struct Bounds: Sendable {
    var passes: [String]
    var fails: [String]
  }

  private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }
  private static func digits(_ count: Int) -> String { String(repeating: "9", count: count) }

  /// A text on one line that is not blank (RS033), of at least one (RS007) and at most this many characters.
  private static func line(_ limit: Int) -> Bounds {
    Bounds(
      passes: ["x", text(limit), String(repeating: "é", count: limit)], fails: ["", " ", "x\ny", text(limit + 1)])
  }

  /// A text of at least one and at most this many characters.
  private static func plain(_ limit: Int) -> Bounds {
    Bounds(passes: [" ", text(limit)], fails: ["", text(limit + 1)])
  }

  /// A whole number from zero (RS001) up to and including a limit.
  private static func number(_ limit: Int) -> Bounds {
    Bounds(passes: ["0", "007", String(limit)], fails: ["-1", String(limit + 1), "", "1.0", "x"])
  }

  /// Exactly this many digits.
  private static func exactly(_ count: Int) -> Bounds {
    Bounds(passes: [digits(count)], fails: ["", digits(count - 1), digits(count + 1), digits(count - 1) + "x"])
  }

  /// The codes of a list; every other one is refused.
  private static func codes(_ codes: String, without others: String) -> Bounds {
    Bounds(
      passes: codes.split(separator: " ").map(String.init),
      fails: others.split(separator: " ").map(String.init) + [""])
  }

  static let types: [String: Bounds] = [
    "LDT_AanduidingWoonadres": codes("AB BY TO WW", without: "ab XX A"),
    "LDT_AdresSoort": codes("01 02 03 04", without: "00 05 1"),
    "LDT_AgbCode": exactly(8), "LDT_Bedrag": number(99_999_999), "LDT_Budget": number(99_999_999),
    "LDT_BurgerServicenummer": exactly(9),
    "LDT_Commentaar": Bounds(passes: ["x", " x", "\nx\ny", text(20_000)], fails: ["", " ", "\n\t "]),
    "LDT_Communicatievorm": codes("1 2 3", without: "0 4 01"),
    "LDT_Datum": Bounds(
      passes: ["2024-02-29", "2021-01-01"],
      fails: ["", "2023-02-29", "2021-13-01", "2021-1-1", "01-01-2021", "2021-01-01Z", "2021-01-01+01:00"]),
    "LDT_DatumGebruik": codes("1 2 3", without: "0 4"), "LDT_DebetCredit": codes("C D", without: "c d E"),
    "LDT_Eenheid": codes("01 04 14 16 82 83 84", without: "1 02 21 81 85"),
    "LDT_Emailadres": line(80), "LDT_Frequentie": codes("1 2 4 6", without: "0 3 5 7"),
    "LDT_Gemeente": exactly(4), "LDT_Geslacht": codes("0 1 2", without: "3 9 M"),
    "LDT_Huisletter": line(1), "LDT_Huisnummer": number(99_999), "LDT_HuisnummerToevoeging": line(4),
    "LDT_IdentificatieBericht": line(12), "LDT_IdentificatieDeclaratie": plain(12),
    "LDT_JaNee": codes("1 2", without: "0 3 J"),
    "LDT_JuridischeStatus": codes("01 02 03 04 05 11 12", without: "00 06 10 13"),
    "LDT_LandCode": codes("AD NL BE BQ CW SX ZW", without: "AN UK nl XX"), "LDT_Landnummer": line(4),
    "LDT_Naam": line(200), "LDT_NaamGebruik": codes("1 2 3 4 5 6", without: "0 7"), "LDT_NaamVerwijzer": line(64),
    "LDT_Nummer": number(999_999_999), "LDT_Organisatienaam": line(35), "LDT_Persoonsid": line(20),
    "LDT_Plaatsnaam": line(80), "LDT_Postcode": line(8), "LDT_ProductCode": line(5),
    "LDT_RedenAfwijzingVerzoek": codes("1 2 3 4 5 6 7 8 9", without: "0 10 01"),
    "LDT_RedenVerzoek": codes("1 2", without: "0 3"),
    "LDT_RedenWijziging": codes("01 02 03 04 05 06 07 08 09 10 11 12 13 14", without: "00 15 1"),
    "LDT_Referentie": line(36), "LDT_ReferentieNummer": plain(20), "LDT_RelatieVolgorde": number(99),
    "LDT_RetourCode": codes(
      "0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308 9319 9321 9322 9326 "
        + "9332 9333 9338 9339 9340 9341 9346 9347 9349 9350 9351 9355 9357 9359 9360 9361 9365 9366 9367 9369 9373 "
        + "9374 9375 9379 9384 9385 9387 9388 9389 9390 9411 9412 9413 9414 9415 S300 S329",
      without: "0000 1 8018 9416 s300"),
    "LDT_SoortRelatie": codes("03 04 12 24 25", without: "01 02 26 3"),
    "LDT_StatusAanlevering": codes("1 2 3 9", without: "0 4 8"), "LDT_Straatnaam": line(24), "LDT_Taal": line(25),
    "LDT_Telefoonnummer": Bounds(passes: ["0", digits(15)], fails: ["", digits(16), "+31", "06-1"]),
    "LDT_Tijd": Bounds(
      passes: ["00:00:00", "23:59:59.5", "24:00:00"],
      fails: ["", "10:00", "24:00:01", "10:60:00", "10:00:00Z", "10:00:00+01:00", "10:00:00-01:00"]),
    "LDT_TotaalBedrag": number(999_999_999_999),
    "LDT_TypeVerwijzer": codes("01 02 03 04 05 06 08", without: "00 07 09"),
    "LDT_Versie": Bounds(passes: ["0.0.0", "1.10.2"], fails: ["", "1.0", "01.0.0", "1.0.0.0", "a.b.c"]),
    "LDT_VerzoekAntwoord": codes("1 2", without: "0 3"), "LDT_Volume": number(99_999_999),
    "LDT_Voorletters": Bounds(passes: ["P", "PJÀéỳx"], fails: ["", text(7), "P.J", "P J", "ỹ"]),
    "LDT_Voorvoegsel": line(10),
    "LDT_WettelijkeVertegenwoordiging": codes("06 07 08 09 10", without: "05 11 6"),
    "BerichtVersie": Bounds(passes: ["3"], fails: ["2", "4", "03", ""]),
    "DeclaratieNummer": Bounds(passes: ["1", text(12)], fails: ["", text(13), "D-1", "D 1", "é"]),
  ]

  /// The lists that the domains do not share.
  static let domainTypes: [Domain: [String: Bounds]] = [
    .jw: [
      "LDT_ProductCategorie": codes(
        "31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55", without: "01 18 30 39 56"),
      "LDT_RedenBeeindiging": codes("02 20 31 32 33 34 35 36 37 38 39", without: "01 19 21 22 23 40"),
    ],
    .wmo: [
      "LDT_ProductCategorie": codes(
        "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18", without: "00 19 31 45 55"),
      "LDT_RedenBeeindiging": codes("02 19 20 21 22 23 31 36 37 38 39", without: "01 18 24 32 33 34 35 40"),
    ],
  ]

  /// The places of a message where each type occurs first.
  private func places(of layout: MessageLayout) -> [(type: String, node: Int)] {
    var seen: Set<String> = []
    return layout.types.enumerated().compactMap { node, type in
      guard let type, seen.insert(type.name).inserted else { return nil }
      return (type.name, node)
    }
  }

  private func findings(_ subject: MessageSubject, _ node: Int, _ value: String) -> [Finding] {
    var document = SchemaDocument(subject.profile, subject.kind, .all, seed: 1, override: (node, value))
    return reader.validate(Array(document.text().utf8))
  }

  @Test(arguments: MessageSubject.latest)
  func `a type accepts what lies within its bounds and nothing else`(subject: MessageSubject) throws {
    let layout = try #require(SchemaLibrary.shared[subject.profile.message(subject.kind).namespace]?.layout)
    for (name, node) in places(of: layout) {
      // The code and the release in the header are facts of each schema: see SchemaFactsTests.
      if name == "BerichtCode" || name == "BerichtSubversie" { continue }
      let bounds = try #require(Self.types[name] ?? Self.domainTypes[subject.profile.standard.domain]?[name], "\(name)")
      for value in bounds.passes {
        #expect(findings(subject, node, value).isEmpty, "\(name) \(value.debugDescription.prefix(50))")
      }
      for value in bounds.fails {
        let findings = findings(subject, node, value)
        #expect(!findings.isEmpty, "\(name) \(value.debugDescription.prefix(50))")
        #expect(findings.allSatisfy { $0.rule == "XSD" && $0.place.path.contains(layout.nodes[node].element.rawValue) })
      }
    }
  }

  @Test func `every type of the table occurs in a message`() {
    var seen: Set<String> = []
    for subject in MessageSubject.latest {
      let layout = SchemaLibrary.shared[subject.profile.message(subject.kind).namespace]?.layout
      seen.formUnion(layout?.types.compactMap { $0?.name } ?? [])
    }
    #expect(Set(Self.types.keys).union(["LDT_ProductCategorie", "LDT_RedenBeeindiging"]).subtracting(seen).isEmpty)
  }

  // MARK: Earlier releases

  /// Whether a release accepts a code at the first leaf of a name.
  private func accepts(_ code: String, at element: StandardElement, _ kind: MessageKind, _ standard: Standard) throws
    -> Bool
  {
    let profile = StandardProfile.profile(of: standard)
    let layout = try #require(SchemaLibrary.shared[profile.message(kind).namespace]?.layout)
    let node = try #require(layout.nodes.firstIndex { $0.element == element })
    return findings(MessageSubject(profile: profile, kind: kind), node, code).isEmpty
  }

  /// The codes by the release in which they came, by the effective dates of the code lists.
  @Test(arguments: [
    (MessageKind.allocation, StandardElement.redenWijziging, "01", Release.v3_0),
    (.allocation, .redenWijziging, "12", .v3_0), (.allocation, .redenWijziging, "13", .v3_1),
    (.allocation, .redenWijziging, "14", .v3_1), (.stop, .redenBeeindiging, "36", .v3_0),
    (.stop, .redenBeeindiging, "37", .v3_0), (.stop, .redenBeeindiging, "38", .v3_1),
    (.stop, .redenBeeindiging, "39", .v3_1), (.declarationAnswer, .retourCode, "9375", .v3_0),
    (.declarationAnswer, .retourCode, "9379", .v3_1), (.declarationAnswer, .retourCode, "9384", .v3_1),
    (.declarationAnswer, .retourCode, "9385", .v3_1), (.declarationAnswer, .retourCode, "9387", .v3_1),
    (.declarationAnswer, .retourCode, "9388", .v3_1), (.declarationAnswer, .retourCode, "9389", .v3_1),
    (.declarationAnswer, .retourCode, "9390", .v3_1), (.changeRequestReturn, .retourCode, "9411", .v3_1),
    (.changeRequestReturn, .retourCode, "9412", .v3_1), (.stopReturn, .retourCode, "9413", .v3_2),
    (.stopReturn, .retourCode, "9414", .v3_2), (.stopReturn, .retourCode, "9415", .v3_2),
    (.declarationAnswer, .retourCode, "S329", .v3_0),
  ])
  func `a code is in the lists from its release on`(
    kind: MessageKind, element: StandardElement, code: String, since: Release
  ) throws {
    for domain in Domain.allCases {
      for release in Release.allCases {
        let isAccepted = try accepts(code, at: element, kind, Standard(domain: domain, release: release))
        #expect(isAccepted == (release >= since), "\(domain) \(release.rawValue)")
      }
    }
  }

  @Test(arguments: MessageSubject.all)
  func `a message of one release is not one of another`(subject: MessageSubject) throws {
    var document = SchemaDocument(subject.profile, subject.kind, .least, seed: 1)
    let text = document.text()
    #expect(reader.read(Array(text.utf8)).message?.header.standard == subject.profile.standard)
    let minor = subject.profile.standard.release.version.minor
    let prefix = subject.profile.message(subject.kind).prefix
    for other in 0...3 where other != minor {
      let changed = text.replacing(
        "<\(prefix):BerichtSubversie>\(minor)<", with: "<\(prefix):BerichtSubversie>\(other)<")
      let findings = reader.read(Array(changed.utf8)).findings
      #expect(findings.map(\.place.path) == ["/Bericht/Header/BerichtSubversie"])
    }
  }
}
